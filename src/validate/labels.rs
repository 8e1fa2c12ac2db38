//! Labels: `ValidateLabels` of `apimachinery/pkg/apis/meta/v1/validation`, and those that the Job
//! controller keeps for itself.

use super::finding::Findings;
use super::names;
use super::path::Path;
use super::quote::Json;
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

/// `validateGeneratedSelector` of `pkg/apis/batch/validation`: the labels that the server adds to
/// the template. It takes the ids from the Job that it is about to store, so none is right.
pub fn check_generated(labels: Labels, job_name: &str, findings: &mut Findings) {
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
            let all = json(labels);
            let detail = format!("must be '{expected}'");
            findings.invalid(Rule::LABEL_RESERVED, &path.key(label), all, detail);
        }
    }
}

/// `ValidateJobSpec`: the generated selector asks for the id that the server would have set.
pub fn check_selected(labels: Labels, findings: &mut Findings) {
    if labels.contains("batch.kubernetes.io/controller-uid") {
        let path = Path::root("spec.template.metadata.labels");
        let all = json(labels);
        let detail = "`selector` does not match template `labels`";
        findings.invalid(Rule::LABEL_RESERVED, &path, all, detail);
    }
}

/// The map as the server prints it.
fn json(labels: Labels) -> String {
    let entries = labels.iter().map(|(key, value)| format!("{}:{}", Json(key), Json(value)));
    format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
}
