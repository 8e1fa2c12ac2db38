//! The engine's answers to what the decisions ask.

use crate::host::Host;
use crate::js::napi::{Env, Exception, MAX_ARGUMENTS, Reference, Value};
use crate::js::state::Glue;
use crate::units::Span;

/// The longest string that is made in one piece, in units. V8 maps and unmaps memory for each
/// string of more than 128 KiB, which costs more than all else; so a long one is concatenated of
/// parts, as V8 itself does with long JSON text.
const PART: usize = 1 << 14;

/// The engine, during one call.
pub struct JsHost<'a, 'e> {
    env: Env<'e>,
    glue: &'a Glue,
    /// The object whose members are the slots.
    fields: Value<'e>,
}

impl<'a, 'e> JsHost<'a, 'e> {
    /// The engine, for the call with these slots.
    pub const fn new(env: Env<'e>, glue: &'a Glue, fields: Value<'e>) -> Self {
        Self { env, glue, fields }
    }

    fn call(&self, function: &Reference, arguments: &[Value<'e>]) -> Result<Value<'e>, Exception> {
        self.env.call(function.get(self.env)?, arguments)
    }
}

impl<'e> Host for JsHost<'_, 'e> {
    type Value = Value<'e>;
    type Error = Exception;

    fn string(&mut self, units: &[u16]) -> Result<Value<'e>, Exception> {
        if units.len() <= PART {
            return self.env.string(units);
        }
        let parts = units.chunks(PART).map(|part| self.env.string(part));
        self.call(&self.glue.concat, &parts.collect::<Result<Vec<_>, _>>()?)
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
            Ok(env.read_string(value, units).unwrap_or_default())
        })
    }
}
