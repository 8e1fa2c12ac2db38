//! Mounts: `ValidateVolumeMounts` of `pkg/apis/core/validation`.

use std::collections::{BTreeMap, BTreeSet};

use k8s_openapi::api::core::v1::VolumeMount;

use super::finding::{Code, Findings};
use super::options::Options;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;

/// Checks the mounts of a container.
pub fn check(
    mounts: &[VolumeMount],
    volumes: &BTreeSet<&str>,
    options: &Options,
    list: &Path,
    findings: &mut Findings,
) {
    // The paths of each place: a slash at the end makes no other one.
    let mut taken: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (index, mount) in mounts.iter().enumerate() {
        let item = list.index(index);
        let (name, place) = (mount.name.as_str(), mount.mount_path.as_str());
        if name.is_empty() {
            findings.required(Rule::MountVolume, &item.field("name"), "");
        }
        if !volumes.contains(name) {
            findings.not_found(Rule::MountVolume, &item.field("name"), Quoted(name));
        }
        let path = item.field("mountPath");
        if place.is_empty() {
            findings.required(Rule::MountPath, &path, "");
        }
        let mine = taken.entry(place.trim_end_matches('/')).or_default();
        if mine.contains(&place) {
            findings.invalid(Rule::MountPathTaken, &path, Quoted(place), "must be unique");
        } else if let Some(other) = mine.first() {
            let message = format!(
                "Invalid value: {}: one place with {}: one volume hides the other",
                Quoted(place),
                Quoted(other)
            );
            findings.report(Rule::MountPathShadowed, Code::FieldValueInvalid, &path, message);
        }
        if !mine.contains(&place) {
            mine.push(place);
        }
        if options.is_restricted && place.contains(':') {
            let message = format!("Invalid value: {}: must not contain ':'", Quoted(place));
            findings.report(Rule::MountPathColon, Code::FieldValueInvalid, &path, message);
        }
    }
}
