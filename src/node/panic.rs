//! Panics, which become exceptions.
//!
//! A panic message may contain user data: it is neither printed nor forwarded. Only the source
//! location is reported.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::Once;

thread_local! {
    /// Where this thread's last panic was raised.
    static PLACE: Cell<Option<String>> = const { Cell::new(None) };
}

/// What `body` returns; if it panics, what the exception is to say.
pub fn catch<R>(body: impl FnOnce() -> R) -> Result<R, String> {
    static HOOK: Once = Once::new();
    // The addon has its own standard library, so other addons in the process keep their hooks.
    HOOK.call_once(|| panic::set_hook(Box::new(keep_place)));
    panic::catch_unwind(AssertUnwindSafe(body)).map_err(|_| {
        let place = PLACE.take().unwrap_or_default();
        format!("k8s-native: internal error at {place}")
    })
}

/// Keeps where a panic was raised.
fn keep_place(info: &PanicHookInfo) {
    let place = info.location().map(ToString::to_string);
    // The slot of a thread that is ending is gone, and nobody reads it any more.
    let _ = PLACE.try_with(|kept| kept.set(place));
}

/// Panics where a test wants it, in a build with the feature `forced-panic`; a release has none.
#[cfg(feature = "forced-panic")]
#[track_caller]
pub fn forced(place: &str) {
    let wanted = std::env::var("K8S_NATIVE_FORCED_PANIC");
    assert!(wanted.as_deref() != Ok(place), "a message with {place}");
}

/// Does nothing.
#[cfg(not(feature = "forced-panic"))]
pub const fn forced(_place: &str) {}
