//! What the decisions ask of JavaScript.

use crate::units::Span;

/// The JavaScript engine, as the decisions see it. `Value` is one of its values, opaque here.
pub trait Host {
    /// A JavaScript value.
    type Value: Copy;
    /// Why it could not answer: an exception is on its way to the caller.
    type Error;

    /// A string of these units.
    fn string(&mut self, units: &[u16]) -> Result<Self::Value, Self::Error>;
    /// Appends strings to an array.
    fn append<'a>(
        &mut self,
        array: Self::Value,
        strings: impl Iterator<Item = &'a [u16]>,
    ) -> Result<(), Self::Error>;
    /// Appends the text that stands for the placeholder `path` in a template to `units`.
    fn resolve(&mut self, path: &[u16], units: &mut Vec<u16>) -> Result<Span, Self::Error>;
}
