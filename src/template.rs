//! Finds the `{{ path }}` placeholders of a template.

mod render;

use std::ops::Range;

pub use render::render;

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
    let is = |at: usize, unit: u16| template.get(at) == Some(&unit);
    if !is(start + 1, OPEN) {
        return None;
    }
    let path_start = skip(template, start + 2, is_white_space);
    let path_end = skip(template, path_start, is_path_unit);
    let close = skip(template, path_end, is_white_space);
    (path_end > path_start && is(close, CLOSE) && is(close + 1, CLOSE))
        .then_some(Placeholder { range: start..close + 2, path: path_start..path_end })
}

/// The first place at or after `from` whose unit is not accepted.
fn skip(template: &[u16], from: usize, accepts: impl Fn(u16) -> bool) -> usize {
    let mut end = from;
    while template.get(end).is_some_and(|&unit| accepts(unit)) {
        end += 1;
    }
    end
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

/// The first place of `unit` at or after `from`. It compares four units with one subtraction, since
/// templates are long and their braces few.
#[inline]
fn find(text: &[u16], unit: u16, from: usize) -> Option<usize> {
    const ONES: u64 = 0x0001_0001_0001_0001;
    let (blocks, tail) = text.get(from..)?.as_chunks::<4>();
    for (index, &[a, b, c, d]) in blocks.iter().enumerate() {
        let block = u64::from(a) | u64::from(b) << 16 | u64::from(c) << 32 | u64::from(d) << 48;
        // Zero where a unit is the one that is sought.
        let difference = block ^ (ONES * u64::from(unit));
        // Where the first zero is, the subtraction borrows: it sets the highest bit.
        let borrowed = difference.wrapping_sub(ONES) & !difference & (ONES << 15);
        if borrowed != 0 {
            return Some(from + index * 4 + borrowed.trailing_zeros() as usize / 16);
        }
    }
    let place = tail.iter().position(|&other| other == unit)?;
    Some(from + blocks.len() * 4 + place)
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
