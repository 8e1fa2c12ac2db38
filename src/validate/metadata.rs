//! Names and annotations: `ValidateObjectMeta` of `apimachinery/pkg/api/validation`.

use std::borrow::Cow;

use super::finding::{Code, Findings, Subject};
use super::labels::{self, Labels};
use super::names;
use super::options::Options;
use super::owners;
use super::path::Path;
use super::quote::{JsonList, Quoted};
use super::rules::Rule;
use super::schema::ObjectMeta;
use super::value::List;
use super::versions::Change;

/// `TotalAnnotationSizeLimitB`.
const ANNOTATIONS_LIMIT: usize = 256 * 1024;

/// The most characters of `generateName` that are used, and an example of what is added to them.
const GENERATED_LENGTH: usize = 58;
/// Plays the suffix that the server generates.
const GENERATED_SUFFIX: &str = "xxxxx";

/// The name; an example of one where the server generates it.
pub fn name(metadata: ObjectMeta<'_>) -> Cow<'_, str> {
    let base = metadata.generate_name();
    if !metadata.name().is_empty() || base.is_empty() {
        return metadata.name().into();
    }
    let end = base.floor_char_boundary(GENERATED_LENGTH);
    format!("{}{GENERATED_SUFFIX}", base.get(..end).unwrap_or(base)).into()
}

/// `ValidateObjectMeta`.
pub fn check(metadata: ObjectMeta, options: &Options, findings: &mut Findings) {
    let path = Path::root("metadata");
    let base = metadata.generate_name();
    if !base.is_empty() {
        let problems = names::dns_subdomain_prefix(base);
        findings.problems(Rule::GENERATE_NAME, &path.field("generateName"), base, problems);
    }
    match &*name(metadata) {
        "" => {
            let detail = "name or generateName is required";
            findings.required(Rule::NAME, &path.field("name"), detail);
        }
        name => {
            findings.problems(Rule::NAME, &path.field("name"), name, names::dns_subdomain(name));
        }
    }
    // Where there is none, the server takes that of the request's URL.
    if let Some(namespace) = metadata.namespace() {
        check_namespace(Rule::NAMESPACE, namespace, &path.field("namespace"), findings);
    }
    if let Some(generation) = metadata.generation().filter(|&generation| generation < 0)
        && findings.subject() == Subject::Pod
        && !options.has(Change::PodGeneration)
    {
        // The server sets that of a Job before it looks at it.
        let detail = "must be greater than or equal to 0";
        findings.invalid(Rule::NEGATIVE_NUMBER, &path.field("generation"), generation, detail);
    }
    let rules = [Rule::LABEL_KEY, Rule::LABEL_VALUE];
    labels::check(rules, metadata.labels(), &path.field("labels"), findings);
    check_annotations(metadata.annotations(), &path.field("annotations"), findings);
    owners::check(metadata.owner_references(), &path.field("ownerReferences"), findings);
    check_finalizers(metadata.finalizers(), &path.field("finalizers"), |path, message| {
        findings.report(Rule::FINALIZER, Code::FieldValueInvalid, path, message);
    });
}

/// Warns of a name that cannot be a host's, and says what it is used in.
pub fn warn_of_name(name: &str, used_in: &str, findings: &mut Findings) {
    let problems = names::dns_label(name);
    if !problems.is_empty() && names::dns_subdomain(name).is_empty() {
        let message = format!(
            "this is used in {used_in}, which can result in surprising behavior; a DNS label is \
             recommended: [{}]",
            problems.join(" ")
        );
        let path = Path::root("metadata.name");
        findings.warn(Rule::NAME_HOSTNAME, Code::FieldValueInvalid, &path, message);
    }
}

/// `ValidateFinalizers`, and `validateKubeFinalizerName` of `pkg/apis/core/validation`.
pub fn check_finalizers<'a>(
    finalizers: List<'a, &'a str>,
    path: &Path,
    mut report: impl FnMut(&Path, String),
) {
    const STANDARD: [&str; 3] = ["kubernetes", ORPHAN, DELETE];
    const ORPHAN: &str = "orphan";
    const DELETE: &str = "foregroundDeletion";
    for finalizer in finalizers.iter() {
        for problem in names::label_key(finalizer) {
            report(path, format!("Invalid value: {}: {problem}", Quoted(finalizer)));
        }
    }
    let has = |name: &str| finalizers.iter().any(|finalizer| finalizer == name);
    if has(ORPHAN) && has(DELETE) {
        let (list, both) = (JsonList(finalizers), "cannot be both set");
        let message = format!("Invalid value: {list}: finalizer {ORPHAN} and {DELETE} {both}");
        report(path, message);
    }
    for (index, finalizer) in finalizers.iter().enumerate() {
        if !finalizer.contains('/') && !STANDARD.contains(&finalizer) {
            let problem = "name is neither a standard finalizer name nor is it fully qualified";
            let message = format!("Invalid value: {}: {problem}", Quoted(finalizer));
            report(&path.index(index), message);
        }
    }
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
