//! iSCSI disks: `validateISCSIVolumeSource`.

use super::super::finding::Findings;
use super::super::path::Path;
use super::super::quote::Quoted;
use super::super::rules::Rule;
use super::super::schema::ISCSIVolumeSource;
use super::{disks, require};

/// The most bytes of a volume's name and the target's portal where an initiator is named.
const LONGEST_NAME: usize = 64;

/// Checks the source.
pub fn check(source: ISCSIVolumeSource, path: &Path, findings: &mut Findings) {
    require(source.target_portal(), "targetPortal", path, findings);
    require(source.iqn(), "iqn", path, findings);
    if !source.iqn().is_empty() {
        check_qualified(source.iqn(), &path.field("iqn"), findings);
    }
    disks::check_lun(source.lun().unwrap_or_default(), path, findings);
    let needs_secret =
        source.chap_auth_discovery() == Some(true) || source.chap_auth_session() == Some(true);
    if needs_secret && source.secret_ref().is_none() {
        findings.required(Rule::VOLUME_SOURCE, &path.field("secretRef"), "");
    }
    if let Some(initiator) = source.initiator_name() {
        check_qualified(initiator, &path.field("initiatorname"), findings);
    }
}

/// `validateVolumeSource`: a named initiator gives the session a name of limited length.
pub fn check_name(source: ISCSIVolumeSource, name: &str, volume: &Path, findings: &mut Findings) {
    if source.initiator_name().is_some()
        && name.len() + ":".len() + source.target_portal().len() > LONGEST_NAME
    {
        let detail = "Total length of <volume name>:<iscsi.targetPortal> must be under 64 \
                      characters if iscsi.initiatorName is specified.";
        let path = volume.field("name");
        findings.invalid(Rule::VOLUME_SOURCE, &path, Quoted(name), detail);
    }
}

/// The name of a target or an initiator.
fn check_qualified(name: &str, path: &Path, findings: &mut Findings) {
    let detail = match name.get(..3) {
        Some("iqn") if is_iqn(name) => return,
        Some("eui") if is_hexadecimal_name(name, 16) => return,
        Some("naa") if is_hexadecimal_name(name, 32) => return,
        Some("iqn" | "eui" | "naa") => "must be valid format",
        _ => "must be valid format starting with iqn, eui, or naa",
    };
    findings.invalid(Rule::VOLUME_SOURCE, path, Quoted(name), detail);
}

/// Whether `iqn.`, a year, a month, a domain, `:` and a name are in the text, the name at its end:
///
/// ```text
/// iqn.2001-04.com.example:storage:disk1
/// ^^^^^^^^^^^ ^^^^^^^^^^^ ^^^^^^^^^^^^^
/// ```
///
/// The server looks for it anywhere. Each `:` is asked once for the domain that ends there, so the
/// cost is that of reading the text.
fn is_iqn(text: &str) -> bool {
    const NOT_IN_NAMES: [char; 11] = [',', ';', '*', '&', '$', '|', '\t', '\n', '\u{c}', '\r', ' '];
    let names_begin = text.rfind(NOT_IN_NAMES).map_or(0, |at| at + 1);
    text.match_indices(':').any(|(colon, _)| {
        let is_domain =
            |character: char| character.is_ascii_alphanumeric() || "-.".contains(character);
        let before = text.get(..colon).unwrap_or_default();
        let domain = before.rsplit(|character| !is_domain(character)).next().unwrap_or_default();
        colon + 1 >= names_begin && colon + 1 < text.len() && has_dated_domain(domain)
    })
}

/// Whether `iqn.YYYY-MM.` and at least one more character are in the text.
fn has_dated_domain(text: &str) -> bool {
    text.match_indices("iqn.").any(|(at, prefix)| {
        let date = text.get(at + prefix.len()..).unwrap_or_default().as_bytes();
        let digits = |range: std::ops::Range<usize>| {
            date.get(range).is_some_and(|digits| digits.iter().all(u8::is_ascii_digit))
        };
        digits(0..4)
            && date.get(4) == Some(&b'-')
            && digits(5..7)
            && date.get(7) == Some(&b'.')
            && date.len() > 8
    })
}

/// Whether a prefix of three letters and any character are followed by so many letters and digits.
fn is_hexadecimal_name(text: &str, length: usize) -> bool {
    let mut rest = text.get(3..).unwrap_or_default().chars();
    let has_separator = rest.next().is_some_and(|character| character != '\n');
    let rest = rest.as_str();
    has_separator && rest.len() == length && rest.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
