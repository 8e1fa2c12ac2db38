//! The native functions that the glue calls.

use crate::bridge::wire::{FLAGS, LENGTHS, MAKER, STRINGS, TEXTS_PENDING};
use crate::bridge::{leaf::Number, wire};
use crate::decide;
use crate::input::{IdSpans, Input, Source};
use crate::node::engine::JsEngine;
use crate::node::state::{Buffers, State};
use crate::node::sys::{Env, Exception, Native, SharedIntegers, Value};
use crate::node::{makers, panic};
use crate::text::json;
use crate::text::units::{Span, Units};

/// Takes the strings of a list, a chunk at a time.
pub struct ReadTexts;

impl Native for ReadTexts {
    type Data = State;

    fn call<'e>(
        env: Env<'e>,
        state: &State,
        arguments: &[Value<'e>],
    ) -> Result<Value<'e>, Exception> {
        let mut texts = state.texts.take();
        if state.wire.read(TEXTS_PENDING) != 0 {
            state.wire.write(TEXTS_PENDING, 0);
            texts.clear();
        }
        for &argument in arguments {
            let text = env.read_string(argument, &mut texts.units)?;
            texts.listed.push(text.unwrap_or_default());
        }
        panic::forced("texts");
        state.texts.replace(texts);
        env.undefined()
    }
}

/// Takes strings, and returns their JSON text without quotes: that of each with something to escape,
/// nothing for any other, and a NUL behind each, which is never in JSON text. Returns `undefined`
/// if nothing is to be escaped.
pub struct EscapeForJson;

impl Native for EscapeForJson {
    type Data = ();

    fn call<'e>(env: Env<'e>, (): &(), arguments: &[Value<'e>]) -> Result<Value<'e>, Exception> {
        let (mut text, mut escaped) = (Vec::new(), Vec::new());
        let mut is_escaped = false;
        for &argument in arguments {
            text.clear();
            env.read_string(argument, &mut text)?;
            env.reserve(&mut escaped, json::room_for_escaped(&text) + 1)?;
            is_escaped |= json::push_escaped(&mut escaped, &text);
            escaped.push(0);
        }
        if is_escaped { env.string(&escaped) } else { env.undefined() }
    }
}

/// Decides everything from what the reader hands over, and returns the texts that were made.
pub struct Decide;

impl Native for Decide {
    type Data = State;

    fn call<'e>(
        env: Env<'e>,
        state: &State,
        arguments: &[Value<'e>],
    ) -> Result<Value<'e>, Exception> {
        // Taken, not borrowed: code of the caller that a template reaches may call again.
        let mut texts = state.texts.take();
        let mut buffers = state.buffers.take();
        if state.wire.read(TEXTS_PENDING) != 0 {
            texts.clear();
        }
        let Some((&fields, arguments)) = arguments.split_first() else {
            return Err(env.throw("k8s-native: the reader has handed over no fields"));
        };
        let mut is_complete = true;
        let input = Input::read(Call {
            env,
            fields,
            arguments: arguments.iter(),
            wire: &state.wire,
            flags: state.wire.read(FLAGS).cast_unsigned(),
            strings: state.wire.read(STRINGS).cast_unsigned(),
            lengths: LENGTHS..,
            texts,
            is_complete: &mut is_complete,
        });
        if !is_complete {
            return Err(Exception);
        }
        let result = decide_all(env, state, fields, &input, &mut buffers);
        state.keep(input.into_texts(), buffers);
        result
    }
}

/// Decides, and leaves everything that the result is built from where the maker finds it.
fn decide_all<'e>(
    env: Env<'e>,
    state: &State,
    fields: Value<'e>,
    input: &Input,
    buffers: &mut Buffers,
) -> Result<Value<'e>, Exception> {
    let handles = state.handles(env)?;
    let Buffers { decisions, short } = buffers;
    let mut engine = JsEngine::new(env, handles, fields, short);
    let manifest = decide::decide(&mut engine, input, decisions)?;
    panic::forced("build");
    let place = makers::place(env, &state.makers, handles, &state.wire, &manifest)?;
    let texts = engine.finish(&state.wire)?;
    state.wire.write(MAKER, place);
    for number in Number::ALL {
        // V8's strings are shorter than 2^30 units.
        let length = i32::try_from(manifest.prompt.number(number)).unwrap_or(i32::MAX);
        state.wire.write(wire::number(number), length);
    }
    Ok(texts)
}

/// What `decide` was called with, and the wire: the fields are read from both.
struct Call<'a, 'e> {
    /// The environment of the call.
    env: Env<'e>,
    /// In place of an argument that is missing.
    fields: Value<'e>,
    /// The arguments that are yet to be read.
    arguments: std::slice::Iter<'a, Value<'e>>,
    /// Where small numbers are.
    wire: &'a SharedIntegers,
    /// The conditions that are yet to be read, the next one lowest.
    flags: u32,
    /// Which of the values that are yet to be read are strings, in the same order.
    strings: u32,
    /// The places of the lengths that are yet to be read.
    lengths: std::ops::RangeFrom<usize>,
    /// The texts that were read.
    texts: Units,
    /// Whether every text could be read. If not, an exception is on its way.
    is_complete: &'a mut bool,
}

/// The lowest of some bits, which is removed from them.
const fn take_bit(bits: &mut u32) -> bool {
    let bit = *bits & 1 != 0;
    *bits >>= 1;
    bit
}

impl<'e> Call<'_, 'e> {
    /// The next argument.
    fn next(&mut self) -> Value<'e> {
        self.arguments.next().copied().unwrap_or(self.fields)
    }

    /// The place of a value that is a string.
    fn read(&mut self, value: Value<'e>) -> Option<Span> {
        let read = self.env.read_string(value, &mut self.texts.units);
        read.unwrap_or_else(|Exception| {
            *self.is_complete = false;
            None
        })
    }
}

impl Source for Call<'_, '_> {
    fn text(&mut self) -> Option<Span> {
        let value = self.next();
        if take_bit(&mut self.strings) { self.read(value) } else { None }
    }

    fn id(&mut self) -> IdSpans {
        let text = self.text();
        let computed = [self.next(), self.next()];
        if let Some(text) = text {
            return IdSpans { text, slug: None };
        }
        let [slug, text] = computed.map(|value| self.read(value));
        IdSpans { text: text.unwrap_or_default(), slug }
    }

    fn flag(&mut self) -> bool {
        take_bit(&mut self.flags)
    }

    fn length(&mut self) -> usize {
        let place = self.lengths.next().unwrap_or_default();
        usize::try_from(self.wire.read(place)).unwrap_or(0)
    }

    fn into_texts(self) -> Units {
        self.texts
    }
}

/// Returns what has crossed since its last call, as JSON. Its own call is counted too.
#[cfg(feature = "count-crossings")]
pub struct TakeCrossings;

#[cfg(feature = "count-crossings")]
impl Native for TakeCrossings {
    type Data = ();

    fn call<'e>(env: Env<'e>, (): &(), _arguments: &[Value<'e>]) -> Result<Value<'e>, Exception> {
        let counts = crate::node::crossings::take();
        env.utf8(&counts)
    }
}
