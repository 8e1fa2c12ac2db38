//! What stands in for JavaScript: it hands fields over, makes strings and assembles.

use std::convert::Infallible;
use std::ops::Range;

use serde_json::Value;

use super::json::Json;
use crate::bridge::engine::{Host, Made};
use crate::decide::{self, Buffers};
use crate::input::{FIELDS, Field, Id, Input, Reader};
use crate::text::units::{Span, Units};

/// What `buildJobManifest` returns where the reader hands these fields over.
pub fn build(fields: &Value) -> Value {
    let mut reader = Fields { fields, next: FIELDS.iter(), units: Units::default() };
    let input = Input::read(&mut reader);
    let units = reader.units;
    let Ok(result) = decide::build(
        Strings::default(),
        &input,
        &units,
        &mut Buffers::default(),
        |strings, manifest, plan| {
            let mut json = Json::new(fields, &strings.0, plan, manifest.metrics.to_array());
            manifest.describe(&mut json);
            Ok(json.value())
        },
    );
    result
}

/// The texts that were made.
#[derive(Default)]
struct Strings(Vec<String>);

impl Host for Strings {
    type Value = ();
    type Error = Infallible;

    fn make(&mut self, units: &[u16]) -> Result<Made, Infallible> {
        self.0.push(String::from_utf16_lossy(units));
        Ok(Made(self.0.len() - 1))
    }

    fn check_length(&mut self, _: &[u16]) -> Result<(), Infallible> {
        Ok(())
    }

    fn append<'a>(&mut self, (): (), _: impl Iterator<Item = &'a [u16]>) -> Result<(), Infallible> {
        Ok(())
    }

    fn resolve(&mut self, _: &[u16], _: &mut Vec<u16>) -> Result<Span, Infallible> {
        Ok(Span::default())
    }
}

struct Fields<'a> {
    fields: &'a Value,
    next: std::slice::Iter<'static, Field>,
    units: Units,
}

impl<'a> Fields<'a> {
    fn next(&mut self) -> &'a Value {
        self.next.next().map_or(&Value::Null, |field| &self.fields[field.name])
    }

    fn span(&mut self, value: &Value) -> Option<Span> {
        let text = value.as_str()?;
        let start = self.units.units.len();
        self.units.units.extend(text.encode_utf16());
        Some(Span { start, length: self.units.units.len() - start })
    }
}

impl Reader<()> for Fields<'_> {
    fn array(&mut self) {
        self.next();
    }

    fn text(&mut self) -> Option<Span> {
        let value = self.next();
        self.span(value)
    }

    fn id(&mut self) -> Id {
        Id { text: self.text().unwrap_or_default(), slug: None }
    }

    fn flag(&mut self) -> bool {
        !matches!(self.next(), Value::Null | Value::Bool(false))
    }

    fn count(&mut self) -> usize {
        self.next().as_u64().map_or(0, |count| usize::try_from(count).unwrap())
    }

    fn texts(&mut self) -> Range<usize> {
        let start = self.units.listed.len();
        for value in self.next().as_array().into_iter().flatten() {
            let span = self.span(value);
            self.units.listed.push(span);
        }
        start..self.units.listed.len()
    }
}
