//! The prompt: its sections, their order and their lengths. Their texts stay in JavaScript.

use crate::bridge::engine::Engine;
use crate::bridge::leaf::Number;
use crate::input::{Input, SLOT, Slot};

/// The template of agents that configure none.
pub const DEFAULT_TEMPLATE: &str =
    "You are agent {{agent.id}} ({{agent.name}}). Continue your Paperclip work.";

/// Why the run was started, as templates show it.
pub const RUN_SOURCE: &str = "on_demand";

/// The text between two sections.
pub const SEPARATOR: &str = "\n\n";

/// Prompts of more bytes as UTF-8 travel in a Secret instead of an environment variable.
pub const INLINE_LIMIT: usize = 256 * 1024;

/// A section of the prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its text.
    pub slot: Slot,
    /// The length of that in UTF-16 units.
    pub length: usize,
    /// Whether it is in the prompt: a blank one is left out.
    pub is_shown: bool,
}

/// What is decided about the prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// The sections, in the order in which they are shown: the bootstrap section, why the agent was
    /// woken, the handoff note, and what the prompt template says.
    pub sections: [Section; 4],
    /// Whether the prompt is too long for an environment variable.
    pub is_staged: bool,
}

impl Prompt {
    /// The numbers that the result reports, in UTF-16 units.
    #[must_use]
    pub fn number(&self, number: Number) -> usize {
        let [bootstrap, wake, handoff, heartbeat] = self.sections.map(|section| section.length);
        match number {
            Number::Prompt => {
                let shown = self.shown().map(|section| section.length + SEPARATOR.len());
                shown.sum::<usize>().saturating_sub(SEPARATOR.len())
            }
            Number::Bootstrap => bootstrap,
            Number::Wake => wake,
            Number::Handoff => handoff,
            // Counted even where it is blank and left out.
            Number::Heartbeat => heartbeat,
        }
    }

    /// The sections that are shown.
    fn shown(&self) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(|section| section.is_shown)
    }
}

/// Decides which sections the prompt has, and how it travels.
pub fn decide<E: Engine>(engine: &mut E, input: &Input) -> Result<Prompt, E::Error> {
    // All but the last are trimmed, so only an empty one is blank.
    let section = |slot, length| Section { slot, length, is_shown: length > 0 };
    let heartbeat = section(SLOT.heartbeat, input.heartbeat());
    let mut prompt = Prompt {
        sections: [
            section(SLOT.bootstrap, input.bootstrap()),
            section(SLOT.wake_section, input.wake_section()),
            section(SLOT.handoff, input.handoff()),
            Section { is_shown: heartbeat.is_shown && !input.heartbeat_is_blank(), ..heartbeat },
        ],
        is_staged: false,
    };
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
    // The separators are as many bytes as units.
    let mut bytes = units;
    for section in prompt.shown() {
        bytes += engine.utf8_length(section.slot)?.saturating_sub(section.length);
    }
    Ok(bytes > INLINE_LIMIT)
}
