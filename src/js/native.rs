//! The native functions that the glue calls: one takes texts, the other builds the manifest.

use crate::build::{self, Buffers};
use crate::input::{Id, Input, Reader, Span, Text, Texts as List, Units};
use crate::js::host::JsHost;
use crate::js::napi::{Env, Exception, Native, SharedIntegers, Value};
use crate::js::state::State;
use crate::manifest::Manifest;
use crate::reader::{COUNTS, FLAGS, FRESH, STRINGS, WORD};
use crate::tree::leaves::Leaves;
use crate::tree::source::Source;

/// Takes the strings of the lists of a call, a chunk at a time.
pub struct Texts;

impl Native for Texts {
    type Data = State;

    fn call<'e>(
        env: Env<'e>,
        state: &State,
        arguments: &[Value<'e>],
    ) -> Result<Value<'e>, Exception> {
        let mut units = state.units.borrow_mut();
        if state.ledger.read(FRESH) != 0 {
            state.ledger.write(FRESH, 0);
            units.clear();
        }
        for &argument in arguments {
            let Units { units, listed } = &mut *units;
            listed.push(env.read_string(argument, units));
        }
        env.undefined()
    }
}

/// Builds the manifest from what the reader hands over.
pub struct Build;

impl Native for Build {
    type Data = State;

    fn call<'e>(
        env: Env<'e>,
        state: &State,
        arguments: &[Value<'e>],
    ) -> Result<Value<'e>, Exception> {
        // Taken, not borrowed: code of the caller that a template reaches may call again.
        let mut units = state.units.take();
        let mut buffers = state.buffers.take();
        if state.ledger.read(FRESH) != 0 {
            units.clear();
        }
        let mut reader = JsReader {
            env,
            undefined: env.undefined()?,
            arguments: arguments.iter(),
            ledger: &state.ledger,
            flags: 0,
            strings: 0,
            counts: 0,
            listed: 0,
            units: &mut units,
        };
        let input = Input::read(&mut reader);
        let mut host = JsHost::new(env, state, &input)?;
        let result = build::build(&mut host, &input, &units, &mut buffers, |_, manifest, plan| {
            assemble(env, state, manifest, plan)
        });
        keep(state, units, buffers);
        result
    }
}

/// Leaves the buffers to the next call, unless they are large.
fn keep(state: &State, mut units: Units, mut buffers: Buffers) {
    units.reset();
    buffers.reset();
    state.units.replace(units);
    state.buffers.replace(buffers);
}

/// Makes the result.
fn assemble<'e>(
    env: Env<'e>,
    state: &State,
    manifest: &mut Manifest<Value<'e>>,
    plan: &[i32],
) -> Result<Value<'e>, Exception> {
    let Some(glue) = state.glue.get() else {
        return Err(env.throw("k8s-native: not loaded"));
    };
    let longer = if plan.len() > state.plan.len() {
        Some(SharedIntegers::new(env, plan.len())?)
    } else {
        None
    };
    let shared = longer.as_ref().unwrap_or(&state.plan);
    shared.fill(plan);
    manifest.env_plan = shared.get(env)?;

    let mut leaves = Vec::with_capacity(128);
    let shape = Leaves::take(&mut leaves, |t| manifest.describe(t));
    let describe = |t: &mut Source| manifest.describe(t);
    let make = state.shapes.borrow_mut().get(env, glue, shape, describe)?;
    let result = env.call(make, &leaves);
    if let Some(longer) = longer {
        longer.delete(env);
    }
    result
}

/// Reads the fields from the arguments of `build` and the ledger.
struct JsReader<'a, 'e> {
    env: Env<'e>,
    undefined: Value<'e>,
    arguments: std::slice::Iter<'a, Value<'e>>,
    ledger: &'a SharedIntegers,
    flags: usize,
    strings: usize,
    counts: usize,
    listed: usize,
    units: &'a mut Units,
}

impl<'e> JsReader<'_, 'e> {
    fn bit(&self, start: usize, index: usize) -> bool {
        self.ledger.read(start + index / WORD) >> (index % WORD) & 1 != 0
    }

    fn read(&mut self, value: Value<'e>) -> Option<Span> {
        self.env.read_string(value, &mut self.units.units)
    }
}

impl<'e> Reader<Value<'e>> for JsReader<'_, 'e> {
    fn passed(&mut self) -> Value<'e> {
        self.arguments.next().copied().unwrap_or(self.undefined)
    }

    fn text(&mut self) -> Text<Value<'e>> {
        let value = self.passed();
        let is_string = self.bit(STRINGS, self.strings);
        self.strings += 1;
        Text { value, span: if is_string { self.read(value) } else { None } }
    }

    fn id(&mut self) -> Id<Value<'e>> {
        let Text { value, span } = self.text();
        match span {
            Some(text) => {
                (self.passed(), self.passed());
                Id { value, text, slug: None }
            }
            None => {
                let [slug, text] = [self.passed(), self.passed()].map(|value| self.read(value));
                Id { value, text: text.unwrap_or_default(), slug }
            }
        }
    }

    fn flag(&mut self) -> bool {
        let flag = self.bit(FLAGS, self.flags);
        self.flags += 1;
        flag
    }

    fn count(&mut self) -> usize {
        let count = self.ledger.read(COUNTS + self.counts);
        self.counts += 1;
        usize::try_from(count).unwrap_or(0)
    }

    fn texts(&mut self) -> List<Value<'e>> {
        let array = self.passed();
        let start = self.listed;
        self.listed += self.count();
        List { array, listed: start..self.listed }
    }
}
