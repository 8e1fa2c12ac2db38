//! Volumes: `ValidateVolumes` of `pkg/apis/core/validation`.

use std::collections::BTreeMap;

use super::finding::{Code, Findings};
use super::names;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;
use super::schema::Volume;
use super::value::List;

/// The volumes that containers can mount, by their names.
#[derive(Default)]
pub struct Volumes<'a> {
    by_name: BTreeMap<&'a str, Volume<'a>>,
    /// Whether there are others, which could not be read.
    has_more: bool,
}

impl<'a> Volumes<'a> {
    /// Whether a mount can name it.
    pub fn can_mount(&self, name: &str) -> bool {
        self.has_more || self.by_name.contains_key(name)
    }

    /// The volume of that name.
    pub fn get(&self, name: &str) -> Option<Volume<'a>> {
        self.by_name.get(name).copied()
    }
}

/// Checks the volumes of a Pod.
pub fn check<'a>(
    volumes: List<'a, Volume<'a>>,
    pod: &Path,
    findings: &mut Findings,
) -> Volumes<'a> {
    let list = pod.field("volumes");
    let mut valid = Volumes { has_more: findings.has_left_out(&list), ..Volumes::default() };
    for (index, volume) in volumes.iter().enumerate() {
        let path = list.index(index);
        let before = findings.errors();
        check_source(volume, &path, findings);
        let name = volume.name();
        if name.is_empty() {
            findings.required(Rule::VOLUME_NAME, &path.field("name"), "");
        } else {
            let problems = names::dns_label(name);
            findings.problems(Rule::VOLUME_NAME, &path.field("name"), name, problems);
        }
        if valid.by_name.contains_key(name) {
            findings.duplicate(Rule::VOLUME_NAME_TAKEN, &path.field("name"), Quoted(name));
        }
        // The server does not know a volume that it refuses.
        if findings.errors() == before {
            valid.by_name.insert(name, volume);
        }
    }
    valid
}

/// `validateVolumeSource`, for the sources that a Job of ours has.
fn check_source(volume: Volume, path: &Path, findings: &mut Findings) {
    if let Some(secret) = volume.secret() {
        let path = path.field("secret");
        let name = secret.secret_name();
        check_name(name, &path.field("secretName"), findings);
        check_mode(secret.default_mode(), &path, findings);
    }
    if let Some(claim) = volume.persistent_volume_claim() {
        let path = path.field("persistentVolumeClaim");
        check_name(claim.claim_name(), &path.field("claimName"), findings);
    }
    if let Some(map) = volume.config_map() {
        let path = path.field("configMap");
        check_name(map.name(), &path.field("name"), findings);
        check_mode(map.default_mode(), &path, findings);
    }
}

/// The name of the object that a volume is built from.
fn check_name(name: &str, path: &Path, findings: &mut Findings) {
    if name.is_empty() {
        return findings.required(Rule::VOLUME_SOURCE, path, "");
    }
    for problem in names::dns_subdomain(name) {
        let message = format!("Invalid value: {}: {problem}", Quoted(name));
        findings.report(Rule::VOLUME_SOURCE_NAME, Code::FieldValueInvalid, path, message);
    }
}

fn check_mode(mode: Option<i64>, source: &Path, findings: &mut Findings) {
    if let Some(mode) = mode.filter(|mode| !(0..=0o777).contains(mode)) {
        let detail = "must be a number between 0 and 0777 (octal), both inclusive";
        findings.invalid(Rule::FILE_MODE, &source.field("defaultMode"), mode, detail);
    }
}
