//! The Pod: `ValidatePodSpec` of `pkg/apis/core/validation`.

use std::collections::BTreeSet;

use super::container_context::Context;
use super::finding::{Code, Findings, Subject};
use super::labels::Labels;
use super::options::Options;
use super::path::Path;
use super::quote::{Json, Quoted};
use super::rules::Rule;
use super::schema::{LocalObjectReference, Pod, PodSpec, PodTemplateSpec};
use super::value::List;
use super::versions::Change;
use super::{
    admission, affinity, containers, dns, env_source, gates, host_aliases, host_namespaces, labels,
    metadata, node_labels, pod_annotations, pod_names, pod_os, pod_resources, pod_security,
    pod_security_context, ports, resource_claims, tolerations, topology_spread, type_meta, volumes,
    windows_options, words,
};

/// What a Pod's metadata says of its spec.
#[derive(Clone, Copy)]
struct Meta<'a> {
    /// The Pod's name; a template has none yet.
    name: &'a str,
    /// The labels.
    labels: Labels<'a>,
    /// The annotations.
    annotations: Labels<'a>,
    /// The annotations' path in errors.
    annotations_path: &'a Path<'a>,
    /// The metadata's path in warnings.
    path: &'a Path<'a>,
}

/// Checks a Pod: `ValidatePodCreate`.
pub fn check_pod(pod: Pod, options: &Options, findings: &mut Findings) {
    type_meta::check([pod.api_version(), pod.kind()], ["v1", "Pod"], findings);
    let metadata = pod.metadata().unwrap_or_default();
    let name = metadata::name(metadata);
    metadata::check(metadata, options, findings);
    // `WarningsOnCreate` of `pkg/registry/core/pod`.
    metadata::warn_of_name(&name, "the Pod's hostname", findings);
    let path = Path::root("metadata");
    let meta = Meta {
        name: &name,
        labels: metadata.labels(),
        annotations: metadata.annotations(),
        annotations_path: &path.field("annotations"),
        path: &path,
    };
    check(pod.spec().unwrap_or_default(), meta, options, &Path::root("spec"), findings);
}

/// `ValidatePodTemplateSpec`, without the labels.
pub fn check_template(
    template: PodTemplateSpec,
    options: &Options,
    path: &Path,
    findings: &mut Findings,
) {
    let metadata = template.metadata().unwrap_or_default();
    let meta = Meta {
        name: "",
        labels: metadata.labels(),
        annotations: metadata.annotations(),
        // The server leaves out `metadata` here, but not in warnings.
        annotations_path: &path.field("annotations"),
        path: &path.field("metadata"),
    };
    metadata::check_annotations(meta.annotations, meta.annotations_path, findings);
    check(template.spec().unwrap_or_default(), meta, options, &path.field("spec"), findings);
    let path = path.field("metadata");
    let path = path.field("finalizers");
    metadata::check_finalizers(metadata.finalizers(), &path, |path, message| {
        // The Pod has them, and the server only looks at them there.
        findings.report_for_pod(Rule::FINALIZER, Code::FieldValueInvalid, path, message);
    });
}

/// `ValidatePodSpec`, and what else the server says of a Pod.
fn check(pod: PodSpec, meta: Meta, options: &Options, path: &Path, findings: &mut Findings) {
    pod_annotations::check(meta.annotations, pod, meta.annotations_path, findings);
    let volumes = volumes::check(pod.volumes(), meta.name, options, path, findings);
    if options.has(Change::ResourceClaims) {
        resource_claims::check(pod.resource_claims(), &path.field("resourceClaims"), findings);
    }
    let context = Context { pod, volumes: &volumes, options, is_ephemeral: false };
    containers::check(&context, path, findings);
    pod_resources::check(pod, &context.claims(), options, path, findings);
    ports::check_host_network(pod, path, findings);
    check_words(pod, path, findings);
    let selector = path.field("nodeSelector");
    labels::check([Rule::LABEL_KEY, Rule::LABEL_VALUE], pod.node_selector(), &selector, findings);
    node_labels::warn_of_selector(pod.node_selector(), &selector, findings);
    pod_security_context::check(pod, options, path, findings);
    check_pull_secrets(pod.image_pull_secrets(), &path.field("imagePullSecrets"), findings);
    let pod_labels: BTreeSet<&str> = meta.labels.iter().map(|(key, _)| key).collect();
    let context = affinity::Context { options, pod_labels: &pod_labels };
    affinity::check(pod, context, path, findings);
    dns::check(pod, options, &path.field("dnsConfig"), findings);
    gates::check_readiness(pod, path, findings);
    gates::check_scheduling(pod, path, findings);
    topology_spread::check(pod.topology_spread_constraints(), context, path, findings);
    windows_options::check_host_process(pod, path, findings);
    host_namespaces::check(pod, options, path, findings);
    pod_names::check_hostname_override(pod, options, path, findings);
    pod_names::check_account_and_node(pod, path, findings);
    check_times(pod, path, findings);
    pod_names::check_hostname(pod, path, findings);
    tolerations::check(pod.tolerations(), options, &path.field("tolerations"), findings);
    host_aliases::check(pod.host_aliases(), options, &path.field("hostAliases"), findings);
    pod_names::check_classes(pod, path, findings);
    check_preemption_policy(pod, path, findings);
    pod_resources::check_overhead(pod, path, findings);
    pod_os::check(pod, options, path, findings);
    env_source::check_file_volumes(pod, options, path, findings);
    pod_annotations::check_fields(meta.annotations, pod, path, findings);
    pod_annotations::warn(meta.annotations, pod, meta.path, findings);
    gates::check_node(pod, path, findings);
    admission::check(pod, path, findings);
    if options.is_restricted {
        pod_security::check(pod, meta.annotations, options, path, findings);
    }
}

/// `validateRestartPolicy` and `validateDNSPolicy`; the server has defaults.
fn check_words(pod: PodSpec, path: &Path, findings: &mut Findings) {
    const RESTART: [&str; 3] = ["Always", "OnFailure", "Never"];
    const DNS: [&str; 4] = ["ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"];
    let at = path.field("restartPolicy");
    words::check_unless_empty(Rule::RESTART_POLICY, pod.restart_policy(), &RESTART, &at, findings);
    let at = path.field("dnsPolicy");
    words::check_unless_empty(Rule::DNS_POLICY, pod.dns_policy(), &DNS, &at, findings);
}

/// How long a Pod may run, and how long it has to stop.
fn check_times(pod: PodSpec, path: &Path, findings: &mut Findings) {
    const GREATEST: i64 = i32::MAX as i64;
    let deadline = pod.active_deadline_seconds();
    if let Some(seconds) = deadline.filter(|seconds| !(1..=GREATEST).contains(seconds)) {
        let path = path.field("activeDeadlineSeconds");
        let detail = format!("must be between 1 and {GREATEST}, inclusive");
        findings.invalid(Rule::POD_DEADLINE, &path, seconds, detail);
    }
    // `Convert_v1_Pod_To_core_Pod` gives a Pod the 1.
    let is_negative = pod.termination_grace_period_seconds().is_some_and(|seconds| seconds < 0);
    if is_negative && findings.subject() == Subject::Job {
        let path = path.field("terminationGracePeriodSeconds");
        let message = "must be >= 0; negative values are invalid and will be treated as 1";
        findings.warn(Rule::GRACE_PERIOD, Code::FieldValueInvalid, &path, message);
    }
}

/// `ValidatePreemptionPolicy`.
fn check_preemption_policy(pod: PodSpec, path: &Path, findings: &mut Findings) {
    const RULE: Rule = Rule::PREEMPTION_POLICY;
    const SUPPORTED: [&str; 2] = ["PreemptLowerPriority", "Never"];
    let path = path.field("preemptionPolicy");
    match pod.preemption_policy() {
        Some("") => findings.required(RULE, &path, ""),
        Some(policy) if !SUPPORTED.contains(&policy) => {
            findings.not_supported(RULE, &path, Json(policy), &SUPPORTED);
        }
        _ => {}
    }
}

/// `GetWarningsForPod` of `pkg/api/pod`: the pull Secrets.
fn check_pull_secrets<'a>(
    secrets: List<'a, LocalObjectReference<'a>>,
    path: &Path,
    findings: &mut Findings,
) {
    let mut names = BTreeSet::new();
    for (index, secret) in secrets.iter().enumerate() {
        let path = path.index(index);
        let path = path.field("name");
        let name = Quoted(secret.name());
        if !names.insert(secret.name()) {
            let message = format!("duplicate name {name}");
            findings.warn(Rule::PULL_SECRET_NAME, Code::FieldValueDuplicate, &path, message);
        }
        if secret.name().is_empty() {
            let message = format!("invalid empty name {name}");
            findings.warn(Rule::PULL_SECRET_NAME, Code::FieldValueRequired, &path, message);
        }
    }
}
