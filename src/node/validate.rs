//! `validateJobManifest` and `validatePodManifest`, whose glue is loaded when one is first called.

use std::cell::OnceCell;

use crate::node::panic;
use crate::node::sys::{Env, Exception, Native, Reference, Value};
use crate::origin;
use crate::tree::maker::quote;
use crate::validate::{self, MAX_MINOR, MIN_MINOR, Options, Subject};
use crate::validate_input::{self, UNWRITABLE};

/// Makes the function of that name.
pub fn load<'e>(env: Env<'e>, name: &'static str) -> Result<Value<'e>, Exception> {
    env.function::<Validate>(name, env.own((name, OnceCell::new())))
}

/// Calls the function of the glue.
struct Validate;

impl Native for Validate {
    type Data = (&'static str, OnceCell<Reference>);

    fn call<'e>(
        env: Env<'e>,
        (name, glue): &Self::Data,
        arguments: &[Value<'e>],
    ) -> Result<Value<'e>, Exception> {
        if let Some(function) = glue.get() {
            return env.call(function.get(env)?, arguments);
        }
        panic::forced("validate");
        let find = env.function::<Find>("find", env.own(()))?;
        let function = env.call(env.run_script(&script(name))?, &[find])?;
        // It was empty.
        let _ = glue.set(Reference::new(env, function)?);
        env.call(function, arguments)
    }
}

/// The glue as a script, whose completion value is a function of what is native in it. The names are
/// those that `native.mjs` exports.
fn script(name: &str) -> String {
    format!(
        "(function (find) {{\n\"use strict\";\n\
         const MIN_MINOR = {MIN_MINOR}, MAX_MINOR = {MAX_MINOR};\n\
         const INPUT_REQUEST = {request}, UNWRITABLE = {unwritable};\n\
         {glue}return {name};\n}})\n//# sourceURL=k8s-native/validate.js",
        request = validate_input::request(),
        unwritable = quote(UNWRITABLE),
        glue = include_str!(concat!(env!("OUT_DIR"), "/validate.mjs")),
    )
}

/// Takes texts: the kind of the manifest, the manifest as JSON, the minor version, the level of Pod
/// security, the Secret as JSON, what JSON cannot have, as JSON, the input as the glue reads it, and whether secrets are reported; all but the first may be
/// `undefined`. Returns the findings as JSON, or `undefined` if there are none.
struct Find;

impl Native for Find {
    type Data = ();

    fn call<'e>(env: Env<'e>, (): &(), arguments: &[Value<'e>]) -> Result<Value<'e>, Exception> {
        let mut texts = arguments.iter().map(|&argument| env.read_utf8(argument));
        let mut next = || texts.next().flatten();
        let subject = if next().as_deref() == Some("pod") { Subject::Pod } else { Subject::Job };
        let manifest = next();
        let mut options = Options::default();
        if let Some(minor) = next().and_then(|minor| minor.parse().ok()) {
            options.minor = minor;
        }
        options.is_restricted = next().is_some();
        options.prompt_secret = next();
        if let Some(unwritable) = next() {
            options.unwritable = serde_json::from_str(&validate::replace_lone(&unwritable))
                .map_err(|error| {
                    env.throw(&format!("k8s-native: what JSON cannot have: {error}"))
                })?;
        }
        let input = next();
        options.reports_secrets = next().is_some();
        let mut findings = validate::validate(subject, manifest.as_deref(), &options);
        if let (Some(manifest), Some(input)) = (&manifest, input) {
            let input = serde_json::from_str(&input)
                .map_err(|error| env.throw(&format!("k8s-native: the input as JSON: {error}")))?;
            origin::add(&mut findings, &validate::replace_lone(manifest), &input);
        }
        panic::forced("find");
        if findings.is_empty() {
            return env.undefined();
        }
        let text = serde_json::to_string(&findings)
            .map_err(|error| env.throw(&format!("k8s-native: findings: {error}")))?;
        env.utf8(&text)
    }
}
