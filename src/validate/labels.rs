//! Labels: `ValidateLabels` of `apimachinery/pkg/apis/meta/v1/validation`, and those that the Job
//! controller keeps for itself.

use std::collections::BTreeMap;

use super::finding::Findings;
use super::names;
use super::path::Path;
use super::quote::JsonMap;
use super::rules::Rule;
use super::schema::ObjectMeta;
use super::value::Map;

/// The label that the selector of a Job asks for.
pub const CONTROLLER_UID: &str = "batch.kubernetes.io/controller-uid";

/// Labels of an object, or those that select some.
pub type Labels<'a> = Map<'a, &'a str>;

/// The id of a Job, which the server gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uid<'a> {
    /// A new Job does not have it yet.
    Unknown,
    /// That of a Job which the server has stored.
    Stored(&'a str),
}

impl<'a> Uid<'a> {
    /// A Job that comes from a cluster also has a time of creation and a version.
    pub fn of(metadata: ObjectMeta<'a>) -> Self {
        let is_stored = metadata.creation_timestamp().is_some()
            && !metadata.resource_version().is_empty()
            && !metadata.uid().is_empty();
        if is_stored { Self::Stored(metadata.uid()) } else { Self::Unknown }
    }

    /// The id, or what stands in for it.
    pub const fn text(self) -> &'a str {
        match self {
            Self::Unknown => "<uid>",
            Self::Stored(uid) => uid,
        }
    }
}

/// `ValidateLabels`, with labels that the server has added to the caller's own. The path is that of
/// the map: the server names no key.
pub fn check_all(labels: &BTreeMap<&str, &str>, own: Labels, path: &Path, findings: &mut Findings) {
    for (key, value) in labels {
        let is_stand_in = *value == Uid::Unknown.text() && !own.contains(key);
        findings.about(&[&path.key(key)], |findings| {
            findings.problems(Rule::LABEL_KEY, path, key, names::label_key(key));
            if !is_stand_in {
                findings.problems(Rule::LABEL_VALUE, path, value, names::label_value(value));
            }
        });
    }
}

/// `ValidateLabels`, with the rules for keys and for values.
pub fn check(rules: [Rule; 2], labels: Labels, path: &Path, findings: &mut Findings) {
    let [of_key, of_value] = rules;
    for (key, value) in labels.iter() {
        findings.about(&[&path.key(key)], |findings| {
            findings.problems(of_key, path, key, names::label_key(key));
            findings.problems(of_value, path, value, names::label_value(value));
        });
    }
}

/// The template's labels; if the selector is generated, with those that `generateSelector` of
/// `pkg/registry/batch/job` adds.
pub fn of_template<'a>(
    labels: Labels<'a>,
    generated_of: Option<(&'a str, Uid<'a>)>,
) -> BTreeMap<&'a str, &'a str> {
    let generated = generated_of.map(|(job_name, uid)| generated(job_name, uid));
    generated.into_iter().flatten().chain(labels.iter()).collect()
}

/// The labels that tie Pods to their Job, in the order in which the server checks them.
pub const fn generated<'a>(job_name: &'a str, uid: Uid<'a>) -> [(&'static str, &'a str); 4] {
    [
        ("controller-uid", uid.text()),
        ("job-name", job_name),
        (CONTROLLER_UID, uid.text()),
        ("batch.kubernetes.io/job-name", job_name),
    ]
}

/// `validateGeneratedSelector` of `pkg/apis/batch/validation`: labels that the server would have set
/// to something else.
pub fn check_generated(
    labels: &BTreeMap<&str, &str>,
    job_name: &str,
    uid: Uid,
    findings: &mut Findings,
) {
    let path = Path::root("spec.template.metadata.labels");
    for (label, expected) in generated(job_name, uid) {
        if labels.get(label).is_some_and(|&value| value != expected) {
            let detail = format!("must be '{}'", super::quote::start(expected));
            findings.invalid(Rule::LABEL_RESERVED, &path.key(label), json(labels), detail);
        }
    }
}

/// The map as the server prints it, whose JSON writer escapes what is not its own.
pub fn json(labels: &BTreeMap<&str, &str>) -> String {
    let entries = labels.iter().map(|(key, value)| (*key, *value));
    JsonMap(entries).to_string().replace(r"\u003cuid\u003e", Uid::Unknown.text())
}
