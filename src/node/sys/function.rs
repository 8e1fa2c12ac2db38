//! Native functions and the data that they are made with.

use std::marker::PhantomData;
use std::mem::MaybeUninit;
use std::{ptr, slice};

use napi::sys;

use super::{Env, Exception, Value};
use crate::node::crossings::{self, Crossing};
use crate::node::panic;

/// The largest number of arguments that a native function takes.
pub const MAX_ARGUMENTS: usize = 512;

/// Arguments that are read at once; for more a function is asked again.
const COMMON_ARGUMENTS: usize = 20;

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
    /// A native function.
    ///
    /// `data` must not be freed before the environment is torn down: [`Self::own`] sees to that.
    pub fn function<N: Native>(
        self,
        name: &str,
        data: Owned<N::Data>,
    ) -> Result<Value<'e>, Exception> {
        // SAFETY: `enter::<N>` expects the data that is given here.
        self.checked("k8s-native: a function could not be made", |result| unsafe {
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
        // Boxes without content share one address, and Node aborts where the same hook is added
        // twice. There is nothing to free.
        if size_of::<D>() == 0 {
            return Owned(data);
        }
        // SAFETY: the environment is valid. If the hook cannot be added, the data leaks.
        unsafe { sys::napi_add_env_cleanup_hook(self.0, Some(free::<D>), data.cast()) };
        Owned(data)
    }
}

/// Data that the environment owns.
pub struct Owned<D>(*mut D);

impl<D> Owned<D> {
    /// The data.
    pub const fn get(self, env: Env<'_>) -> &D {
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
    crossings::count(Crossing::CallIntoRust);
    let env = Env(raw, PhantomData);
    let result = panic::catch(|| {
        let mut data = ptr::null_mut();
        let mut arguments = [const { MaybeUninit::<sys::napi_value>::uninit() }; MAX_ARGUMENTS];
        let mut read = |room: usize| {
            let mut count = room;
            // SAFETY: the buffer has room for `MAX_ARGUMENTS`, and `room` is no more.
            let status = unsafe {
                sys::napi_get_cb_info(
                    raw,
                    info,
                    &raw mut count,
                    arguments.as_mut_ptr().cast(),
                    ptr::null_mut(),
                    &raw mut data,
                )
            };
            (status == sys::Status::napi_ok).then_some(count)
        };
        // Room that is left over is filled, so there is little at first.
        let mut count = read(COMMON_ARGUMENTS);
        if count > Some(COMMON_ARGUMENTS) {
            count = read(MAX_ARGUMENTS);
        }
        let Some(count) = count.filter(|_| !data.is_null()) else {
            return Err(env.throw("k8s-native: the arguments cannot be read"));
        };
        let arguments = arguments.as_ptr().cast::<Value>();
        // SAFETY: the first `count` arguments have been written, and `Value` has the layout of
        // `napi_value`.
        let arguments = unsafe { slice::from_raw_parts(arguments, count.min(MAX_ARGUMENTS)) };
        // SAFETY: the data is what `Env::function` was given, alive as long as the environment.
        let data = unsafe { &*data.cast::<N::Data>() };
        N::call(env, data, arguments)
    });
    match result {
        Ok(Ok(value)) => value.0,
        Ok(Err(Exception)) => ptr::null_mut(),
        Err(message) => {
            env.throw(&message);
            ptr::null_mut()
        }
    }
}
