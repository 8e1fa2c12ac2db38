//! The engine's answers to what the decisions ask.

use std::mem;

use crate::bridge::engine::Engine;
use crate::bridge::leaf::Text;
use crate::bridge::wire;
use crate::input::Slot;
use crate::node::handles::Handles;
use crate::node::sys::{Env, Exception, MAX_ARGUMENTS, SharedIntegers, Value};
use crate::text::MAX_LENGTH;
use crate::text::units::Span;

/// The longest string that is made in one piece, in units. V8 maps and unmaps memory for each
/// string of more than 128 KiB, which costs more than all else; so a long one is concatenated from
/// parts, as V8 itself does with long JSON text.
const PART: usize = 1 << 14;

/// The longest text that crosses as a part of one string with others. They keep each other in
/// memory, so they have to be short.
const SHORT: usize = 1 << 10;

/// The engine, during one call.
pub struct JsEngine<'a, 'e> {
    /// The environment of the call.
    env: Env<'e>,
    /// The functions of the glue.
    handles: &'a Handles,
    /// The object whose members are the slots.
    fields: Value<'e>,
    /// The short texts that were made.
    short: &'a mut Vec<u16>,
    /// The long ones.
    long: Vec<Value<'e>>,
    /// The parts of the text that is being made.
    parts: Vec<Value<'e>>,
    /// One entry per text: `[start, end]` in `short`, or `[-(index + 1), 0]` into `long`.
    places: [[i32; 2]; Text::COUNT],
}

impl<'a, 'e> JsEngine<'a, 'e> {
    /// The engine, for the call with these slots.
    pub fn new(
        env: Env<'e>,
        handles: &'a Handles,
        fields: Value<'e>,
        short: &'a mut Vec<u16>,
    ) -> Self {
        short.clear();
        Self {
            env,
            handles,
            fields,
            short,
            long: Vec::new(),
            parts: Vec::new(),
            places: [[0; 2]; Text::COUNT],
        }
    }

    /// Hands over the texts that were made, as the glue's `textOf` expects them. Their places go on
    /// the wire last, when no JavaScript can run any more.
    pub fn finish(self, wire: &SharedIntegers) -> Result<Value<'e>, Exception> {
        let short = self.env.string(self.short)?;
        let texts = if self.long.is_empty() {
            short
        } else {
            let mut texts = self.long;
            texts.insert(0, short);
            self.env.call(self.handles.list_of.get(self.env)?, &texts)?
        };
        for (place, integer) in (wire::TEXTS..).zip(self.places.into_iter().flatten()) {
            wire.write(place, integer);
        }
        Ok(texts)
    }

    /// The text whose parts were pushed.
    fn join(&mut self) -> Result<Value<'e>, Exception> {
        let mut parts = mem::take(&mut self.parts);
        if let [whole] = parts[..] {
            return Ok(whole);
        }
        let concat = self.handles.concat.get(self.env)?;
        while parts.len() > MAX_ARGUMENTS {
            let longer = parts.chunks(MAX_ARGUMENTS);
            parts = longer.map(|parts| self.env.call(concat, parts)).collect::<Result<_, _>>()?;
        }
        self.env.call(concat, &parts)
    }
}

impl Engine for JsEngine<'_, '_> {
    type Error = Exception;

    fn push(&mut self, units: &[u16]) -> Result<(), Exception> {
        for part in units.chunks(PART) {
            self.parts.push(self.env.string(part)?);
        }
        Ok(())
    }

    fn make(&mut self, text: Text, units: &[u16]) -> Result<(), Exception> {
        // Texts and lists are far shorter than 2^31.
        let narrow = |number| i32::try_from(number).unwrap_or(i32::MAX);
        let place = if units.len() > SHORT || !self.parts.is_empty() {
            if units.len() > MAX_LENGTH {
                return Err(self.env.throw_length_error());
            }
            self.push(units)?;
            let whole = self.join()?;
            self.long.push(whole);
            [-narrow(self.long.len()), 0]
        } else {
            let start = self.short.len();
            self.short.extend_from_slice(units);
            [start, self.short.len()].map(narrow)
        };
        if let Some(free) = self.places.get_mut(text.number()) {
            *free = place;
        }
        Ok(())
    }

    fn refuse_length(&mut self) -> Exception {
        self.env.throw_length_error()
    }

    fn reserve(&mut self, units: &mut Vec<u16>, count: usize) -> Result<(), Exception> {
        self.env.reserve(units, count)
    }

    fn resolve(&mut self, path: &[u16], units: &mut Vec<u16>) -> Result<Span, Exception> {
        self.env.scope(self.fields, |env, fields| {
            let resolve = self.handles.resolve_path.get(env)?;
            let value = env.call(resolve, &[fields, env.string(path)?])?;
            // The glue returns strings.
            Ok(env.read_string(value, units)?.unwrap_or_default())
        })
    }

    fn utf8_length(&mut self, slot: Slot) -> Result<usize, Exception> {
        let Self { env, handles, fields, .. } = *self;
        let length = env.call(handles.utf8_length.get(env)?, &[fields, env.utf8(slot.0)?])?;
        env.read_size(length)
    }
}
