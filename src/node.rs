//! All that knows Node-API.

mod calls;
mod crossings;
mod handles;
mod load;
mod makers;
mod panic;
mod render;
mod state;
mod sys;
mod validate;
mod validate_input;

use napi::bindgen_prelude::Object;

/// The version of the root package that this addon belongs to. The loader refuses any other.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Adds the exports of an environment.
pub fn load(env: napi::Env, exports: &Object) -> napi::Result<()> {
    panic::catch(|| {
        sys::export(env, exports, "version", |env| env.utf8(VERSION))?;
        sys::export(env, exports, "buildJobManifest", load::load)?;
        panic::forced("load");
        for name in ["validateJobManifest", "validatePodManifest"] {
            sys::export(env, exports, name, |env| validate::load(env, name))?;
        }
        #[cfg(feature = "count-crossings")]
        sys::export(env, exports, "takeCrossings", |env| {
            env.function::<calls::TakeCrossings>("takeCrossings", env.own(()))
        })?;
        sys::export(env, exports, "validateJobInput", validate_input::load)
    })
    .unwrap_or_else(|message| Err(napi::Error::from_reason(message)))
}
