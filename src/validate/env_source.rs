//! Where variables come from: `validateEnvVarValueFrom` and `ValidateEnvFrom` of
//! `pkg/apis/core/validation`.

use super::finding::Findings;
use super::names;
use super::options::Options;
use super::path::Path;
use super::quote::{self, Quoted};
use super::rules::Rule;
use super::schema::{EnvFromSource, EnvVar, ObjectFieldSelector, ResourceFieldSelector};
use super::value::List;

/// `validEnvDownwardAPIFieldPathExpressions`.
const FIELDS: [&str; 9] = [
    "metadata.name",
    "metadata.namespace",
    "metadata.uid",
    "spec.nodeName",
    "spec.serviceAccountName",
    "status.hostIP",
    "status.hostIPs",
    "status.podIP",
    "status.podIPs",
];

/// What `ConvertDownwardAPIFieldLabel` knows beside `FIELDS`, and environment variables do not.
const OTHER_FIELDS: [&str; 5] = [
    "metadata.annotations",
    "metadata.labels",
    "spec.restartPolicy",
    "spec.schedulerName",
    "status.phase",
];

/// `validContainerResourceFieldPathExpressions`.
const RESOURCES: [&str; 6] = [
    "limits.cpu",
    "limits.ephemeral-storage",
    "limits.memory",
    "requests.cpu",
    "requests.ephemeral-storage",
    "requests.memory",
];

const TOO_MANY: &str = "may not have more than one field specified at a time";

/// `validateEnvVarValueFrom`.
pub fn check(entry: EnvVar, path: &Path, findings: &mut Findings) {
    let Some(source) = entry.value_from() else {
        return;
    };
    let path = path.field("valueFrom");
    let mut sources = 0;
    if let Some(field) = source.field_ref() {
        sources += 1;
        check_field(field, &path.field("fieldRef"), findings);
    }
    if let Some(resource) = source.resource_field_ref() {
        sources += 1;
        check_resource(resource, &path.field("resourceFieldRef"), findings);
    }
    if let Some(key) = source.config_map_key_ref() {
        sources += 1;
        check_key(key.name(), key.key(), &path.field("configMapKeyRef"), findings);
    }
    if let Some(key) = source.secret_key_ref() {
        sources += 1;
        check_key(key.name(), key.key(), &path.field("secretKeyRef"), findings);
    }
    sources += usize::from(source.file_key_ref().is_some());
    let detail = match (sources, entry.value()) {
        (0, _) => {
            "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, \
             `secretKeyRef` or `fileKeyRef`"
        }
        (_, value) if !value.is_empty() => "may not be specified when `value` is not empty",
        (1, _) => return,
        _ => TOO_MANY,
    };
    findings.invalid(Rule::ENV_VALUE_FROM, &path, Quoted(""), detail);
}

/// `validateObjectFieldSelector`.
fn check_field(field: ObjectFieldSelector, path: &Path, findings: &mut Findings) {
    let rule = Rule::ENV_VALUE_FROM;
    let label = field.field_path();
    let at = path.field("fieldPath");
    if label.is_empty() {
        return findings.required(rule, &at, "");
    }
    let subscripted = label.strip_suffix("']").and_then(|label| label.split_once("['"));
    let error = match (field.api_version(), subscripted) {
        (version, _) if !matches!(version, "" | "v1") => {
            format!("unsupported pod version: {}", quote::start(version))
        }
        (_, Some((map @ ("metadata.annotations" | "metadata.labels"), key))) => {
            let is_annotation = map.ends_with("annotations");
            let name = if is_annotation { &key.to_lowercase() } else { key };
            findings.problems(rule, path, key, names::label_key(name));
            return;
        }
        (_, Some((parent, _))) if !parent.is_empty() => {
            format!("field label does not support subscript: {}", quote::start(label))
        }
        _ if FIELDS.contains(&label) || label == "spec.host" => return,
        _ if OTHER_FIELDS.contains(&label) => {
            return findings.not_supported(rule, &at, Quoted(label), &FIELDS);
        }
        _ => format!("field label not supported: {}", quote::start(label)),
    };
    findings.invalid(rule, &at, Quoted(label), format!("error converting fieldPath: {error}"));
}

/// `validateContainerResourceFieldSelector`.
fn check_resource(field: ResourceFieldSelector, path: &Path, findings: &mut Findings) {
    let resource = field.resource();
    let at = path.field("resource");
    let is_huge_pages = ["limits.hugepages-", "requests.hugepages-"]
        .iter()
        .any(|prefix| resource.starts_with(prefix));
    if resource.is_empty() {
        findings.required(Rule::ENV_VALUE_FROM, &at, "");
    } else if !is_huge_pages && !RESOURCES.contains(&resource) {
        findings.not_supported(Rule::ENV_VALUE_FROM, &at, Quoted(resource), &RESOURCES);
    }
}

/// `validateConfigMapKeySelector` and `validateSecretKeySelector`.
fn check_key(name: &str, key: &str, path: &Path, findings: &mut Findings) {
    check_reference(Rule::ENV_VALUE_FROM, name, path, findings);
    let path = path.field("key");
    if key.is_empty() {
        return findings.required(Rule::ENV_VALUE_FROM, &path, "");
    }
    findings.problems(Rule::ENV_VALUE_FROM, &path, key, names::config_key(key));
}

fn check_reference(rule: Rule, name: &str, path: &Path, findings: &mut Findings) {
    if name.is_empty() {
        findings.required(rule, &path.field("name"), "");
    }
}

/// `ValidateEnvFrom`, which gives some of its findings the path of the list.
pub fn check_from<'a>(
    entries: List<'a, EnvFromSource<'a>>,
    options: &Options,
    path: &Path,
    findings: &mut Findings,
) {
    let rule = Rule::ENV_FROM;
    for (index, entry) in entries.iter().enumerate() {
        let item = path.index(index);
        let prefix = entry.prefix();
        if !prefix.is_empty() {
            findings.problems(
                rule,
                &item.field("prefix"),
                prefix,
                names::env_name(prefix, options),
            );
        }
        if let Some(map) = entry.config_map_ref() {
            check_reference(rule, map.name(), &item.field("configMapRef"), findings);
        }
        if let Some(secret) = entry.secret_ref() {
            check_reference(rule, secret.name(), &item.field("secretRef"), findings);
        }
        let detail = match (entry.config_map_ref().is_some(), entry.secret_ref().is_some()) {
            (false, false) => "must specify one of: `configMapRef` or `secretRef`",
            (true, true) => TOO_MANY,
            _ => continue,
        };
        findings.invalid(rule, path, Quoted(""), detail);
    }
}
