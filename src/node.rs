//! All that knows Node-API.

mod calls;
mod engine;
mod makers;
mod panic;
mod state;
mod sys;
mod validate;

use napi::bindgen_prelude::Object;

/// Adds the exports of an environment.
pub fn load(env: &napi::Env, exports: &Object) -> napi::Result<()> {
    panic::catch(|| {
        sys::export(env, exports, "buildJobManifest", state::load)?;
        panic::forced("load");
        sys::export(env, exports, "validateJobManifest", validate::load)
    })
    .unwrap_or_else(|message| Err(napi::Error::from_reason(message)))
}
