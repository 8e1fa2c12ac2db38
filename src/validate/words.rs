//! Fields that are one of a few words.

use super::finding::Findings;
use super::path::Path;
use super::quote::Json;
use super::rules::Rule;

/// Checks a word that may be unset.
pub fn check(
    rule: Rule,
    word: Option<&str>,
    supported: &[&str],
    path: &Path,
    findings: &mut Findings,
) {
    if let Some(word) = word.filter(|word| !supported.contains(word)) {
        findings.not_supported(rule, path, Json(word), supported);
    }
}

/// Checks a word that is unset where it is empty; the server has a default.
pub fn check_unless_empty(
    rule: Rule,
    word: &str,
    supported: &[&str],
    path: &Path,
    findings: &mut Findings,
) {
    check(rule, Some(word).filter(|word| !word.is_empty()), supported, path, findings);
}

/// `validatePullPolicy`, of containers and of volumes.
pub fn check_pull_policy(policy: &str, path: &Path, findings: &mut Findings) {
    const POLICIES: [&str; 3] = ["Always", "IfNotPresent", "Never"];
    check_unless_empty(Rule::IMAGE_PULL_POLICY, policy, &POLICIES, path, findings);
}
