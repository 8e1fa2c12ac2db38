//! The numbers of a result. Each has a fixed place: the functions that put results together are
//! compiled once and keep these places.

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
