//! UTF-16 text under ECMAScript's rules: a string is a sequence of 16-bit units, well-formed or not.

pub mod json;
pub mod shell;
pub mod units;

use std::ops::Range;

/// The length of V8's longest string, in units: `buffer.constants.MAX_STRING_LENGTH`.
pub const MAX_LENGTH: usize = (1 << 29) - 24;

/// Whether `unit` is ECMA-262 `WhiteSpace` or `LineTerminator`, the set that `String.prototype.trim`
/// and the regular expression class `\s` share. Neither Rust's `char::is_whitespace` (which has
/// U+0085 and lacks U+FEFF) nor ASCII white space is the same set.
#[must_use]
pub const fn is_white_space(unit: u16) -> bool {
    matches!(
        unit,
        0x09..=0x0D
            | 0x20
            | 0xA0
            | 0x1680
            | 0x2000..=0x200A
            | 0x2028
            | 0x2029
            | 0x202F
            | 0x205F
            | 0x3000
            | 0xFEFF
    )
}

/// The part of `text` that `String.prototype.trim` leaves.
#[must_use]
pub fn trim_range(text: &[u16]) -> Range<usize> {
    let is_visible = |&unit: &u16| !is_white_space(unit);
    let Some(start) = text.iter().position(is_visible) else {
        return 0..0;
    };
    start..text.iter().rposition(is_visible).map_or(start, |last| last + 1)
}

/// Whether nothing would be left by `String.prototype.trim`.
#[must_use]
pub fn is_blank(text: &[u16]) -> bool {
    text.iter().all(|&unit| is_white_space(unit))
}

/// An ASCII string in UTF-16, for constants.
#[must_use]
#[expect(clippy::indexing_slicing, reason = "the index is below the length of both arrays")]
pub const fn utf16<const N: usize>(ascii: &[u8; N]) -> [u16; N] {
    let mut units = [0; N];
    let mut index = 0;
    while index < N {
        units[index] = ascii[index] as u16;
        index += 1;
    }
    units
}

/// Appends an ASCII string.
pub fn push_ascii(out: &mut Vec<u16>, ascii: &str) {
    out.extend(ascii.bytes().map(u16::from));
}

/// The length in bytes of `text` as UTF-8, as `Buffer.byteLength` counts it: a lone surrogate
/// becomes U+FFFD, three bytes like the surrogate itself.
#[must_use]
pub fn utf8_length(text: &[u16]) -> usize {
    // Blocks small enough for 16-bit sums let the compiler count many units at once.
    const BLOCK: usize = 1 << 12;
    let mut length = text.len();
    for (start, units) in (0..).step_by(BLOCK).zip(text.chunks(BLOCK)) {
        if units.iter().fold(0, |all, &unit| all | unit) < 0x80 {
            continue;
        }
        let nexts = text.get(start + 1..).unwrap_or_default();
        let more = units.iter().map(|&unit| u16::from(unit >= 0x80) + u16::from(unit >= 0x800));
        let pairs = units.iter().zip(nexts).map(|(&high, &low)| {
            u16::from(high & 0xFC00 == 0xD800) & u16::from(low & 0xFC00 == 0xDC00)
        });
        length += usize::from(more.sum::<u16>());
        length -= 2 * usize::from(pairs.sum::<u16>());
    }
    length
}

/// Hands `text` as UTF-8 to `write`, part by part, each lone surrogate as U+FFFD.
pub fn write_utf8(text: &[u16], mut write: impl FnMut(&[u8])) {
    const PART: usize = 64;
    let mut part = [0; PART];
    if text.iter().fold(0, |all, &unit| all | unit) < 0x80 {
        for units in text.chunks(PART) {
            for (byte, unit) in part.iter_mut().zip(units) {
                *byte = unit.to_le_bytes()[0];
            }
            write(part.get(..units.len()).unwrap_or_default());
        }
        return;
    }
    let mut characters = char::decode_utf16(text.iter().copied())
        .map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER))
        .peekable();
    while characters.peek().is_some() {
        let mut filled = 0;
        while let Some(rest) = part.get_mut(filled..).filter(|rest| rest.len() >= 4)
            && let Some(character) = characters.next()
        {
            filled += character.encode_utf8(rest).len();
        }
        write(part.get(..filled).unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str) -> Vec<u16> {
        text.encode_utf16().collect()
    }

    #[test]
    fn trims_what_ecmascript_trims() {
        let rows = [
            ("\u{feff}\u{a0}\u{2028}x\u{3000}\u{1680}", "x"),
            ("\u{85}x\u{180e}\u{200b}\u{1c}", "\u{85}x\u{180e}\u{200b}\u{1c}"),
            ("\t\n\u{b}\u{c}\r a b \u{202f}\u{205f}\u{2029}\u{2000}\u{200a}", "a b"),
            (" \u{feff} ", ""),
            ("", ""),
        ];
        for (given, expected) in rows {
            let given_units = utf16(given);
            let trimmed = &given_units[trim_range(&given_units)];
            assert_eq!(trimmed, utf16(expected), "{given:?}");
            assert_eq!(is_blank(&utf16(given)), expected.is_empty(), "{given:?}");
        }
    }

    #[test]
    fn counts_utf8_bytes() {
        let rows: [(&[u16], usize); 6] = [
            (&[], 0),
            (&[0x7F, 0x80, 0x7FF, 0x800, 0xFFFF], 1 + 2 + 2 + 3 + 3),
            (&[0xD83D, 0xDE00], 4),
            (&[0xD800], 3),
            (&[0xDC00, 0xD800], 6),
            (&[0xD800, 0xD83D, 0xDE00, 0xDE00], 3 + 4 + 3),
        ];
        for (text, expected) in rows {
            assert_eq!(utf8_length(text), expected, "{text:x?}");
            let mut bytes = Vec::new();
            write_utf8(text, |part| bytes.extend_from_slice(part));
            assert_eq!(bytes.len(), expected, "{text:x?}");
            assert_eq!(bytes, String::from_utf16_lossy(text).into_bytes());
        }
    }
}
