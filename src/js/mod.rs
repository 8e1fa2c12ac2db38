//! All that knows Node-API.

mod host;
mod napi;
mod native;
mod shapes;
mod state;
mod validate;

use ::napi::bindgen_prelude::Object;

/// Adds the exports of an environment.
pub fn load(env: &::napi::Env, exports: &Object) -> ::napi::Result<()> {
    napi::export(env, exports, "buildJobManifest", state::load)?;
    napi::export(env, exports, "validateJobManifest", validate::load)
}
