//! UTF-16 text under ECMAScript's rules: a string is a sequence of 16-bit units, well-formed or not.

pub mod json;
pub mod units;

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

/// Appends an ASCII string.
pub fn push_ascii(out: &mut Vec<u16>, ascii: &str) {
    out.extend(ascii.bytes().map(u16::from));
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

    #[test]
    fn writes_utf8() {
        let rows: [(&[u16], usize); 6] = [
            (&[], 0),
            (&[0x7F, 0x80, 0x7FF, 0x800, 0xFFFF], 1 + 2 + 2 + 3 + 3),
            (&[0xD83D, 0xDE00], 4),
            (&[0xD800], 3),
            (&[0xDC00, 0xD800], 6),
            (&[0xD800, 0xD83D, 0xDE00, 0xDE00], 3 + 4 + 3),
        ];
        for (text, expected) in rows {
            let mut bytes = Vec::new();
            write_utf8(text, |part| bytes.extend_from_slice(part));
            assert_eq!(bytes.len(), expected, "{text:x?}");
            assert_eq!(bytes, String::from_utf16_lossy(text).into_bytes());
        }
    }
}
