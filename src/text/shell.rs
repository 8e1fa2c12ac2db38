//! Quoting for `sh`.

use crate::text;

/// Appends `argument` in single quotes, where POSIX `sh` takes every character literally. For a
/// single quote itself they are closed, the quote is escaped, and they are opened again.
pub fn push_quoted(out: &mut Vec<u16>, argument: &[u16]) {
    const QUOTE: u16 = b'\'' as u16;
    out.push(QUOTE);
    for (index, part) in argument.split(|&unit| unit == QUOTE).enumerate() {
        if index > 0 {
            text::push_ascii(out, "'\\''");
        }
        out.extend_from_slice(part);
    }
    out.push(QUOTE);
}

#[cfg(test)]
mod tests {
    use super::push_quoted;

    #[test]
    fn only_the_single_quote_is_escaped() {
        let rows = [
            ("", "''"),
            ("a b", "'a b'"),
            ("it's", "'it'\\''s'"),
            ("''", "''\\'''\\'''"),
            ("$(x) \\ \n \0 \"é😀", "'$(x) \\ \n \0 \"é😀'"),
        ];
        for (given, expected) in rows {
            let given: Vec<u16> = given.encode_utf16().collect();
            let mut out = Vec::new();
            push_quoted(&mut out, &given);
            assert_eq!(String::from_utf16(&out).unwrap(), expected);
        }
    }
}
