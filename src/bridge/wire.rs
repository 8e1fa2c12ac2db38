//! The wire: an `Int32Array` that Rust and JavaScript both see. Small numbers cross in it without a
//! call. This page is its layout.
//!
//! | from | integers | written by | what |
//! | --- | --- | --- | --- |
//! | [`TEXTS_PENDING`] | 1 | both | 1 until the first list of a call was sent |
//! | [`FLAGS`] | 1 | the reader | the conditions, a bit each, in the order of the fields |
//! | [`STRINGS`] | 1 | the reader | which values are primitive strings, a bit each, in that order |
//! | [`LENGTHS`] | 8 | the reader | the lengths of lists and texts, in that order |
//! | [`NUMBERS`] | 5 | `decide` | the numbers of the result |
//! | [`MAKER`] | 1 | `decide` | the place of the function that makes the result |
//! | [`TEXTS`] | 2 each | `decide` | where each text begins and ends among those handed over |

use crate::bridge::leaf::{Number, Text};

/// 1 until the first list of a call was sent.
pub const TEXTS_PENDING: usize = 0;
/// The first conditions.
pub const FLAGS: usize = TEXTS_PENDING + 1;
/// The first bits that mark strings.
pub const STRINGS: usize = FLAGS + 1;
/// The first length.
pub const LENGTHS: usize = STRINGS + 1;
/// The first number of the result.
pub const NUMBERS: usize = LENGTHS + 8;
/// The place of the function that makes the result.
pub const MAKER: usize = NUMBERS + Number::ALL.len();
/// The places of the texts, in the order of their numbers: where each begins, and where it ends. In
/// place of a beginning, `-n` says that the text is the `n`th of the long ones.
pub const TEXTS: usize = MAKER + 1;
/// How many integers there are.
pub const LENGTH: usize = TEXTS + 2 * Text::COUNT;

/// Where a number of the result is.
#[must_use]
pub const fn number(number: Number) -> usize {
    NUMBERS + number.place()
}
