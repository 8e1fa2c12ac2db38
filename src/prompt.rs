//! The prompt: its sections, their order and their lengths.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use crate::bridge::engine::Host;
use crate::input::{Id, Input};
use crate::text::units::{Span, Units};
use crate::{template, text};

/// The template of agents that configure none.
const DEFAULT_TEMPLATE: &[u16] =
    &text::utf16(b"You are agent {{agent.id}} ({{agent.name}}). Continue your Paperclip work.");

/// What of it stands around the agent's id and name.
const DEFAULT_PARTS: [&[u16]; 3] = [
    &text::utf16(b"You are agent "),
    &text::utf16(b" ("),
    &text::utf16(b"). Continue your Paperclip work."),
];

/// What `{{run.source}}` stands for.
const RUN_SOURCE: &[u16] = &text::utf16(b"on_demand");

/// Paths whose values need not be asked for.
mod path {
    use crate::text::utf16;

    pub const RUN_ID: &[u16] = &utf16(b"runId");
    pub const RUN_DOT_ID: &[u16] = &utf16(b"run.id");
    pub const RUN_SOURCE: &[u16] = &utf16(b"run.source");
    pub const AGENT_ID: &[u16] = &utf16(b"agentId");
    pub const AGENT_DOT_ID: &[u16] = &utf16(b"agent.id");
    pub const AGENT_DOT_NAME: &[u16] = &utf16(b"agent.name");
}

/// Prompts of more bytes as UTF-8 travel in a Secret instead of an environment variable.
pub const INLINE_LIMIT: usize = 256 * 1024;

/// Units that fit into a string of every engine.
const SURE_LENGTH: usize = 1 << 27;

/// The lengths of the prompt and its sections, in UTF-16 units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Metrics {
    /// The whole prompt.
    pub prompt: usize,
    /// The bootstrap section.
    pub bootstrap: usize,
    /// The wake section.
    pub wake: usize,
    /// The handoff note.
    pub handoff: usize,
    /// The section of the prompt template, even where it is blank and left out.
    pub heartbeat: usize,
}

impl Metrics {
    /// The places of the lengths in [`Self::to_array`].
    pub const PLACES: Self = Self { prompt: 0, bootstrap: 1, wake: 2, handoff: 3, heartbeat: 4 };

    /// The lengths as a list.
    pub const fn to_array(self) -> [usize; 5] {
        [self.prompt, self.bootstrap, self.wake, self.handoff, self.heartbeat]
    }
}

/// Writes the prompt into `out`.
///
/// A blank section is left out; a blank line stands between two. When a session resumes and the
/// wake says something, the templates are not even evaluated.
pub fn write<H: Host>(
    out: &mut Vec<u16>,
    host: &mut H,
    input: &Input<H::Value>,
    units: &Units,
) -> Result<Metrics, H::Error> {
    let mut metrics = Metrics::default();
    let mut templates = Templates::new(host, input, units);

    let bootstrap = units.text(input.bootstrap_template).unwrap_or_default();
    if !input.resumes && !text::is_blank(bootstrap) {
        metrics.bootstrap = section(out, Trim::Outer, |out| templates.render(out, bootstrap))?;
    }
    metrics.wake = section(out, Trim::None, |out| {
        write_wake(out, input, units);
        Ok(())
    })?;
    metrics.handoff = section(out, Trim::None, |out| {
        out.extend_from_slice(text::trim(units.text(input.handoff).unwrap_or_default()));
        Ok(())
    })?;
    if !(input.resumes && metrics.wake > 0) {
        metrics.heartbeat =
            section(out, Trim::None, |out| match units.text(input.prompt_template) {
                Some(template) if !template.is_empty() => templates.render(out, template),
                _ => templates.render_default(out),
            })?;
    }
    metrics.prompt = out.len();
    Ok(metrics)
}

/// Whether a prompt is too long for an environment variable.
#[must_use]
pub fn is_staged(prompt: &[u16]) -> bool {
    // A unit is one to three bytes.
    prompt.len() > INLINE_LIMIT
        || (prompt.len() * 3 > INLINE_LIMIT && text::utf8_length(prompt) > INLINE_LIMIT)
}

/// What of a section's outer white space is removed.
#[derive(PartialEq, Eq)]
enum Trim {
    None,
    Outer,
}

/// Appends the section that `write` writes, and returns its length; a blank one is taken back.
fn section<E>(
    out: &mut Vec<u16>,
    trim: Trim,
    write: impl FnOnce(&mut Vec<u16>) -> Result<(), E>,
) -> Result<usize, E> {
    let before = out.len();
    if before > 0 {
        text::push_ascii(out, "\n\n");
    }
    let start = out.len();
    write(out)?;
    let content = out.get(start..).unwrap_or_default();
    let (length, inner) = (content.len(), text::trim_range(content));
    if inner.is_empty() {
        out.truncate(before);
        return Ok(if trim == Trim::Outer { 0 } else { length });
    }
    if trim == Trim::None {
        return Ok(length);
    }
    out.truncate(start + inner.end);
    out.drain(start..start + inner.start);
    Ok(inner.len())
}

/// The wake section: the reason and the comments that are not blank.
fn write_wake<V>(out: &mut Vec<u16>, input: &Input<V>, units: &Units) {
    let start = out.len();
    let reason = units.text(input.wake_reason).map(|reason| ("Wake reason: ", reason));
    let comments = units.list(&input.wake_comments).flatten().map(|body| ("Comment: ", body));
    for (label, content) in reason.into_iter().chain(comments) {
        let content = text::trim(content);
        if !content.is_empty() {
            if out.len() > start {
                text::push_ascii(out, "\n\n");
            }
            text::push_ascii(out, label);
            out.extend_from_slice(content);
        }
    }
}

/// Renders templates, asking for each path once.
struct Templates<'a, H: Host> {
    host: &'a mut H,
    input: &'a Input<H::Value>,
    units: &'a Units,
    /// Where among `texts` the text stands that was found for a path.
    found: HashMap<&'a [u16], Span, FxBuildHasher>,
    texts: Vec<u16>,
}

impl<'a, H: Host> Templates<'a, H> {
    fn new(host: &'a mut H, input: &'a Input<H::Value>, units: &'a Units) -> Self {
        Self { host, input, units, found: HashMap::default(), texts: Vec::new() }
    }

    /// The default template need not be searched.
    fn render_default(&mut self, out: &mut Vec<u16>) -> Result<(), H::Error> {
        let [Some(id), Some(name)] =
            [path::AGENT_DOT_ID, path::AGENT_DOT_NAME].map(|path| self.known(path))
        else {
            return self.render(out, DEFAULT_TEMPLATE);
        };
        let [start, middle, end] = DEFAULT_PARTS;
        for part in [start, id, middle, name, end] {
            out.extend_from_slice(part);
        }
        Ok(())
    }

    // On its own, so that the loop over a long template is compiled for it alone.
    #[inline(never)]
    fn render(&mut self, out: &mut Vec<u16>, template: &'a [u16]) -> Result<(), H::Error> {
        let start = out.len();
        let mut end = 0;
        for placeholder in template::placeholders(template) {
            out.extend_from_slice(template.get(end..placeholder.range.start).unwrap_or_default());
            end = placeholder.range.end;
            self.push_value(out, template.get(placeholder.path).unwrap_or_default())?;
            self.check_length(out, start, text::MAX_LENGTH)?;
        }
        out.extend_from_slice(template.get(end..).unwrap_or_default());
        // It may be blank and left out, but the engine has to refuse it all the same.
        self.check_length(out, start, SURE_LENGTH)
    }

    /// Asks the engine about the length of a text of more than `limit` units from `start` on.
    fn check_length(&mut self, out: &[u16], start: usize, limit: usize) -> Result<(), H::Error> {
        match out.get(start..) {
            Some(text) if text.len() > limit => self.host.check_length(text),
            _ => Ok(()),
        }
    }

    fn push_value(&mut self, out: &mut Vec<u16>, path: &'a [u16]) -> Result<(), H::Error> {
        if let Some(known) = self.known(path) {
            out.extend_from_slice(known);
            return Ok(());
        }
        let span = match self.found.get(path) {
            Some(&span) => span,
            None => {
                let span = self.host.resolve(path, &mut self.texts)?;
                *self.found.entry(path).or_insert(span)
            }
        };
        let value = self.texts.get(span.start..span.start + span.length);
        out.extend_from_slice(value.unwrap_or_default());
        Ok(())
    }

    /// The text that stands for a path of which JavaScript need not be asked.
    fn known(&self, path: &[u16]) -> Option<&'a [u16]> {
        let Input { agent_id, agent_name, run_id, .. } = self.input;
        let id = |id: &Id| id.slug.is_none().then(|| self.units.get(id.text));
        match path {
            path::RUN_ID | path::RUN_DOT_ID => id(run_id),
            path::RUN_SOURCE => Some(RUN_SOURCE),
            path::AGENT_ID => id(agent_id),
            path::AGENT_DOT_ID if self.input.agent_is_path => id(agent_id),
            path::AGENT_DOT_NAME if self.input.agent_is_path => self.units.text(*agent_name),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_the_default_template_are_those_around_its_placeholders() {
        let [start, middle, end] = DEFAULT_PARTS.map(String::from_utf16_lossy);
        assert_eq!(
            String::from_utf16_lossy(DEFAULT_TEMPLATE),
            format!("{start}{{{{agent.id}}}}{middle}{{{{agent.name}}}}{end}")
        );
    }
}
