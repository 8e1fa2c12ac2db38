//! Volumes: `ValidateVolumes` of `pkg/apis/core/validation`.

use std::collections::BTreeSet;

use k8s_openapi::api::core::v1::Volume;

use super::finding::{Code, Findings};
use super::names;
use super::path::Path;
use super::quantity;
use super::quote::Quoted;
use super::rules::Rule;

/// Checks the volumes of a Pod; returns the names of those that containers can mount.
pub fn check<'a>(volumes: &'a [Volume], pod: &Path, findings: &mut Findings) -> BTreeSet<&'a str> {
    let mut names = BTreeSet::new();
    let list = pod.field("volumes");
    for (index, volume) in volumes.iter().enumerate() {
        let path = list.index(index);
        let before = findings.0.len();
        check_source(volume, &path, findings);
        let name = volume.name.as_str();
        if name.is_empty() {
            findings.required(Rule::VolumeName, &path.field("name"), "");
        }
        findings.complaints(
            Rule::VolumeName,
            &path.field("name"),
            name,
            names::dns_label(name).into_iter().filter(|_| !name.is_empty()),
        );
        if names.contains(name) {
            findings.duplicate(Rule::VolumeNameTaken, &path.field("name"), Quoted(name));
        }
        // The server does not know a volume that it refuses.
        if !findings.has_error_after(before) {
            names.insert(name);
        }
    }
    names
}

/// `validateVolumeSource`, for the sources that a Job of ours has.
fn check_source(volume: &Volume, path: &Path, findings: &mut Findings) {
    if let Some(secret) = &volume.secret {
        let path = path.field("secret");
        let name = secret.secret_name.as_deref().unwrap_or_default();
        check_name(name, &path.field("secretName"), findings);
        check_mode(secret.default_mode, &path, findings);
    }
    if let Some(claim) = &volume.persistent_volume_claim {
        let path = path.field("persistentVolumeClaim");
        check_name(&claim.claim_name, &path.field("claimName"), findings);
    }
    if let Some(map) = &volume.config_map {
        let path = path.field("configMap");
        check_name(&map.name, &path.field("name"), findings);
        check_mode(map.default_mode, &path, findings);
    }
    if let Some(limit) = volume.empty_dir.as_ref().and_then(|source| source.size_limit.as_ref()) {
        let path = path.field("emptyDir");
        quantity::check(limit, &path.field("sizeLimit"), findings);
    }
}

/// The name of the object that a volume is made of.
fn check_name(name: &str, path: &Path, findings: &mut Findings) {
    if name.is_empty() {
        return findings.required(Rule::VolumeSource, path, "");
    }
    for complaint in names::dns_subdomain(name) {
        let message = format!("Invalid value: {}: {complaint}", Quoted(name));
        findings.report(Rule::VolumeSourceName, Code::FieldValueInvalid, path, message);
    }
}

fn check_mode(mode: Option<i32>, source: &Path, findings: &mut Findings) {
    if let Some(mode) = mode.filter(|mode| !(0..=0o777).contains(mode)) {
        let detail = "must be a number between 0 and 0777 (octal), both inclusive";
        findings.invalid(Rule::FileMode, &source.field("defaultMode"), mode, detail);
    }
}
