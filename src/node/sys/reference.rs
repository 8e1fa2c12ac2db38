//! Values that outlive a call.

use std::ptr;

use napi::sys;

use super::{Env, Exception, Value};

/// A value that outlives the call in which it was made, as long as its environment.
pub struct Reference(sys::napi_ref);

impl Reference {
    /// Keeps an object or a function.
    pub fn new(env: Env, value: Value) -> Result<Self, Exception> {
        let mut reference = ptr::null_mut();
        // SAFETY: the environment and the value are valid.
        let status = unsafe { sys::napi_create_reference(env.0, value.0, 1, &raw mut reference) };
        match status {
            sys::Status::napi_ok => Ok(Self(reference)),
            _ => Err(env.throw("k8s-native: a reference could not be made")),
        }
    }

    /// The value.
    pub fn get<'e>(&self, env: Env<'e>) -> Result<Value<'e>, Exception> {
        // SAFETY: the reference was made in this environment, and is strong.
        env.checked("k8s-native: a reference is gone", |result| unsafe {
            sys::napi_get_reference_value(env.0, self.0, result)
        })
    }
}
