//! Strings as `JSON.stringify` quotes them.

/// Appends `text` as a JSON string (ECMA-262 `QuoteJSONString`): well-formed, since lone
/// surrogates are escaped too.
pub fn push_quoted(out: &mut Vec<u16>, text: &[u16]) {
    const BLOCK: usize = 32;
    out.push(u16::from(b'"'));
    // What needs no look is copied at once, as far as it goes.
    let mut copied = 0;
    for (start, block) in (0..).step_by(BLOCK).zip(text.chunks(BLOCK)) {
        if block.iter().fold(false, |found, &unit| found | needs_look(unit)) {
            out.extend_from_slice(text.get(copied..start).unwrap_or_default());
            for (index, &unit) in (start..).zip(block) {
                push_unit(out, text, index, unit);
            }
            copied = start + block.len();
        }
    }
    out.extend_from_slice(text.get(copied..).unwrap_or_default());
    out.push(u16::from(b'"'));
}

const fn needs_look(unit: u16) -> bool {
    unit < 0x20 || unit == b'"' as u16 || unit == b'\\' as u16 || is_surrogate(unit, 0xD800, 0xF800)
}

/// Whether the bits of `mask` are those of `base`.
const fn is_surrogate(unit: u16, base: u16, mask: u16) -> bool {
    unit & mask == base
}

fn push_unit(out: &mut Vec<u16>, text: &[u16], index: usize, unit: u16) {
    let is_at = |index: Option<usize>, base| {
        index
            .and_then(|index| text.get(index))
            .is_some_and(|&unit| is_surrogate(unit, base, 0xFC00))
    };
    let short = match unit {
        0x08 => Some(b'b'),
        0x09 => Some(b't'),
        0x0A => Some(b'n'),
        0x0C => Some(b'f'),
        0x0D => Some(b'r'),
        0x22 => Some(b'"'),
        0x5C => Some(b'\\'),
        _ => None,
    };
    let is_lone = (is_surrogate(unit, 0xD800, 0xFC00) && !is_at(Some(index + 1), 0xDC00))
        || (is_surrogate(unit, 0xDC00, 0xFC00) && !is_at(index.checked_sub(1), 0xD800));
    if let Some(short) = short {
        out.extend([u16::from(b'\\'), u16::from(short)]);
    } else if unit < 0x20 || is_lone {
        out.extend([u16::from(b'\\'), u16::from(b'u')]);
        for shift in [12, 8, 4, 0] {
            let digit = char::from_digit(u32::from(unit >> shift & 0xF), 16);
            out.extend(digit.map(|digit| digit as u16));
        }
    } else {
        out.push(unit);
    }
}

#[cfg(test)]
mod tests {
    use super::push_quoted;

    #[test]
    fn quotes_as_serde_json_does() {
        let all: String = (0..0x3000).filter_map(char::from_u32).chain("😀\u{10ffff}".chars()).collect();
        for text in ["", "a", "\"\\\u{8}\t\n\u{c}\r\0\u{1f}\u{7f}\u{2028}", &all] {
            let mut out = Vec::new();
            push_quoted(&mut out, &text.encode_utf16().collect::<Vec<_>>());
            assert_eq!(String::from_utf16(&out).unwrap(), serde_json::to_string(text).unwrap());
        }
    }

    #[test]
    fn escapes_lone_surrogates() {
        let rows: [(&[u16], &str); 5] = [
            (&[0xD800], r#""\ud800""#),
            (&[0xDFFF, 0xD83D], r#""\udfff\ud83d""#),
            (&[0xD83D, 0xDE00], "\"😀\""),
            (&[0xD83D, 0xD83D, 0xDE00], "\"\\ud83d😀\""),
            (&[0xD83D, 0xDE00, 0xDE00], "\"😀\\ude00\""),
        ];
        for (text, expected) in rows {
            let mut out = Vec::new();
            push_quoted(&mut out, text);
            assert_eq!(String::from_utf16(&out).unwrap(), expected);
        }
    }
}
