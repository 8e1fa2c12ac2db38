//! What the decisions ask of JavaScript.

use crate::text::units::Span;

/// A text that was made for the manifest, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made(pub usize);

/// How many texts a manifest has at most.
pub const MAX_MADE: usize = 8;

/// The JavaScript engine, as the decisions see it. `Value` is one of its values, opaque here.
pub trait Host {
    /// A JavaScript value.
    type Value: Copy;
    /// Why it could not answer: an exception is on its way to the caller.
    type Error;

    /// Makes a text of the manifest.
    fn make(&mut self, units: &[u16]) -> Result<Made, Self::Error>;
    /// Fails where a string cannot have so many units.
    fn check_length(&mut self, units: &[u16]) -> Result<(), Self::Error>;
    /// Appends strings to an array.
    fn append<'a>(
        &mut self,
        array: Self::Value,
        strings: impl Iterator<Item = &'a [u16]>,
    ) -> Result<(), Self::Error>;
    /// Appends the text that stands for the placeholder `path` in a template to `units`.
    fn resolve(&mut self, path: &[u16], units: &mut Vec<u16>) -> Result<Span, Self::Error>;
}
