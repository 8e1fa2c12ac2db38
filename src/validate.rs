//! Kubernetes' rules for a Job, without a cluster: what the API server refuses, and what it accepts
//! though the Pod can never run.
//!
//! `ValidateJob` of `pkg/apis/batch/validation` begins in [`job`], and each function names the one
//! that it ports. A new rule is a line in [`rules`], and a check where Kubernetes has it.

mod admission;
mod affinity;
mod app_armor;
mod claims;
mod completions;
mod container;
mod container_context;
mod containers;
mod decode;
mod devices;
mod dns;
mod env;
mod env_source;
mod ephemeral_containers;
mod exec;
mod exec_total;
mod expansion;
mod failure_policy;
mod finding;
mod gates;
mod handlers;
mod host_aliases;
mod host_namespaces;
mod init_containers;
mod ip;
mod job;
mod label_keys;
mod labels;
mod lifecycle;
mod metadata;
mod mounts;
mod names;
mod node_labels;
mod options;
mod owners;
mod path;
mod pod;
mod pod_annotations;
mod pod_names;
mod pod_os;
mod pod_resources;
mod pod_security;
mod pod_security_context;
mod port_warnings;
mod ports;
mod probes;
mod quantity;
mod quote;
mod resize;
mod resource_claims;
mod resources;
mod restart_policy;
mod rules;
mod schema;
mod seccomp;
mod secret;
mod secret_literals;
mod security_context;
mod selector;
mod size;
mod steps;
mod success_policy;
mod surrogates;
mod sysctls;
#[cfg(test)]
mod tests;
mod time;
mod tolerations;
mod topology_spread;
mod type_meta;
mod user_ids;
mod value;
mod versions;
mod volumes;
mod windows_options;
mod words;

pub use finding::{Code, Finding, Subject};
pub use options::Options;
pub use quote::Quoted;
pub use rules::{Rule, Severity};
pub use surrogates::replace_lone;

use finding::Findings;
use options::Unwritable;
use schema::{Job, Pod};
use value::View;

/// The parts of a Job in the order in which the server checks them.
const ORDER: [&str; 40] = [
    "metadata",
    "spec.template.metadata.labels[",
    "spec",
    "spec.template.labels",
    "spec.template.annotations",
    "spec.template.spec.volumes",
    "spec.template.spec.resourceClaims",
    "spec.template.spec.containers",
    "spec.template.spec.initContainers",
    "spec.template.spec.ephemeralContainers",
    "spec.template.spec.resources",
    "spec.template.spec.restartPolicy",
    "spec.template.spec.dnsPolicy",
    "spec.template.spec.nodeSelector",
    "spec.template.spec.securityContext",
    "spec.template.spec.imagePullSecrets",
    "spec.template.spec.affinity",
    "spec.template.spec.dnsConfig",
    "spec.template.spec.readinessGates",
    "spec.template.spec.schedulingGates",
    "spec.template.spec.topologySpreadConstraints",
    "spec.template.spec.hostNetwork",
    "spec.template.spec.hostUsers",
    "spec.template.spec.HostPID",
    "spec.template.spec.HostIPC",
    "spec.template.spec.hostnameOverride",
    "spec.template.spec.serviceAccountName",
    "spec.template.spec.nodeName",
    "spec.template.spec.activeDeadlineSeconds",
    "spec.template.spec.hostname",
    "spec.template.spec.subdomain",
    "spec.template.spec.tolerations",
    "spec.template.spec.hostAliases",
    "spec.template.spec.priorityClassName",
    "spec.template.spec.runtimeClassName",
    "spec.template.spec.preemptionPolicy",
    "spec.template.spec.overhead",
    "spec.template.spec.os",
    "spec.template.spec",
    "spec.template",
];

/// The oldest minor version of Kubernetes that can be asked for.
pub const MIN_MINOR: u32 = 30;
/// The newest minor version that can be asked for.
pub const MAX_MINOR: u32 = 37;

/// What is wrong with the manifest whose JSON text this is; `None` if the text would be too large.
pub fn validate(subject: Subject, json: Option<&str>, options: &Options) -> Vec<Finding> {
    let mut findings = Findings::new(subject);
    match json {
        Some(json) => check_text(&replace_lone(json), options, &mut findings),
        None => size::report_request(&mut findings),
    }
    let mut findings = findings.sorted(options.minor, |path| match subject {
        Subject::Pod if path.starts_with("spec") => rank(&format!("spec.template.{path}")),
        _ => rank(path),
    });
    if let Some(secret) = &options.prompt_secret {
        let mut of_secret = Findings::new(subject);
        secret::check(secret, &mut of_secret);
        let mut of_secret = of_secret.sorted(options.minor, |_| ());
        for finding in &mut of_secret {
            finding.is_of_secret = true;
        }
        findings.append(&mut of_secret);
    }
    findings
}

/// Checks the text of a manifest.
fn check_text(json: &str, options: &Options, findings: &mut Findings) {
    size::check(json, findings);
    let root = match findings.subject() {
        Subject::Job => Job::TYPE,
        Subject::Pod => Pod::TYPE,
    };
    let Unwritable { list, more } = &options.unwritable;
    for value in list {
        let path = steps::path(&value.steps, root, options.minor, findings.subject());
        let message = format!("Invalid value: JSON cannot have {}", value.what);
        findings.report(Rule::FIELD_JSON, Code::FieldValueTypeInvalid, &path, message);
        findings.leave_out(path);
    }
    findings.omit_errors(*more);
    let members = decode::decode(json, root, options.minor, findings);
    match findings.subject() {
        Subject::Job => job::check(Job::new(&members), options, findings),
        Subject::Pod => pod::check_pod(Pod::new(&members), options, findings),
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
