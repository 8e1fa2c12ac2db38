//! From what was read to what the manifest says: every decision, in order.

use crate::bridge::engine::Engine;
use crate::bridge::leaf::Text;
use crate::input::Input;
use crate::manifest::Manifest;
use crate::text::MAX_LENGTH;
use crate::text::units::KEPT;
use crate::{command, job_name, prompt};

/// A buffer that one call leaves to the next.
#[derive(Default)]
pub struct Buffer(Vec<u16>);

impl Buffer {
    /// Empties the buffer and frees it if it is large.
    pub fn reset(&mut self) {
        self.0.clear();
        self.0.shrink_to(KEPT);
    }
}

/// Decides everything about the manifest, and makes its texts.
pub fn decide<'a, E: Engine>(
    engine: &mut E,
    input: &'a Input,
    Buffer(text): &mut Buffer,
) -> Result<Manifest<'a>, E::Error> {
    text.clear();
    let (agent, run) = (input.agent_id(), input.run_id());
    // The original hashes `agent:run`, which has to be a string of V8's.
    if agent.text.len() + 1 + run.text.len() > MAX_LENGTH {
        return Err(engine.refuse_length());
    }
    job_name::write(text, agent, run);
    engine.make(Text::JobName, text)?;

    let prompt = prompt::decide(engine, input, text)?;

    let switches = command::switches(input);
    text.clear();
    let length = command::texts_length(&switches, input);
    if length > MAX_LENGTH {
        return Err(engine.refuse_length());
    }
    if let Some(room) = command::room_for_long(&switches, input, length) {
        engine.reserve(text, room)?;
    }
    command::write_rest(text, &switches, input);
    let has_options = !text.is_empty();
    if has_options {
        engine.make(Text::Command, text)?;
    }

    Ok(Manifest { input, prompt, switches, has_options })
}
