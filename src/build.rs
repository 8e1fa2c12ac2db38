//! From what was read to the manifest: decide, then assemble.

use crate::host::Host;
use crate::input::{Id, Input, KEPT, Text, Units};
use crate::manifest::Manifest;
use crate::{claude_args, env, env_plan, job_name, key_value, prompt, text};

/// Buffers that one call leaves to the next.
#[derive(Default)]
pub struct Buffers {
    /// The Job's name.
    name: Vec<u16>,
    /// The prompt, and then whatever text is being made.
    text: Vec<u16>,
    /// How the environment is put together.
    plan: Vec<i32>,
}

impl Buffers {
    /// Empties the buffers and frees what is large.
    pub fn reset(&mut self) {
        self.text.clear();
        self.text.shrink_to(KEPT);
        self.plan.clear();
        self.plan.shrink_to(KEPT);
    }
}

/// Decides everything about the manifest and hands it to `assemble`, together with the plan that
/// [`env_plan::write`] describes.
pub fn build<H: Host, R>(
    host: &mut H,
    input: &Input<H::Value>,
    units: &Units,
    buffers: &mut Buffers,
    assemble: impl FnOnce(&mut H, &mut Manifest<H::Value>, &[i32]) -> Result<R, H::Error>,
) -> Result<R, H::Error> {
    let Buffers { name, text, plan } = buffers;

    name.clear();
    job_name::write(name, id(&input.agent_id, units), id(&input.run_id, units));
    let job_name = host.string(name)?;

    text.clear();
    let metrics = prompt::write(text, host, input, units)?;
    let prompt = host.string(text)?;
    let prompt_secret = if prompt::is_staged(text) {
        text::push_ascii(name, "-prompt");
        Some(host.string(name)?)
    } else {
        None
    };

    let switches = claude_args::switches(host, input, units)?;
    text.clear();
    claude_args::write_command(text, host, &switches, input, units)?;
    let command = host.string(text)?;

    let known = env::known_values(host, input, units, text)?;
    env_plan::write(plan, &known, input, units);
    let undefined = host.undefined();

    let mut manifest = Manifest {
        input,
        job_name,
        prompt,
        prompt_secret,
        metrics: metrics.to_values(host)?,
        switches: &switches,
        command,
        env_plan: undefined,
        known_env: &known.map(|value| value.unwrap_or(undefined)),
        node_selector: pairs(host, &input.node_selector, input.selects_nodes, units)?,
        labels: pairs(host, &input.labels, input.has_labels, units)?,
    };
    assemble(host, &mut manifest, plan)
}

fn id<'a, V>(id: &Id<V>, units: &'a Units) -> job_name::Id<'a> {
    job_name::Id {
        text: units.get(id.text),
        slug: id.slug.map(|slug| units.get(slug)),
    }
}

/// The flat array of the pairs of a field that is `key=value` text or such an array already.
fn pairs<H: Host>(
    host: &mut H,
    source: &Text<H::Value>,
    is_filled: bool,
    units: &Units,
) -> Result<Option<H::Value>, H::Error> {
    let Some(text) = units.text(source) else {
        return Ok(is_filled.then_some(source.value));
    };
    let mut pairs = key_value::pairs(text).peekable();
    if pairs.peek().is_none() {
        return Ok(None);
    }
    host.strings(pairs.flat_map(|(key, value)| [key, value])).map(Some)
}
