//! Templates: text with `{{ path }}` placeholders.

use std::ops::Range;

use crate::text::is_white_space;

/// A placeholder of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placeholder {
    /// Its place, braces included.
    pub range: Range<usize>,
    /// The place of its path.
    pub path: Range<usize>,
}

/// What a placeholder begins with, twice.
const OPEN: u16 = b'{' as u16;
/// What it ends with, twice.
const CLOSE: u16 = b'}' as u16;

/// The placeholders of `template`, in order. Everything else is literal text.
///
/// They are the matches of the regular expression `{{\s*([a-zA-Z0-9_.-]+)\s*}}`, which starts at
/// the last possible pair of braces.
pub fn placeholders(template: &[u16]) -> impl Iterator<Item = Placeholder> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let open = find(template, OPEN, from)?;
            if let Some(placeholder) = placeholder(template, open) {
                from = placeholder.range.end;
                return Some(placeholder);
            }
            from = open + 1;
        }
    })
}

/// The placeholder that begins at `start`.
fn placeholder(template: &[u16], start: usize) -> Option<Placeholder> {
    let skip = |from: usize, accepts: fn(u16) -> bool| {
        let rest = template.get(from..).unwrap_or_default();
        from + rest.iter().take_while(|&&unit| accepts(unit)).count()
    };
    let is = |at: usize, unit: u16| template.get(at) == Some(&unit);
    if !is(start + 1, OPEN) {
        return None;
    }
    let path_start = skip(start + 2, is_white_space);
    let path_end = skip(path_start, is_path_unit);
    let close = skip(path_end, is_white_space);
    (path_end > path_start && is(close, CLOSE) && is(close + 1, CLOSE))
        .then_some(Placeholder { range: start..close + 2, path: path_start..path_end })
}

/// Which ASCII characters can be part of a path: letters, digits, `_`, `.` and `-`.
#[expect(clippy::indexing_slicing, reason = "the index is below the length")]
const PATH_UNITS: [bool; 128] = {
    let mut units = [false; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        units[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-');
        byte += 1;
    }
    units
};

/// Whether a unit can be part of a path.
fn is_path_unit(unit: u16) -> bool {
    PATH_UNITS.get(usize::from(unit)).copied().unwrap_or(false)
}

/// The first place of `unit` at or after `from`. It looks at a block at once, since templates are
/// long and their braces few.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches, the compiler compares a block of units with one instruction"
)]
fn find(text: &[u16], unit: u16, from: usize) -> Option<usize> {
    const BLOCK: usize = 16;
    let (blocks, tail) = text.get(from..)?.as_chunks::<BLOCK>();
    let is_in =
        |block: &&[u16; BLOCK]| block.iter().fold(false, |found, &other| found | (other == unit));
    let skipped = blocks.iter().take_while(|block| !is_in(block)).count();
    let rest = blocks.get(skipped).map_or(tail, |block| block);
    let place = rest.iter().position(|&other| other == unit)?;
    Some(from + skipped * BLOCK + place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(template: &str) -> Vec<String> {
        let template: Vec<u16> = template.encode_utf16().collect();
        placeholders(&template)
            .map(|found| String::from_utf16(&template[found.path]).unwrap())
            .collect()
    }

    #[test]
    fn finds_what_the_regular_expression_finds() {
        let rows: &[(&str, &[&str])] = &[
            ("{{\u{feff}\u{a0}agent.id\u{2028}\n}}", &["agent.id"]),
            ("{{\u{85}agent.id}} {{agent.id\u{180e}}}", &[]),
            ("{{agent .id}} {{}} {{agént}} {{a|b}} {{ }}", &[]),
            ("{{{agent.id}}} {{{{a}}}} {{ {{b}} }}", &["agent.id", "a", "b"]),
            ("{{.}}{{agent.}}{{-}}{{_9Z}}", &[".", "agent.", "-", "_9Z"]),
            ("{{a}", &[]),
            ("{{a} }{{b}}", &["b"]),
            ("{ {a}}{{a", &[]),
            ("", &[]),
        ];
        for (template, expected) in rows {
            assert_eq!(paths(template), *expected, "{template:?}");
        }
    }

    #[test]
    fn finds_braces_in_any_block() {
        for length in 0..100 {
            let template = format!("{}{{{{a}}}}{}", "x".repeat(length), "y".repeat(length));
            let template: Vec<u16> = template.encode_utf16().collect();
            let found: Vec<_> = placeholders(&template).map(|found| found.range).collect();
            assert_eq!((found.len(), found.first()), (1, Some(&(length..length + 5))));
        }
    }
}
