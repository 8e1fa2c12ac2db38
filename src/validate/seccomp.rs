//! Seccomp profiles: `validateSeccompProfileField` of `pkg/apis/core/validation`.

use super::finding::Findings;
use super::names;
use super::path::Path;
use super::quote::{Json, Quoted};
use super::rules::Rule;
use super::schema::SeccompProfile;

/// The rule that is broken here.
const RULE: Rule = Rule::SECCOMP_PROFILE;
/// The types of a profile.
const TYPES: [&str; 3] = ["Localhost", "RuntimeDefault", "Unconfined"];

/// Checks the `seccompProfile` of a security context.
pub fn check(profile: Option<SeccompProfile>, context: &Path, findings: &mut Findings) {
    let Some(profile) = profile else {
        return;
    };
    let path = context.field("seccompProfile");
    let kind = profile.type_();
    let path_of_type = path.field("type");
    if kind.is_empty() {
        findings.required(RULE, &path_of_type, "type is required when seccompProfile is set");
    } else if !TYPES.contains(&kind) {
        findings.not_supported(RULE, &path_of_type, Json(kind), &TYPES);
    }
    let path = path.field("localhostProfile");
    match (kind, profile.localhost_profile()) {
        ("Localhost", None) => {
            findings.required(RULE, &path, "must be set when seccomp type is Localhost");
        }
        ("Localhost", Some(file)) => check_file(RULE, file, &path, findings),
        (_, Some(file)) => {
            // Go's own struct, whose fields have no names for JSON.
            let (kind, file) = (Json(kind), Json(file));
            let value = format!(r#"{{"Type":{kind},"LocalhostProfile":{file}}}"#);
            findings.invalid(RULE, &path, value, "can only be set when seccomp type is Localhost");
        }
        (_, None) => {}
    }
}

/// `validateLocalDescendingPath`: a profile's file below the kubelet's folder.
pub fn check_file(rule: Rule, file: &str, path: &Path, findings: &mut Findings) {
    if file.starts_with('/') {
        findings.invalid(rule, path, Quoted(file), "must be a relative path");
    }
    findings.problems(rule, path, file, names::no_backsteps(file));
}
