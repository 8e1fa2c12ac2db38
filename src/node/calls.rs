//! The native functions that the glue calls: one takes texts, the other builds the manifest.

use std::mem;
use std::ops::Range;

use crate::bridge::reader::{COUNTS, FLAGS, FRESH, NUMBERS, STRINGS};
use crate::decide::{self, Buffers};
use crate::input::{Id, Input, Reader};
use crate::manifest::Manifest;
use crate::node::engine::JsHost;
use crate::node::panic;
use crate::node::state::{Glue, State};
use crate::node::sys::{Env, Exception, Native, SharedIntegers, Value};
use crate::text::units::{Span, Units};

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
            listed.push(env.read_string(argument, units)?);
        }
        panic::forced("texts");
        env.undefined()
    }
}

/// Decides everything from what the reader hands over, and returns the texts that were made.
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
        let Some((&fields, arguments)) = arguments.split_first() else {
            return Err(env.throw("k8s-native: no arguments"));
        };
        let Some(glue) = state.glue.get() else {
            return Err(env.throw("k8s-native: not loaded"));
        };
        let mut reader = JsReader {
            env,
            fields,
            arguments: arguments.iter(),
            ledger: &state.ledger,
            flags: state.ledger.read_bits(FLAGS),
            strings: state.ledger.read_bits(STRINGS),
            counts: 0,
            listed: 0,
            units: &mut units,
            is_complete: true,
        };
        let input = Input::read(&mut reader);
        if !reader.is_complete {
            return Err(Exception);
        }
        let mut short = mem::take(&mut buffers.short);
        let host = JsHost::new(env, glue, fields, &mut short);
        let result = decide::build(host, &input, &units, &mut buffers, |host, manifest, plan| {
            hand_over(env, state, glue, host, manifest, plan)
        });
        buffers.short = short;
        keep(state, units, buffers);
        result
    }
}

/// Leaves all that the result is made of where the glue finds it, and returns the texts.
fn hand_over<'e>(
    env: Env<'e>,
    state: &State,
    glue: &Glue,
    host: JsHost<'_, 'e>,
    manifest: &Manifest<Value>,
    plan: &[i32],
) -> Result<Value<'e>, Exception> {
    set_plan(env, state, glue, plan)?;
    for (place, number) in (NUMBERS..).zip(manifest.metrics.to_array()) {
        // V8's strings are shorter than 2^30 units.
        let number = i32::try_from(number).unwrap_or(i32::MAX);
        state.ledger.write(place, number);
    }
    panic::forced("build");
    let mut shapes = state.shapes.borrow_mut();
    shapes.choose(env, glue, &state.ledger, manifest)?;
    host.finish(&state.ledger)
}

/// Leaves the plan where the glue finds it.
fn set_plan(env: Env, state: &State, glue: &Glue, plan: &[i32]) -> Result<(), Exception> {
    let mut shared = state.plan.borrow_mut();
    if plan.len() > shared.len() {
        let longer = SharedIntegers::new(env, plan.len().next_power_of_two())?;
        env.call(glue.set_plan.get(env)?, &[longer.get(env)?])?;
        mem::replace(&mut *shared, longer).delete(env);
    }
    shared.fill(plan);
    Ok(())
}

/// Leaves the buffers to the next call, unless they are large.
fn keep(state: &State, mut units: Units, mut buffers: Buffers) {
    units.reset();
    buffers.reset();
    state.units.replace(units);
    state.buffers.replace(buffers);
}

/// Reads the fields from the arguments of `build` and the ledger.
struct JsReader<'a, 'e> {
    env: Env<'e>,
    /// What stands in for an argument that is missing.
    fields: Value<'e>,
    arguments: std::slice::Iter<'a, Value<'e>>,
    ledger: &'a SharedIntegers,
    /// The conditions that are yet to be read, the next one lowest.
    flags: u64,
    /// Which values are strings, likewise.
    strings: u64,
    counts: usize,
    listed: usize,
    units: &'a mut Units,
    /// Whether every text could be read. If not, an exception is on its way.
    is_complete: bool,
}

const fn take_bit(bits: &mut u64) -> bool {
    let bit = *bits & 1 != 0;
    *bits >>= 1;
    bit
}

impl<'e> JsReader<'_, 'e> {
    fn next(&mut self) -> Value<'e> {
        self.arguments.next().copied().unwrap_or(self.fields)
    }

    fn read(&mut self, value: Value<'e>) -> Option<Span> {
        let read = self.env.read_string(value, &mut self.units.units);
        read.unwrap_or_else(|Exception| {
            self.is_complete = false;
            None
        })
    }
}

impl<'e> Reader<Value<'e>> for JsReader<'_, 'e> {
    fn array(&mut self) -> Value<'e> {
        self.next()
    }

    fn text(&mut self) -> Option<Span> {
        let value = self.next();
        if take_bit(&mut self.strings) { self.read(value) } else { None }
    }

    fn id(&mut self) -> Id {
        let text = self.text();
        let made = [self.next(), self.next()];
        match text {
            Some(text) => Id { text, slug: None },
            None => {
                let [slug, text] = made.map(|value| self.read(value));
                Id { text: text.unwrap_or_default(), slug }
            }
        }
    }

    fn flag(&mut self) -> bool {
        take_bit(&mut self.flags)
    }

    fn count(&mut self) -> usize {
        let count = self.ledger.read(COUNTS + self.counts);
        self.counts += 1;
        usize::try_from(count).unwrap_or(0)
    }

    fn texts(&mut self) -> Range<usize> {
        let start = self.listed;
        self.listed += self.count();
        start..self.listed
    }
}
