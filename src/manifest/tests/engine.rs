//! Replaces JavaScript: it hands fields over, keeps texts and reads the description.

use std::convert::Infallible;
use std::mem;

use serde_json::Value;

use super::json::Json;
use crate::bridge::engine::Engine;
use crate::bridge::leaf::Text;
use crate::decide::{self, Buffer};
use crate::input::{FIELDS, Field, IdSpans, Input, Slot, Source};
use crate::manifest::Manifest;
use crate::text::units::{Span, Units};

/// What `buildJobManifest` returns where the reader hands these fields over.
pub fn build(fields: &Value) -> Value {
    decide(fields, |manifest, texts| {
        let mut json = Json::new(fields, texts, manifest.prompt);
        manifest.describe(&mut json);
        json.value()
    })
}

/// What `look` returns for the manifest of these fields and its texts.
pub fn decide<R>(fields: &Value, look: impl FnOnce(&Manifest, &[String]) -> R) -> R {
    let source = Fields { all: fields, next: FIELDS.iter(), units: Units::default() };
    let input = Input::read(source);
    let mut texts = Texts { fields, made: vec![String::new(); Text::COUNT], pushed: Vec::new() };
    let Ok(manifest) = decide::decide(&mut texts, &input, &mut Buffer::default());
    look(&manifest, &texts.made)
}

/// The texts that were made.
struct Texts<'a> {
    fields: &'a Value,
    made: Vec<String>,
    pushed: Vec<u16>,
}

impl Engine for Texts<'_> {
    type Error = Infallible;

    fn push(&mut self, units: &[u16]) -> Result<(), Infallible> {
        self.pushed.extend_from_slice(units);
        Ok(())
    }

    fn make(&mut self, text: Text, units: &[u16]) -> Result<(), Infallible> {
        self.pushed.extend_from_slice(units);
        self.made[text.number()] = String::from_utf16_lossy(&mem::take(&mut self.pushed));
        Ok(())
    }

    fn refuse_length(&mut self) -> Infallible {
        unreachable!("no text here is that long")
    }

    fn reserve(&mut self, units: &mut Vec<u16>, count: usize) -> Result<(), Infallible> {
        units.reserve(count);
        Ok(())
    }

    fn resolve(&mut self, _: &[u16], _: &mut Vec<u16>) -> Result<Span, Infallible> {
        Ok(Span::default())
    }

    fn utf8_length(&mut self, slot: Slot) -> Result<usize, Infallible> {
        Ok(self.fields[slot.0].as_str().map_or(0, str::len))
    }
}

struct Fields<'a> {
    all: &'a Value,
    next: std::slice::Iter<'static, Field>,
    units: Units,
}

impl<'a> Fields<'a> {
    fn next(&mut self) -> &'a Value {
        self.next.next().map_or(&Value::Null, |field| &self.all[field.name])
    }

    fn span(&mut self, value: &Value) -> Option<Span> {
        let text = value.as_str()?;
        let start = self.units.units.len();
        self.units.units.extend(text.encode_utf16());
        Some(Span { start, length: self.units.units.len() - start })
    }
}

impl Source for Fields<'_> {
    fn text(&mut self) -> Option<Span> {
        let value = self.next();
        self.span(value)
    }

    fn id(&mut self) -> IdSpans {
        IdSpans { text: self.text().unwrap_or_default(), slug: None }
    }

    fn flag(&mut self) -> bool {
        !matches!(self.next(), Value::Null | Value::Bool(false))
    }

    fn length(&mut self) -> usize {
        match self.next() {
            Value::String(text) => text.encode_utf16().count(),
            Value::Array(items) => {
                for item in items {
                    let span = self.span(item).unwrap();
                    self.units.listed.push(span);
                }
                items.len()
            }
            _ => 0,
        }
    }

    fn into_texts(self) -> Units {
        self.units
    }
}
