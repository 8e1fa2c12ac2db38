//! What the decisions ask of JavaScript.

use crate::bridge::leaf::Text;
use crate::input::Slot;
use crate::text::units::Span;

/// The JavaScript engine, as the decisions see it.
pub trait Engine {
    /// Why it could not answer: an exception is on its way to the caller.
    type Error;

    /// Takes a part of a text of the manifest. Further parts may follow.
    fn push(&mut self, units: &[u16]) -> Result<(), Self::Error>;
    /// Takes the last part of a text of the manifest.
    fn make(&mut self, text: Text, units: &[u16]) -> Result<(), Self::Error>;
    /// Fails as V8 does where a string would be too long.
    fn refuse_length(&mut self) -> Self::Error;
    /// Makes room for that many further units, or fails where there is no memory for them.
    fn reserve(&mut self, units: &mut Vec<u16>, count: usize) -> Result<(), Self::Error>;
    /// Appends the text that replaces the placeholder `path` of a template to `units`.
    fn resolve(&mut self, path: &[u16], units: &mut Vec<u16>) -> Result<Span, Self::Error>;
    /// The length as UTF-8 of a text that stayed in JavaScript.
    fn utf8_length(&mut self, slot: Slot) -> Result<usize, Self::Error>;
}
