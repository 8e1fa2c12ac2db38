//! IP addresses: `util/validation/ip.go` of `apimachinery`, which reads them as Go did once, with zeros
//! at the start of numbers, and then refuses those.

use std::net::{IpAddr, Ipv6Addr};

use super::options::Options;
use super::quote::Quoted;
use super::versions::Change;

/// `IsValidIPForLegacyField`: what is wrong with an address.
pub fn problem(text: &str, options: &Options) -> Option<&'static str> {
    let Some(address) = parse_sloppy(text) else {
        return Some("must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");
    };
    if !options.has(Change::StrictAddresses) {
        return None;
    }
    if text.parse::<IpAddr>().is_err() {
        return Some("must not have leading 0s");
    }
    is_mapped(address).then_some("must not be an IPv4-mapped IPv6 address")
}

/// `GetWarningsForIP`: what the server says of an address that it accepts.
pub fn warning(text: &str) -> Option<String> {
    let address = parse_sloppy(text)?;
    if text.parse::<IpAddr>().is_err() || is_mapped(address) {
        let address = address.to_canonical().to_string();
        let (text, address) = (Quoted(text), Quoted(&address));
        return Some(format!("non-standard IP address {text} is invalid: use {address}"));
    }
    let canonical = address.to_string();
    (address.is_ipv6() && canonical != text).then(|| {
        let (text, canonical) = (Quoted(text), Quoted(&canonical));
        format!("IPv6 address {text} should be in RFC 5952 canonical format ({canonical})")
    })
}

/// Whether an IPv6 address holds an IPv4 address.
const fn is_mapped(address: IpAddr) -> bool {
    matches!(address, IpAddr::V6(address) if address.to_ipv4_mapped().is_some())
}

/// `netutils.ParseIPSloppy`.
fn parse_sloppy(text: &str) -> Option<IpAddr> {
    match text.find(['.', ':']).and_then(|index| text.as_bytes().get(index)) {
        Some(b'.') => Some(IpAddr::from(parse_v4(text)?)),
        _ => parse_v6(text).map(IpAddr::from),
    }
}

/// The bytes of an IPv4 address, as Go parses it.
fn parse_v4(text: &str) -> Option<[u8; 4]> {
    let mut parts = text.split('.').map(|part| number(part, 10).and_then(|n| u8::try_from(n).ok()));
    let address = [parts.next()??, parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(address)
}

/// An IPv6 address, as Go parses it.
fn parse_v6(text: &str) -> Option<Ipv6Addr> {
    let (head, tail) = match text.split_once("::") {
        Some((head, tail)) => (head, Some(tail)),
        None => (text, None),
    };
    let Some(tail) = tail else {
        return Some(Ipv6Addr::from(<[u16; 8]>::try_from(groups(head, true)?).ok()?));
    };
    // An embedded IPv4 address is at the very end.
    let (head, tail) = (groups(head, false)?, groups(tail, true)?);
    let zeros = 8_usize.checked_sub(head.len() + tail.len()).filter(|&zeros| zeros > 0)?;
    let all: Vec<u16> = [head, vec![0; zeros], tail].concat();
    Some(Ipv6Addr::from(<[u16; 8]>::try_from(all).ok()?))
}

/// The groups of 16 bits, none in an empty text; the last one can be an IPv4 address.
fn groups(text: &str, is_end: bool) -> Option<Vec<u16>> {
    let mut groups = Vec::new();
    let mut parts = text.split(':').filter(|_| !text.is_empty()).peekable();
    while let Some(part) = parts.next() {
        if is_end && parts.peek().is_none() && part.contains('.') {
            let [a, b, c, d] = parse_v4(part)?;
            groups.extend([u16::from_be_bytes([a, b]), u16::from_be_bytes([c, d])]);
        } else {
            groups.push(u16::try_from(number(part, 16)?).ok()?);
        }
    }
    Some(groups)
}

/// A number, with any count of zeros before it.
fn number(text: &str, radix: u32) -> Option<u32> {
    let is_number = text.chars().all(|digit| digit.is_digit(radix));
    let digits = text.trim_start_matches('0');
    match (text.is_empty() || !is_number, digits.is_empty()) {
        (true, _) => None,
        (false, true) => Some(0),
        (false, false) => u32::from_str_radix(digits, radix).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::{problem, warning};
    use crate::validate::Options;

    #[test]
    fn refuses_what_the_server_refuses() {
        let invalid = "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)";
        let zeros = "must not have leading 0s";
        let mapped = "must not be an IPv4-mapped IPv6 address";
        let rows = [
            ("1.2.3.4", None),
            ("0.0.0.0", None),
            ("255.255.255.255", None),
            ("256.1.1.1", Some(invalid)),
            ("1.2.3", Some(invalid)),
            ("1.2.3.4.5", Some(invalid)),
            ("1.2.3.", Some(invalid)),
            ("1.2.3.4 ", Some(invalid)),
            ("+1.2.3.4", Some(invalid)),
            ("010.0.0.1", Some(zeros)),
            ("00000000010.0.0.1", Some(zeros)),
            ("::", None),
            ("::1", None),
            ("1::", None),
            ("2001:db8::ffff", None),
            ("2001:DB8::1", None),
            ("1:2:3:4:5:6:7:8", None),
            ("1:2:3:4:5:6:7::", None),
            ("1:2:3:4:5:6:7::8", Some(invalid)),
            ("1:2:3:4:5:6:7:8:9", Some(invalid)),
            ("1:2:3", Some(invalid)),
            ("1::2::3", Some(invalid)),
            (":::", Some(invalid)),
            ("1:", Some(invalid)),
            ("::00001", Some(zeros)),
            ("::10000", Some(invalid)),
            ("::g", Some(invalid)),
            ("64:ff9b::1.2.3.4", None),
            ("64:ff9b::1.2.3.04", Some(zeros)),
            ("1.2.3.4::", Some(invalid)),
            ("::1.2.3.4:5", Some(invalid)),
            ("1:1.2.3.4::", Some(invalid)),
            ("1:1.2.3.4::5", Some(invalid)),
            ("1:2:3:4:5:6:7:8::", Some(invalid)),
            ("::1:2:3:4:5:6:7", None),
            ("::1:2:3:4:5:6:7:8", Some(invalid)),
            ("1.2.3.-4", Some(invalid)),
            ("0001:2:3:4:5:6:7:8", None),
            ("1:2:3:4:5:6:1.2.3.4", None),
            ("1:2:3:4:5:6:7:1.2.3.4", Some(invalid)),
            ("::ffff:1.2.3.4", Some(mapped)),
            ("fe80::1%eth0", Some(invalid)),
            ("", Some(invalid)),
            ("dns", Some(invalid)),
        ];
        for (text, expected) in rows {
            assert_eq!(problem(text, &Options::default()), expected, "{text}");
        }
        let earlier = Options { minor: 35, ..Options::default() };
        assert_eq!(problem("010.0.0.1", &earlier), None);
        assert_eq!(problem("::ffff:1.2.3.4", &earlier), None);
        assert_eq!(problem("dns", &earlier), Some(invalid));
    }

    #[test]
    fn warns_of_other_forms() {
        let rows = [
            ("1.2.3.4", None),
            ("::1", None),
            (
                "::1.2.3.4",
                Some(
                    "IPv6 address \"::1.2.3.4\" should be in RFC 5952 canonical format (\"::102:304\")",
                ),
            ),
            (
                "2001:DB8::1",
                Some(
                    "IPv6 address \"2001:DB8::1\" should be in RFC 5952 canonical format (\"2001:db8::1\")",
                ),
            ),
            (
                "010.0.0.1",
                Some("non-standard IP address \"010.0.0.1\" is invalid: use \"10.0.0.1\""),
            ),
            (
                "::ffff:1.2.3.4",
                Some("non-standard IP address \"::ffff:1.2.3.4\" is invalid: use \"1.2.3.4\""),
            ),
            ("dns", None),
        ];
        for (text, expected) in rows {
            assert_eq!(warning(text).as_deref(), expected, "{text}");
        }
    }
}
