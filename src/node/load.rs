//! Loads the glue: the bundle of `glue/`, the generated reader, and what both take from Rust.

use std::ops::Range;

use crate::bridge::{reader, wire};
use crate::env::VARIABLES;
use crate::node::calls::{Decide, EscapeForJson};
use crate::node::handles::Handles;
use crate::node::render::RenderTemplate;
use crate::node::state::State;
use crate::node::sys::{Env, Exception, MAX_ARGUMENTS, Value};
use crate::prompt::{DEFAULT_TEMPLATE, RUN_SOURCE};
use crate::template::{Placeholder, placeholders};
use crate::tree::maker::quote;

/// Loads the glue, and returns its function `buildJobManifest`.
pub fn load(env: Env<'_>) -> Result<Value<'_>, Exception> {
    let state = env.own(State::new(env)?);
    let natives = [
        state.get(env).wire.get(env)?,
        env.function::<Decide>("decide", state)?,
        env.function::<RenderTemplate>("renderTemplate", state)?,
        env.function::<EscapeForJson>("escapeForJson", env.own(()))?,
    ];
    let handles = Handles::new(env, env.call(env.run_script(&script())?, &natives)?)?;
    let function = handles.build_job_manifest.get(env)?;
    state.get(env).set_handles(handles);
    Ok(function)
}

/// The glue as a script, whose completion value is a function of the native parts. The names
/// are those that `native.mjs` exports.
fn script() -> String {
    format!(
        "(function (wire, decide, renderTemplate, escapeForJson) {{\n\"use strict\";\n\
         const MAKER = {maker}, MAX_ARGUMENTS = {MAX_ARGUMENTS}, \
         DEFAULT_TEMPLATE = {template}, DEFAULT_PARTS = [{parts}], RUN_SOURCE = {source}, VARIABLE_NAMES = {{ {variables} }};\n\
         {glue}{reader}\
         return [{handles}];\n}})\n//# sourceURL=k8s-native/build-job-manifest.js",
        maker = wire::MAKER,
        template = quote(DEFAULT_TEMPLATE),
        parts = parts_of(DEFAULT_TEMPLATE),
        source = quote(RUN_SOURCE),
        variables = variables(),
        glue = include_str!(concat!(env!("OUT_DIR"), "/main.mjs")),
        reader = reader::source(),
        handles = Handles::NAMES.join(", "),
    )
}

/// The members of an object with the names of all variables that are set here.
fn variables() -> String {
    let names = VARIABLES.iter().map(|variable| variable.name).chain(["HOME"]);
    names
        .map(|name| format!("{}: 0, ", quote(name)))
        .chain(["__proto__: null".to_owned()])
        .collect()
}

/// The items of what `partsOf` in `template.mjs` makes of an ASCII template. Its regular expression
/// would take a tenth of the time that loading takes.
fn parts_of(template: &str) -> String {
    let units: Vec<u16> = template.encode_utf16().collect();
    let text = |range: Range<usize>| template.get(range).unwrap_or_default();
    let mut parts = String::new();
    let mut end = 0;
    for Placeholder { range, path } in placeholders(&units) {
        let names: String = text(path).split('.').map(|name| quote(name) + ",").collect();
        parts.extend([&quote(text(end..range.start)), ", [", &names, "], "]);
        end = range.end;
    }
    parts + &quote(text(end..template.len()))
}
