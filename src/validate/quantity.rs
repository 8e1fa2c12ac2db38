//! Quantities: `resource.Quantity` of `apimachinery/pkg/api/resource`, its parsing, its written form
//! and its arithmetic, as far as validation needs them. Amounts are exact decimal numbers of any
//! length; no operation writes out the zeros that an exponent stands for.

mod parse;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt::{self, Display, Formatter};

pub use parse::Problem;

/// The suffixes of powers of ten, from `10^-9` in steps of `10^3`.
const DECIMAL: [&str; 10] = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];
/// The suffixes of powers of 1024.
const BINARY: [&str; 6] = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

/// An amount, and how it is written: `digits × 10^exponent`.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// Whether it is below zero.
    is_negative: bool,
    /// Without zeros at the start; none for zero.
    digits: Vec<u8>,
    /// The power of ten that the digits are multiplied by.
    exponent: i64,
    /// How it is printed.
    format: Format,
    /// Whether Go keeps it as an `int64` and a scale, not as a number of any length.
    is_small: bool,
    /// The text, where the server keeps it as it was written.
    written: Option<String>,
}

/// How an amount is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    /// `1Ki`.
    Binary,
    /// `1k`.
    Decimal,
    /// `1e3`.
    Exponent,
}

impl Quantity {
    /// `ParseQuantity`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        parse::parse(text)
    }

    /// The amount as the resources of containers and Pods keep it: `SetDefaults_ResourceList`
    /// rounds it up to thousandths.
    pub fn in_millis(&self) -> Self {
        let mut rounded = self.clone();
        if !self.is_small || self.exponent < -3 {
            rounded.written = None;
            rounded.round_up(-3);
        }
        rounded
    }

    /// The amount as it is read back from the store, which has the text.
    pub fn stored(&self) -> Cow<'_, Self> {
        // There is a suffix for all that is less than `1000E`.
        if self.exponent.saturating_add(length(&self.digits)) <= 21 {
            return Cow::Borrowed(self);
        }
        Self::parse(&self.to_string()).map_or(Cow::Borrowed(self), Cow::Owned)
    }

    /// Rounds away from zero to a multiple of `10^exponent`.
    fn round_up(&mut self, exponent: i64) {
        let excess = exponent.saturating_sub(self.exponent);
        let Ok(excess @ 1..) = usize::try_from(excess) else {
            return;
        };
        let kept = self.digits.len().saturating_sub(excess);
        let is_exact = self.digits.iter().skip(kept).all(|&digit| digit == 0);
        self.digits.truncate(kept);
        self.exponent = exponent;
        if !is_exact {
            increment(&mut self.digits);
        }
    }

    /// Less than zero, zero or more.
    pub const fn sign(&self) -> Ordering {
        match (self.digits.is_empty(), self.is_negative) {
            (true, _) => Ordering::Equal,
            (false, true) => Ordering::Less,
            (false, false) => Ordering::Greater,
        }
    }

    /// Whether it is zero.
    pub const fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// Whether `MilliValue() % 1000 == 0`, which is how the server asks for a whole number.
    pub fn is_whole(&self) -> bool {
        self.scaled(-3) % 1000 == 0
    }

    /// Whether it is a multiple of a unit that is a whole number: `Value() % unit.Value() == 0`.
    pub fn is_multiple_of(&self, unit: &Self) -> bool {
        unit.sign().is_gt()
            && unit.is_whole()
            && self.scaled(0).checked_rem(unit.scaled(0)) == Some(0)
    }

    /// `ScaledValue`, without the sign: the amount in units of `10^exponent`, rounded up. Where it
    /// does not fit into 64 bits, Go takes the lower bits, or 0 for a short number that is not
    /// multiplied by the power in one step.
    fn scaled(&self, exponent: i64) -> i64 {
        let mut amount = self.clone();
        amount.round_up(exponent);
        let zeros = amount.exponent.saturating_sub(exponent).clamp(0, 64);
        let digits = amount.digits.iter().copied();
        let mut digits = digits.chain((0..zeros).map(|_| 0)).map(i64::from);
        let is_in_steps = self.is_small && !matches!(zeros, 1 | 2 | 3 | 6 | 9);
        let value = if is_in_steps {
            digits.try_fold(0_i64, |sum, digit| sum.checked_mul(10)?.checked_add(digit))
        } else {
            Some(digits.fold(0_i64, |sum, digit| sum.wrapping_mul(10).wrapping_add(digit)))
        };
        value.unwrap_or_default()
    }

    /// `Add`, of amounts in thousandths; `None` for a sum of over 38 digits, which no node has.
    pub fn plus(&self, other: &Self) -> Option<Self> {
        let sum = self.thousandths()?.checked_add(other.thousandths()?)?;
        let magnitude = sum.unsigned_abs().to_string();
        let digits = magnitude.bytes().map(|digit| digit - b'0');
        Some(Self {
            is_negative: sum < 0,
            digits: digits.skip_while(|&digit| digit == 0).collect(),
            exponent: -3,
            format: if self.is_zero() { other.format } else { self.format },
            is_small: self.is_small && other.is_small,
            written: None,
        })
    }

    /// The amount in thousandths, if it is a whole number of them.
    fn thousandths(&self) -> Option<i128> {
        let (digits, exponent) = self.reduced();
        let magnitude = whole(digits, exponent.saturating_add(3))?;
        Some(if self.is_negative { -magnitude } else { magnitude })
    }

    /// The digits without zeros at the end, and the exponent that goes with them.
    fn reduced(&self) -> (&[u8], i64) {
        let end = self.digits.iter().rposition(|&digit| digit != 0).map_or(0, |last| last + 1);
        let (kept, zeros) = self.digits.split_at_checked(end).unwrap_or((&self.digits, &[]));
        (kept, self.exponent.saturating_add(length(zeros)))
    }

    /// Compares without the signs.
    fn cmp_magnitude(&self, other: &Self) -> Ordering {
        let (mine, my_exponent) = self.reduced();
        let (others, other_exponent) = other.reduced();
        if mine.is_empty() || others.is_empty() {
            return mine.len().cmp(&others.len());
        }
        let size = |digits, exponent: i64| exponent.saturating_add(length(digits));
        size(mine, my_exponent).cmp(&size(others, other_exponent)).then_with(|| mine.cmp(others))
    }

    /// The amount as a number, if it is a whole one that fits.
    fn integer(&self) -> Option<i128> {
        let (digits, exponent) = self.reduced();
        whole(digits, exponent)
    }

    /// The number and the suffix of the binary format, where that loses nothing.
    fn binary(&self) -> Option<(i128, &'static str)> {
        let mut number = self.integer().filter(|&number| number >= 1024)?;
        let mut power = 0;
        while number % 1024 == 0 && power < BINARY.len() {
            number /= 1024;
            power += 1;
        }
        let suffix = power.checked_sub(1).and_then(|index| BINARY.get(index)).unwrap_or(&"");
        Some((number, suffix))
    }
}

/// The number of these digits and so many zeros, if it fits.
fn whole(digits: &[u8], zeros: i64) -> Option<i128> {
    let zeros = usize::try_from(zeros).ok().filter(|&zeros| zeros <= 38)?;
    digits
        .iter()
        .chain(std::iter::repeat_n(&0, zeros))
        .try_fold(0_i128, |sum, &digit| sum.checked_mul(10)?.checked_add(digit.into()))
}

/// One more.
fn increment(digits: &mut Vec<u8>) {
    for digit in digits.iter_mut().rev() {
        if *digit < 9 {
            *digit += 1;
            return;
        }
        *digit = 0;
    }
    digits.insert(0, 1);
}

/// The number of digits.
fn length(digits: &[u8]) -> i64 {
    i64::try_from(digits.len()).unwrap_or(i64::MAX)
}

impl PartialEq for Quantity {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Quantity {}

impl PartialOrd for Quantity {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Quantity {
    /// `Cmp`.
    fn cmp(&self, other: &Self) -> Ordering {
        self.sign().cmp(&other.sign()).then_with(|| match self.sign() {
            Ordering::Less => other.cmp_magnitude(self),
            _ => self.cmp_magnitude(other),
        })
    }
}

impl Display for Quantity {
    /// `String`: the text where it is kept, else the canonical form of `CanonicalizeBytes`.
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        if let Some(written) = &self.written {
            return formatter.write_str(written);
        }
        if self.is_zero() {
            return formatter.write_str("0");
        }
        if self.is_negative {
            formatter.write_str("-")?;
        }
        if self.format == Format::Binary
            && let Some((number, suffix)) = self.binary()
        {
            return write!(formatter, "{number}{suffix}");
        }
        let (digits, exponent) = self.reduced();
        for digit in digits {
            write!(formatter, "{digit}")?;
        }
        let zeros = exponent.rem_euclid(3);
        (0..zeros).try_for_each(|_| formatter.write_str("0"))?;
        let exponent = exponent - zeros;
        match self.format {
            Format::Exponent if exponent == 0 => Ok(()),
            Format::Exponent => write!(formatter, "e{exponent}"),
            // Beyond the suffixes the server leaves the exponent out, and so stores another amount.
            _ => {
                let index = usize::try_from(exponent / 3 + 3).ok();
                let suffix = index.and_then(|index| DECIMAL.get(index)).unwrap_or(&"");
                formatter.write_str(suffix)
            }
        }
    }
}
