//! `validateJobManifest`, whose glue is loaded when it is first called.

use std::cell::OnceCell;

use crate::node::panic;
use crate::node::sys::{Env, Exception, Native, Reference, Value};
use crate::validate::{self, Options, Unwritable};

/// Makes the function `validateJobManifest`.
pub fn load(env: Env<'_>) -> Result<Value<'_>, Exception> {
    env.function::<Validate>("validateJobManifest", env.own(OnceCell::new()))
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
        panic::forced("validate");
        let find = env.function::<Find>("find", env.own(()))?;
        let function = env.call(
            env.run_script(include_str!(concat!(env!("OUT_DIR"), "/validate.js")))?,
            &[find],
        )?;
        // It was empty.
        let _ = glue.set(Reference::new(env, function)?);
        env.call(function, arguments)
    }
}

/// Takes texts: the Job as JSON, the minor version, the level of Pod security, the Secret as JSON and
/// what JSON cannot have, as JSON; all but the first may be `undefined`. Returns the findings as
/// JSON, or `undefined` if there are none.
struct Find;

impl Native for Find {
    type Data = ();

    fn call<'e>(env: Env<'e>, (): &(), arguments: &[Value<'e>]) -> Result<Value<'e>, Exception> {
        let mut texts = arguments.iter().map(|&argument| env.read_utf8(argument));
        let mut next = || texts.next().flatten();
        let job = next().unwrap_or_default();
        let mut options = Options::default();
        if let Some(minor) = next().and_then(|minor| minor.parse().ok()) {
            options.minor = minor;
        }
        options.is_restricted = next().is_some();
        options.prompt_secret = next();
        if let Some(unwritable) = next() {
            options.unwritable = read_unwritable(env, &unwritable)?;
        }
        let findings = validate::validate_job(&job, &options);
        panic::forced("find");
        if findings.is_empty() {
            return env.undefined();
        }
        let text = serde_json::to_string(&findings)
            .map_err(|error| env.throw(&format!("k8s-native: findings: {error}")))?;
        env.utf8(&text)
    }
}

fn read_unwritable(env: Env, json: &str) -> Result<Vec<Unwritable>, Exception> {
    serde_json::from_str(&validate::replace_lone(json))
        .map_err(|error| env.throw(&format!("k8s-native: what JSON cannot have: {error}")))
}
