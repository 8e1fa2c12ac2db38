//! Times: what `Time.UnmarshalJSON` of `apimachinery/pkg/apis/meta/v1` reads.

/// Whether Go's `time.Parse` takes the text for a time of RFC 3339.
pub fn is_rfc3339(text: &str) -> bool {
    read(text).is_some_and(str::is_empty)
}

/// What comes after the time.
fn read(text: &str) -> Option<&str> {
    let (year, rest) = number(text, 4)?;
    let (month, rest) = number(rest.strip_prefix('-')?, 2)?;
    let (day, rest) = number(rest.strip_prefix('-')?, 2)?;
    let rest = rest.strip_prefix('T')?;
    // Go reads an hour of one digit too.
    let (hour, rest) = number(rest, 2).or_else(|| number(rest, 1))?;
    let (minute, rest) = number(rest.strip_prefix(':')?, 2)?;
    let (second, rest) = number(rest.strip_prefix(':')?, 2)?;
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=days).contains(&day) || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let rest = match rest.strip_prefix(['.', ',']) {
        Some(fraction) => {
            let rest = fraction.trim_start_matches(|digit: char| digit.is_ascii_digit());
            (rest.len() < fraction.len()).then_some(rest)?
        }
        None => rest,
    };
    if let Some(rest) = rest.strip_prefix('Z') {
        return Some(rest);
    }
    let (hours, rest) = number(rest.strip_prefix(['+', '-'])?, 2)?;
    let (minutes, rest) = number(rest.strip_prefix(':')?, 2)?;
    (hours <= 24 && minutes <= 60).then_some(rest)
}

/// A number of that many digits, and the rest.
fn number(text: &str, digits: usize) -> Option<(u32, &str)> {
    let (number, rest) = text.split_at_checked(digits)?;
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    Some((number.parse().ok().filter(|_| is_number)?, rest))
}

#[cfg(test)]
mod tests {
    use super::is_rfc3339;

    #[test]
    fn reads_what_go_reads() {
        let rows = [
            ("2026-11-24T10:20:30Z", true),
            ("2026-11-24T10:20:30.123Z", true),
            ("2026-11-24T10:20:30+02:00", true),
            ("2026-11-24T9:20:30Z", true),
            ("2026-11-24T123:20:30Z", false),
            ("2026-11-24T23:59:59,5-24:60", true),
            ("2026-11-24T10:20:30+25:00", false),
            ("2026-11-24T10:20:30+00:61", false),
            ("2026-11-24T10:20:30 02:00", false),
            ("2026-11-24T10:2:30Z", false),
            ("2026-1-24T10:20:30Z", false),
            ("2026-00-24T10:20:30Z", false),
            ("2026-11-00T10:20:30Z", false),
            ("2026-01-31T00:00:00Z", true),
            ("2026-01-32T00:00:00Z", false),
            ("2026-02-28T00:00:00Z", true),
            ("2026-06-30T00:00:00Z", true),
            ("2026-06-31T00:00:00Z", false),
            ("2026-09-31T00:00:00Z", false),
            ("2026-11-31T00:00:00Z", false),
            ("2026-12-31T00:00:00Z", true),
            ("2024-02-29T00:00:00Z", true),
            ("2024-02-30T00:00:00Z", false),
            ("+026-11-24T10:20:30Z", false),
            ("2026-02-29T00:00:00Z", false),
            ("2000-02-29T00:00:00Z", true),
            ("1900-02-29T00:00:00Z", false),
            ("2026-04-31T00:00:00Z", false),
            ("2026-13-01T00:00:00Z", false),
            ("2026-11-24T24:00:00Z", false),
            ("2026-11-24T00:60:00Z", false),
            ("2026-11-24T00:00:60Z", false),
            ("2026-11-24T00:00:00.Z", false),
            ("2026-11-24T00:00:00", false),
            ("2026-11-24T00:00:00Zx", false),
            ("2026-11-24", false),
            ("now", false),
            ("", false),
        ];
        for (text, is_time) in rows {
            assert_eq!(is_rfc3339(text), is_time, "{text}");
        }
    }
}
