//! The Node-API addon of `@paperclip/k8s-native`: its exports, nothing else.

mod bridge;
mod command;
mod decide;
mod env;
mod env_layers;
mod input;
mod job_name;
mod key_value;
mod manifest;
mod node;
mod prompt;
mod template;
mod text;
mod tree;
mod validate;

#[cfg(test)]
mod tests {
    mod models;
}

/// Adds the exports of an environment.
#[napi_derive::napi(module_exports)]
pub fn exports(exports: napi::bindgen_prelude::Object, env: napi::Env) -> napi::Result<()> {
    node::load(&env, &exports)
}
