//! Where variables come from: `validateEnvVarValueFrom` and `ValidateEnvFrom` of
//! `pkg/apis/core/validation`.

use std::collections::BTreeMap;

use super::container_context;
use super::finding::Findings;
use super::names;
use super::options::Options;
use super::path::Path;
use super::quote::{self, Quoted};
use super::rules::Rule;
use super::schema::{
    EnvFromSource, EnvVar, EnvVarSource, FileKeySelector, ObjectFieldSelector, PodSpec,
    ResourceFieldSelector, Volume,
};
use super::value::List;
use super::versions::Change;

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

/// Further fields that `ConvertDownwardAPIFieldLabel` knows and environment variables do not.
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

/// Of a variable or a source of variables.
const TOO_MANY: &str = "may not have more than one field specified at a time";

/// `validateEnvVarValueFrom`.
pub fn check(entry: EnvVar, options: &Options, path: &Path, findings: &mut Findings) {
    let Some(source) = entry.value_from() else {
        return;
    };
    let path = path.field("valueFrom");
    let mut sources = 0;
    if let Some(field) = source.field_ref() {
        sources += 1;
        let rule = Rule::ENV_VALUE_FROM;
        check_field(rule, field, &FIELDS, &path.field("fieldRef"), findings);
    }
    if let Some(resource) = source.resource_field_ref() {
        sources += 1;
        let rule = Rule::ENV_VALUE_FROM;
        check_resource(rule, resource, &path.field("resourceFieldRef"), findings);
    }
    if let Some(key) = source.config_map_key_ref() {
        sources += 1;
        check_key(key.name(), key.key(), &path.field("configMapKeyRef"), findings);
    }
    if let Some(key) = source.secret_key_ref() {
        sources += 1;
        check_key(key.name(), key.key(), &path.field("secretKeyRef"), findings);
    }
    let file = source.file_key_ref().filter(|_| options.has(Change::EnvFiles));
    if let Some(file) = file {
        sources += 1;
        check_file(file, &path.field("fileKeyRef"), findings);
    }
    let detail = match (sources, entry.value()) {
        (0, _) if options.has(Change::EnvFiles) => {
            "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, \
             `secretKeyRef` or `fileKeyRef`"
        }
        (0, _) => {
            "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or \
             `secretKeyRef`"
        }
        (_, value) if !value.is_empty() => "may not be specified when `value` is not empty",
        (1, _) => return,
        _ => TOO_MANY,
    };
    findings.invalid(Rule::ENV_VALUE_FROM, &path, Quoted(""), detail);
}

/// `validateFileKeySelector`.
fn check_file(file: FileKeySelector, path: &Path, findings: &mut Findings) {
    let rule = Rule::ENV_FILE;
    match file.key() {
        "" => findings.required(rule, &path.field("key"), ""),
        key => findings.problems(rule, &path.field("key"), key, names::relaxed_env_name(key)),
    }
    match file.volume_name() {
        "" => findings.required(rule, &path.field("volumeName"), ""),
        name => findings.problems(rule, &path.field("volumeName"), name, names::dns_label(name)),
    }
    match file.path() {
        "" => findings.required(rule, &path.field("path"), ""),
        file => findings.problems(rule, &path.field("path"), file, names::no_backsteps(file)),
    }
}

/// `validateFileKeyRefVolumes`: variables are read from files of volumes of the type `emptyDir`.
pub fn check_file_volumes(pod: PodSpec, options: &Options, path: &Path, findings: &mut Findings) {
    if !options.has(Change::EnvFiles) || findings.has_left_out(&path.field("volumes")) {
        return;
    }
    let volumes: BTreeMap<&str, Volume> =
        pod.volumes().iter().map(|volume| (volume.name(), volume)).collect();
    container_context::visit(pod, path, |container, path| {
        check_volumes_of(container.env(), &volumes, path, findings);
    });
}

/// The files of one container.
fn check_volumes_of<'a>(
    entries: List<'a, EnvVar<'a>>,
    volumes: &BTreeMap<&str, Volume>,
    container: &Path,
    findings: &mut Findings,
) {
    let list = container.field("env");
    for (index, entry) in entries.iter().enumerate() {
        let Some(file) = entry.value_from().and_then(EnvVarSource::file_key_ref) else {
            continue;
        };
        let (item, name) = (list.index(index), file.volume_name());
        let path = item.field("valueFrom");
        let path = path.field("fileKeyRef");
        let path = path.field("volumeName");
        match volumes.get(name) {
            None => findings.not_found(Rule::ENV_FILE, &path, Quoted(name)),
            Some(volume) if volume.empty_dir().is_none() => {
                let detail = "referenced volume must be of type emptyDir";
                findings.invalid(Rule::ENV_FILE, &path, Quoted(name), detail);
            }
            Some(_) => {}
        }
    }
}

/// `validateObjectFieldSelector`; `supported` is sorted.
pub fn check_field(
    rule: Rule,
    field: ObjectFieldSelector,
    supported: &[&str],
    path: &Path,
    findings: &mut Findings,
) {
    let label = field.field_path();
    let at = path.field("fieldPath");
    if label.is_empty() {
        return findings.required(rule, &at, "");
    }
    // `ConvertDownwardAPIFieldLabel` gives an old name its new one.
    let name = if label == "spec.host" { "spec.nodeName" } else { label };
    let subscripted = label.strip_suffix("']").and_then(|label| label.split_once("['"));
    let error = match (field.api_version(), subscripted) {
        (version, _) if !matches!(version, "" | "v1") => {
            format!("unsupported pod version: {}", quote::start(version))
        }
        (_, Some((map @ ("metadata.annotations" | "metadata.labels"), key))) => {
            // The server quotes an annotation's key in lower case.
            let key = if map.ends_with("annotations") { &names::to_lower(key) } else { key };
            findings.problems(rule, path, key, names::label_key(key));
            return;
        }
        (_, Some((parent, _))) if !parent.is_empty() => {
            format!("field label does not support subscript: {}", quote::start(label))
        }
        _ if FIELDS.contains(&name) || OTHER_FIELDS.contains(&name) => {
            if !supported.contains(&name) {
                findings.not_supported(rule, &at, Quoted(name), supported);
            }
            return;
        }
        _ => format!("field label not supported: {}", quote::start(label)),
    };
    findings.invalid(rule, &at, Quoted(label), format!("error converting fieldPath: {error}"));
}

/// `validateContainerResourceFieldSelector`, for variables.
fn check_resource(rule: Rule, field: ResourceFieldSelector, path: &Path, findings: &mut Findings) {
    let resource = field.resource();
    let at = path.field("resource");
    if resource.is_empty() {
        findings.required(rule, &at, "");
    } else if !is_huge_pages(resource) && !RESOURCES.contains(&resource) {
        findings.not_supported(rule, &at, Quoted(resource), &RESOURCES);
    }
    check_divisor(rule, field, path, findings);
}

/// `validateContainerResourceFieldSelector`, for files, which name the container too.
pub fn check_file_resource(
    rule: Rule,
    field: ResourceFieldSelector,
    path: &Path,
    findings: &mut Findings,
) {
    if field.container_name().is_empty() {
        findings.required(rule, &path.field("containerName"), "");
        check_divisor(rule, field, path, findings);
    } else {
        check_resource(rule, field, path, findings);
    }
}

/// Whether huge pages are meant, of any size.
fn is_huge_pages(resource: &str) -> bool {
    ["limits.hugepages-", "requests.hugepages-"].iter().any(|prefix| resource.starts_with(prefix))
}

/// `validateContainerResourceDivisor`, which compares texts.
pub fn check_divisor(
    rule: Rule,
    field: ResourceFieldSelector,
    path: &Path,
    findings: &mut Findings,
) {
    const OF_CPU: [&str; 2] = ["1m", "1"];
    const OF_BYTES: [&str; 13] =
        ["1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"];
    let Some(divisor) = field.divisor().filter(|divisor| !divisor.is_zero()) else {
        return;
    };
    let (supported, values, what) = match field.resource() {
        "limits.cpu" | "requests.cpu" => (&OF_CPU[..], "1m and 1".to_owned(), "cpu"),
        "limits.memory" | "requests.memory" => (&OF_BYTES[..], OF_BYTES.join(", "), "memory"),
        "limits.ephemeral-storage" | "requests.ephemeral-storage" => {
            (&OF_BYTES[..], OF_BYTES.join(", "), "local ephemeral storage")
        }
        resource if is_huge_pages(resource) => (&OF_BYTES[..], OF_BYTES.join(", "), "hugepages"),
        _ => return,
    };
    if !supported.contains(&&*divisor.to_string()) {
        let detail =
            format!("only divisor's values {values} are supported with the {what} resource");
        findings.invalid(rule, &path.field("divisor"), Quoted(field.resource()), detail);
    }
}

/// `validateConfigMapKeySelector` and `validateSecretKeySelector`.
fn check_key(name: &str, key: &str, path: &Path, findings: &mut Findings) {
    let rule = Rule::ENV_VALUE_FROM;
    findings.problems(rule, &path.field("name"), name, names::dns_subdomain(name));
    let path = path.field("key");
    if key.is_empty() {
        return findings.required(rule, &path, "");
    }
    findings.problems(rule, &path, key, names::config_key(key));
}

/// `validateConfigMapEnvSource` and `validateSecretEnvSource`.
fn check_reference(name: &str, path: &Path, findings: &mut Findings) {
    let path = path.field("name");
    if name.is_empty() {
        return findings.required(Rule::ENV_FROM, &path, "");
    }
    findings.problems(Rule::ENV_FROM, &path, name, names::dns_subdomain_prefix(name));
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
            check_reference(map.name(), &item.field("configMapRef"), findings);
        }
        if let Some(secret) = entry.secret_ref() {
            check_reference(secret.name(), &item.field("secretRef"), findings);
        }
        let detail = match (entry.config_map_ref().is_some(), entry.secret_ref().is_some()) {
            (false, false) => "must specify one of: `configMapRef` or `secretRef`",
            (true, true) => TOO_MANY,
            _ => continue,
        };
        findings.invalid(rule, path, Quoted(""), detail);
    }
}
