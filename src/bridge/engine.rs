//! What Rust asks of JavaScript.

use crate::input::Slot;
use crate::text::units::Span;

/// The JavaScript engine, as the decisions see it.
pub trait Engine {
    /// Why it could not answer: an exception is on its way to the caller.
    type Error;

    /// Fails as V8 does where a string would be too long.
    fn refuse_length(&mut self) -> Self::Error;
    /// The length as UTF-8 of a text that stayed in JavaScript.
    fn utf8_length(&mut self, slot: Slot) -> Result<usize, Self::Error>;
}

/// The JavaScript engine, as a template sees it.
pub trait Renderer {
    /// As [`Engine::Error`].
    type Error;

    /// Takes the next part of the text.
    fn push(&mut self, units: &[u16]) -> Result<(), Self::Error>;
    /// As [`Engine::refuse_length`].
    fn refuse_length(&mut self) -> Self::Error;
    /// Appends the text that replaces the placeholder `path` to `units`.
    fn resolve(&mut self, path: &[u16], units: &mut Vec<u16>) -> Result<Span, Self::Error>;
}
