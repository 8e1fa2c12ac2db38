//! The prompt's Secret: `ValidateSecret` of `pkg/apis/core/validation`. Its paths are the Secret's.

use serde_json::Value;

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
    // What is no JSON that can be read lacks all that a Secret has.
    let secret: Value = serde_json::from_str(&replace_lone(json)).unwrap_or_default();
    let path = Path::root("metadata");
    let name = secret
        .get("name")
        .and_then(Value::as_str)
        .unwrap_or_default();
    if name.is_empty() {
        findings.required(Rule::SecretName, &path.field("name"), "");
    } else {
        findings.complaints(
            Rule::SecretName,
            &path.field("name"),
            name,
            names::dns_subdomain(name),
        );
    }
    let namespace = secret
        .get("namespace")
        .and_then(Value::as_str)
        .unwrap_or_default();
    metadata::check_namespace(
        Rule::SecretName,
        namespace,
        &path.field("namespace"),
        findings,
    );

    let path = Path::root("data");
    let mut size = 0;
    for (key, value) in secret
        .get("data")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        findings.complaints(
            Rule::SecretData,
            &path.key(key),
            key,
            names::config_key(key),
        );
        if let Some(text) = value.as_str() {
            size += text.len();
        } else {
            let message = "Invalid value: must be a string".to_owned();
            let code = Code::FieldValueTypeInvalid;
            findings.report(Rule::SecretData, code, &path.key(key), message);
        }
    }
    if size > LIMIT {
        findings.too_long(Rule::SecretSize, &path, LIMIT);
    }
    let message = "the prompt is plain text: send it as `stringData`; as `data` the server \
                   refuses it, or where it happens to be Base64 stores something else";
    findings.report(
        Rule::SecretStringData,
        Code::FieldValueInvalid,
        &path,
        message.to_owned(),
    );
}
