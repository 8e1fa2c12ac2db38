//! The comments of the wake that do not reach the prompt.

use super::finding::Findings;
use super::path::{item, member};
use super::rules::Rule;
use super::value::Value;

/// The wake's path.
const PATH: &str = "ctx.context.paperclipWake";

/// Checks them.
pub fn check(input: &Value, findings: &mut Findings) {
    let wake = input.at(&["ctx", "context", "paperclipWake"]);
    let path = member(PATH, "comments");
    let comments = wake.get("comments");
    for (index, comment) in comments.items().iter().enumerate() {
        let path = item(&path, index);
        if matches!(comment, Value::Other { is, .. } if is == "object") {
            let body = comment.get("body");
            if !body.is_unset() && body.text().is_none() {
                report(member(&path, "body"), "a string", body, findings);
            }
        } else if !comment.is_unset() {
            report(path, "an object", comment, findings);
        }
    }
}

/// Adds a finding about what is dropped.
fn report(path: String, expected: &str, value: &Value, findings: &mut Findings) {
    let kind = value.kind();
    let message = format!("must be {expected}, but it is {kind}: the prompt does not have it");
    findings.report(Rule::SETTING_ITEM, path, message);
}
