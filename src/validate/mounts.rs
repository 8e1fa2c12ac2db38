//! Mounts: `ValidateVolumeMounts` of `pkg/apis/core/validation`.

use std::collections::BTreeMap;

use super::finding::{Code, Findings};
use super::options::Options;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;
use super::schema::VolumeMount;
use super::value::List;
use super::volumes::Volumes;

/// Checks the mounts of a container.
pub fn check<'a>(
    mounts: List<'a, VolumeMount<'a>>,
    volumes: &Volumes,
    options: &Options,
    list: &Path,
    findings: &mut Findings,
) {
    // The paths of each place: a slash at the end makes no other one.
    let mut taken: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (index, mount) in mounts.iter().enumerate() {
        let item = list.index(index);
        let (name, place) = (mount.name(), mount.mount_path());
        if name.is_empty() {
            findings.required(Rule::MOUNT_VOLUME, &item.field("name"), "");
        }
        if !volumes.can_mount(name) {
            findings.not_found(Rule::MOUNT_VOLUME, &item.field("name"), Quoted(name));
        }
        let path = item.field("mountPath");
        if place.is_empty() {
            findings.required(Rule::MOUNT_PATH, &path, "");
        }
        let mine = taken.entry(place.trim_end_matches('/')).or_default();
        if mine.contains(&place) {
            findings.invalid(Rule::MOUNT_PATH_TAKEN, &path, Quoted(place), "must be unique");
        } else if let Some(other) = mine.first() {
            let message = format!(
                "Invalid value: {}: one place with {}: one volume hides the other",
                Quoted(place),
                Quoted(other)
            );
            findings.report(Rule::MOUNT_PATH_SHADOWED, Code::FieldValueInvalid, &path, message);
        }
        if !mine.contains(&place) {
            mine.push(place);
        }
        if options.is_restricted && place.contains(':') {
            let message = format!("Invalid value: {}: must not contain ':'", Quoted(place));
            findings.report(Rule::MOUNT_PATH_COLON, Code::FieldValueInvalid, &path, message);
        }
    }
}
