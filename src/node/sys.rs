//! Node-API, made safe. This is the one module with `unsafe` code.
#![allow(unsafe_code, reason = "Node-API is a C interface")]

mod function;
mod reference;
mod shared;
mod string;

use std::marker::PhantomData;
use std::ptr;

use napi::bindgen_prelude::Object;
use napi::{JsValue, sys};

pub use function::{MAX_ARGUMENTS, Native};
pub use reference::Reference;
pub use shared::SharedIntegers;

use crate::node::crossings::{self, Crossing};
use crate::node::panic;

/// A JavaScript exception is on its way to the caller, so Rust has to return.
#[derive(Debug)]
pub struct Exception;

/// A JavaScript value that lives as long as the native call `'e`.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Value<'e>(sys::napi_value, PhantomData<&'e ()>);

/// The environment of a native call.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Env<'e>(sys::napi_env, PhantomData<&'e ()>);

/// Adds what `load` makes to a module's exports, as `name`.
pub fn export(
    env: napi::Env,
    exports: &Object,
    name: &str,
    load: impl for<'e> FnOnce(Env<'e>) -> Result<Value<'e>, Exception>,
) -> napi::Result<()> {
    let env = Env(env.raw(), PhantomData);
    let exports = Value(exports.raw(), PhantomData);
    load(env)
        .and_then(|value| env.set(exports, name, value))
        .map_err(|Exception| napi::Error::from_status(napi::Status::PendingException))
}

/// One of Node-API's functions that make an error of a message.
type CreateError = unsafe extern "C" fn(
    sys::napi_env,
    sys::napi_value,
    sys::napi_value,
    *mut sys::napi_value,
) -> sys::napi_status;

impl<'e> Env<'e> {
    /// What a call gave that stores its result: `Exception` if it failed. One is pending then:
    /// either JavaScript threw it, or this does.
    fn checked(
        self,
        what: &str,
        call: impl FnOnce(*mut sys::napi_value) -> sys::napi_status,
    ) -> Result<Value<'e>, Exception> {
        Self::checked_or(|| self.throw(what), call)
    }

    /// The same, with another exception for what JavaScript did not throw.
    fn checked_or(
        throw: impl FnOnce() -> Exception,
        call: impl FnOnce(*mut sys::napi_value) -> sys::napi_status,
    ) -> Result<Value<'e>, Exception> {
        let mut result = ptr::null_mut();
        match call(&raw mut result) {
            sys::Status::napi_ok => Ok(Value(result, PhantomData)),
            sys::Status::napi_pending_exception => Err(Exception),
            _ => Err(throw()),
        }
    }

    /// Throws an `Error`.
    pub fn throw(self, message: &str) -> Exception {
        self.throw_made(message, sys::napi_create_error)
    }

    /// Throws what V8 throws where a string would be too long.
    pub fn throw_length_error(self) -> Exception {
        self.throw_range_error("Invalid string length")
    }

    /// Throws a `RangeError`.
    pub fn throw_range_error(self, message: &str) -> Exception {
        self.throw_made(message, sys::napi_create_range_error)
    }

    /// Throws the error that `create` makes.
    fn throw_made(self, message: &str, create: CreateError) -> Exception {
        let Ok(message) = self.utf8(message) else {
            return Exception;
        };
        let mut error = ptr::null_mut();
        // SAFETY: the environment and the values are valid. Where a call fails, an exception is
        // pending already or the environment is being torn down; nothing more can be thrown.
        let status = unsafe { create(self.0, ptr::null_mut(), message.0, &raw mut error) };
        if status == sys::Status::napi_ok {
            // SAFETY: as above.
            unsafe { sys::napi_throw(self.0, error) };
        }
        Exception
    }

    /// `undefined`.
    pub fn undefined(self) -> Result<Value<'e>, Exception> {
        // SAFETY: the environment is valid.
        self.checked("k8s-native: undefined cannot be read", |result| unsafe {
            sys::napi_get_undefined(self.0, result)
        })
    }

    /// Calls a function; `this` is `undefined`.
    pub fn call(
        self,
        function: Value<'e>,
        arguments: &[Value<'e>],
    ) -> Result<Value<'e>, Exception> {
        crossings::count(Crossing::CallIntoJavaScript);
        let this = self.undefined()?;
        // SAFETY: `Value` has the layout of `napi_value`; all values are valid.
        self.checked("k8s-native: a function could not be called", |result| unsafe {
            sys::napi_call_function(
                self.0,
                this.0,
                function.0,
                arguments.len(),
                arguments.as_ptr().cast(),
                result,
            )
        })
    }

    /// Runs a script and returns its completion value.
    pub fn run_script(self, source: &str) -> Result<Value<'e>, Exception> {
        let source = self.utf8(source)?;
        // SAFETY: the environment and the value are valid.
        self.checked("k8s-native: a script could not be run", |result| unsafe {
            sys::napi_run_script(self.0, source.0, result)
        })
    }

    /// A number that counts something.
    pub fn read_size(self, number: Value<'e>) -> Result<usize, Exception> {
        let mut size = 0;
        // SAFETY: the environment and the value are valid.
        let status = unsafe { sys::napi_get_value_int64(self.0, number.0, &raw mut size) };
        match usize::try_from(size) {
            Ok(size) if status == sys::Status::napi_ok => Ok(size),
            _ => Err(self.throw("k8s-native: not a size")),
        }
    }

    /// The element of an array.
    pub fn element(self, array: Value<'e>, index: u32) -> Result<Value<'e>, Exception> {
        // SAFETY: the environment and the value are valid.
        self.checked("k8s-native: an element could not be read", |result| unsafe {
            sys::napi_get_element(self.0, array.0, index, result)
        })
    }

    /// Sets a property, at load.
    pub fn set(self, object: Value<'e>, key: &str, value: Value<'e>) -> Result<(), Exception> {
        let key = self.utf8(key)?;
        // SAFETY: the environment and the values are valid.
        let status = unsafe { sys::napi_set_property(self.0, object.0, key.0, value.0) };
        if status == sys::Status::napi_ok { Ok(()) } else { Err(Exception) }
    }

    /// Runs `body`, whose values are released when it returns; `outer` is a value that it needs.
    pub fn scope<R>(
        self,
        outer: Value<'e>,
        body: impl for<'s> FnOnce(Env<'s>, Value<'s>) -> R,
    ) -> R {
        let _scope = Scope::open(self);
        panic::forced("scope");
        body(Env(self.0, PhantomData), Value(outer.0, PhantomData))
    }
}

/// A handle scope, closed when it is dropped: Node ends the process where a panic leaves one open.
struct Scope {
    /// The environment that it is of.
    env: sys::napi_env,
    /// `None` if it could not be opened.
    scope: Option<sys::napi_handle_scope>,
}

impl Scope {
    /// Opens a scope.
    fn open(Env(env, _): Env) -> Self {
        let mut scope = ptr::null_mut();
        // SAFETY: the environment is valid.
        let status = unsafe { sys::napi_open_handle_scope(env, &raw mut scope) };
        Self { env, scope: (status == sys::Status::napi_ok).then_some(scope) }
    }
}

impl Drop for Scope {
    fn drop(&mut self) {
        if let Some(scope) = self.scope {
            // SAFETY: the scope was opened above; those opened since were closed.
            unsafe { sys::napi_close_handle_scope(self.env, scope) };
        }
    }
}
