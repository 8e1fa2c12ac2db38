//! `apiVersion` and `kind`, which the API server compares with those of the request's URL.

use super::finding::{Code, Findings};
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;

/// Checks both; an empty one is taken from the URL.
pub fn check(given: [&str; 2], expected: [&str; 2], findings: &mut Findings) {
    let [_, kind] = expected;
    for ((field, given), expected) in ["apiVersion", "kind"].into_iter().zip(given).zip(expected) {
        if !given.is_empty() && given != expected {
            let message = format!(
                "Invalid value: cannot unmarshal {} into a field of type {kind}",
                Quoted(given)
            );
            let path = Path::root(field);
            findings.report(Rule::FIELD_TYPE, Code::FieldValueTypeInvalid, &path, message);
        }
    }
}
