//! The strings that were read of one input.

/// A string's place among the units that were read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The index of its first unit.
    pub start: usize,
    /// The number of its units.
    pub length: usize,
}

impl Span {
    /// The units in this place.
    #[must_use]
    pub fn of(self, units: &[u16]) -> &[u16] {
        units.get(self.start..self.start + self.length).unwrap_or_default()
    }
}

/// The units of all strings that were read.
#[derive(Debug, Default)]
pub struct Units {
    /// The strings, one after the other.
    pub units: Vec<u16>,
}

/// Units that one call may leave to the next: more is freed, so that a large input
/// does not stay in memory.
pub const KEPT: usize = 1 << 20;

impl Units {
    /// Forgets all strings.
    pub fn clear(&mut self) {
        self.units.clear();
    }

    /// Forgets all strings and frees large buffers.
    pub fn reset(&mut self) {
        self.clear();
        self.units.shrink_to(KEPT);
    }

    /// The units of a string.
    #[must_use]
    pub fn get(&self, span: Span) -> &[u16] {
        span.of(&self.units)
    }
}
