//! The wire: an `Int32Array` that Rust and JavaScript both see. Small numbers cross in it without a
//! call. This page is its layout.
//!
//! | from | integers | written by | what |
//! | --- | --- | --- | --- |
//! | [`FLAGS`] | 1 | the reader | the conditions, a bit each, in the order of the fields |
//! | [`LENGTHS`] | 8 | the reader | the lengths of texts, in that order |
//! | [`NUMBERS`] | 5 | `decide` | the numbers of the result |
//! | [`MAKER`] | 1 | `decide` | the place of the function that makes the result |

use crate::bridge::leaf::Number;

/// The conditions.
pub const FLAGS: usize = 0;
/// The first length.
pub const LENGTHS: usize = FLAGS + 1;
/// The first number of the result.
pub const NUMBERS: usize = LENGTHS + 8;
/// The place of the function that makes the result.
pub const MAKER: usize = NUMBERS + Number::ALL.len();
/// How many integers there are.
pub const LENGTH: usize = MAKER + 1;

/// Where a number of the result is.
#[must_use]
pub const fn number(number: Number) -> usize {
    NUMBERS + number.place()
}
