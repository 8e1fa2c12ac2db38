//! Lone surrogates: V8 escapes them in JSON text, and neither Go nor Rust has strings with them.

use std::borrow::Cow;

/// The text with U+FFFD for each escaped surrogate without its other half, as Go reads it.
pub fn replace_lone(json: &str) -> Cow<'_, str> {
    if !json.contains("\\ud") {
        return Cow::Borrowed(json);
    }
    let (mut done, mut rest) = (String::with_capacity(json.len()), json);
    // An escaped backslash before it makes `\ud` plain text, so escapes count from the start.
    while let Some((before, escape)) = split_escape(rest) {
        done.push_str(before);
        let length = match (unit(escape), escape.get(6..).and_then(unit)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
            (Some(0xD800..=0xDFFF), _) => {
                done.push('\u{FFFD}');
                rest = escape.get(6..).unwrap_or_default();
                continue;
            }
            _ => 2,
        };
        let (escape, after) = escape.split_at_checked(length).unwrap_or((escape, ""));
        done.push_str(escape);
        rest = after;
    }
    done.push_str(rest);
    Cow::Owned(done)
}

/// The four digits of an escape, and the text after it.
fn split_escape(json: &str) -> Option<(&str, &str)> {
    json.find('\\').map(|start| json.split_at(start))
}

/// The unit of the escape `\uXXXX` that `json` begins with.
fn unit(json: &str) -> Option<u32> {
    u32::from_str_radix(json.strip_prefix("\\u")?.get(..4)?, 16).ok()
}
