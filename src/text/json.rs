//! Strings as `JSON.stringify` escapes them.

/// Units that are looked at at once: one by one would cost as much as all the rest of a long text.
const BLOCK: usize = 32;

/// Appends `text` as a JSON string contains it (ECMA-262 `QuoteJSONString`, without the quotes):
/// well-formed, since lone surrogates are escaped too. If nothing is to be escaped, appends nothing
/// and returns `false`.
pub fn push_escaped(out: &mut Vec<u16>, text: &[u16]) -> bool {
    // What needs no escape is copied at once, as far as it goes.
    let mut copied = 0;
    let mut is_escaped = false;
    let mut start = 0;
    while start < text.len() {
        start = skip_plain(text, start);
        let end = text.len().min(start + BLOCK);
        for (index, &unit) in (start..end).zip(text.get(start..end).unwrap_or_default()) {
            if may_need_escape(unit) && needs_escape(text, index, unit) {
                out.extend_from_slice(text.get(copied..index).unwrap_or_default());
                push_escape(out, unit);
                copied = index + 1;
                is_escaped = true;
            }
        }
        start = end;
    }
    if is_escaped {
        out.extend_from_slice(text.get(copied..).unwrap_or_default());
    }
    is_escaped
}

/// The units that [`push_escaped`] appends at most: an escape sequence has up to six. Only in a long
/// text are they counted.
#[must_use]
pub fn room_for_escaped(text: &[u16]) -> usize {
    const LONG: usize = 1 << 16;
    let is_long = text.len() > LONG;
    let escaped = is_long.then(|| text.iter().filter(|&&unit| may_need_escape(unit)).count());
    text.len() + 5 * escaped.unwrap_or(text.len())
}

/// The first block from `start` on in which something is to be escaped, or which is not a whole one.
fn skip_plain(text: &[u16], start: usize) -> usize {
    let (blocks, _) = text.get(start..).unwrap_or_default().as_chunks::<BLOCK>();
    let mut end = start;
    for block in blocks {
        let found = block.iter().fold(false, |found, &unit| found | may_need_escape(unit));
        if found && !is_well_formed(text, end, block) {
            break;
        }
        end += BLOCK;
    }
    end
}

/// Whether all that may need an escape in the block at `start` are surrogates that make pairs. Text
/// with emoji would be three times as slow if each unit were looked at.
fn is_well_formed(text: &[u16], start: usize, block: &[u16; BLOCK]) -> bool {
    let before = start.checked_sub(1).and_then(|index| text.get(index)).copied().unwrap_or(0);
    let Some(shifted) = text.get(start + 1..).and_then(|rest| rest.first_chunk::<BLOCK>()) else {
        return false;
    };
    let is_pair = |first: u16, second: u16| {
        has_bits(first, 0xFC00, 0xD800) == has_bits(second, 0xFC00, 0xDC00)
    };
    let [first, ..] = *block;
    let pairs = block.iter().zip(shifted);
    pairs.fold(is_pair(before, first), |all, (&first, &second)| all & is_pair(first, second))
        & !block.iter().fold(false, |found, &unit| found | is_escaped_always(unit))
}

/// Whether a unit is to be escaped, surrogates that make a pair included.
const fn may_need_escape(unit: u16) -> bool {
    is_escaped_always(unit) | has_bits(unit, 0xF800, 0xD800)
}

/// Whether a unit is to be escaped whatever is next to it.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches, the compiler looks at a block of units at once"
)]
const fn is_escaped_always(unit: u16) -> bool {
    (unit < 0x20) | (unit == b'"' as u16) | (unit == b'\\' as u16)
}

/// Surrogates that make a pair are not escaped.
fn needs_escape(text: &[u16], index: usize, unit: u16) -> bool {
    let is_at = |index: Option<usize>, bits| {
        index.and_then(|index| text.get(index)).is_some_and(|&unit| has_bits(unit, 0xFC00, bits))
    };
    if has_bits(unit, 0xFC00, 0xD800) {
        !is_at(Some(index + 1), 0xDC00)
    } else if has_bits(unit, 0xFC00, 0xDC00) {
        !is_at(index.checked_sub(1), 0xD800)
    } else {
        true
    }
}

/// Whether those bits of `unit` that are in `mask` are `bits`.
const fn has_bits(unit: u16, mask: u16, bits: u16) -> bool {
    unit & mask == bits
}

/// Appends the escape sequence of a unit.
fn push_escape(out: &mut Vec<u16>, unit: u16) {
    out.push(u16::from(b'\\'));
    let short = match unit {
        0x08 => b'b',
        0x09 => b't',
        0x0A => b'n',
        0x0C => b'f',
        0x0D => b'r',
        0x22 => b'"',
        0x5C => b'\\',
        _ => b'u',
    };
    out.push(u16::from(short));
    if short == b'u' {
        let digits =
            [12, 8, 4, 0].map(|shift| char::from_digit(u32::from(unit >> shift & 0xF), 16));
        out.extend(digits.into_iter().flatten().map(|digit| digit as u16));
    }
}

#[cfg(test)]
mod tests {
    use super::push_escaped;

    fn quote(text: &[u16]) -> String {
        let mut out = Vec::new();
        let text = if push_escaped(&mut out, text) { &out } else { text };
        format!("\"{}\"", String::from_utf16(text).unwrap())
    }

    #[test]
    fn quotes_as_serde_json_does() {
        let all: String =
            (0..0x3000).filter_map(char::from_u32).chain("😀\u{10ffff}".chars()).collect();
        for text in ["", "a", "\"\\\u{8}\t\n\u{c}\r\0\u{1f}\u{7f}\u{2028}", &all] {
            let units: Vec<_> = text.encode_utf16().collect();
            assert_eq!(quote(&units), serde_json::to_string(text).unwrap());
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
            assert_eq!(quote(text), expected);
        }
    }
}
