//! The name of the Job: `ac-{agent slug}-{run slug}-{hash}`, at most 43 characters of a DNS label.

use sha2::{Digest, Sha256};

use crate::input::Id;
use crate::text;

/// The longest slug, in characters.
const SLUG_LENGTH: usize = 16;

/// The length of the name of an ordinary run.
pub const COMMON_LENGTH: usize = 48;

/// Bytes of the SHA-256 digest that the name shows, in hexadecimal.
const HASH_BYTES: usize = 3;

/// Writes the Job's name into `out`. The ids are hashed whole, so that ids with equal slugs do
/// not collide.
pub fn write(out: &mut Vec<u16>, agent: Id, run: Id) {
    text::push_ascii(out, "ac-");
    push_slug(out, agent);
    text::push_ascii(out, "-");
    push_slug(out, run);
    text::push_ascii(out, "-");

    let mut hash = Sha256::new();
    text::write_utf8(agent.text, |bytes| hash.update(bytes));
    hash.update(b":");
    text::write_utf8(run.text, |bytes| hash.update(bytes));
    for &byte in hash.finalize().iter().take(HASH_BYTES) {
        out.extend([byte >> 4, byte & 0xF].map(hexadecimal));
    }
}

/// The hexadecimal digit of a number below 16.
const fn hexadecimal(number: u8) -> u16 {
    let digit = if number < 10 { b'0' + number } else { b'a' - 10 + number };
    digit as u16
}

/// Appends the first 16 of the characters a-z, 0-9 and "-" in the lower case of the id.
fn push_slug(out: &mut Vec<u16>, id: Id) {
    if let Some(slug) = id.slug {
        return out.extend_from_slice(slug);
    }
    let mut slug = [0; SLUG_LENGTH];
    let mut length = 0;
    for &unit in id.text {
        let Some(free) = slug.get_mut(length) else {
            break;
        };
        if let Some(unit) = slug_unit(unit) {
            *free = unit;
            length += 1;
        }
    }
    out.extend_from_slice(slug.get(..length).unwrap_or_default());
}

/// The one character of the slug that a UTF-16 unit gives, if any. Of all characters outside ASCII
/// only two have a lower-case mapping (Unicode `SpecialCasing`) with an ASCII letter in it.
const fn slug_unit(unit: u16) -> Option<u16> {
    const CASE: u16 = 0x20;
    match unit {
        0x2D | 0x30..=0x39 | 0x61..=0x7A => Some(unit),
        0x41..=0x5A => Some(unit | CASE),
        0x0130 => Some(0x69),
        0x212A => Some(0x6B),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(agent: &[u16], run: &[u16]) -> String {
        let mut out = Vec::new();
        let [agent, run] = [agent, run].map(|text| Id { text, slug: None });
        write(&mut out, agent, run);
        String::from_utf16(&out).unwrap()
    }

    #[test]
    fn names_are_those_of_the_original() {
        let rows = [
            ("agent-1", "run-1", "ac-agent-1-run-1-0ec508"),
            ("\u{212a}ELV\u{130}N", "run-1", "ac-kelvin-run-1-7b6cbe"),
            (
                "ÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉabcdefghijklmnopqrs",
                "run-1",
                "ac-abcdefghijklmnop-run-1-e6444c",
            ),
            ("ÉÉ", "---", "ac------5a4aa2"),
            ("", "", "ac---e7ac07"),
        ];
        for (agent, run, expected) in rows {
            let [agent, run] = [agent, run].map(|id| id.encode_utf16().collect::<Vec<_>>());
            assert_eq!(name(&agent, &run), expected);
        }
    }

    #[test]
    fn lone_surrogates_hash_as_the_replacement_character() {
        let run: Vec<u16> = "run-1".encode_utf16().collect();
        for unit in [0xD800, 0xDFFF, 0xFFFD] {
            assert_eq!(name(&[unit], &run), "ac--run-1-797156");
        }
    }
}
