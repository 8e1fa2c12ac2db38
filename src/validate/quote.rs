//! Values inside messages, as Go prints them.

mod newer;

use std::fmt::{self, Display, Formatter, Write};

use super::value::List;

/// The most characters of a string that a message quotes.
const LONGEST_QUOTED: usize = 256;
/// The most characters of a string that a message has without quotes.
const LONGEST: usize = 512;

/// The start of a string: all of it, unless it is long.
pub fn start(text: &str) -> &str {
    start_of(text, LONGEST)
}

/// That many characters of a string, if it has more.
fn start_of(text: &str, length: usize) -> &str {
    let end = text.char_indices().nth(length);
    end.and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// The start of a string in quotes, with each character written as one of the two printers does.
fn quote(
    formatter: &mut Formatter,
    text: &str,
    write: impl Fn(&mut Formatter, char) -> fmt::Result,
) -> fmt::Result {
    formatter.write_char('"')?;
    let shown = start_of(text, LONGEST_QUOTED);
    for character in shown.chars() {
        match character {
            '"' | '\\' => write!(formatter, "\\{character}")?,
            '\u{8}' => formatter.write_str("\\b")?,
            '\u{c}' => formatter.write_str("\\f")?,
            '\n' => formatter.write_str("\\n")?,
            '\r' => formatter.write_str("\\r")?,
            '\t' => formatter.write_str("\\t")?,
            _ => write(formatter, character)?,
        }
    }
    if shown.len() < text.len() {
        formatter.write_char('…')?;
    }
    formatter.write_char('"')
}

/// The start of a string, as Go's `%q` prints it.
pub struct Quoted<'a>(pub &'a str);

impl Display for Quoted<'_> {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        quote(formatter, self.0, |formatter, character| match character {
            '\u{7}' => formatter.write_str("\\a"),
            '\u{b}' => formatter.write_str("\\v"),
            _ if is_print(character) => formatter.write_char(character),
            '\0'..='\u{7f}' => write!(formatter, "\\x{:02x}", u32::from(character)),
            '\u{80}'..='\u{ffff}' => write!(formatter, "\\u{:04x}", u32::from(character)),
            _ => write!(formatter, "\\U{:08x}", u32::from(character)),
        })
    }
}

/// The start of a string, as Go's `json.Marshal` prints it: a value whose type is not `string` itself.
pub struct Json<'a>(pub &'a str);

impl Display for Json<'_> {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        quote(formatter, self.0, |formatter, character| match character {
            '\0'..='\u{1f}' | '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                write!(formatter, "\\u{:04x}", u32::from(character))
            }
            _ => formatter.write_char(character),
        })
    }
}

/// Go's `unicode.IsPrint`. Rust's own notion of it only shows in what it escapes; it escapes a
/// combining character at the start of a string only, and two kinds of quotes.
fn is_print(character: char) -> bool {
    match character {
        ' '..='~' => true,
        '\0'..='\u{9f}' => false,
        _ if is_newer(character) => false,
        _ => {
            let after_letter = ['a', character].iter().collect::<String>();
            after_letter.escape_debug().count() == 2
        }
    }
}

/// Whether Unicode has the character since version 15.1: Go's tables are of 15.0, Rust's are newer.
fn is_newer(character: char) -> bool {
    let index = newer::RANGES.partition_point(|&(_, last)| last < character);
    newer::RANGES.get(index).is_some_and(|&(first, _)| first <= character)
}

/// A value, or `null`.
pub struct JsonOption<T>(pub Option<T>);

impl<T: Display> Display for JsonOption<T> {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        match &self.0 {
            Some(value) => value.fmt(formatter),
            None => formatter.write_str("null"),
        }
    }
}

/// The most bytes of a list or a map that a message quotes, about.
const LONGEST_JSON: usize = 4096;

/// The start of a list: the values that an iterator gives, written as JSON.
pub struct JsonItems<I>(pub I);

impl<T: Display, I: Iterator<Item = T> + Clone> Display for JsonItems<I> {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        join(formatter, ['[', ']'], self.0.clone().map(|item| item.to_string()))
    }
}

/// The start of a list of strings, as Go's `json.Marshal` prints it.
pub struct JsonList<'a>(pub List<'a, &'a str>);

impl Display for JsonList<'_> {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        JsonItems(self.0.iter().map(Json)).fmt(formatter)
    }
}

/// The start of a list of numbers, as Go's `json.Marshal` prints it.
pub struct JsonNumbers<'a>(pub List<'a, i64>);

impl Display for JsonNumbers<'_> {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        JsonOption(self.0.is_set().then(|| JsonItems(self.0.iter()))).fmt(formatter)
    }
}

/// The start of a map of strings, as Go's `json.Marshal` prints it.
pub struct JsonMap<I>(pub I);

impl<'a, I: Iterator<Item = (&'a str, &'a str)> + Clone> Display for JsonMap<I> {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        let entries = self.0.clone();
        join(
            formatter,
            ['{', '}'],
            entries.map(|(key, value)| format!("{}:{}", Json(key), Json(value))),
        )
    }
}

/// Texts between brackets, separated by commas, up to a length.
fn join(
    formatter: &mut Formatter,
    [open, close]: [char; 2],
    texts: impl Iterator<Item = String>,
) -> fmt::Result {
    formatter.write_char(open)?;
    let mut length = 0;
    for (index, text) in texts.enumerate() {
        if length > LONGEST_JSON {
            formatter.write_str(",…")?;
            break;
        }
        let separator = if index == 0 { "" } else { "," };
        write!(formatter, "{separator}{text}")?;
        length += text.len();
    }
    formatter.write_char(close)
}

/// Strings in quotes, separated by commas.
pub struct QuotedList<'a>(pub &'a [&'a str]);

impl Display for QuotedList<'_> {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        for (index, text) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            write!(formatter, "{separator}{}", Quoted(text))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Json, JsonItems, Quoted, is_print, start};

    #[test]
    fn cuts_what_is_long() {
        let text = "é".repeat(256);
        assert_eq!(Quoted(&text).to_string(), format!("\"{text}\""));
        let longer = format!("{text}x");
        assert_eq!(Quoted(&longer).to_string(), format!("\"{text}…\""));
    }

    #[test]
    fn cuts_what_is_not_quoted_later() {
        let text = "é".repeat(512);
        assert_eq!(start(&text), text);
        assert_eq!(start(&format!("{text}x")), text);
    }

    #[test]
    fn prints_json_as_go_does() {
        let rows = [
            ("", r#""""#),
            ("\"\\\u{8}\u{c}\n\r\t", r#""\"\\\b\f\n\r\t""#),
            ("\0\u{7}\u{b}\u{1f} \u{7f}", "\"\\u0000\\u0007\\u000b\\u001f \u{7f}\""),
            ("<>&=", r#""\u003c\u003e\u0026=""#),
            ("\u{2027}\u{2028}\u{2029}\u{202a}", "\"\u{2027}\\u2028\\u2029\u{202a}\""),
            ("агент 😀", r#""агент 😀""#),
        ];
        for (text, expected) in rows {
            assert_eq!(Json(text).to_string(), expected, "{text:?}");
        }
        let text = "é".repeat(257);
        assert_eq!(Json(&text).to_string(), format!("\"{}…\"", "é".repeat(256)));
    }

    #[test]
    fn cuts_what_goes_over_4096_bytes() {
        let items = |length: usize| {
            JsonItems([" ".repeat(length), "b".into(), "c".into()].iter()).to_string()
        };
        assert!(items(4095).ends_with(" ,b,c]"));
        assert!(items(4096).ends_with(" ,b,…]"));
        assert!(items(4097).ends_with(" ,…]"));
        assert_eq!(JsonItems([1; 0].iter()).to_string(), "[]");
    }

    #[test]
    fn quotes_as_go_does() {
        let rows = [
            ("", r#""""#),
            ("a b'c", r#""a b'c""#),
            ("\"\\\u{7}\u{8}\u{c}\n\r\t\u{b}", r#""\"\\\a\b\f\n\r\t\v""#),
            ("\0\u{1f}\u{7f}", r#""\x00\x1f\x7f""#),
            ("агент 😀", r#""агент 😀""#),
            ("e\u{301}", "\"e\u{301}\""),
            ("\u{301}", "\"\u{301}\""),
            ("\u{85}\u{a0}\u{200b}\u{feff}", r#""\u0085\u00a0\u200b\ufeff""#),
            ("\u{fffd}", "\"\u{fffd}\""),
            ("\u{e0001}", r#""\U000e0001""#),
            // Since Unicode 15.0 and 15.1.
            ("\u{1fae8}", "\"\u{1fae8}\""),
            ("\u{1fae9}", r#""\U0001fae9""#),
            ("\u{323af}", "\"\u{323af}\""),
            ("\u{323b0}", r#""\U000323b0""#),
            ("\u{88f}", r#""\u088f""#),
            ("\u{897}\u{898}", "\"\\u0897\u{898}\""),
        ];
        for (text, expected) in rows {
            assert_eq!(Quoted(text).to_string(), expected, "{text:?}");
        }
    }

    /// How many they are, and a hash of them, in Go.
    #[test]
    fn prints_the_characters_that_go_prints() {
        let printed: Vec<char> = ('\0'..=char::MAX).filter(|&c| is_print(c)).collect();
        assert_eq!(printed.len(), 148_998);
        let hash = printed
            .iter()
            .fold(0_u64, |hash, &c| hash.wrapping_mul(31).wrapping_add(u64::from(u32::from(c))));
        assert_eq!(hash, 11_005_349_497_113_234_412);
    }
}
