//! `ParseQuantity`.

use std::fmt::{self, Display, Formatter};

use super::{BINARY, DECIMAL, Format, Quantity, length};
use crate::validate::rules::Rule;

/// The smallest unit, a billionth.
const NANO: i64 = -9;

/// Exponents beyond it keep a real server busy until the request times out.
const EXPONENT_LIMIT: i32 = 1_000_000;

/// What is wrong with the text of a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// `ErrFormatWrong`.
    Format,
    /// `ErrSuffix`.
    Suffix,
    /// `ErrNumeric`.
    Number,
    /// An exponent that no quantity needs.
    Exponent,
}

impl Problem {
    /// The rule that it breaks.
    pub const fn rule(self) -> Rule {
        match self {
            Self::Format | Self::Suffix | Self::Number => Rule::QUANTITY_SYNTAX,
            Self::Exponent => Rule::QUANTITY_EXPONENT,
        }
    }
}

impl Display for Problem {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        match self {
            Self::Format => formatter.write_str(
                "quantities must match the regular expression \
                 '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
            ),
            Self::Suffix => formatter.write_str("unable to parse quantity's suffix"),
            Self::Number => formatter.write_str("unable to parse numeric part of quantity"),
            Self::Exponent => write!(
                formatter,
                "an exponent beyond {EXPONENT_LIMIT} keeps the API server busy until the request \
                 times out"
            ),
        }
    }
}

/// The parts of a quantity's text.
struct Parts<'t> {
    /// Whether there is a minus sign.
    is_negative: bool,
    /// Without zeros at the start.
    whole: &'t str,
    /// The digits after the point.
    fraction: &'t str,
    /// The text after the number.
    suffix: &'t str,
}

/// `parseQuantityString`.
fn split(text: &str) -> Result<Parts<'_>, Problem> {
    let is_negative = text.starts_with('-');
    let rest = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, rest) = split_digits(rest.trim_start_matches('0'));
    let (fraction, suffix) = rest.strip_prefix('.').map_or(("", rest), split_digits);
    let number = suffix.trim_start_matches(|letter| "eEinumkKMGTP".contains(letter));
    let number = number.strip_prefix(['-', '+']).unwrap_or(number);
    if number.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(Parts { is_negative, whole, fraction, suffix })
    } else {
        Err(Problem::Format)
    }
}

/// The digits at the start of a text, and the rest.
fn split_digits(text: &str) -> (&str, &str) {
    let end = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
    text.split_at(end)
}

/// What a suffix stands for: a power of ten or, in the binary format, of two.
fn interpret(suffix: &str) -> Result<(i32, Format), Problem> {
    let power = |index: usize| i32::try_from(index).unwrap_or_default();
    if let Some(index) = DECIMAL.iter().position(|&known| known == suffix) {
        return Ok((power(index) * 3 - 9, Format::Decimal));
    }
    if let Some(index) = BINARY.iter().position(|&known| known == suffix) {
        return Ok(((power(index) + 1) * 10, Format::Binary));
    }
    let exponent = suffix.strip_prefix(['e', 'E']).ok_or(Problem::Suffix)?;
    let exponent: i64 = exponent.parse().map_err(|_| Problem::Suffix)?;
    #[expect(clippy::cast_possible_truncation, reason = "Go keeps the lower 32 bits")]
    let exponent = exponent as i32;
    if exponent.unsigned_abs() > EXPONENT_LIMIT.unsigned_abs() {
        return Err(Problem::Exponent);
    }
    Ok((exponent, Format::Exponent))
}

/// Reads a quantity.
pub fn parse(text: &str) -> Result<Quantity, Problem> {
    if text.is_empty() {
        return Err(Problem::Format);
    }
    let parts = split(text)?;
    let (power, format) = interpret(parts.suffix)?;
    if let Some(quantity) = small(text, &parts, power, format) {
        return Ok(quantity);
    }
    // Without a digit, only a short number is zero.
    let number = text.strip_suffix(parts.suffix).unwrap_or(text);
    let has_digit = number.contains(|character: char| character.is_ascii_digit());
    has_digit.then(|| large(&parts, power, format)).ok_or(Problem::Number)
}

/// The amount that Go keeps as an `int64` and a scale, if it does.
fn small(text: &str, parts: &Parts, power: i32, format: Format) -> Option<Quantity> {
    let (whole, fraction) = (parts.whole.len().max(1), parts.fraction.len());
    let (factor, exponent) = match format {
        Format::Binary => {
            // Digits that are certain to fit: a power of two has about 0.3 of a digit.
            let room = 14_usize.checked_sub(usize::try_from(power * 3 / 10).ok()?)?;
            (fraction == 0 && whole <= room).then_some((1_i64 << power, 0))?
        }
        _ => (whole + fraction <= 18)
            .then_some((1, i64::from(power) - i64::try_from(fraction).ok()?))?,
    };
    if exponent < NANO {
        return None;
    }
    let shifted = format!("{:0>1}{}", parts.whole, parts.fraction);
    let value: i64 = shifted.parse().ok()?;
    let amount = value.checked_mul(factor)?;
    let is_kept = text == "0"
        || match format {
            Format::Binary => value % 8 != 0,
            _ => exponent % 3 == 0 && !shifted.ends_with("000") && !shifted.starts_with('0'),
        };
    Some(Quantity {
        is_negative: parts.is_negative,
        digits: digits(&amount.to_string()),
        exponent,
        format,
        is_small: true,
        written: is_kept.then(|| text.to_owned()),
    })
}

/// The amount as a number of any length, rounded up to billionths.
fn large(parts: &Parts, power: i32, format: Format) -> Quantity {
    let mut amount = Quantity {
        is_negative: parts.is_negative,
        digits: digits(&[parts.whole, parts.fraction].concat()),
        exponent: -i64::try_from(parts.fraction.len()).unwrap_or(i64::MAX),
        format,
        is_small: false,
        written: None,
    };
    if format == Format::Binary {
        (0..power / 10).for_each(|_| multiply(&mut amount.digits, 1024));
    } else {
        amount.exponent = amount.exponent.saturating_add(power.into());
    }
    amount.round_up(NANO);
    if format == Format::Binary {
        let greatest =
            Quantity { digits: digits(&i64::MAX.to_string()), exponent: 0, ..amount.clone() };
        if amount.cmp_magnitude(&greatest).is_gt() {
            amount = greatest;
        }
        let size = amount.exponent.saturating_add(length(&amount.digits));
        if size <= 0 {
            amount.format = Format::Decimal;
        }
    }
    amount
}

/// The digits of a text, as numbers.
fn digits(text: &str) -> Vec<u8> {
    text.trim_start_matches('0').bytes().map(|byte| byte.wrapping_sub(b'0')).collect()
}

/// Multiplies digits by a small factor.
fn multiply(digits: &mut Vec<u8>, factor: u32) {
    let mut carry = 0;
    for digit in digits.iter_mut().rev() {
        let product = u32::from(*digit) * factor + carry;
        *digit = u8::try_from(product % 10).unwrap_or_default();
        carry = product / 10;
    }
    let more = if carry > 0 { carry.to_string() } else { String::new() };
    digits.splice(0..0, more.bytes().map(|byte| byte.wrapping_sub(b'0')));
}
