//! Where `buildJobManifest` throws: every place, not only the first one.

use super::finding::Findings;
use super::path::{absolute, item};
use super::reads::{Expected, Reads};
use super::rules::Rule;
use super::value::Value;

/// What the glue calls a proxy of which nothing can be asked.
const REVOKED: &str = "a revoked proxy";

/// What the glue calls a list that JSON cannot have.
pub const UNWRITABLE: &str = "a list with a cycle or a BigInt";

/// Finds what is missing or unusable.
pub fn check(reads: &Reads, input: &Value, findings: &mut Findings) {
    for read in reads.all() {
        // What is missing in something that is missing is the same fault.
        let owner = read.path.split_last().map_or(input, |(_, owner)| input.at(owner));
        if matches!(owner, Value::Unset) && !read.path.is_empty() {
            continue;
        }
        let value = input.at(read.path);
        let path = absolute(read.path);
        if throws(read.expected, value) {
            report(&path, read.expected.name(), value, findings);
        } else if read.expected == Expected::RequiredItems {
            check_items(&path, value, findings);
        }
    }
    check_session(input, findings);
}

/// Whether `buildJobManifest` throws for a value.
pub fn throws(expected: Expected, value: &Value) -> bool {
    match expected {
        Expected::RequiredObject | Expected::RequiredLength => {
            matches!(value, Value::Unset) || value.is(REVOKED)
        }
        Expected::RequiredText => value.text().is_none(),
        Expected::RequiredItems => {
            !matches!(value, Value::List(_) | Value::Text(_)) && !value.is("iterable")
        }
        Expected::JsonList => value.is(UNWRITABLE) || value.is(REVOKED),
        Expected::Texts | Expected::List | Expected::Object | Expected::Pairs => value.is(REVOKED),
        _ => false,
    }
}

/// Adds an error.
fn report(path: &str, expected: &str, value: &Value, findings: &mut Findings) {
    let (rule, found) = match value {
        Value::Unset => (Rule::INPUT_REQUIRED, "missing"),
        _ => (Rule::INPUT_TYPE, value.kind()),
    };
    let expected = if value.is(UNWRITABLE) { "JSON" } else { expected };
    let message = format!("must be {expected}, but it is {found}: buildJobManifest throws");
    findings.report(rule, path.to_owned(), message);
}

/// The items of a list, none of which may be missing.
fn check_items(path: &str, list: &Value, findings: &mut Findings) {
    for (index, value) in list.items().iter().enumerate() {
        if matches!(value, Value::Unset) {
            report(&item(path, index), "an object", value, findings);
        }
    }
}

/// A session is quoted for the shell, by its own methods where it is not a string.
fn check_session(input: &Value, findings: &mut Findings) {
    let runtime = input.at(&["ctx", "runtime"]);
    let session = runtime.get("sessionId");
    let decides = !Expected::Text.accepts(runtime.at(&["sessionParams", "sessionId"]));
    if decides && session.is_truthy() && session.text().is_none() {
        report("ctx.runtime.sessionId", "a string", session, findings);
    }
}
