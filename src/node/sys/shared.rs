//! Integers that cross without a call.

use std::ptr;

use napi::sys;

use super::{Env, Exception, Reference, Value};

/// An `Int32Array` that both sides read and write.
pub struct SharedIntegers {
    /// The array, which keeps its buffer alive.
    array: Reference,
    /// The buffer.
    data: *mut i32,
    /// How many integers there are.
    length: usize,
}

impl SharedIntegers {
    /// An array of zeros.
    pub fn new(env: Env, length: usize) -> Result<Self, Exception> {
        let mut data = ptr::null_mut();
        // SAFETY: the environment is valid.
        let buffer =
            env.checked("k8s-native: an ArrayBuffer could not be made", |result| unsafe {
                sys::napi_create_arraybuffer(
                    env.0,
                    length * size_of::<i32>(),
                    &raw mut data,
                    result,
                )
            })?;
        // SAFETY: the buffer has room for `length` integers.
        let array =
            env.checked("k8s-native: an Int32Array could not be made", |result| unsafe {
                sys::napi_create_typedarray(
                    env.0,
                    sys::TypedarrayType::int32_array,
                    length,
                    buffer.0,
                    0,
                    result,
                )
            })?;
        Ok(Self { array: Reference::new(env, array)?, data: data.cast(), length })
    }

    /// The array.
    pub fn get<'e>(&self, env: Env<'e>) -> Result<Value<'e>, Exception> {
        self.array.get(env)
    }

    /// The integer at `index`; 0 behind the end.
    pub const fn read(&self, index: usize) -> i32 {
        if index >= self.length {
            return 0;
        }
        // SAFETY: the index is inside the buffer.
        let place = unsafe { self.data.add(index) };
        // SAFETY: `array` keeps the buffer alive; only the glue has it, which never detaches it,
        // and JavaScript does not run meanwhile.
        unsafe { place.read() }
    }

    /// Stores an integer; nothing behind the end.
    pub const fn write(&self, index: usize, integer: i32) {
        if index < self.length {
            // SAFETY: the index is inside the buffer.
            let place = unsafe { self.data.add(index) };
            // SAFETY: as in `read`.
            unsafe { place.write(integer) };
        }
    }
}
