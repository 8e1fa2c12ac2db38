//! Quantities: `ParseQuantity` of `apimachinery/pkg/api/resource`.

#[cfg(test)]
mod tests;

use std::fmt::{self, Display, Formatter};

use k8s_openapi::apimachinery::pkg::api::resource;

use super::finding::Findings;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;

const WRONG_FORMAT: &str =
    "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
const WRONG_SUFFIX: &str = "unable to parse quantity's suffix";

const DECIMAL: [&str; 10] = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];
const BINARY: [&str; 6] = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

/// A billionth, in which quantities are counted. Amounts that do not fit are cut to the greatest
/// one.
const UNIT: i128 = 1_000_000_000;
const MILLI: i128 = UNIT / 1000;

/// Go cuts quantities with a binary suffix to this.
const GREATEST_BINARY: i128 = i64::MAX as i128 * UNIT;

/// An amount, and how it is written.
#[derive(Clone, Copy, Debug)]
pub struct Quantity {
    nanos: i128,
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Binary,
    Decimal,
    Exponent,
}

/// Reads a quantity, or reports it.
pub fn check(text: &resource::Quantity, path: &Path, findings: &mut Findings) -> Option<Quantity> {
    Quantity::parse(&text.0)
        .map_err(|complaint| {
            findings.invalid(Rule::QuantitySyntax, path, Quoted(&text.0), complaint);
        })
        .ok()
}

impl Quantity {
    /// Reads a quantity as the server does from JSON.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        // Go trims the JSON text, in which control characters are escaped.
        let text =
            text.trim_matches(|character: char| character.is_whitespace() && character >= ' ');
        if text.is_empty() {
            return Err(WRONG_FORMAT);
        }
        let (sign, rest) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, rest) = split_digits(rest);
        let (fraction, suffix) = rest.strip_prefix('.').map_or(("", rest), split_digits);
        let letters = suffix.trim_start_matches(|c| "eEinumkKMGTP".contains(c));
        let exponent = letters.strip_prefix(['-', '+']).unwrap_or(letters);
        if exponent.bytes().any(|byte| !byte.is_ascii_digit()) {
            return Err(WRONG_FORMAT);
        }
        let (factor, power, format) = interpret(suffix)?;
        let nanos = sign * nanos(whole, fraction, factor, power);
        let nanos = match format {
            Format::Binary => nanos.clamp(-GREATEST_BINARY, GREATEST_BINARY),
            _ => nanos,
        };
        Ok(Self { nanos, format })
    }

    /// The amount as a container's resources keep it: `SetDefaults_ResourceList` rounds up.
    pub const fn in_millis(self) -> Self {
        let rest = self.nanos % MILLI;
        let rounded = self.nanos - rest;
        let nanos = match rest {
            0 => rounded,
            1.. => rounded.saturating_add(MILLI),
            _ => rounded.saturating_sub(MILLI),
        };
        Self { nanos, format: self.format }
    }

    /// The amount, in billionths.
    pub const fn nanos(self) -> i128 {
        self.nanos
    }

    /// Whether it is a whole number.
    pub const fn is_integer(self) -> bool {
        self.nanos % UNIT == 0
    }
}

fn split_digits(text: &str) -> (&str, &str) {
    let end = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
    text.split_at(end)
}

/// The factor and the power of ten that a suffix stands for.
fn interpret(suffix: &str) -> Result<(u128, i64, Format), &'static str> {
    if let Some(index) = DECIMAL.iter().position(|&known| known == suffix) {
        let power = i64::try_from(index).unwrap_or_default() * 3 - 9;
        return Ok((1, power, Format::Decimal));
    }
    if let Some(index) = BINARY.iter().position(|&known| known == suffix) {
        return Ok((1 << (10 * (index + 1)), 0, Format::Binary));
    }
    match suffix.strip_prefix(['e', 'E']) {
        Some(exponent) => {
            exponent.parse().map(|power| (1, power, Format::Exponent)).map_err(|_| WRONG_SUFFIX)
        }
        None => Err(WRONG_SUFFIX),
    }
}

/// `whole.fraction × factor × 10^power` in billionths, rounded up.
fn nanos(whole: &str, fraction: &str, factor: u128, power: i64) -> i128 {
    // More than this many digits before or after the point do not matter.
    const REACH: i64 = 64;
    let unit = factor * UNIT.unsigned_abs();
    let digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).map(|byte| byte - b'0').collect();
    let Some(first) = digits.iter().position(|&digit| digit != 0) else {
        return 0;
    };
    let digits = digits.get(first..).unwrap_or_default();
    let length = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    // How many of the digits are before the point.
    let point = length(whole.len()).saturating_sub(length(first)).saturating_add(power);
    let point = usize::try_from(point.clamp(-REACH, REACH) + REACH).unwrap_or_default();
    let mut digits = digits.to_vec();
    digits.splice(0..0, std::iter::repeat_n(0, REACH.unsigned_abs() as usize));
    digits.resize(digits.len().max(point), 0);
    let (whole, fraction) = digits.split_at(point.min(digits.len()));

    let ten = |sum: u128, &digit: &u8| sum.saturating_mul(10).saturating_add(digit.into());
    let whole = whole.iter().fold(0, ten).saturating_mul(unit);
    // From the last digit to the first, each a tenth of the next: only the remainders are lost.
    let mut is_exact = true;
    let fraction = fraction.iter().rev().fold(0, |rest, &digit| {
        let sum = u128::from(digit) * unit + rest;
        is_exact &= sum.is_multiple_of(10);
        sum / 10
    });
    let sum = whole.saturating_add(fraction).saturating_add(u128::from(!is_exact));
    i128::try_from(sum).unwrap_or(i128::MAX)
}

impl Display for Quantity {
    /// The canonical form, in which the server stores it: `CanonicalizeBytes`.
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        let units = self.nanos / UNIT;
        if self.nanos == 0 {
            return formatter.write_str("0");
        }
        if self.format == Format::Binary && self.is_integer() && units.unsigned_abs() >= 1024 {
            let (number, power) = shorten(units, 1024, BINARY.len());
            let suffix = power.checked_sub(1).and_then(|index| BINARY.get(index)).unwrap_or(&"");
            return write!(formatter, "{number}{suffix}");
        }
        let (number, power) = shorten(self.nanos, 1000, usize::MAX);
        match DECIMAL.get(power) {
            Some(suffix) if self.format != Format::Exponent => {
                write!(formatter, "{number}{suffix}")
            }
            _ if power == 3 => write!(formatter, "{number}"),
            _ => write!(formatter, "{number}e{}", i64::try_from(power).unwrap_or_default() * 3 - 9),
        }
    }
}

/// The number without as many factors `base` as there are, up to `limit`; and their count.
fn shorten(mut number: i128, base: i128, limit: usize) -> (i128, usize) {
    let mut power = 0;
    while number != 0 && number % base == 0 && power < limit {
        number /= base;
        power += 1;
    }
    (number, power)
}
