//! `validateJobInput`, whose glue is loaded when it is first called.

use std::cell::OnceCell;

use crate::node::panic;
use crate::node::sys::{Env, Exception, Native, Reference, Value};
use crate::tree::maker::quote;
use crate::validate_input::{self, Given, TEMPLATES, Template, UNWRITABLE};

/// Makes the function `validateJobInput`.
pub fn load(env: Env<'_>) -> Result<Value<'_>, Exception> {
    env.function::<Validate>("validateJobInput", env.own(OnceCell::new()))
}

/// Calls the function of the glue.
struct Validate;

impl Native for Validate {
    type Data = OnceCell<Reference>;

    fn call<'e>(
        env: Env<'e>,
        glue: &OnceCell<Reference>,
        arguments: &[Value<'e>],
    ) -> Result<Value<'e>, Exception> {
        if let Some(function) = glue.get() {
            return env.call(function.get(env)?, arguments);
        }
        panic::forced("validate_input");
        let natives = [
            env.function::<FindFaults>("findInputFaults", env.own(()))?,
            env.function::<PathsOfTemplate>("pathsOfTemplate", env.own(()))?,
        ];
        let function = env.call(env.run_script(&script())?, &natives)?;
        // It was empty.
        let _ = glue.set(Reference::new(env, function)?);
        env.call(function, arguments)
    }
}

/// The glue as a script, whose completion value is a function of what is native in it. The names
/// are those that `native.mjs` exports.
fn script() -> String {
    format!(
        "(function (findInputFaults, pathsOfTemplate) {{\n\"use strict\";\n\
         const INPUT_REQUEST = {request}, TEMPLATES = [{templates}], UNWRITABLE = {unwritable};\n\
         {glue}\
         return validateJobInput;\n}})\n//# sourceURL=k8s-native/validate-job-input.js",
        request = validate_input::request(),
        templates = TEMPLATES.map(quote).join(", "),
        unwritable = quote(UNWRITABLE),
        glue = include_str!(concat!(env!("OUT_DIR"), "/validate_input.mjs")),
    )
}

/// Takes what the glue has read, as JSON, and the templates. Returns the findings as JSON, or
/// `undefined` if there are none.
struct FindFaults;

impl Native for FindFaults {
    type Data = ();

    fn call<'e>(env: Env<'e>, (): &(), arguments: &[Value<'e>]) -> Result<Value<'e>, Exception> {
        let mut arguments = arguments.iter().copied();
        let given = arguments.next().and_then(|given| env.read_utf8(given)).unwrap_or_default();
        let given: Given = serde_json::from_str(&given)
            .map_err(|error| env.throw(&format!("k8s-native: the input as JSON: {error}")))?;
        let mut templates = Vec::new();
        for (setting, argument) in TEMPLATES.into_iter().zip(arguments) {
            let mut text = Vec::new();
            env.read_string(argument, &mut text)?;
            templates.push(Template { setting, text });
        }
        let findings = validate_input::validate(&given, &templates);
        panic::forced("find_faults");
        if findings.is_empty() {
            return env.undefined();
        }
        let text = serde_json::to_string(&findings)
            .map_err(|error| env.throw(&format!("k8s-native: findings: {error}")))?;
        env.utf8(&text)
    }
}

/// Takes a template. Returns the paths of its placeholders, each once, as JSON.
struct PathsOfTemplate;

impl Native for PathsOfTemplate {
    type Data = ();

    fn call<'e>(env: Env<'e>, (): &(), arguments: &[Value<'e>]) -> Result<Value<'e>, Exception> {
        let mut template = Vec::new();
        if let Some(&argument) = arguments.first() {
            env.read_string(argument, &mut template)?;
        }
        let text = serde_json::to_string(&validate_input::paths(&template))
            .map_err(|error| env.throw(&format!("k8s-native: paths: {error}")))?;
        env.utf8(&text)
    }
}
