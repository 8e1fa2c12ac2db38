//! Ids of users and groups: `IsValidUserID` and `IsValidGroupID` of `util/validation`.

use super::finding::Findings;
use super::path::Path;
use super::rules::Rule;

/// Checks the field of that name.
pub fn check_field(id: Option<i64>, field: &str, context: &Path, findings: &mut Findings) {
    if let Some(id) = id {
        check(id, &context.field(field), findings);
    }
}

/// Checks an id.
pub fn check(id: i64, path: &Path, findings: &mut Findings) {
    const GREATEST: i64 = i32::MAX as i64;
    if !(0..=GREATEST).contains(&id) {
        let detail = format!("must be between 0 and {GREATEST}, inclusive");
        findings.invalid(Rule::USER_ID, path, id, detail);
    }
}
