//! The native functions that the glue calls.

use crate::bridge::engine::Engine;
use crate::bridge::leaf::Number;
use crate::bridge::wire::{self, FLAGS, LENGTHS, MAKER};
use crate::input::{IdSpans, Input, Slot, Source};
use crate::node::handles::Handles;
use crate::node::state::State;
use crate::node::sys::{Env, Exception, Native, SharedIntegers, Value};
use crate::node::{makers, panic};
use crate::text::json;
use crate::text::units::{Span, Units};
use crate::{decide, job_name};

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

/// Decides everything from what the reader hands over, and returns the Job's name.
pub struct Decide;

impl Native for Decide {
    type Data = State;

    fn call<'e>(
        env: Env<'e>,
        state: &State,
        arguments: &[Value<'e>],
    ) -> Result<Value<'e>, Exception> {
        let Some((&fields, arguments)) = arguments.split_first() else {
            return Err(env.throw("k8s-native: the reader has handed over no fields"));
        };
        // Taken, not borrowed: JavaScript that runs meanwhile may call again.
        let mut texts = state.texts.take();
        texts.clear();
        let mut is_complete = true;
        let input = Input::read(Call {
            env,
            fields,
            arguments: arguments.iter(),
            wire: &state.wire,
            flags: state.wire.read(FLAGS).cast_unsigned(),
            lengths: LENGTHS..,
            texts,
            is_complete: &mut is_complete,
        });
        if !is_complete {
            return Err(Exception);
        }
        let name = decide_all(env, state, fields, &input);
        state.keep(input.into_texts());
        name
    }
}

/// Decides, and leaves everything that the result is built from where the maker finds it.
fn decide_all<'e>(
    env: Env<'e>,
    state: &State,
    fields: Value<'e>,
    input: &Input,
) -> Result<Value<'e>, Exception> {
    let handles = state.handles(env)?;
    let mut name = Vec::with_capacity(job_name::COMMON_LENGTH);
    let manifest = decide::decide(&mut JsEngine { env, handles, fields }, input, &mut name)?;
    panic::forced("build");
    let place = makers::place(env, &state.makers, handles, &state.wire, &manifest)?;
    let name = env.string(&name)?;
    // On the wire last, when no JavaScript can run any more.
    state.wire.write(MAKER, place);
    for number in Number::ALL {
        // V8's strings are shorter than 2^30 units.
        let length = i32::try_from(manifest.prompt.number(number)).unwrap_or(i32::MAX);
        state.wire.write(wire::number(number), length);
    }
    Ok(name)
}

/// The engine, during one call.
struct JsEngine<'a, 'e> {
    /// The environment of the call.
    env: Env<'e>,
    /// The functions of the glue.
    handles: &'a Handles,
    /// The object whose members are the slots.
    fields: Value<'e>,
}

impl Engine for JsEngine<'_, '_> {
    type Error = Exception;

    fn refuse_length(&mut self) -> Exception {
        self.env.throw_length_error()
    }

    fn utf8_length(&mut self, slot: Slot) -> Result<usize, Exception> {
        let Self { env, handles, fields } = *self;
        let length = env.call(handles.utf8_length.get(env)?, &[fields, env.utf8(slot.0)?])?;
        env.read_size(length)
    }
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
    /// The places of the lengths that are yet to be read.
    lengths: std::ops::RangeFrom<usize>,
    /// The texts that were read.
    texts: Units,
    /// Whether every text could be read. If not, an exception is on its way.
    is_complete: &'a mut bool,
}

impl Call<'_, '_> {
    /// The place of the next argument, a string.
    fn text(&mut self) -> Span {
        let value = self.arguments.next().copied().unwrap_or(self.fields);
        let read = self.env.read_string(value, &mut self.texts.units);
        *self.is_complete &= read.is_ok();
        read.ok().flatten().unwrap_or_default()
    }
}

impl Source for Call<'_, '_> {
    fn id(&mut self) -> IdSpans {
        let is_computed = self.flag();
        let text = self.text();
        if is_computed {
            return IdSpans { text, slug: Some(self.text()) };
        }
        self.arguments.next();
        IdSpans { text, slug: None }
    }

    fn flag(&mut self) -> bool {
        let bit = self.flags & 1 != 0;
        self.flags >>= 1;
        bit
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
