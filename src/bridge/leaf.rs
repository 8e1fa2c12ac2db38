//! The leaves of a result that Rust makes. Each has a name and a fixed number: the functions that
//! put results together are compiled once and keep these numbers.

/// A text that Rust makes for one manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    /// The Job's name.
    JobName,
    /// What follows the fixed beginning of the agent's shell command.
    Command,
    /// The bootstrap section, rendered and trimmed.
    Bootstrap,
    /// The section of the prompt template, rendered.
    Heartbeat,
}

impl Text {
    /// How many there are.
    pub const COUNT: usize = Self::Heartbeat.number() + 1;

    /// The text's fixed number.
    #[must_use]
    pub const fn number(self) -> usize {
        self as usize
    }
}

/// A number that Rust computes for one manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// The length of the prompt.
    Prompt,
    /// The length of the bootstrap section.
    Bootstrap,
    /// The length of the wake section.
    Wake,
    /// The length of the handoff note.
    Handoff,
    /// The length of the section of the prompt template.
    Heartbeat,
}

impl Number {
    /// All numbers, in order.
    pub const ALL: [Self; 5] =
        [Self::Prompt, Self::Bootstrap, Self::Wake, Self::Handoff, Self::Heartbeat];

    /// The number's fixed place among all.
    #[must_use]
    pub const fn place(self) -> usize {
        self as usize
    }
}
