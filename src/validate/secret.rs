//! The prompt's Secret: `ValidateSecret` of `pkg/apis/core/validation`. Its paths are the Secret's.

use serde_json::{Map, Value};

use super::finding::{Code, Findings};
use super::metadata;
use super::names;
use super::path::Path;
use super::rules::Rule;
use super::surrogates::replace_lone;

/// `MaxSecretSize`.
const LIMIT: usize = 1024 * 1024;

/// Checks a Secret as `buildJobManifest` returns it, in JSON.
pub fn check(json: &str, findings: &mut Findings) {
    // Text that cannot be read as JSON counts as an empty Secret.
    let secret: Value = serde_json::from_str(&replace_lone(json)).unwrap_or_default();
    let text = |key| secret.get(key).and_then(Value::as_str).unwrap_or_default();
    let metadata = Path::root("metadata");
    check_name(text("name"), &metadata.field("name"), findings);
    metadata::check_namespace(
        Rule::SECRET_NAME,
        text("namespace"),
        &metadata.field("namespace"),
        findings,
    );
    let path = Path::root("data");
    if let Some(data) = secret.get("data").and_then(Value::as_object) {
        check_data(data, &path, findings);
    }
    let message = "the prompt is plain text: send it as `stringData`; as `data` the server \
                   refuses it, or where it happens to be Base64 stores something else";
    findings.report(Rule::SECRET_STRING_DATA, Code::FieldValueInvalid, &path, message.to_owned());
}

/// Checks the Secret's name.
fn check_name(name: &str, path: &Path, findings: &mut Findings) {
    if name.is_empty() {
        findings.required(Rule::SECRET_NAME, path, "");
    } else {
        let problems = names::dns_subdomain(name);
        findings.problems(Rule::SECRET_NAME, path, name, problems);
    }
}

/// Checks the Secret's keys, values and size.
fn check_data(data: &Map<String, Value>, path: &Path, findings: &mut Findings) {
    let mut size = 0;
    for (key, value) in data {
        let item = path.key(key);
        findings.problems(Rule::SECRET_DATA, &item, key, names::config_key(key));
        if let Some(text) = value.as_str() {
            size += text.len();
        } else {
            let message = "Invalid value: must be a string".to_owned();
            let code = Code::FieldValueTypeInvalid;
            findings.report(Rule::SECRET_DATA, code, &item, message);
        }
    }
    if size > LIMIT {
        findings.too_long(Rule::SECRET_SIZE, path, LIMIT);
    }
}
