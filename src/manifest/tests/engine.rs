//! Replaces JavaScript: it hands fields over and reads the description.

use std::convert::Infallible;

use serde_json::Value;

use super::json::Json;
use crate::bridge::engine::Engine;
use crate::decide;
use crate::input::{FIELDS, Field, IdSpans, Input, Slot, Source};
use crate::manifest::Manifest;
use crate::text::units::{Span, Units};

/// What `buildJobManifest` returns where the reader hands these fields over.
pub fn build(fields: &Value) -> Value {
    decide(fields, |manifest, name| {
        let mut json = Json::new(fields, name, manifest.prompt);
        manifest.describe(&mut json);
        json.value()
    })
}

/// What `look` returns for the manifest of these fields and its name.
pub fn decide<R>(fields: &Value, look: impl FnOnce(&Manifest, &str) -> R) -> R {
    let source = Fields { all: fields, next: FIELDS.iter(), units: Units::default() };
    let input = Input::read(source);
    let mut name = Vec::new();
    let Ok(manifest) = decide::decide(&mut Lengths(fields), &input, &mut name);
    look(&manifest, &String::from_utf16_lossy(&name))
}

/// Counts the fields.
struct Lengths<'a>(&'a Value);

impl Engine for Lengths<'_> {
    type Error = Infallible;

    fn refuse_length(&mut self) -> Infallible {
        unreachable!("no id here is that long")
    }

    fn utf8_length(&mut self, slot: Slot) -> Result<usize, Infallible> {
        Ok(self.0[slot.0].as_str().map_or(0, str::len))
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
}

impl Source for Fields<'_> {
    fn id(&mut self) -> IdSpans {
        let text = self.next().as_str().unwrap_or_default();
        let start = self.units.units.len();
        self.units.units.extend(text.encode_utf16());
        let text = Span { start, length: self.units.units.len() - start };
        IdSpans { text, slug: None }
    }

    fn flag(&mut self) -> bool {
        !matches!(self.next(), Value::Null | Value::Bool(false))
    }

    fn length(&mut self) -> usize {
        self.next().as_str().map_or(0, |text| text.encode_utf16().count())
    }

    fn into_texts(self) -> Units {
        self.units
    }
}
