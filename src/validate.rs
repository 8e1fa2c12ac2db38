//! Kubernetes' rules for a Job, without a cluster: what the API server refuses, and what it accepts
//! though the Pod can never run.
//!
//! `ValidateJob` of `pkg/apis/batch/validation` begins in [`job`], and each function names the one
//! that it ports. A new rule is a line in [`rules`], and a check where Kubernetes has it.

mod completions;
mod container;
mod decode;
mod dns;
mod env;
mod env_source;
mod exec;
mod expansion;
mod failure_policy;
mod finding;
mod ip;
mod job;
mod labels;
mod metadata;
mod mounts;
mod names;
mod options;
mod owners;
mod path;
mod pod;
mod pod_security;
mod quantity;
mod quote;
mod resources;
mod rules;
mod schema;
mod secret;
mod selector;
mod size;
mod steps;
mod success_policy;
mod surrogates;
#[cfg(test)]
mod tests;
mod time;
mod tolerations;
mod type_meta;
mod value;
mod versions;
mod volumes;

pub use finding::Finding;
pub use options::{Options, Unwritable};
pub use surrogates::replace_lone;

use finding::{Code, Findings, Subject};
use rules::Rule;
use schema::{Job, Pod};
use value::View;

/// The parts of a Job in the order in which the server checks them.
const ORDER: [&str; 15] = [
    "metadata",
    "spec.template.metadata.labels[",
    "spec",
    "spec.template.labels",
    "spec.template.annotations",
    "spec.template.spec.volumes",
    "spec.template.spec.containers",
    "spec.template.spec.initContainers",
    "spec.template.spec.nodeSelector",
    "spec.template.spec.imagePullSecrets",
    "spec.template.spec.dnsConfig",
    "spec.template.spec.serviceAccountName",
    "spec.template.spec.tolerations",
    "spec.template.spec",
    "spec.template",
];

/// What is wrong with the Job whose JSON text this is.
pub fn validate_job(json: &str, options: &Options) -> Vec<Finding> {
    let mut findings = Findings::new(Subject::Job);
    let json = replace_lone(json);
    check_text(&json, options, &mut findings);
    let members = decode::decode(&json, Job::TYPE, options.minor, &mut findings);
    job::check(Job::new(&members), options, &mut findings);
    let mut findings = findings.sorted(rank);
    if let Some(secret) = &options.prompt_secret {
        let mut of_secret = Findings::new(Subject::Job);
        secret::check(secret, &mut of_secret);
        findings.append(&mut of_secret.sorted(|_| ()));
    }
    findings
}

/// What is wrong with the Pod whose JSON text this is.
pub fn validate_pod(json: &str, options: &Options) -> Vec<Finding> {
    let mut findings = Findings::new(Subject::Pod);
    let json = replace_lone(json);
    check_text(&json, options, &mut findings);
    let members = decode::decode(&json, Pod::TYPE, options.minor, &mut findings);
    pod::check_pod(Pod::new(&members), options, &mut findings);
    findings.sorted(|path| rank(&format!("spec.template.{path}")))
}

/// The text of a manifest, and what could not be part of it.
fn check_text(json: &str, options: &Options, findings: &mut Findings) {
    size::check(json, findings);
    for unwritable in &options.unwritable {
        let path = steps::path(&unwritable.steps, findings.subject());
        let message = format!("Invalid value: JSON cannot have {}", unwritable.what);
        findings.report(Rule::FIELD_JSON, Code::FieldValueTypeInvalid, &path, message);
        findings.leave_out(path);
    }
}

/// Where a path is in the server's order; what is not in the list, before all.
fn rank(path: &str) -> Option<usize> {
    ORDER
        .iter()
        .enumerate()
        .filter(|(_, part)| path.starts_with(**part))
        .max_by_key(|(_, part)| part.len())
        .map(|(rank, _)| rank)
}
