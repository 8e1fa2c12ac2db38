//! The Node-API addon of `@paperclip/k8s-native`: its exports, nothing else.

mod bridge;
mod command;
mod credentials;
mod decide;
mod env;
mod input;
mod job_name;
mod manifest;
mod node;
mod origin;
mod prompt;
mod template;
mod text;
mod tree;
mod validate;
mod validate_input;

/// Adds the exports of an environment.
///
/// # Errors
///
/// Where JavaScript throws, or the glue cannot be compiled.
#[napi_derive::napi(module_exports)]
pub fn exports(exports: napi::bindgen_prelude::Object<'_>, env: napi::Env) -> napi::Result<()> {
    node::load(env, &exports)
}

#[cfg(test)]
mod tests {
    mod boundary;
    mod models;
}
