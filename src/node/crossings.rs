//! Counts what crosses between JavaScript and Rust, for `npm run bench:allocations`. Only a build
//! with the feature `count-crossings` does: a release pays nothing for it.

/// Something that crosses.
#[derive(Clone, Copy)]
pub enum Crossing {
    /// JavaScript calls a native function.
    CallIntoRust,
    /// Rust calls a function of JavaScript.
    CallIntoJavaScript,
    /// Rust reads a string.
    StringRead,
    /// Rust makes a string.
    StringMade,
}

/// Counts one.
#[cfg(not(feature = "count-crossings"))]
pub const fn count(_crossing: Crossing) {}

#[cfg(feature = "count-crossings")]
pub use counted::{count, take};

/// The counts, which all threads share.
#[cfg(feature = "count-crossings")]
mod counted {
    use std::sync::atomic::{AtomicU32, Ordering};

    /// The counts of all crossings, in the order in which they are declared.
    static COUNTS: [AtomicU32; 4] = [const { AtomicU32::new(0) }; 4];

    /// Counts one.
    pub fn count(crossing: super::Crossing) {
        if let Some(count) = COUNTS.get(crossing as usize) {
            count.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// The counts since the last call, as JSON.
    pub fn take() -> String {
        format!("{:?}", COUNTS.each_ref().map(|count| count.swap(0, Ordering::Relaxed)))
    }
}
