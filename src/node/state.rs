//! What one JavaScript environment has: its glue, its buffers and the shapes that it compiled.

use std::cell::{OnceCell, RefCell};

use crate::bridge::reader::{self, SHAPE, TEXTS};
use crate::decide::Buffers;
use crate::env::{KNOWN, LONG_COMMENT};
use crate::input::Slot;
use crate::node::calls::{Build, Texts};
use crate::node::makers::{CAPACITY, Shapes};
use crate::node::sys::{Env, Exception, MAX_ARGUMENTS, Reference, SharedIntegers, Value};
use crate::text::MAX_LENGTH;
use crate::text::units::Units;
use crate::tree::maker::quote;

/// Integers that the first plan has room for.
const PLAN_LENGTH: usize = 1024;

/// The state of an environment.
pub struct State {
    /// Where the reader puts small numbers.
    pub ledger: SharedIntegers,
    /// Where the assembler finds the plan of the environment.
    pub plan: RefCell<SharedIntegers>,
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
    /// Appends items to an array.
    pub append: Reference,
    /// Concatenates strings.
    pub concat: Reference,
    /// Makes a list of its arguments.
    pub list_of: Reference,
    /// Makes the environment's entries.
    pub env: Reference,
    /// Takes a text from those that were made.
    pub made_text: Reference,
    /// Keeps a function that makes results.
    pub set_maker: Reference,
    /// Replaces the plan that the environment's entries are made by.
    pub set_plan: Reference,
}

/// Loads the glue, and returns its function `buildJobManifest`.
pub fn load(env: Env<'_>) -> Result<Value<'_>, Exception> {
    let state = env.own(State {
        ledger: SharedIntegers::new(env, reader::LEDGER_LENGTH)?,
        plan: RefCell::new(SharedIntegers::new(env, PLAN_LENGTH)?),
        units: RefCell::default(),
        buffers: RefCell::default(),
        glue: OnceCell::new(),
        shapes: RefCell::default(),
    });
    let texts = env.function::<Texts>("texts", state)?;
    let build = env.function::<Build>("build", state)?;
    let state = state.get(env);
    let arguments = [texts, build, state.ledger.get(env)?, state.plan.borrow().get(env)?];
    let exports = env.call(env.run_script(&script())?, &arguments)?;
    let reference = |index| Reference::new(env, env.element(exports, index)?);
    let glue = Glue {
        resolve: reference(1)?,
        append: reference(2)?,
        concat: reference(3)?,
        list_of: reference(4)?,
        env: reference(5)?,
        made_text: reference(6)?,
        set_maker: reference(7)?,
        set_plan: reference(8)?,
    };
    // It was empty.
    let _ = state.glue.set(glue);
    env.element(exports, 0)
}

/// The functions of the glue.
const GLUE: [&str; 5] = [
    include_str!(concat!(env!("OUT_DIR"), "/values.js")),
    include_str!(concat!(env!("OUT_DIR"), "/api_url.js")),
    include_str!(concat!(env!("OUT_DIR"), "/lists.js")),
    include_str!(concat!(env!("OUT_DIR"), "/wake.js")),
    include_str!(concat!(env!("OUT_DIR"), "/result.js")),
];

/// The glue as a script, whose completion value is a function of what is native in it.
fn script() -> String {
    let names = KNOWN.map(|(name, _)| format!("{}, ", quote(name))).concat();
    let value = |(index, (_, slot)): (usize, &(_, Option<Slot>))| {
        let slot = (*slot)?;
        Some(format!("case {index}: return fields.{};\n", slot.0))
    };
    let values: String = KNOWN.iter().enumerate().filter_map(value).collect();
    format!(
        "(function (texts, build, ledger, firstPlan) {{\n\"use strict\";\n\
         const LONG = {LONG_COMMENT};\nconst MAX_LENGTH = {MAX_LENGTH};\nconst CHUNK = {MAX_ARGUMENTS};\n\
         const SHAPE = {SHAPE};\nconst SHAPES = {CAPACITY};\nconst TEXTS = {TEXTS};\n\
         const KNOWN = [{names}\"HOME\"];\n\
         const knownValue = (fields, index) => {{\nswitch (index) {{\n{values}}}\n\
         return \"/paperclip\";\n}};\n{}\n{}\n\
         return [buildJobManifest, resolve, append, concat, listOf, env, madeText, setMaker, setPlan];\n}})",
        GLUE.concat(),
        reader::source(),
    )
}
