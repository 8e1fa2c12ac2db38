//! Names and annotations: `ValidateObjectMeta` of `apimachinery/pkg/api/validation`.

use super::finding::Findings;
use super::labels::{self, Labels};
use super::names;
use super::path::Path;
use super::rules::Rule;
use super::schema::ObjectMeta;

/// `TotalAnnotationSizeLimitB`.
const ANNOTATIONS_LIMIT: usize = 256 * 1024;

/// The metadata of the Job.
pub fn check(metadata: ObjectMeta, findings: &mut Findings) {
    let path = Path::root("metadata");
    match metadata.name() {
        "" if metadata.generate_name().is_empty() => {
            let detail = "name or generateName is required";
            findings.required(Rule::NAME, &path.field("name"), detail);
        }
        "" => {}
        name => {
            findings.problems(Rule::NAME, &path.field("name"), name, names::dns_subdomain(name));
        }
    }
    // Where there is none, the server takes that of the request's URL.
    if let Some(namespace) = metadata.namespace() {
        check_namespace(Rule::NAMESPACE, namespace, &path.field("namespace"), findings);
    }
    labels::check(metadata.labels(), &path.field("labels"), findings);
    check_annotations(metadata.annotations(), &path.field("annotations"), findings);
}

/// `ValidateNamespaceName`.
pub fn check_namespace(rule: Rule, namespace: &str, path: &Path, findings: &mut Findings) {
    if namespace.is_empty() {
        return findings.required(rule, path, "");
    }
    findings.problems(rule, path, namespace, names::dns_label(namespace));
}

/// `ValidateAnnotations`.
pub fn check_annotations(annotations: Labels, path: &Path, findings: &mut Findings) {
    for (key, _) in annotations.iter() {
        findings.problems(Rule::ANNOTATION_KEY, path, key, names::label_key(&names::to_lower(key)));
    }
    let size: usize = annotations.iter().map(|(key, value)| key.len() + value.len()).sum();
    if size > ANNOTATIONS_LIMIT {
        findings.too_long(Rule::ANNOTATION_SIZE, path, ANNOTATIONS_LIMIT);
    }
}
