//! From what was read to the manifest: decide, then assemble.

use crate::bridge::engine::Host;
use crate::command::Command;
use crate::input::{Id, Input};
use crate::manifest::Manifest;
use crate::text::units::{KEPT, Span, Units};
use crate::{command, env, env_layers, job_name, key_value, prompt, text};

/// Buffers that one call leaves to the next.
#[derive(Default)]
pub struct Buffers {
    /// The Job's name.
    name: Vec<u16>,
    /// The prompt, and then whatever text is being made.
    text: Vec<u16>,
    /// The entries of the environment.
    entries: Vec<env_layers::Entry>,
    /// How the environment is put together.
    plan: Vec<i32>,
    /// The short texts that were made.
    pub short: Vec<u16>,
}

impl Buffers {
    /// Empties the buffers and frees what is large.
    pub fn reset(&mut self) {
        self.text.clear();
        self.text.shrink_to(KEPT);
        self.entries.clear();
        self.entries.shrink_to(KEPT);
        self.plan.clear();
        self.plan.shrink_to(KEPT);
    }
}

/// Decides everything about the manifest and hands it to `assemble`, together with the plan that
/// [`env_layers::write`] describes.
pub fn build<H: Host, R>(
    mut host: H,
    input: &Input<H::Value>,
    units: &Units,
    buffers: &mut Buffers,
    assemble: impl FnOnce(H, &Manifest<H::Value>, &[i32]) -> Result<R, H::Error>,
) -> Result<R, H::Error> {
    let Buffers { name, text, entries, plan, .. } = buffers;

    name.clear();
    job_name::write(name, id(&input.agent_id, units), id(&input.run_id, units));
    let job_name = host.make(name)?;

    text.clear();
    let metrics = prompt::write(text, &mut host, input, units)?;
    let prompt = host.make(text)?;
    let is_staged = prompt::is_staged(text);
    let mut secret_name = job_name;
    if is_staged {
        text::push_ascii(name, "-prompt");
        secret_name = host.make(name)?;
    }

    let switches = command::switches(input);
    text.clear();
    let skips_permissions_first = command::write_command(text, &switches, input, units);
    let command = Command {
        skips_permissions_first,
        rest: match &text[..] {
            [] => None,
            rest => Some(host.make(rest)?),
        },
    };

    let known = env::known(&mut host, input, units, text)?;
    env_layers::write(plan, entries, &known, input, units);

    let selects_nodes = fill(&mut host, input.node_selector, input.node_selector_text, units)?;
    let has_labels = fill(&mut host, input.labels, input.labels_text, units)?;

    let manifest = Manifest {
        input,
        job_name,
        prompt,
        is_staged,
        secret_name,
        metrics,
        switches: &switches,
        command,
        selects_nodes: selects_nodes || input.selects_nodes,
        has_labels: has_labels || input.has_labels,
    };
    assemble(host, &manifest, plan)
}

fn id<'a>(id: &Id, units: &'a Units) -> job_name::Id<'a> {
    job_name::Id { text: units.get(id.text), slug: id.slug.map(|slug| units.get(slug)) }
}

/// Fills an array with the pairs of `key=value` text, and tells whether there are any.
fn fill<H: Host>(
    host: &mut H,
    array: H::Value,
    text: Option<Span>,
    units: &Units,
) -> Result<bool, H::Error> {
    let Some(text) = units.text(text) else {
        return Ok(false);
    };
    let mut pairs = key_value::pairs(text).peekable();
    let is_filled = pairs.peek().is_some();
    if is_filled {
        host.append(array, pairs.flat_map(|(key, value)| [key, value]))?;
    }
    Ok(is_filled)
}
