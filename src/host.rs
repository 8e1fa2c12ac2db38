//! What the decisions ask of JavaScript.

use crate::input::{Span, Text, Units};
use crate::text;

/// The JavaScript engine, as the decisions see it. `Value` is one of its values, opaque here.
pub trait Host {
    /// A JavaScript value.
    type Value: Copy;
    /// Why it could not answer: an exception is on its way to the caller.
    type Error;

    /// A string of these units.
    fn string(&mut self, units: &[u16]) -> Result<Self::Value, Self::Error>;
    /// An array of strings.
    fn strings<'a>(
        &mut self,
        strings: impl Iterator<Item = &'a [u16]>,
    ) -> Result<Self::Value, Self::Error>;
    /// A number.
    fn number(&mut self, number: usize) -> Result<Self::Value, Self::Error>;
    /// `undefined`.
    fn undefined(&mut self) -> Self::Value;
    /// Appends the units of a primitive string to `units`.
    fn read(&mut self, value: Self::Value, units: &mut Vec<u16>) -> Option<Span>;
    /// The text that stands for the placeholder `path` in a template.
    fn resolve(&mut self, path: &[u16]) -> Result<Self::Value, Self::Error>;
    /// A value that is no primitive string, quoted for the shell by its own methods.
    fn quote(&mut self, value: Self::Value, field: &str) -> Result<Self::Value, Self::Error>;
}

/// A value that is a string with more than white space in it, without its outer white space. It
/// stays the same value where there is none.
pub fn trimmed<H: Host>(
    host: &mut H,
    value: &Text<H::Value>,
    units: &Units,
) -> Result<Option<Text<H::Value>>, H::Error> {
    let Some(span) = value.span else {
        return Ok(None);
    };
    let inner = text::trim_range(units.get(span));
    if inner.is_empty() {
        return Ok(None);
    }
    if inner.len() == span.length {
        return Ok(Some(*value));
    }
    let span = Span {
        start: span.start + inner.start,
        length: inner.len(),
    };
    Ok(Some(Text {
        value: host.string(units.get(span))?,
        span: Some(span),
    }))
}
