//! Mounts: `ValidateVolumeMounts` of `pkg/apis/core/validation`.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::finding::{Code, Findings};
use super::names;
use super::options::Options;
use super::path::Path;
use super::quote::{Json, Quoted};
use super::rules::Rule;
use super::schema::{Container, SecurityContext, VolumeMount};
use super::versions::Change;
use super::volumes::Volumes;
use super::words;

/// The values of `mountPropagation`.
const PROPAGATIONS: [&str; 3] = ["Bidirectional", "HostToContainer", "None"];
/// The values of `recursiveReadOnly`.
const RECURSIVE_READ_ONLY: [&str; 3] = ["Disabled", "Enabled", "IfPossible"];

/// Checks the mounts of a container.
pub fn check(
    container: Container,
    volumes: &Volumes,
    options: &Options,
    path: &Path,
    findings: &mut Findings,
) {
    let list = path.field("volumeMounts");
    // `GetVolumeDeviceMap`: of the devices of one volume, the last.
    let devices: HashMap<&str, &str> = container
        .volume_devices()
        .iter()
        .map(|device| (device.name(), device.device_path()))
        .collect();
    let device_paths: HashSet<&str> = devices.values().copied().collect();
    let is_privileged = container.security_context().and_then(SecurityContext::privileged)
        == Some(true)
        || findings.has_left_out(&path.field("securityContext"));
    let mut places = Places::default();
    for (index, mount) in container.volume_mounts().iter().enumerate() {
        let item = list.index(index);
        let (name, place) = (mount.name(), mount.mount_path());
        if volumes.is_dropped(name) {
            continue;
        }
        let name_path = item.field("name");
        if name.is_empty() {
            findings.required(Rule::MOUNT_VOLUME, &name_path, "");
        }
        if !volumes.can_mount(name) {
            findings.not_found(Rule::MOUNT_VOLUME, &name_path, Quoted(name));
        } else if volumes.is_refused_in_pods(name) {
            let message = format!("Not found: {}", Quoted(name));
            let code = Code::FieldValueNotFound;
            findings.report_for_pod(Rule::MOUNT_VOLUME, code, &name_path, message);
        }
        let path = item.field("mountPath");
        places.check(place, &path, findings);
        if devices.contains_key(name) {
            let detail = "must not already exist in volumeDevices";
            findings.invalid(Rule::MOUNT_DEVICE, &name_path, Quoted(name), detail);
        }
        if device_paths.contains(place) {
            let detail = "must not already exist as a path in volumeDevices";
            findings.invalid(Rule::MOUNT_DEVICE, &path, Quoted(place), detail);
        }
        check_sub_paths(mount, &list, &item, findings);
        check_propagation(mount, is_privileged, &list, findings);
        if options.has(Change::RecursiveReadOnly) && !findings.has_left_out(&item) {
            check_read_only(mount, &list.field("recursiveReadOnly"), findings);
        }
        if options.is_restricted && place.contains(':') {
            let message = format!("Invalid value: {}: must not contain ':'", Quoted(place));
            findings.report(Rule::MOUNT_PATH_COLON, Code::FieldValueInvalid, &path, message);
        }
    }
}

/// The paths of each place: a slash at the end does not make another place.
#[derive(Default)]
struct Places<'a>(BTreeMap<&'a str, Vec<&'a str>>);

impl<'a> Places<'a> {
    /// Checks the path of one more mount.
    fn check(&mut self, place: &'a str, path: &Path, findings: &mut Findings) {
        if place.is_empty() {
            findings.required(Rule::MOUNT_PATH, path, "");
        }
        let same = self.0.entry(place.trim_end_matches('/')).or_default();
        if same.contains(&place) {
            return findings.invalid(Rule::MOUNT_PATH_TAKEN, path, Quoted(place), "must be unique");
        }
        if let Some(other) = same.first().filter(|other| !other.is_empty() && !place.is_empty()) {
            let message = format!(
                "Invalid value: {}: one place with {}: one volume hides the other",
                Quoted(place),
                Quoted(other)
            );
            findings.report(Rule::MOUNT_PATH_SHADOWED, Code::FieldValueInvalid, path, message);
        }
        same.push(place);
    }
}

/// `subPath` and `subPathExpr`. The server leaves out the item where it looks into them.
fn check_sub_paths(mount: VolumeMount, list: &Path, item: &Path, findings: &mut Findings) {
    let (path, expression) = (mount.sub_path(), mount.sub_path_expr());
    check_descending(path, &list.field("subPath"), findings);
    if !path.is_empty() && !expression.is_empty() {
        let detail = "subPathExpr and subPath are mutually exclusive";
        let path = item.field("subPathExpr");
        findings.invalid(Rule::MOUNT_SUB_PATH, &path, Quoted(expression), detail);
    }
    check_descending(expression, &list.field("subPathExpr"), findings);
}

/// `validateLocalDescendingPath`.
fn check_descending(value: &str, path: &Path, findings: &mut Findings) {
    let absolute = value.starts_with('/').then_some("must be a relative path");
    let problems = absolute.into_iter().chain(names::no_backsteps(value));
    findings.problems(Rule::MOUNT_SUB_PATH, path, value, problems);
}

/// `validateMountPropagation`.
fn check_propagation(
    mount: VolumeMount,
    is_privileged: bool,
    list: &Path,
    findings: &mut Findings,
) {
    let propagation = mount.mount_propagation();
    let (rule, path) = (Rule::MOUNT_PROPAGATION, list.field("mountPropagation"));
    words::check(rule, propagation, &PROPAGATIONS, &path, findings);
    if propagation == Some("Bidirectional") && !is_privileged {
        let detail = "Bidirectional mount propagation is available only to privileged containers";
        findings.forbidden(rule, &path, detail);
    }
}

/// `validateMountRecursiveReadOnly`.
fn check_read_only(mount: VolumeMount, path: &Path, findings: &mut Findings) {
    let rule = Rule::MOUNT_READ_ONLY;
    match mount.recursive_read_only() {
        None | Some("Disabled") => {}
        Some("Enabled" | "IfPossible") => {
            if mount.read_only() != Some(true) {
                findings.forbidden(rule, path, "may only be specified when readOnly is true");
            }
            if mount.mount_propagation().is_some_and(|propagation| propagation != "None") {
                let detail = "may only be specified when mountPropagation is None or not specified";
                findings.forbidden(rule, path, detail);
            }
        }
        Some(other) => {
            findings.not_supported(rule, path, Json(other), &RECURSIVE_READ_ONLY);
        }
    }
}
