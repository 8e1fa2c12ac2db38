//! The prompt: its sections, their order and their lengths.

use std::collections::BTreeMap;

use crate::bridge::engine::Engine;
use crate::bridge::leaf::{Number, Text};
use crate::input::{Id, Input, SLOT, Slot};
use crate::text::units::Span;
use crate::{template, text};

/// The template of agents that configure none.
const DEFAULT_TEMPLATE: &[u16] =
    &text::utf16(b"You are agent {{agent.id}} ({{agent.name}}). Continue your Paperclip work.");

/// The parts of it around the agent's id and name.
const DEFAULT_PARTS: [&[u16]; 3] = [
    &text::utf16(b"You are agent "),
    &text::utf16(b" ("),
    &text::utf16(b"). Continue your Paperclip work."),
];

/// Why the run was started, as templates show it.
pub const RUN_SOURCE: &str = "on_demand";

/// The same in UTF-16.
const RUN_SOURCE_UNITS: &[u16] = &text::utf16(b"on_demand");

/// Paths whose values need not be asked for.
mod path {
    use crate::text::utf16;

    /// `runId`.
    pub const RUN_ID: &[u16] = &utf16(b"runId");
    /// `run.id`.
    pub const RUN_DOT_ID: &[u16] = &utf16(b"run.id");
    /// `run.source`.
    pub const RUN_DOT_SOURCE: &[u16] = &utf16(b"run.source");
    /// `agentId`.
    pub const AGENT_ID: &[u16] = &utf16(b"agentId");
    /// `agent.id`.
    pub const AGENT_DOT_ID: &[u16] = &utf16(b"agent.id");
    /// `agent.name`.
    pub const AGENT_DOT_NAME: &[u16] = &utf16(b"agent.name");
    /// `companyId`.
    pub const COMPANY_ID: &[u16] = &utf16(b"companyId");
    /// `company.id`.
    pub const COMPANY_DOT_ID: &[u16] = &utf16(b"company.id");
}

/// The text between two sections.
pub const SEPARATOR: &str = "\n\n";

/// Prompts of more bytes as UTF-8 travel in a Secret instead of an environment variable.
pub const INLINE_LIMIT: usize = 256 * 1024;

/// A section of the prompt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Its length in UTF-16 units.
    pub length: usize,
    /// Whether it is in the prompt: a blank one is left out.
    pub is_shown: bool,
    /// The text that Rust made for it; `None` if it stayed in JavaScript.
    pub text: Option<Text>,
    /// Its length as UTF-8, if it was made here.
    utf8_length: usize,
}

impl Section {
    /// A section that stayed in JavaScript. It is trimmed, so only the empty one is blank.
    const fn passed(length: usize) -> Self {
        Self { length, is_shown: length > 0, text: None, utf8_length: 0 }
    }

    /// Counts a part of a section that is rendered here.
    fn count(&mut self, units: &[u16]) {
        self.length += units.len();
        // A section of more units is too long whatever their bytes are.
        if self.length <= INLINE_LIMIT {
            self.utf8_length += text::utf8_length(units);
        }
        self.is_shown = self.is_shown || !text::is_blank(units);
    }
}

/// What is decided about the prompt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Prompt {
    /// The bootstrap section.
    pub bootstrap: Section,
    /// Why the agent was woken.
    pub wake: Section,
    /// The handoff note.
    pub handoff: Section,
    /// The section of the prompt template.
    pub heartbeat: Section,
    /// Whether the prompt is too long for an environment variable.
    pub is_staged: bool,
}

impl Prompt {
    /// The sections in the order in which they are shown, each with its slot in JavaScript.
    #[must_use]
    pub const fn sections(&self) -> [(Section, Slot); 4] {
        [
            (self.bootstrap, SLOT.literal_bootstrap),
            (self.wake, SLOT.wake_section),
            (self.handoff, SLOT.handoff),
            (self.heartbeat, SLOT.literal_prompt),
        ]
    }

    /// The sum over the sections that are shown, and the separators between them.
    fn total(&self, length: impl Fn(&Section) -> usize) -> usize {
        let shown = self.sections().into_iter().filter(|(section, _)| section.is_shown);
        let lengths = shown.map(|(section, _)| length(&section) + SEPARATOR.len());
        lengths.sum::<usize>().saturating_sub(SEPARATOR.len())
    }

    /// The lengths that the result reports, in UTF-16 units.
    #[must_use]
    pub fn number(&self, number: Number) -> usize {
        match number {
            Number::Prompt => self.total(|section| section.length),
            Number::Bootstrap => self.bootstrap.length,
            Number::Wake => self.wake.length,
            Number::Handoff => self.handoff.length,
            // Counted even where it is blank and left out.
            Number::Heartbeat => self.heartbeat.length,
        }
    }
}

/// Decides which sections the prompt has, and renders its templates.
///
/// When a session resumes and the wake says something, the templates are not even evaluated.
pub fn decide<E: Engine>(
    engine: &mut E,
    input: &Input,
    rendered: &mut Vec<u16>,
) -> Result<Prompt, E::Error> {
    let mut templates = Templates {
        engine,
        input,
        section: Section::default(),
        rendered,
        found: BTreeMap::new(),
        texts: Vec::new(),
    };
    let mut prompt = Prompt {
        wake: Section::passed(input.wake_section()),
        handoff: Section::passed(input.handoff()),
        ..Prompt::default()
    };
    if !input.resumes() {
        prompt.bootstrap = match input.bootstrap_template() {
            None => Section::passed(input.literal_bootstrap()),
            Some(template) => templates.render_bootstrap(template)?,
        };
    }
    if !(input.resumes() && prompt.wake.is_shown) {
        prompt.heartbeat = if input.literal_prompt() > 0 {
            Section {
                is_shown: !input.literal_prompt_is_blank(),
                ..Section::passed(input.literal_prompt())
            }
        } else {
            templates.render_heartbeat()?
        };
    }
    let Templates { engine, .. } = templates;
    prompt.is_staged = is_staged(engine, &prompt)?;
    Ok(prompt)
}

/// Whether a prompt is too long for an environment variable.
fn is_staged<E: Engine>(engine: &mut E, prompt: &Prompt) -> Result<bool, E::Error> {
    // A unit is one to three bytes: most prompts need not be counted.
    let units = prompt.number(Number::Prompt);
    if units > INLINE_LIMIT || units.saturating_mul(3) <= INLINE_LIMIT {
        return Ok(units > INLINE_LIMIT);
    }
    let mut counted = *prompt;
    let Prompt { bootstrap, wake, handoff, heartbeat, .. } = &mut counted;
    for (section, (_, slot)) in
        [bootstrap, wake, handoff, heartbeat].into_iter().zip(prompt.sections())
    {
        if section.is_shown && section.text.is_none() {
            section.utf8_length = engine.utf8_length(slot)?;
        }
    }
    Ok(counted.total(|section| section.utf8_length) > INLINE_LIMIT)
}

/// The length of the parts in which a long section is handed over. No copy of the whole section is
/// in memory, and the rendered text stays in the processor's cache.
const PART: usize = 1 << 14;

/// Renders templates, asking for each path once.
struct Templates<'a, 'b, E: Engine> {
    /// The JavaScript engine.
    engine: &'b mut E,
    /// What the placeholders are replaced by.
    input: &'a Input,
    /// The section that is being rendered, as far as it was handed over.
    section: Section,
    /// What was rendered since.
    rendered: &'b mut Vec<u16>,
    /// Where among `texts` the text is that was found for a path. A tree: whoever writes templates
    /// chooses the paths, so a hash table with fixed seeds could be made slow.
    found: BTreeMap<&'a [u16], Span>,
    /// The texts that were found.
    texts: Vec<u16>,
}

impl<'a, E: Engine> Templates<'a, '_, E> {
    /// The bootstrap section, which is trimmed.
    fn render_bootstrap(&mut self, template: &'a [u16]) -> Result<Section, E::Error> {
        self.begin(Text::Bootstrap);
        self.render(template)?;
        let trimmed = text::trim_range(self.rendered);
        self.rendered.truncate(trimmed.end);
        self.rendered.drain(..trimmed.start);
        self.finish(Text::Bootstrap)
    }

    /// The section of the prompt template.
    fn render_heartbeat(&mut self) -> Result<Section, E::Error> {
        self.begin(Text::Heartbeat);
        match self.input.prompt_template() {
            Some(template) => self.render(template)?,
            None => self.render_default()?,
        }
        self.finish(Text::Heartbeat)
    }

    /// Begins a section.
    fn begin(&mut self, text: Text) {
        self.section = Section { text: Some(text), ..Section::default() };
        self.rendered.clear();
    }

    /// Hands over the last part of the section.
    fn finish(&mut self, text: Text) -> Result<Section, E::Error> {
        self.section.count(self.rendered);
        if self.section.length > text::MAX_LENGTH {
            return Err(self.engine.refuse_length());
        }
        self.engine.make(text, self.rendered)?;
        Ok(self.section)
    }

    /// Appends text to the section.
    #[inline]
    fn push(&mut self, text: &[u16]) -> Result<(), E::Error> {
        if self.rendered.len() + text.len() < PART {
            self.rendered.extend_from_slice(text);
            return Ok(());
        }
        self.push_parts(text)
    }

    /// The same for text that fills a part.
    fn push_parts(&mut self, text: &[u16]) -> Result<(), E::Error> {
        for part in text.chunks(PART) {
            self.rendered.extend_from_slice(part);
            if self.rendered.len() >= PART {
                self.hand_over()?;
            }
        }
        Ok(())
    }

    /// Hands over what was rendered, unless the section has to be trimmed as a whole.
    fn hand_over(&mut self) -> Result<(), E::Error> {
        if self.section.length + self.rendered.len() > text::MAX_LENGTH {
            return Err(self.engine.refuse_length());
        }
        if self.section.text == Some(Text::Bootstrap) {
            return self.engine.reserve(self.rendered, PART);
        }
        // A surrogate pair is counted as a whole.
        let is_high = |unit: &u16| matches!(unit, 0xD800..=0xDBFF);
        let held = self.rendered.pop_if(|unit| is_high(unit));
        self.section.count(self.rendered);
        self.engine.push(self.rendered)?;
        self.rendered.clear();
        self.rendered.extend(held);
        Ok(())
    }

    /// The default template need not be searched.
    fn render_default(&mut self) -> Result<(), E::Error> {
        let [Some(id), Some(name)] =
            [path::AGENT_DOT_ID, path::AGENT_DOT_NAME].map(|path| self.known(path))
        else {
            return self.render(DEFAULT_TEMPLATE);
        };
        let [start, middle, end] = DEFAULT_PARTS;
        for part in [start, id, middle, name, end] {
            self.push(part)?;
        }
        Ok(())
    }

    /// Appends a template with its placeholders replaced.
    // Not inlined, so that the loop over a long template is compiled for it alone.
    #[inline(never)]
    fn render(&mut self, template: &'a [u16]) -> Result<(), E::Error> {
        let mut end = 0;
        for placeholder in template::placeholders(template) {
            self.push(template.get(end..placeholder.range.start).unwrap_or_default())?;
            end = placeholder.range.end;
            self.push_value(template.get(placeholder.path).unwrap_or_default())?;
        }
        self.push(template.get(end..).unwrap_or_default())
    }

    /// Appends the text in place of a placeholder.
    fn push_value(&mut self, path: &'a [u16]) -> Result<(), E::Error> {
        if path == path::RUN_DOT_SOURCE {
            return self.push(RUN_SOURCE_UNITS);
        }
        if let Some(known) = self.known(path) {
            return self.push(known);
        }
        let span = if let Some(&span) = self.found.get(path) {
            span
        } else {
            let span = self.engine.resolve(path, &mut self.texts)?;
            *self.found.entry(path).or_insert(span)
        };
        // The texts stay as they are while one of them is pushed.
        let texts = std::mem::take(&mut self.texts);
        let pushed = self.push(span.of(&texts));
        self.texts = texts;
        pushed
    }

    /// The text in place of a path of which JavaScript need not be asked.
    fn known(&self, path: &[u16]) -> Option<&'a [u16]> {
        let input = self.input;
        let text = |id: Id<'a>| id.slug.is_none().then_some(id.text);
        match path {
            path::RUN_ID | path::RUN_DOT_ID => text(input.run_id()),
            path::AGENT_ID => text(input.agent_id()),
            path::AGENT_DOT_ID if input.agent_is_path() => text(input.agent_id()),
            path::AGENT_DOT_NAME if input.agent_is_path() => input.agent_name(),
            path::COMPANY_ID | path::COMPANY_DOT_ID => input.company_id(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_source_of_a_run_is_one_text() {
        assert_eq!(String::from_utf16_lossy(RUN_SOURCE_UNITS), RUN_SOURCE);
    }

    #[test]
    fn the_parts_of_the_default_template_are_those_around_its_placeholders() {
        let [start, middle, end] = DEFAULT_PARTS.map(String::from_utf16_lossy);
        assert_eq!(
            String::from_utf16_lossy(DEFAULT_TEMPLATE),
            format!("{start}{{{{agent.id}}}}{middle}{{{{agent.name}}}}{end}")
        );
    }
}
