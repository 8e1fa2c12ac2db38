//! Kubernetes' rules for a Job, without a cluster: what the API server refuses, and what it accepts
//! though the Pod can never run.
//!
//! `ValidateJob` of `pkg/apis/batch/validation` begins in [`job`], and each function names the one
//! that it ports. A new rule is a line in [`rules`], and a check where Kubernetes has it.

mod container;
mod decode;
mod dns;
mod env;
mod env_source;
mod exec;
mod expansion;
mod failure;
mod finding;
mod job;
mod labels;
mod metadata;
mod mounts;
mod names;
mod options;
mod path;
mod pod;
mod pod_security;
mod quantity;
mod quote;
mod resources;
mod rules;
mod secret;
mod size;
mod steps;
mod surrogates;
#[cfg(test)]
mod tests;
mod tolerations;
mod volumes;

pub use finding::Finding;
pub use options::{Options, Unwritable};
pub use surrogates::replace_lone;

use finding::{Code, Findings};
use rules::Rule;

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
pub fn validate(json: &str, options: &Options) -> Vec<Finding> {
    let mut findings = Findings::default();
    let mut broken = Vec::new();
    for unwritable in &options.unwritable {
        let path = steps::path(&unwritable.steps);
        let message = format!("Invalid value: JSON cannot have {}", unwritable.what);
        findings.report(Rule::FieldJson, Code::FieldValueTypeInvalid, &path, message);
        broken.push(path);
    }
    let json = replace_lone(json);
    size::check(&json, &mut findings);
    if let Some(decoded) = decode::decode(&json, &mut findings) {
        broken.extend(decoded.broken);
        let mut found = Findings::default();
        job::check(&decoded.job, options, &mut found);
        found.0.retain(|finding| !broken.iter().any(|path| follows(finding, path)));
        findings.0.append(&mut found.0);
    }
    findings.0.sort_by_key(|finding| rank(&finding.path));
    if let Some(secret) = &options.prompt_secret {
        secret::check(secret, &mut findings);
    }
    findings.0
}

/// Whether something is only found because the value at `broken` could not be read.
fn follows(finding: &Finding, broken: &str) -> bool {
    let rest = finding.path.strip_prefix(broken);
    broken == steps::WHOLE
        || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        || (finding.rule == Rule::MountVolume && broken.starts_with("spec.template.spec.volumes"))
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
