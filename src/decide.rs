//! From what was read to what the manifest says: every decision, in order.

use crate::bridge::engine::Engine;
use crate::input::Input;
use crate::manifest::Manifest;
use crate::text::MAX_LENGTH;
use crate::{job_name, prompt};

/// Decides everything about the manifest, and writes the Job's name into `name`.
pub fn decide<'a, E: Engine>(
    engine: &mut E,
    input: &'a Input,
    name: &mut Vec<u16>,
) -> Result<Manifest<'a>, E::Error> {
    let (agent, run) = (input.agent_id(), input.run_id());
    // The original hashes `agent:run`, which has to be a string of V8's.
    if agent.text.len() + 1 + run.text.len() > MAX_LENGTH {
        return Err(engine.refuse_length());
    }
    job_name::write(name, agent, run);
    let prompt = prompt::decide(engine, input)?;
    Ok(Manifest { input, prompt })
}
