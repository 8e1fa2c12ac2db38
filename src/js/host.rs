//! The engine's answers to what the decisions ask.

use crate::host::Host;
use crate::input::{Input, Span};
use crate::js::napi::{Env, Exception, MAX_ARGUMENTS, Reference, Value};
use crate::js::state::{Glue, State};

/// The longest string that is made in one piece, in units. V8 maps and unmaps memory for each
/// string of more than 128 KiB, which costs more than all else; so a long one is concatenated of
/// parts, as V8 itself does with long JSON text.
const PART: usize = 1 << 15;

/// The engine, during one call.
pub struct JsHost<'a, 'e> {
    env: Env<'e>,
    glue: &'a Glue,
    undefined: Value<'e>,
    /// What templates can name: agent id, company id, run id, agent and context.
    roots: [Value<'e>; 5],
}

impl<'a, 'e> JsHost<'a, 'e> {
    /// The engine, for this input.
    pub fn new(
        env: Env<'e>,
        state: &'a State,
        input: &Input<Value<'e>>,
    ) -> Result<Self, Exception> {
        let Some(glue) = state.glue.get() else {
            return Err(env.throw("k8s-native: not loaded"));
        };
        let roots = [
            input.agent_id.value,
            input.company_id.value,
            input.run_id.value,
            input.agent,
            input.context,
        ];
        Ok(Self { env, glue, undefined: env.undefined()?, roots })
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

    fn strings<'t>(
        &mut self,
        strings: impl Iterator<Item = &'t [u16]>,
    ) -> Result<Value<'e>, Exception> {
        let array = self.env.array()?;
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
        Ok(array)
    }

    fn number(&mut self, number: usize) -> Result<Value<'e>, Exception> {
        self.env.integer(u32::try_from(number).unwrap_or(u32::MAX))
    }

    fn undefined(&mut self) -> Value<'e> {
        self.undefined
    }

    fn read(&mut self, value: Value<'e>, units: &mut Vec<u16>) -> Option<Span> {
        self.env.read_string(value, units)
    }

    fn resolve(&mut self, path: &[u16]) -> Result<Value<'e>, Exception> {
        let [agent_id, company_id, run_id, agent, context] = self.roots;
        let path = self.env.string(path)?;
        self.call(
            &self.glue.resolve,
            &[path, agent_id, company_id, run_id, agent, context],
        )
    }

    fn quote(&mut self, value: Value<'e>, field: &str) -> Result<Value<'e>, Exception> {
        let field = self.env.utf8(field)?;
        self.call(&self.glue.quote, &[value, field])
    }
}
