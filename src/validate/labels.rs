//! Labels: `ValidateLabels` of `apimachinery/pkg/apis/meta/v1/validation`, and those that the Job
//! controller keeps for itself.

use std::collections::BTreeMap;

use super::finding::Findings;
use super::names;
use super::path::Path;
use super::rules::Rule;

/// Labels of an object, or those that select some.
pub type Labels = BTreeMap<String, String>;

/// `ValidateLabels`. The path is that of the map: the server names no key.
pub fn check(labels: &Labels, path: &Path, findings: &mut Findings) {
    for (key, value) in labels {
        findings.complaints(Rule::LabelKey, path, key, names::label_key(key));
        check_value(value, path, findings);
    }
}

/// The form of a label's value.
pub fn check_value(value: &str, path: &Path, findings: &mut Findings) {
    findings.complaints(Rule::LabelValue, path, value, names::label_value(value));
}

/// `validateGeneratedSelector` of `pkg/apis/batch/validation`: the labels that the server adds to
/// the template. It takes the ids from the Job that it is about to store, so none is right.
pub fn check_generated(labels: &Labels, job_name: &str, findings: &mut Findings) {
    const UID: &str = "<uid>";
    let generated = [
        ("batch.kubernetes.io/controller-uid", UID),
        ("batch.kubernetes.io/job-name", job_name),
        ("controller-uid", UID),
        ("job-name", job_name),
    ];
    let path = Path::root("spec.template.metadata.labels");
    for (label, expected) in generated {
        if labels.get(label).is_some_and(|value| value != expected) {
            let all = serde_json::to_string(labels).unwrap_or_default();
            let detail = format!("must be '{expected}'");
            findings.invalid(Rule::LabelReserved, &path.key(label), all, detail);
        }
    }
}

/// `ValidateJobSpec`: the generated selector asks for the id that the server would have set.
pub fn check_selected(labels: &Labels, findings: &mut Findings) {
    if labels.contains_key("batch.kubernetes.io/controller-uid") {
        let path = Path::root("spec.template.metadata.labels");
        let all = serde_json::to_string(labels).unwrap_or_default();
        let detail = "`selector` does not match template `labels`";
        findings.invalid(Rule::LabelReserved, &path, all, detail);
    }
}
