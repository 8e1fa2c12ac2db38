//! The Node-API addon of `@paperclip/k8s-native`: its exports, nothing else.

mod build;
mod claude_args;
mod env;
mod env_plan;
mod host;
mod input;
mod job_name;
mod js;
mod json;
mod key_value;
mod manifest;
mod prompt;
#[cfg(test)]
mod properties;
mod reader;
mod shell;
mod template;
mod text;
mod tree;
mod units;
mod validate;

/// Adds the exports of an environment.
#[napi_derive::napi(module_exports)]
pub fn exports(exports: napi::bindgen_prelude::Object, env: napi::Env) -> napi::Result<()> {
    js::load(&env, &exports)
}
