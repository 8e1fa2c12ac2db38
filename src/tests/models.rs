//! The pure modules against models of them that are slow and plainly right, on random texts.
//! `PROPTEST_CASES` sets how many: eight times so many are tried.

use proptest::collection::vec;
use proptest::prelude::*;
use sha2::{Digest, Sha256};

use crate::bridge::engine::Renderer;
use crate::input::Id;
use crate::job_name;
use crate::template::{self, placeholders};
use crate::text::units::Span;
use crate::text::{self, json};

/// Units that some rule looks at, and their neighbours.
const UNITS: &[u16] = &[
    0x00, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0x1C, 0x1F, 0x20, 0x22, 0x23, 0x27, 0x2D,
    0x2E, 0x30, 0x39, 0x3D, 0x41, 0x5C, 0x5F, 0x61, 0x7A, 0x7B, 0x7D, 0x7F, 0x80, 0x85, 0xA0, 0xC9,
    0xFF, 0x0130, 0x07FF, 0x0800, 0x1680, 0x180E, 0x2000, 0x200A, 0x200B, 0x2028, 0x2029, 0x202F,
    0x205F, 0x212A, 0x3000, 0xD7FF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000, 0xFEFF, 0xFFFF,
];

fn unit() -> impl Strategy<Value = u16> {
    prop_oneof![4 => prop::sample::select(UNITS), 1 => any::<u16>()]
}

/// Texts in which units are repeated, so that they pass the blocks that are looked at at once.
fn texts() -> impl Strategy<Value = Vec<u16>> {
    let run = prop_oneof![
        4 => unit().prop_map(|unit| vec![unit]),
        1 => (unit(), 1..70_usize).prop_map(|(unit, length)| vec![unit; length]),
    ];
    vec(run, 0..12).prop_map(|runs| runs.concat())
}

/// Texts of these pieces and of single units.
fn texts_of(pieces: &'static [&'static str]) -> impl Strategy<Value = Vec<u16>> {
    let piece = prop_oneof![
        4 => prop::sample::select(pieces).prop_map(|piece| piece.encode_utf16().collect()),
        1 => unit().prop_map(|unit| vec![unit]),
    ];
    vec(piece, 0..16).prop_map(|parts| parts.concat())
}

/// A text with one character for each unit: a surrogate's is far away from all others.
fn characters(units: &[u16]) -> String {
    let character = |&unit: &u16| {
        char::from_u32(unit.into()).or_else(|| char::from_u32(0x10_0000 + u32::from(unit)))
    };
    units.iter().filter_map(character).collect()
}

/// `WhiteSpace` and `LineTerminator` of ECMA-262, by what sets them apart from Unicode's property.
fn is_white_space(character: char) -> bool {
    character == '\u{FEFF}' || (character.is_whitespace() && character != '\u{85}')
}

fn is_path(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "_.-".contains(c);
    !text.is_empty() && text.chars().all(is_part)
}

/// The placeholders from `start` on: whatever has braces around it and a path between them.
fn find_placeholders(text: &[char]) -> Vec<(usize, usize, String)> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let is_end = |&end: &usize| text[..end].ends_with(&['}', '}']);
        let placeholder = (start..=text.len()).filter(is_end).find_map(|end| {
            let whole: String = text[start..end].iter().collect();
            let inner = whole.strip_prefix("{{")?.strip_suffix("}}")?;
            let path = inner.trim_matches(is_white_space);
            is_path(path).then(|| (start, end, path.to_owned()))
        });
        start = placeholder.as_ref().map_or(start + 1, |&(_, end, _)| end);
        found.extend(placeholder);
    }
    found
}

/// `JSON.stringify`, a character or lone surrogate at a time.
fn quote_json(text: &[u16]) -> String {
    let inner: String = char::decode_utf16(text.iter().copied())
        .map(|decoded| match decoded {
            Ok(character) => {
                let quoted = serde_json::to_string(&character).unwrap();
                quoted[1..quoted.len() - 1].to_owned()
            }
            Err(lone) => format!("\\u{:04x}", lone.unpaired_surrogate()),
        })
        .collect();
    format!("\"{inner}\"")
}

/// Takes a rendered template. The text in place of a path is the path in brackets.
#[derive(Default)]
struct Rendered {
    text: Vec<u16>,
    asked: Vec<String>,
}

impl Renderer for Rendered {
    type Error = ();

    fn push(&mut self, units: &[u16]) -> Result<(), ()> {
        self.text.extend_from_slice(units);
        Ok(())
    }

    fn refuse_length(&mut self) {}

    fn resolve(&mut self, path: &[u16], units: &mut Vec<u16>) -> Result<Span, ()> {
        let path = characters(path);
        let start = units.len();
        units.extend(format!("[{path}]").encode_utf16());
        self.asked.push(path);
        Ok(Span { start, length: units.len() - start })
    }
}

fn slug(id: &str) -> String {
    let is_kept = |c: &char| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-';
    id.to_lowercase().chars().filter(is_kept).take(16).collect()
}

#[test]
fn white_space_is_that_of_ecmascript() {
    for unit in 0..=u16::MAX {
        let expected = char::from_u32(unit.into()).is_some_and(is_white_space);
        assert_eq!(text::is_white_space(unit), expected, "{unit:#06x}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 8 * ProptestConfig::default().cases,
        // What fails is to become a row of the module's own tests.
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn writes_utf8(text in texts(), start in texts()) {
        let expected = String::from_utf16_lossy(&text).into_bytes();
        let mut bytes = Vec::new();
        for text in [&start, &text] {
            text::write_utf8(text, |part| bytes.extend_from_slice(part));
        }
        prop_assert_eq!(bytes, [String::from_utf16_lossy(&start).into_bytes(), expected].concat());
    }

    #[test]
    fn finds_placeholders(
        filler in 0..40_usize,
        text in texts_of(&["{{", "}}", "{", "}", "a", "_.-", "Z9", " ", "\n\u{feff}", "{{a}}"]),
    ) {
        let text = [vec![u16::from(b'x'); filler], text].concat();
        let found: Vec<_> = placeholders(&text)
            .map(|found| (found.range.start, found.range.end, characters(&text[found.path])))
            .collect();
        prop_assert_eq!(found, find_placeholders(&characters(&text).chars().collect::<Vec<_>>()));
    }

    #[test]
    fn renders_templates(
        text in texts_of(&["{{a}}", "{{ b }}", "{{c}}{{d}}{{e}}{{f}}{{g}}{{h}}{{i}}{{j}}", "{{", "}}", "-"]),
        filler in prop_oneof![Just(0), 16_370..16_400_usize],
    ) {
        let text = [vec![u16::from(b'x'); filler], text].concat();
        let mut rendered = Rendered::default();
        template::render(&mut rendered, &text).unwrap();
        let mut expected = Vec::new();
        let mut asked: Vec<String> = Vec::new();
        let mut end = 0;
        for found in placeholders(&text) {
            expected.extend_from_slice(&text[end..found.range.start]);
            end = found.range.end;
            let path = characters(&text[found.path]);
            expected.extend(format!("[{path}]").encode_utf16());
            if !asked.contains(&path) {
                asked.push(path);
            }
        }
        expected.extend_from_slice(&text[end..]);
        prop_assert_eq!(rendered.text, expected);
        prop_assert_eq!(rendered.asked, asked);
    }

    #[test]
    fn escapes_json(text in texts(), start in texts()) {
        let mut out = start.clone();
        let is_escaped = json::push_escaped(&mut out, &text);
        prop_assert_eq!(&out[..start.len()], &start);
        let inner = if is_escaped { &out[start.len()..] } else { &text };
        prop_assert_eq!(format!("\"{}\"", String::from_utf16(inner).unwrap()), quote_json(&text));
    }

    #[test]
    fn names_jobs(agent in texts(), run in texts()) {
        let ids = [&agent, &run].map(|id| String::from_utf16_lossy(id));
        let digest = Sha256::digest(ids.join(":"));
        let mut out = Vec::new();
        let [agent, run] = [&agent, &run].map(|text| Id { text, slug: None });
        job_name::write(&mut out, agent, run);
        let [agent, run] = ids.map(|id| slug(&id));
        let [first, second, third, ..]: [u8; 32] = digest.into();
        let hash = format!("{first:02x}{second:02x}{third:02x}");
        prop_assert_eq!(String::from_utf16(&out).unwrap(), format!("ac-{agent}-{run}-{hash}"));
    }
}
