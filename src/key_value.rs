//! The `key=value` text of `config.nodeSelector` and `config.labels`: one pair per line.

use crate::text;

/// The pairs of `source`, in order, duplicates included. Lines without a key or an equals sign
/// and comments (`#` first) give none; nor does the key `__proto__`, for assigned to an object, a
/// string there is lost.
///
/// Lines end at LF; the CR of a CRLF falls to the trimming, a lone CR stays inside its line.
pub fn pairs(source: &[u16]) -> impl Iterator<Item = (&[u16], &[u16])> {
    source.split(|&unit| unit == u16::from(b'\n')).filter_map(|line| {
        let line = text::trim(line);
        let equals = line.iter().position(|&unit| unit == u16::from(b'='))?;
        let (key, value) = line.split_at_checked(equals)?;
        if key.is_empty() || key.first() == Some(&u16::from(b'#')) {
            return None;
        }
        let pair = (text::trim(key), text::trim(value.get(1..)?));
        (!text::equals(pair.0, "__proto__")).then_some(pair)
    })
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn reads_lines() {
        let rows: &[(&str, &[(&str, &str)])] = &[
            ("a=b\rc=d\ne=f\u{2028}g=h", &[("a", "b\rc=d"), ("e", "f\u{2028}g=h")]),
            ("\u{feff} a = b = c \n=x\nk=\nnope", &[("a", "b = c"), ("k", "")]),
            ("  #a=b\nc=d #e\n#\nf#=g", &[("c", "d #e"), ("f#", "g")]),
            ("a=\"b\"\nexport C=d\ne: f", &[("a", "\"b\""), ("export C", "d")]),
            ("b=1\r\na=2\r\r\nb=3", &[("b", "1"), ("a", "2"), ("b", "3")]),
            ("__proto__=x\na=b", &[("a", "b")]),
            ("", &[]),
            ("=", &[]),
            (" = ", &[]),
        ];
        for (source, expected) in rows {
            let source: Vec<u16> = source.encode_utf16().collect();
            let found: Vec<_> = pairs(&source)
                .map(|(key, value)| [key, value].map(String::from_utf16_lossy))
                .collect();
            let found: Vec<_> = found.iter().map(|[key, value]| (&key[..], &value[..])).collect();
            assert_eq!(found, *expected);
        }
    }
}
