//! All that knows Node-API.

mod host;
mod napi;
mod native;
mod panic;
mod shapes;
mod state;
mod validate;

use ::napi::bindgen_prelude::Object;

/// Adds the exports of an environment.
pub fn load(env: &::napi::Env, exports: &Object) -> ::napi::Result<()> {
    panic::catch(|| {
        napi::export(env, exports, "buildJobManifest", state::load)?;
        panic::forced("load");
        napi::export(env, exports, "validateJobManifest", validate::load)
    })
    .unwrap_or_else(|message| Err(::napi::Error::from_reason(message)))
}
