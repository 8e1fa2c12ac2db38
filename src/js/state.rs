//! What one JavaScript environment has: its glue, its buffers and the shapes that it compiled.

use std::cell::{OnceCell, RefCell};

use crate::build::Buffers;
use crate::env::{KNOWN, LONG_COMMENT};
use crate::input::Units;
use crate::js::napi::{Env, Exception, Reference, SharedIntegers, Value};
use crate::js::native::{Build, Texts};
use crate::js::shapes::Shapes;
use crate::reader;
use crate::tree::source::quote;

/// Integers that a plan has room for without an array of its own.
const PLAN_LENGTH: usize = 1024;

/// The state of an environment.
pub struct State {
    /// Where the reader puts small numbers.
    pub ledger: SharedIntegers,
    /// Where the assembler finds the plan of the environment.
    pub plan: SharedIntegers,
    /// The texts of the call that is being read.
    pub units: RefCell<Units>,
    /// What the last call left.
    pub buffers: RefCell<Buffers>,
    /// The glue's functions.
    pub glue: OnceCell<Glue>,
    /// What makes results.
    pub shapes: RefCell<Shapes>,
}

/// Functions of the glue.
pub struct Glue {
    /// The text that stands for a placeholder.
    pub resolve: Reference,
    /// Quotes a value that is no primitive string.
    pub quote: Reference,
    /// Appends items to an array.
    pub append: Reference,
    /// Concatenates strings.
    pub concat: Reference,
    /// Makes the environment's entries.
    pub env: Reference,
}

/// Loads the glue, and returns its function `buildJobManifest`.
pub fn load(env: Env<'_>) -> Result<Value<'_>, Exception> {
    let state = env.own(State {
        ledger: SharedIntegers::new(env, reader::LEDGER_LENGTH)?,
        plan: SharedIntegers::new(env, PLAN_LENGTH)?,
        units: RefCell::default(),
        buffers: RefCell::default(),
        glue: OnceCell::new(),
        shapes: RefCell::default(),
    });
    let ledger = state.get(env).ledger.get(env)?;
    let texts = env.function::<Texts>("texts", state)?;
    let build = env.function::<Build>("build", state)?;
    let exports = env.call(env.run_script(&script())?, &[texts, build, ledger])?;
    let reference = |index| Reference::new(env, env.element(exports, index)?);
    let glue = Glue {
        resolve: reference(1)?,
        quote: reference(2)?,
        append: reference(3)?,
        concat: reference(4)?,
        env: reference(5)?,
    };
    // It was empty.
    let _ = state.get(env).glue.set(glue);
    env.element(exports, 0)
}

/// The glue as a script, whose completion value is a function of what is native in it.
fn script() -> String {
    let known = KNOWN.map(quote).join(", ");
    format!(
        "(texts, build, ledger) => {{\n\"use strict\";\nconst KNOWN = [{known}];\nconst LONG = {LONG_COMMENT};\n{}\n{}\n\
         return [buildJobManifest, resolve, quote, append, concat, env];\n}}",
        include_str!("glue.js"),
        reader::source(),
    )
}
