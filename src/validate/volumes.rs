//! Volumes: `ValidateVolumes` of `pkg/apis/core/validation`.

mod claim;
mod disks;
mod files;
mod iscsi;
mod projected;
mod shares;
mod source;
mod warnings;

use std::collections::{BTreeMap, BTreeSet};

use super::finding::{Code, Findings};
use super::names;
use super::options::Options;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;
use super::schema::Volume;
use super::value::List;
use super::versions::Change;

/// The volumes that containers can mount, by their names.
#[derive(Default)]
pub struct Volumes<'a> {
    /// The volumes that the server accepts.
    by_name: BTreeMap<&'a str, Volume<'a>>,
    /// Those that it refuses in the Pods of a Job.
    refused_in_pods: BTreeSet<&'a str>,
    /// Those that it drops, with their mounts.
    dropped: BTreeSet<&'a str>,
    /// Whether there are others, which could not be read.
    has_more: bool,
}

impl<'a> Volumes<'a> {
    /// Whether a mount can name it.
    pub fn can_mount(&self, name: &str) -> bool {
        self.has_more || self.by_name.contains_key(name)
    }

    /// Whether a mount can name it in a Job, but not in the Job's Pods.
    pub fn is_refused_in_pods(&self, name: &str) -> bool {
        self.refused_in_pods.contains(name)
    }

    /// Whether the server drops the volume of that name, and all mounts of it.
    pub fn is_dropped(&self, name: &str) -> bool {
        self.dropped.contains(name)
    }

    /// The volume of that name.
    pub fn get(&self, name: &str) -> Option<Volume<'a>> {
        self.by_name.get(name).copied()
    }
}

/// Checks the volumes of a Pod. The Pods of a Job get their names later: `pod_name` is empty there.
pub fn check<'a>(
    volumes: List<'a, Volume<'a>>,
    pod_name: &str,
    options: &Options,
    pod: &Path,
    findings: &mut Findings,
) -> Volumes<'a> {
    let list = pod.field("volumes");
    let created = created_claims(volumes, pod_name);
    let mut valid = Volumes { has_more: findings.has_left_out(&list), ..Volumes::default() };
    for (index, volume) in volumes.iter().enumerate() {
        let path = list.index(index);
        if volume.image().is_some() && !options.has(Change::ImageVolumes) {
            valid.dropped.insert(volume.name());
            continue;
        }
        let (before, before_of_pods) = (findings.errors(), findings.errors_of_pods());
        source::check(volume, pod_name, options, &path, findings);
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
        let of_pods = findings.errors_of_pods() - before_of_pods;
        if findings.errors() == before + of_pods {
            valid.by_name.insert(name, volume);
            if of_pods > 0 {
                valid.refused_in_pods.insert(name);
            }
        }
        if let Some(claim) = volume.persistent_volume_claim()
            && created.contains(claim.claim_name())
        {
            let source = path.field("persistentVolumeClaim");
            let detail = "must not reference a PVC that gets created for an ephemeral volume";
            let value = Quoted(claim.claim_name());
            findings.invalid(Rule::VOLUME_CLAIM, &source.field("claimName"), value, detail);
        }
        warnings::check(volume, options, &path, findings);
    }
    valid
}

/// The names of the claims that are created with the Pod.
fn created_claims<'a>(volumes: List<'a, Volume<'a>>, pod_name: &str) -> BTreeSet<String> {
    if pod_name.is_empty() {
        return BTreeSet::new();
    }
    let ephemeral = volumes.iter().filter(|volume| volume.ephemeral().is_some());
    ephemeral.map(|volume| format!("{pod_name}-{}", volume.name())).collect()
}

/// `validateVolumeSource`: the name of the claim that is created with a Pod.
fn check_claim_name(volume: Volume, pod_name: &str, path: &Path, findings: &mut Findings) {
    if pod_name.is_empty() || volume.name().is_empty() {
        return;
    }
    let claim = format!("{pod_name}-{}", volume.name());
    for problem in names::dns_subdomain(&claim) {
        let detail = format!("PVC name {}: {problem}", Quoted(&claim));
        let path = path.field("name");
        findings.invalid(Rule::VOLUME_CLAIM, &path, Quoted(volume.name()), detail);
    }
}

/// A name that the server does not check, though no object can have it.
fn warn_of_name(name: &str, path: &Path, findings: &mut Findings) {
    for problem in names::dns_subdomain(name) {
        let message = format!("Invalid value: {}: {problem}", Quoted(name));
        findings.report(Rule::VOLUME_SOURCE_NAME, Code::FieldValueInvalid, path, message);
    }
}

/// A text that must not be empty.
fn require(text: &str, name: &str, source: &Path, findings: &mut Findings) {
    if text.is_empty() {
        findings.required(Rule::VOLUME_SOURCE, &source.field(name), "");
    }
}
