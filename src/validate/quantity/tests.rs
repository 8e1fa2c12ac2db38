use super::{Quantity, WRONG_FORMAT, WRONG_SUFFIX};

#[test]
fn writes_the_canonical_form() {
    let rows = [
        ("1000m", "1"),
        ("4000m", "4"),
        ("0.5", "500m"),
        ("1.5Gi", "1536Mi"),
        ("1e10", "10e9"),
        (" 8Gi ", "8Gi"),
        ("\u{a0}8Gi\u{2003}", "8Gi"),
        ("-", "0"),
        ("+", "0"),
        (".", "0"),
        ("0", "0"),
        ("-0.0", "0"),
        ("1.", "1"),
        (".5", "500m"),
        ("1E", "1E"),
        ("1Ei", "1Ei"),
        ("1e3", "1e3"),
        ("1E3", "1e3"),
        ("12e-1", "1200e-3"),
        ("1e0", "1"),
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
        ("00012", "12"),
    ];
    for (text, expected) in rows {
        let quantity = Quantity::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(quantity.to_string(), expected, "{text:?}");
    }
}

#[test]
fn refuses_what_go_refuses() {
    let rows = [
        ("", WRONG_FORMAT),
        (" ", WRONG_FORMAT),
        ("1000 m", WRONG_FORMAT),
        ("4cores", WRONG_FORMAT),
        ("8GB", WRONG_FORMAT),
        ("8gi", WRONG_FORMAT),
        ("--1", WRONG_SUFFIX),
        ("1..2", WRONG_FORMAT),
        ("0x10", WRONG_FORMAT),
        ("\t8Gi", WRONG_FORMAT),
        ("８Gi", WRONG_FORMAT),
        ("8192K", WRONG_SUFFIX),
        ("8M1", WRONG_SUFFIX),
        ("8e", WRONG_SUFFIX),
        ("8e+", WRONG_SUFFIX),
        ("8mm", WRONG_SUFFIX),
        ("8e99999999999999999999", WRONG_SUFFIX),
        ("8-", WRONG_SUFFIX),
    ];
    for (text, expected) in rows {
        assert_eq!(Quantity::parse(text).err(), Some(expected), "{text:?}");
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
    let nanos = |text| Quantity::parse(text).unwrap().nanos();
    for (one, other) in rows {
        assert_eq!(nanos(one), nanos(other), "{one} {other}");
    }
    assert!(nanos("1.000000001Gi") > nanos("1Gi"));
    assert!(nanos("8Gi") < nanos("8590M"));
    assert!(nanos("8Gi") > nanos("8589M"));
    assert_eq!(nanos("1.00000000000000000000000000001"), nanos("1") + 1);
}

#[test]
fn rounds_up_to_milli_units() {
    for (text, expected) in
        [("1u", "1m"), ("-1u", "-1m"), ("1001u", "2m"), ("1.5Gi", "1536Mi"), ("0.3n", "1m")]
    {
        assert_eq!(Quantity::parse(text).unwrap().in_millis().to_string(), expected, "{text}");
    }
}
