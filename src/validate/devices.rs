//! Block devices of containers: `ValidateVolumeDevices` of `pkg/apis/core/validation`.

use std::collections::{HashMap, HashSet};

use super::finding::Findings;
use super::names;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;
use super::schema::Container;
use super::volumes::Volumes;

/// Checks the devices of a container.
pub fn check(container: Container, volumes: &Volumes, list: &Path, findings: &mut Findings) {
    let devices = container.volume_devices();
    // `GetVolumeMountMap`: of the mounts of one volume, the last.
    let mounts: HashMap<&str, &str> =
        container.volume_mounts().iter().map(|mount| (mount.name(), mount.mount_path())).collect();
    let mount_paths: HashSet<&str> = mounts.values().copied().collect();
    let (mut names, mut paths) = (HashSet::new(), HashSet::new());
    for (index, device) in devices.iter().enumerate() {
        let item = list.index(index);
        let (name, place) = (device.name(), device.device_path());
        let path = item.field("name");
        if name.is_empty() {
            findings.required(Rule::DEVICE_VOLUME, &path, "");
        }
        if names.contains(name) {
            findings.invalid(Rule::DEVICE_VOLUME, &path, Quoted(name), "must be unique");
        }
        check_volume(name, volumes, &path, findings);
        let path = item.field("devicePath");
        if place.is_empty() {
            findings.required(Rule::DEVICE_PATH, &path, "");
        }
        if paths.contains(place) {
            findings.invalid(Rule::DEVICE_PATH, &path, Quoted(place), "must be unique");
        }
        if names::no_backsteps(place).is_some() {
            let detail = "can not contain backsteps ('..')";
            findings.invalid(Rule::DEVICE_PATH, &path, Quoted(place), detail);
        } else {
            paths.insert(place);
        }
        if mounts.contains_key(name) {
            let detail = "must not already exist in volumeMounts";
            findings.invalid(Rule::DEVICE_VOLUME, &item.field("name"), Quoted(name), detail);
        }
        if mount_paths.contains(place) {
            let detail = "must not already exist as a path in volumeMounts";
            findings.invalid(Rule::DEVICE_PATH, &path, Quoted(place), detail);
        }
        if !name.is_empty() {
            names.insert(name);
        }
    }
}

/// `isMatchedDevice`: a device is a volume of a claim.
fn check_volume(name: &str, volumes: &Volumes, path: &Path, findings: &mut Findings) {
    if let Some(volume) = volumes.get(name) {
        if volume.persistent_volume_claim().is_none() && volume.ephemeral().is_none() {
            let detail = "can only use volume source type of PersistentVolumeClaim or Ephemeral \
                          for block mode";
            findings.invalid(Rule::DEVICE_VOLUME, path, Quoted(name), detail);
        }
    } else if !volumes.can_mount(name) {
        findings.not_found(Rule::DEVICE_VOLUME, path, Quoted(name));
    }
}
