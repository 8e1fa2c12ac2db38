//! The strings that were read of one input.

use std::ops::Range;

/// A string's place among the units that were read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The index of its first unit.
    pub start: usize,
    /// The number of its units.
    pub length: usize,
}

/// The units of all strings that were read.
#[derive(Debug, Default)]
pub struct Units {
    /// The strings, one after the other.
    pub units: Vec<u16>,
    /// The places of those that came in lists; `None` for what is no string.
    pub listed: Vec<Option<Span>>,
}

/// Units and lists that one call may leave to the next: more is freed, so that a large input
/// does not stay in memory.
pub const KEPT: usize = 1 << 20;

impl Units {
    /// Forgets all strings.
    pub fn clear(&mut self) {
        self.units.clear();
        self.listed.clear();
    }

    /// Forgets all strings and frees what is large.
    pub fn reset(&mut self) {
        self.clear();
        self.units.shrink_to(KEPT);
        self.listed.shrink_to(KEPT);
    }

    /// The units of a string.
    #[must_use]
    pub fn get(&self, span: Span) -> &[u16] {
        self.units.get(span.start..span.start + span.length).unwrap_or_default()
    }

    /// The units of a value that may be no string.
    #[must_use]
    pub fn text(&self, span: Option<Span>) -> Option<&[u16]> {
        span.map(|span| self.get(span))
    }

    /// The strings of a list, in order; `None` for what is no string.
    pub fn list(&self, texts: &Range<usize>) -> impl ExactSizeIterator<Item = Option<&[u16]>> {
        let listed = self.listed.get(texts.clone()).unwrap_or_default();
        listed.iter().map(|&span| self.text(span))
    }
}
