//! Volumes that hold the files of an object: directories, Secrets, `ConfigMaps`, the Pod's own fields,
//! images.

use super::super::env_source;
use super::super::finding::{Code, Findings};
use super::super::names;
use super::super::path::Path;
use super::super::quote::Quoted;
use super::super::rules::Rule;
use super::super::schema::{
    ConfigMapVolumeSource, DownwardAPIVolumeFile, DownwardAPIVolumeSource, EmptyDirVolumeSource,
    ImageVolumeSource, KeyToPath, SecretVolumeSource,
};
use super::super::value::List;
use super::super::words;
use super::{require, warn_of_name};

/// `validVolumeDownwardAPIFieldPathExpressions`, sorted.
const FIELDS: [&str; 5] = [
    "metadata.annotations",
    "metadata.labels",
    "metadata.name",
    "metadata.namespace",
    "metadata.uid",
];

/// `validateVolumeSource`, for `emptyDir`.
pub fn check_empty_dir(source: EmptyDirVolumeSource, path: &Path, findings: &mut Findings) {
    if source.size_limit().is_some_and(|limit| limit.sign().is_lt()) {
        let detail = "SizeLimit field must be a valid resource quantity";
        findings.forbidden(Rule::QUANTITY_NEGATIVE, &path.field("sizeLimit"), detail);
    }
}

/// `validateSecretVolumeSource`.
pub fn check_secret(source: SecretVolumeSource, path: &Path, findings: &mut Findings) {
    let name = source.secret_name();
    require(name, "secretName", path, findings);
    if !name.is_empty() {
        warn_of_name(name, &path.field("secretName"), findings);
    }
    check_mode(source.default_mode(), &path.field("defaultMode"), findings);
    check_items(source.items(), path, findings);
}

/// `validateConfigMapVolumeSource`.
pub fn check_config_map(source: ConfigMapVolumeSource, path: &Path, findings: &mut Findings) {
    let name = source.name();
    require(name, "name", path, findings);
    if !name.is_empty() {
        warn_of_name(name, &path.field("name"), findings);
    }
    check_mode(source.default_mode(), &path.field("defaultMode"), findings);
    check_items(source.items(), path, findings);
}

/// The files of a Secret or `ConfigMap`.
fn check_items<'a>(items: List<'a, KeyToPath<'a>>, source: &Path, findings: &mut Findings) {
    let list = source.field("items");
    for (index, item) in items.iter().enumerate() {
        check_item(item, &list.index(index), findings);
    }
}

/// `validateKeyToPath`.
pub fn check_item(item: KeyToPath, path: &Path, findings: &mut Findings) {
    if item.key().is_empty() {
        findings.required(Rule::VOLUME_SOURCE, &path.field("key"), "");
    }
    check_file_path(item.path(), &path.field("path"), findings);
    check_mode(item.mode(), &path.field("mode"), findings);
}

/// A file's path in the volume, which must be given.
fn check_file_path(file: &str, path: &Path, findings: &mut Findings) {
    if file.is_empty() {
        findings.required(Rule::VOLUME_PATH, path, "");
    }
    check_local_path(file, path, findings);
}

/// `ValidateLocalNonReservedPath`.
pub fn check_local_path(file: &str, path: &Path, findings: &mut Findings) {
    check_descending_path(file, path, findings);
    if file.starts_with("..") && !file.starts_with("../") {
        findings.invalid(Rule::VOLUME_PATH, path, Quoted(file), "must not start with '..'");
    }
}

/// `validateLocalDescendingPath`.
pub fn check_descending_path(file: &str, path: &Path, findings: &mut Findings) {
    if file.starts_with('/') {
        findings.invalid(Rule::VOLUME_PATH, path, Quoted(file), "must be a relative path");
    }
    findings.problems(Rule::VOLUME_PATH, path, file, names::no_backsteps(file));
}

/// The mode of files.
pub fn check_mode(mode: Option<i64>, path: &Path, findings: &mut Findings) {
    if let Some(mode) = mode.filter(|mode| !(0..=0o777).contains(mode)) {
        let detail = "must be a number between 0 and 0777 (octal), both inclusive";
        findings.invalid(Rule::FILE_MODE, path, mode, detail);
    }
}

/// `validateDownwardAPIVolumeSource`, which names no item.
pub fn check_downward_api(source: DownwardAPIVolumeSource, path: &Path, findings: &mut Findings) {
    check_mode(source.default_mode(), &path.field("defaultMode"), findings);
    for file in source.items().iter() {
        check_downward_file(file, path, findings);
    }
}

/// `validateDownwardAPIVolumeFile`.
pub fn check_downward_file(file: DownwardAPIVolumeFile, path: &Path, findings: &mut Findings) {
    check_file_path(file.path(), &path.field("path"), findings);
    let rule = Rule::VOLUME_SOURCE;
    match (file.field_ref(), file.resource_field_ref()) {
        (None, None) => {
            findings.required(rule, path, "one of fieldRef and resourceFieldRef is required");
        }
        (None, Some(resource)) => {
            env_source::check_file_resource(
                rule,
                resource,
                &path.field("resourceFieldRef"),
                findings,
            );
        }
        (Some(field), resource) => {
            env_source::check_field(rule, field, &FIELDS, &path.field("fieldRef"), findings);
            if resource.is_some() {
                let detail = "fieldRef and resourceFieldRef can not be specified simultaneously";
                findings.invalid(rule, path, Quoted("resource"), detail);
            }
        }
    }
    check_mode(file.mode(), &path.field("mode"), findings);
}

/// `validateImageVolumeSource`. A Job is accepted without the reference that its Pods need.
pub fn check_image(source: ImageVolumeSource, path: &Path, findings: &mut Findings) {
    if source.reference().is_empty() {
        let (path, message) = (path.field("reference"), "Required value".to_owned());
        findings.report_for_pod(Rule::IMAGE, Code::FieldValueRequired, &path, message);
    }
    words::check_pull_policy(source.pull_policy(), &path.field("pullPolicy"), findings);
}
