//! The engine's answers to what the decisions ask.

use crate::bridge::engine::{Host, MAX_MADE, Made};
use crate::bridge::reader::TEXTS;
use crate::node::state::Glue;
use crate::node::sys::{Env, Exception, MAX_ARGUMENTS, SharedIntegers, Value};
use crate::text::MAX_LENGTH;
use crate::text::units::Span;

/// The longest string that is made in one piece, in units. V8 maps and unmaps memory for each
/// string of more than 128 KiB, which costs more than all else; so a long one is concatenated of
/// parts, as V8 itself does with long JSON text.
const PART: usize = 1 << 14;

/// The longest text that crosses as a part of one string with others. They keep each other in
/// memory, so they have to be short.
const SHORT: usize = 1 << 10;

/// The engine, during one call.
pub struct JsHost<'a, 'e> {
    env: Env<'e>,
    glue: &'a Glue,
    /// The object whose members are the slots.
    fields: Value<'e>,
    /// The short texts that were made.
    short: &'a mut Vec<u16>,
    /// The long ones.
    long: Vec<Value<'e>>,
    /// Where the texts stand: from where to where among the short ones, or negative the place among
    /// the long ones, from 1 on.
    places: [[i32; 2]; MAX_MADE],
    made: usize,
}

impl<'a, 'e> JsHost<'a, 'e> {
    /// The engine, for the call with these slots.
    pub fn new(env: Env<'e>, glue: &'a Glue, fields: Value<'e>, short: &'a mut Vec<u16>) -> Self {
        short.clear();
        Self { env, glue, fields, short, long: Vec::new(), places: [[0; 2]; MAX_MADE], made: 0 }
    }

    /// Hands over the texts that were made, as the glue's `madeText` expects them.
    pub fn finish(self, ledger: &SharedIntegers) -> Result<Value<'e>, Exception> {
        for (place, integer) in (TEXTS..).zip(self.places.into_iter().take(self.made).flatten()) {
            ledger.write(place, integer);
        }
        let short = self.env.string(self.short)?;
        if self.long.is_empty() {
            return Ok(short);
        }
        let mut texts = self.long;
        texts.insert(0, short);
        self.env.call(self.glue.list_of.get(self.env)?, &texts)
    }

    fn string(&self, units: &[u16]) -> Result<Value<'e>, Exception> {
        if units.len() <= PART {
            return self.env.string(units);
        }
        if units.len() > MAX_LENGTH {
            return Err(self.env.throw_range_error("Invalid string length"));
        }
        let concat = self.glue.concat.get(self.env)?;
        let mut parts =
            units.chunks(PART).map(|part| self.env.string(part)).collect::<Result<Vec<_>, _>>()?;
        while parts.len() > MAX_ARGUMENTS {
            let longer = parts.chunks(MAX_ARGUMENTS);
            parts = longer.map(|parts| self.env.call(concat, parts)).collect::<Result<_, _>>()?;
        }
        self.env.call(concat, &parts)
    }
}

impl<'e> Host for JsHost<'_, 'e> {
    type Value = Value<'e>;
    type Error = Exception;

    fn make(&mut self, units: &[u16]) -> Result<Made, Exception> {
        // Texts and lists are far shorter than 2^31.
        let narrow = |number| i32::try_from(number).unwrap_or(i32::MAX);
        let place = if units.len() > SHORT {
            self.long.push(self.string(units)?);
            [-narrow(self.long.len()), 0]
        } else {
            let start = self.short.len();
            self.short.extend_from_slice(units);
            [start, self.short.len()].map(narrow)
        };
        let number = self.made;
        let Some(free) = self.places.get_mut(number) else {
            return Err(self.env.throw("k8s-native: too many texts"));
        };
        *free = place;
        self.made += 1;
        Ok(Made(number))
    }

    fn check_length(&mut self, units: &[u16]) -> Result<(), Exception> {
        self.string(units).map(drop)
    }

    fn append<'t>(
        &mut self,
        array: Value<'e>,
        strings: impl Iterator<Item = &'t [u16]>,
    ) -> Result<(), Exception> {
        let mut strings = strings.peekable();
        while strings.peek().is_some() {
            let chunk = strings.by_ref().take(MAX_ARGUMENTS);
            self.env.scope(array, |env, array| {
                let mut arguments = vec![array];
                for string in chunk {
                    arguments.push(env.string(string)?);
                }
                env.call(self.glue.append.get(env)?, &arguments).map(drop)
            })?;
        }
        Ok(())
    }

    fn resolve(&mut self, path: &[u16], units: &mut Vec<u16>) -> Result<Span, Exception> {
        let fields = self.fields;
        self.env.scope(fields, |env, fields| {
            let value = env.call(self.glue.resolve.get(env)?, &[fields, env.string(path)?])?;
            // The glue returns strings.
            Ok(env.read_string(value, units)?.unwrap_or_default())
        })
    }
}
