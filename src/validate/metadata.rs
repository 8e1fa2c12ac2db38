//! Names and annotations: `ValidateObjectMeta` of `apimachinery/pkg/api/validation`.

use std::collections::BTreeMap;

use k8s_openapi::apimachinery::pkg::apis::meta::v1::ObjectMeta;

use super::finding::Findings;
use super::labels;
use super::names;
use super::path::Path;
use super::rules::Rule;

/// `TotalAnnotationSizeLimitB`.
const ANNOTATIONS_LIMIT: usize = 256 * 1024;

/// The metadata of the Job.
pub fn check(metadata: &ObjectMeta, findings: &mut Findings) {
    let path = Path::root("metadata");
    match metadata.name.as_deref().unwrap_or_default() {
        "" if metadata.generate_name.as_deref().is_none_or(str::is_empty) => {
            let detail = "name or generateName is required";
            findings.required(Rule::Name, &path.field("name"), detail);
        }
        "" => {}
        name => {
            findings.complaints(Rule::Name, &path.field("name"), name, names::dns_subdomain(name));
        }
    }
    // Where there is none, the server takes that of the request's URL.
    if let Some(namespace) = &metadata.namespace {
        check_namespace(Rule::Namespace, namespace, &path.field("namespace"), findings);
    }
    if let Some(map) = &metadata.labels {
        labels::check(map, &path.field("labels"), findings);
    }
    if let Some(annotations) = &metadata.annotations {
        check_annotations(annotations, &path.field("annotations"), findings);
    }
}

/// `ValidateNamespaceName`.
pub fn check_namespace(rule: Rule, namespace: &str, path: &Path, findings: &mut Findings) {
    if namespace.is_empty() {
        return findings.required(rule, path, "");
    }
    findings.complaints(rule, path, namespace, names::dns_label(namespace));
}

/// `ValidateAnnotations`.
pub fn check_annotations(
    annotations: &BTreeMap<String, String>,
    path: &Path,
    findings: &mut Findings,
) {
    for key in annotations.keys() {
        findings.complaints(Rule::AnnotationKey, path, key, names::label_key(&key.to_lowercase()));
    }
    let size: usize = annotations.iter().map(|(key, value)| key.len() + value.len()).sum();
    if size > ANNOTATIONS_LIMIT {
        findings.too_long(Rule::AnnotationSize, path, ANNOTATIONS_LIMIT);
    }
}
