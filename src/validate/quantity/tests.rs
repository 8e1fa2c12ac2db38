use std::cmp::Ordering;

use super::{Problem, Quantity};

#[test]
fn writes_the_canonical_form() {
    let rows = [
        ("1000m", "1"),
        ("4000m", "4"),
        ("0.5", "500m"),
        ("1.5Gi", "1536Mi"),
        ("1e10", "10e9"),
        ("-", "0"),
        ("+", "0"),
        (".", "0"),
        ("0", "0"),
        ("-0.0", "0"),
        ("1.", "1."),
        ("+1", "+1"),
        ("1e+3", "1e+3"),
        ("1e-00000000003", "1e-00000000003"),
        ("1000e3", "1e6"),
        ("8Ki", "8Ki"),
        ("1000Ki", "1000Ki"),
        ("1e4294967297", "10"),
        ("10e999", "10e999"),
        ("10000000000000000000000000000000000000000", "10"),
        ("1000000000000000001", "1000000000000000001"),
        (".5", "500m"),
        ("1E", "1E"),
        ("1Ei", "1Ei"),
        ("1e3", "1e3"),
        ("1E3", "1E3"),
        ("12e-1", "1200e-3"),
        ("1e0", "1e0"),
        ("100k", "100k"),
        ("1000k", "1M"),
        ("0.0001", "100u"),
        ("0.1n", "1n"),
        ("-0.1n", "-1n"),
        ("1.1n", "2n"),
        ("1e-100", "1e-9"),
        ("512", "512"),
        ("1023Ki", "1023Ki"),
        ("0.5Ki", "512"),
        ("0.1Ki", "102400m"),
        ("1024Ki", "1Mi"),
        ("-1Ki", "-1Ki"),
        ("16Ei", "9223372036854775807"),
        ("9999999999Ei", "9223372036854775807"),
        ("00012", "00012"),
    ];
    for (text, expected) in rows {
        let quantity = Quantity::parse(text).unwrap_or_else(|problem| panic!("{text}: {problem}"));
        assert_eq!(quantity.to_string(), expected, "{text:?}");
    }
}

#[test]
fn refuses_what_go_refuses() {
    let rows = [
        ("", Problem::Format),
        (" ", Problem::Format),
        ("1000 m", Problem::Format),
        ("4cores", Problem::Format),
        ("8GB", Problem::Format),
        ("8gi", Problem::Format),
        ("--1", Problem::Suffix),
        ("1..2", Problem::Format),
        ("0x10", Problem::Format),
        ("\t8Gi", Problem::Format),
        ("８Gi", Problem::Format),
        ("8192K", Problem::Suffix),
        ("8M1", Problem::Suffix),
        ("8e", Problem::Suffix),
        ("8e+", Problem::Suffix),
        ("8mm", Problem::Suffix),
        ("8e99999999999999999999", Problem::Suffix),
        ("8-", Problem::Suffix),
        ("Ei", Problem::Number),
        ("-Pi", Problem::Number),
        (".Ei", Problem::Number),
        ("e-10", Problem::Number),
        ("+.e-11", Problem::Number),
        ("1e1000001", Problem::Exponent),
        ("1e-2147483647", Problem::Exponent),
    ];
    for (text, expected) in rows {
        assert_eq!(Quantity::parse(text).err(), Some(expected), "{text:?}");
    }
}

#[test]
fn a_short_number_without_digits_is_zero() {
    for text in ["Ti", "-", "+", ".", "m", "e-9", "E5", "0Ei", "00e-10", ".0Pi"] {
        assert!(Quantity::parse(text).is_ok_and(|quantity| quantity.is_zero()), "{text}");
    }
}

#[test]
fn compares_exactly() {
    let rows = [
        ("1Gi", "1.073741824G"),
        ("1Gi", "1073741824"),
        ("1Ki", "1024000m"),
        ("0.1", "100m"),
        ("1e3", "1k"),
        ("1.0000000000000000000000000000000000000000", "1"),
        ("100000000000000000000000000000e-29", "1"),
        ("0.00000000000000000000000000001e29", "1"),
    ];
    for (one, other) in rows {
        assert_eq!(compare(one, other), Ordering::Equal, "{one} {other}");
    }
    assert_eq!(compare("1.000000001Gi", "1Gi"), Ordering::Greater);
    assert_eq!(compare("8Gi", "8590M"), Ordering::Less);
    assert_eq!(compare("8Gi", "8589M"), Ordering::Greater);
    assert_eq!(compare("1.00000000000000000000000000001", "1.000000001"), Ordering::Equal);
    assert_eq!(compare("1e1000000", "9e999999"), Ordering::Greater);
    assert_eq!(compare("-2", "-1"), Ordering::Less);
    assert_eq!(compare("-1", "0"), Ordering::Less);
    assert_eq!(compare("0", "1n"), Ordering::Less);
}

fn compare(one: &str, other: &str) -> Ordering {
    Quantity::parse(one).unwrap().cmp(&Quantity::parse(other).unwrap())
}

#[test]
fn knows_whole_numbers_as_go_does() {
    let rows = [
        ("1", true),
        ("1500m", false),
        ("2000m", true),
        ("1e-1000", false),
        ("10e999", true),
        ("1e3", true),
        ("1.5Ki", true),
        ("0.3Ki", false),
        // The thousandths do not fit into 64 bits: the lower ones are not divisible by 1,000.
        ("12345678901234567890", false),
        ("999999999999999999", false),
        ("99999999999999999e1", true),
        ("99999999999999999e2", true),
        ("99999999999999999k", false),
        ("99999999999999999e4", true),
        ("99999999999999999e5", true),
        ("99999999999999999M", false),
        ("99999999999999999e7", true),
        ("99999999999999999G", true),
    ];
    for (text, is_whole) in rows {
        assert_eq!(Quantity::parse(text).unwrap().is_whole(), is_whole, "{text}");
    }
}

#[test]
fn rounds_up_to_milli_units() {
    let rows = [
        ("1u", "1m"),
        ("-1u", "-1m"),
        ("1001u", "2m"),
        ("1.5Gi", "1536Mi"),
        ("0.3n", "1m"),
        ("1.0000", "1"),
        ("1.", "1."),
        ("999999u", "1"),
    ];
    for (text, expected) in rows {
        assert_eq!(Quantity::parse(text).unwrap().in_millis().to_string(), expected, "{text}");
    }
}

#[test]
fn reads_back_another_amount_where_no_suffix_is_large_enough() {
    let amount = Quantity::parse("10000000000000000000000000000000000000000").unwrap();
    assert_eq!(*amount.stored(), Quantity::parse("10").unwrap());
    let amount = Quantity::parse("1000E").unwrap();
    assert_eq!(*amount.stored(), Quantity::parse("1").unwrap());
    for text in ["1e40", "999E", "999999999999999999n", "1023Ei", "0.5Ki", "-1500m", "0"] {
        let amount = Quantity::parse(text).unwrap();
        assert_eq!(*amount.stored(), amount, "{text}");
    }
}

#[test]
fn adds_as_go_does() {
    let sum = |one: &str, other: &str| {
        let parse = |text: &str| Quantity::parse(text).unwrap().in_millis();
        parse(one).plus(&parse(other)).map(|sum| sum.to_string())
    };
    for (one, other, expected) in [
        ("1", "2", "3"),
        ("500m", "0.6", "1100m"),
        ("1500", "500", "2k"),
        ("1Gi", "1Gi", "2Gi"),
        ("1Gi", "1G", "2073741824"),
        // Zero leaves the format to the other.
        ("0", "1Ki", "1Ki"),
        ("1", "1Ki", "1025"),
        // What is less than 1 is not binary.
        ("0.00390625Ki", "2044", "2Ki"),
        ("0.0009765625Ki", "2047", "2Ki"),
        ("0.00048828125Ki", "2047.5", "2048"),
        ("-1", "3", "2"),
        ("1", "-3", "-2"),
        ("1", "-1", "0"),
        ("1e3", "1e3", "2e3"),
    ] {
        assert_eq!(sum(one, other).as_deref(), Some(expected), "{one} + {other}");
    }
    assert_eq!(sum("1", "1e999"), None);
}
