//! Node-API, made safe. This is the one module with `unsafe` code.
#![allow(unsafe_code, reason = "Node-API is a C interface")]

use std::any::Any;
use std::marker::PhantomData;
use std::mem::MaybeUninit;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::{ptr, slice};

use napi::bindgen_prelude::Object;
use napi::{JsValue, sys};

use crate::input::Span;

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
    env: &napi::Env,
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

/// The largest number of arguments that a native function takes.
pub const MAX_ARGUMENTS: usize = 512;

/// Units for which there is room before a string is read.
const SHORT: usize = 256;

/// A native function, with the data that it was made with.
pub trait Native {
    /// Its data.
    type Data;

    /// What it does.
    fn call<'e>(
        env: Env<'e>,
        data: &Self::Data,
        arguments: &[Value<'e>],
    ) -> Result<Value<'e>, Exception>;
}

impl<'e> Env<'e> {
    /// What a call gave that stores its result: `Exception` if it failed. One is pending then:
    /// either JavaScript threw it, or this does.
    fn checked(
        self,
        what: &str,
        call: impl FnOnce(*mut sys::napi_value) -> sys::napi_status,
    ) -> Result<Value<'e>, Exception> {
        let mut result = ptr::null_mut();
        match call(&raw mut result) {
            sys::Status::napi_ok => Ok(Value(result, PhantomData)),
            sys::Status::napi_pending_exception => Err(Exception),
            _ => Err(self.throw(what)),
        }
    }

    /// Throws an `Error`.
    pub fn throw(self, message: &str) -> Exception {
        let Ok(message) = self.utf8(message) else {
            return Exception;
        };
        let mut error = ptr::null_mut();
        // SAFETY: the environment and the values are valid. Where a call fails, an exception is
        // pending already or the environment is being torn down; nothing more can be thrown.
        unsafe {
            if sys::napi_create_error(self.0, ptr::null_mut(), message.0, &raw mut error)
                == sys::Status::napi_ok
            {
                sys::napi_throw(self.0, error);
            }
        }
        Exception
    }

    /// Throws a `RangeError`.
    pub fn throw_range_error(self, message: &str) -> Exception {
        let Ok(message) = self.utf8(message) else {
            return Exception;
        };
        let mut error = ptr::null_mut();
        // SAFETY: as in `throw`.
        unsafe {
            if sys::napi_create_range_error(self.0, ptr::null_mut(), message.0, &raw mut error)
                == sys::Status::napi_ok
            {
                sys::napi_throw(self.0, error);
            }
        }
        Exception
    }

    /// A string.
    pub fn utf8(self, text: &str) -> Result<Value<'e>, Exception> {
        let mut result = ptr::null_mut();
        // SAFETY: `text` is valid for the length given with it.
        let status = unsafe {
            sys::napi_create_string_utf8(
                self.0,
                text.as_ptr().cast(),
                text.len().cast_signed(),
                &raw mut result,
            )
        };
        if status == sys::Status::napi_ok {
            Ok(Value(result, PhantomData))
        } else {
            Err(Exception)
        }
    }

    /// A string of these units.
    pub fn string(self, units: &[u16]) -> Result<Value<'e>, Exception> {
        // V8 looks whether UTF-16 fits into Latin-1, and narrows it, a unit at a time.
        if units.iter().fold(0, |all, &unit| all | unit) > 0xFF {
            return self.utf16(units);
        }
        let narrow = |unit: &u16| unit.to_le_bytes()[0];
        let mut buffer = [0; 128];
        match buffer.get_mut(..units.len()) {
            Some(latin1) => {
                latin1
                    .iter_mut()
                    .zip(units)
                    .for_each(|(byte, unit)| *byte = narrow(unit));
                self.latin1(latin1)
            }
            None => self.latin1(&units.iter().map(narrow).collect::<Vec<_>>()),
        }
    }

    fn latin1(self, bytes: &[u8]) -> Result<Value<'e>, Exception> {
        // SAFETY: `bytes` is valid for the length given with it.
        self.checked_string(|result| unsafe {
            sys::napi_create_string_latin1(
                self.0,
                bytes.as_ptr().cast(),
                bytes.len().cast_signed(),
                result,
            )
        })
    }

    fn utf16(self, units: &[u16]) -> Result<Value<'e>, Exception> {
        // SAFETY: `units` is valid for the length given with it.
        self.checked_string(|result| unsafe {
            sys::napi_create_string_utf16(self.0, units.as_ptr(), units.len().cast_signed(), result)
        })
    }

    fn checked_string(
        self,
        call: impl FnOnce(*mut sys::napi_value) -> sys::napi_status,
    ) -> Result<Value<'e>, Exception> {
        let mut result = ptr::null_mut();
        match call(&raw mut result) {
            sys::Status::napi_ok => Ok(Value(result, PhantomData)),
            sys::Status::napi_pending_exception => Err(Exception),
            // V8 has a greatest length of strings; JavaScript throws this where it is passed.
            _ => Err(self.throw_range_error("Invalid string length")),
        }
    }

    /// `undefined`.
    pub fn undefined(self) -> Result<Value<'e>, Exception> {
        // SAFETY: the environment is valid.
        self.checked("no undefined", |result| unsafe {
            sys::napi_get_undefined(self.0, result)
        })
    }

    /// Appends the units of a primitive string to `units`, and tells where they are; `None` for
    /// any other value.
    pub fn read_string(self, value: Value<'e>, units: &mut Vec<u16>) -> Option<Span> {
        let start = units.len();
        if units.capacity() - start < SHORT {
            units.reserve(SHORT);
        }
        let mut length = self.copy_string(value, units)?;
        // Node-API ends the copy with a zero. A string that fills the room may have been cut.
        if start + length + 1 >= units.capacity() {
            // SAFETY: without a buffer, Node-API tells the length.
            let status = unsafe {
                sys::napi_get_value_string_utf16(
                    self.0,
                    value.0,
                    ptr::null_mut(),
                    0,
                    &raw mut length,
                )
            };
            if status != sys::Status::napi_ok {
                return None;
            }
            units.reserve(length + 2);
            length = self.copy_string(value, units)?;
        }
        // SAFETY: Node-API has written `length` units from `start` on.
        unsafe { units.set_len(start + length) };
        Some(Span { start, length })
    }

    /// The UTF-8 text of a primitive string, lone surrogates replaced; `None` for any other value.
    pub fn read_utf8(self, value: Value<'e>) -> Option<String> {
        let mut length = 0;
        // SAFETY: without a buffer, Node-API tells the length.
        let status = unsafe {
            sys::napi_get_value_string_utf8(self.0, value.0, ptr::null_mut(), 0, &raw mut length)
        };
        if status != sys::Status::napi_ok {
            return None;
        }
        // Node-API ends the copy with a zero.
        let mut bytes = Vec::<u8>::with_capacity(length + 1);
        // SAFETY: the buffer has the room that is given with it.
        let status = unsafe {
            sys::napi_get_value_string_utf8(
                self.0,
                value.0,
                bytes.as_mut_ptr().cast(),
                length + 1,
                &raw mut length,
            )
        };
        if status != sys::Status::napi_ok {
            return None;
        }
        // SAFETY: Node-API has written `length` bytes.
        unsafe { bytes.set_len(length) };
        String::from_utf8(bytes).ok()
    }

    /// Copies a string behind `units`, as far as there is room, and tells how many units of it.
    fn copy_string(self, value: Value<'e>, units: &mut Vec<u16>) -> Option<usize> {
        let mut length = 0;
        let room = units.spare_capacity_mut();
        // SAFETY: the buffer has the room that is given with it.
        let status = unsafe {
            sys::napi_get_value_string_utf16(
                self.0,
                value.0,
                room.as_mut_ptr().cast(),
                room.len(),
                &raw mut length,
            )
        };
        (status == sys::Status::napi_ok).then_some(length)
    }

    /// Calls a function; `this` is `undefined`.
    pub fn call(
        self,
        function: Value<'e>,
        arguments: &[Value<'e>],
    ) -> Result<Value<'e>, Exception> {
        let this = self.undefined()?;
        // SAFETY: `Value` has the layout of `napi_value`; all values are valid.
        self.checked("a function could not be called", |result| unsafe {
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
        self.checked("a script could not be run", |result| unsafe {
            sys::napi_run_script(self.0, source.0, result)
        })
    }

    /// The element of an array.
    pub fn element(self, array: Value<'e>, index: u32) -> Result<Value<'e>, Exception> {
        // SAFETY: the environment and the value are valid.
        self.checked("no element", |result| unsafe {
            sys::napi_get_element(self.0, array.0, index, result)
        })
    }

    /// Sets a property, at load.
    pub fn set(self, object: Value<'e>, key: &str, value: Value<'e>) -> Result<(), Exception> {
        let key = self.utf8(key)?;
        // SAFETY: the environment and the values are valid.
        let status = unsafe { sys::napi_set_property(self.0, object.0, key.0, value.0) };
        if status == sys::Status::napi_ok {
            Ok(())
        } else {
            Err(Exception)
        }
    }

    /// Runs `body`, whose values are released when it returns; `outer` is a value that it needs.
    pub fn scope<R>(
        self,
        outer: Value<'e>,
        body: impl for<'s> FnOnce(Env<'s>, Value<'s>) -> R,
    ) -> R {
        let mut scope = ptr::null_mut();
        // SAFETY: the scope is closed below, and no value outlives `'s`.
        let opened = unsafe { sys::napi_open_handle_scope(self.0, &raw mut scope) };
        let result = body(Env(self.0, PhantomData), Value(outer.0, PhantomData));
        if opened == sys::Status::napi_ok {
            // SAFETY: the scope was opened above; those opened since were closed.
            unsafe { sys::napi_close_handle_scope(self.0, scope) };
        }
        result
    }

    /// A native function.
    ///
    /// `data` must not be freed before the environment is torn down: [`Self::own`] sees to that.
    pub fn function<N: Native>(
        self,
        name: &str,
        data: Owned<N::Data>,
    ) -> Result<Value<'e>, Exception> {
        // SAFETY: `enter::<N>` expects the data that is given here.
        self.checked("no function", |result| unsafe {
            sys::napi_create_function(
                self.0,
                name.as_ptr().cast(),
                name.len().cast_signed(),
                Some(enter::<N>),
                data.0.cast(),
                result,
            )
        })
    }

    /// Gives `data` to the environment, which drops it when it is torn down.
    pub fn own<D>(self, data: D) -> Owned<D> {
        unsafe extern "C" fn free<D>(data: *mut std::ffi::c_void) {
            // SAFETY: the pointer came from `Box::into_raw` below, and this runs once, after all
            // calls from JavaScript.
            drop(unsafe { Box::from_raw(data.cast::<D>()) });
        }
        let data = Box::into_raw(Box::new(data));
        // SAFETY: the environment is valid. If the hook cannot be added, the data leaks.
        unsafe { sys::napi_add_env_cleanup_hook(self.0, Some(free::<D>), data.cast()) };
        Owned(data)
    }
}

/// Data that the environment owns.
pub struct Owned<D>(*mut D);

impl<D> Owned<D> {
    /// The data.
    pub const fn get<'e>(self, env: Env<'e>) -> &'e D {
        let _ = env;
        // SAFETY: the environment drops the data after all calls from JavaScript.
        unsafe { &*self.0 }
    }
}

impl<D> Clone for Owned<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D> Copy for Owned<D> {}

/// What JavaScript calls: reads the arguments, calls the native function, and throws its panic.
unsafe extern "C" fn enter<N: Native>(
    raw: sys::napi_env,
    info: sys::napi_callback_info,
) -> sys::napi_value {
    let env = Env(raw, PhantomData);
    let result = catch_unwind(AssertUnwindSafe(|| {
        let mut count = 0;
        let mut data = ptr::null_mut();
        let mut arguments = [const { MaybeUninit::<sys::napi_value>::uninit() }; MAX_ARGUMENTS];
        // SAFETY: without a buffer, Node-API tells the number of arguments.
        let status = unsafe {
            sys::napi_get_cb_info(
                raw,
                info,
                &raw mut count,
                ptr::null_mut(),
                ptr::null_mut(),
                &raw mut data,
            )
        };
        count = count.min(MAX_ARGUMENTS);
        // SAFETY: the buffer has room for `count` arguments.
        let read = unsafe {
            sys::napi_get_cb_info(
                raw,
                info,
                &raw mut count,
                arguments.as_mut_ptr().cast(),
                ptr::null_mut(),
                ptr::null_mut(),
            )
        };
        if status != sys::Status::napi_ok || read != sys::Status::napi_ok || data.is_null() {
            return Err(env.throw("k8s-native: the arguments cannot be read"));
        }
        // SAFETY: the first `count` arguments have been written, `Value` has the layout of
        // `napi_value`, and the data is what `Env::function` was given, alive as long as the
        // environment.
        let (arguments, data) = unsafe {
            let arguments =
                slice::from_raw_parts(arguments.as_ptr().cast::<Value>(), count.min(MAX_ARGUMENTS));
            (arguments, &*data.cast::<N::Data>())
        };
        N::call(env, data, arguments)
    }));
    match result {
        Ok(Ok(value)) => value.0,
        Ok(Err(Exception)) => ptr::null_mut(),
        Err(panic) => {
            env.throw(&format!(
                "k8s-native: internal error: {}",
                panic_message(&*panic)
            ));
            ptr::null_mut()
        }
    }
}

fn panic_message(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("unknown")
}

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
            _ => Err(env.throw("k8s-native: no reference")),
        }
    }

    /// The value.
    pub fn get<'e>(&self, env: Env<'e>) -> Result<Value<'e>, Exception> {
        // SAFETY: the reference was made in this environment, and is strong.
        env.checked("k8s-native: a reference is gone", |result| unsafe {
            sys::napi_get_reference_value(env.0, self.0, result)
        })
    }

    /// Lets the value go.
    pub fn delete(self, env: Env) {
        // SAFETY: the reference was made in this environment, and `self` is its only owner.
        unsafe { sys::napi_delete_reference(env.0, self.0) };
    }
}

/// An `Int32Array` that both sides read and write.
pub struct SharedIntegers {
    array: Reference,
    data: *mut i32,
    length: usize,
}

impl SharedIntegers {
    /// An array of zeros.
    pub fn new(env: Env, length: usize) -> Result<Self, Exception> {
        let mut data = ptr::null_mut();
        // SAFETY: the environment is valid.
        let buffer = env.checked("k8s-native: no memory", |result| unsafe {
            sys::napi_create_arraybuffer(env.0, length * size_of::<i32>(), &raw mut data, result)
        })?;
        // SAFETY: the buffer has room for `length` integers.
        let array = env.checked("k8s-native: no Int32Array", |result| unsafe {
            sys::napi_create_typedarray(
                env.0,
                sys::TypedarrayType::int32_array,
                length,
                buffer.0,
                0,
                result,
            )
        })?;
        Ok(Self {
            array: Reference::new(env, array)?,
            data: data.cast(),
            length,
        })
    }

    /// The array.
    pub fn get<'e>(&self, env: Env<'e>) -> Result<Value<'e>, Exception> {
        self.array.get(env)
    }

    /// The integer at `index`; 0 behind the end.
    pub fn read(&self, index: usize) -> i32 {
        if index >= self.length {
            return 0;
        }
        // SAFETY: the index is inside the buffer, which `array` keeps alive; only the glue has
        // it, which never detaches it, and JavaScript does not run meanwhile.
        unsafe { self.data.add(index).read() }
    }

    /// The 64 bits of the integers at `index` and behind it.
    pub fn read_bits(&self, index: usize) -> u64 {
        let [low, high] = [index, index + 1].map(|index| self.read(index).cast_unsigned());
        u64::from(low) | u64::from(high) << u32::BITS
    }

    /// Stores an integer; nothing behind the end.
    pub fn write(&self, index: usize, integer: i32) {
        if index < self.length {
            // SAFETY: as in `read`.
            unsafe { self.data.add(index).write(integer) };
        }
    }

    /// Stores integers from the first one on, as many as there is room for.
    pub fn fill(&self, integers: &[i32]) {
        let count = integers.len().min(self.length);
        // SAFETY: the buffer has room for `count` integers and is not `integers`; see `read`.
        unsafe { ptr::copy_nonoverlapping(integers.as_ptr(), self.data, count) };
    }

    /// How many integers there is room for.
    pub const fn len(&self) -> usize {
        self.length
    }

    /// Lets the array go.
    pub fn delete(self, env: Env) {
        self.array.delete(env);
    }
}
