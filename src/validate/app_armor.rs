//! `AppArmor` profiles: `ValidateAppArmorProfileField` of `pkg/apis/core/validation`.

use super::finding::Findings;
use super::path::Path;
use super::quote::{Json, Quoted};
use super::rules::Rule;
use super::schema::AppArmorProfile;

/// The rule that is broken here.
const RULE: Rule = Rule::APP_ARMOR_PROFILE;
/// The types of a profile.
const TYPES: [&str; 3] = ["Localhost", "RuntimeDefault", "Unconfined"];

/// Linux's `PATH_MAX`, without the NUL at the end.
const LONGEST: usize = 4095;

/// Checks the `appArmorProfile` of a security context.
pub fn check(profile: Option<AppArmorProfile>, context: &Path, findings: &mut Findings) {
    let Some(profile) = profile else {
        return;
    };
    let path = context.field("appArmorProfile");
    let at = path.field("localhostProfile");
    match (profile.type_(), profile.localhost_profile()) {
        ("Localhost", name) => check_name(name.unwrap_or_default(), &at, findings),
        ("RuntimeDefault" | "Unconfined", Some(name)) => {
            let detail = "can only be set when AppArmor type is Localhost";
            findings.invalid(RULE, &at, Json(name), detail);
        }
        ("RuntimeDefault" | "Unconfined", None) => {}
        ("", _) => {
            let detail = "type is required when appArmorProfile is set";
            findings.required(RULE, &path.field("type"), detail);
        }
        (kind, _) => findings.not_supported(RULE, &path.field("type"), Json(kind), &TYPES),
    }
}

/// Whether a profile on the node can have that name.
pub fn is_name(name: &str) -> bool {
    !name.is_empty() && name.trim() == name && name.len() <= LONGEST
}

/// The name of a profile that is loaded on the node.
fn check_name(name: &str, path: &Path, findings: &mut Findings) {
    if name.trim() != name {
        findings.invalid(RULE, path, Quoted(name), "must not be padded with whitespace");
    } else if name.is_empty() {
        findings.required(RULE, path, "must be set when AppArmor type is Localhost");
    }
    if name.len() > LONGEST {
        findings.too_long(RULE, path, LONGEST);
    }
}
