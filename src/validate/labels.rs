//! Labels: `ValidateLabels` of `apimachinery/pkg/apis/meta/v1/validation`, and those that the Job
//! controller keeps for itself.

use std::collections::BTreeMap;

use super::finding::Findings;
use super::names;
use super::path::Path;
use super::quote::JsonMap;
use super::rules::Rule;
use super::value::Map;

/// Labels of an object, or those that select some.
pub type Labels<'a> = Map<'a, &'a str>;

/// `ValidateLabels`. The path is that of the map: the server names no key.
pub fn check(labels: Labels, path: &Path, findings: &mut Findings) {
    for (key, value) in labels.iter() {
        findings.problems(Rule::LABEL_KEY, path, key, names::label_key(key));
        check_value(value, path, findings);
    }
}

/// The form of a label's value.
pub fn check_value(value: &str, path: &Path, findings: &mut Findings) {
    findings.problems(Rule::LABEL_VALUE, path, value, names::label_value(value));
}

/// What the server takes for the Job's id, which it has yet to give.
const UID: &str = "<uid>";

/// The template's labels with those that `generateSelector` of `pkg/registry/batch/job` adds.
pub fn with_generated<'a>(labels: Labels<'a>, job_name: &'a str) -> BTreeMap<&'a str, &'a str> {
    let mut all = BTreeMap::from(generated(job_name));
    all.extend(labels.iter());
    all
}

/// The labels that tie Pods to their Job, in the order in which the server checks them.
const fn generated(job_name: &str) -> [(&'static str, &str); 4] {
    [
        ("controller-uid", UID),
        ("job-name", job_name),
        ("batch.kubernetes.io/controller-uid", UID),
        ("batch.kubernetes.io/job-name", job_name),
    ]
}

/// `validateGeneratedSelector` of `pkg/apis/batch/validation`: the labels that the server adds to
/// the template. It takes the ids from the Job that it is about to store, so none is right.
pub fn check_generated(labels: &BTreeMap<&str, &str>, job_name: &str, findings: &mut Findings) {
    let path = Path::root("spec.template.metadata.labels");
    for (label, expected) in generated(job_name) {
        if labels.get(label).is_some_and(|&value| value != expected) {
            let detail = format!("must be '{expected}'");
            findings.invalid(Rule::LABEL_RESERVED, &path.key(label), json(labels), detail);
        }
    }
}

/// `ValidateJobSpec`: the generated selector asks for the id that the server would have set.
pub fn check_selected(labels: &BTreeMap<&str, &str>, findings: &mut Findings) {
    if labels.get("batch.kubernetes.io/controller-uid").is_some_and(|&value| value != UID) {
        let path = Path::root("spec.template.metadata.labels");
        let detail = "`selector` does not match template `labels`";
        findings.invalid(Rule::LABEL_RESERVED, &path, json(labels), detail);
    }
}

/// The map as the server prints it, whose JSON writer escapes what is not its own.
fn json(labels: &BTreeMap<&str, &str>) -> String {
    let entries = labels.iter().map(|(key, value)| (*key, *value));
    JsonMap(entries).to_string().replace(r"\u003cuid\u003e", UID)
}
