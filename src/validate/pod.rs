//! The Pod: `ValidatePodSpec` of `pkg/apis/core/validation`.

use std::collections::BTreeSet;

use super::containers::{self, Context};
use super::finding::{Code, Findings};
use super::options::Options;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;
use super::schema::{LocalObjectReference, Pod, PodSpec, PodTemplateSpec};
use super::value::List;
use super::{
    dns, env_source, labels, metadata, names, pod_security, ports, tolerations, type_meta, volumes,
};

/// Checks a Pod: `ValidatePodCreate`.
pub fn check_pod(pod: Pod, options: &Options, findings: &mut Findings) {
    type_meta::check([pod.api_version(), pod.kind()], ["v1", "Pod"], findings);
    let metadata = pod.metadata().unwrap_or_default();
    metadata::check(metadata, findings);
    let spec = pod.spec().unwrap_or_default();
    check(spec, metadata.name(), options, &Path::root("spec"), findings);
}

/// `ValidatePodTemplateSpec`, without the labels.
pub fn check_template(
    template: PodTemplateSpec,
    options: &Options,
    path: &Path,
    findings: &mut Findings,
) {
    let metadata = template.metadata().unwrap_or_default();
    metadata::check_annotations(metadata.annotations(), &path.field("annotations"), findings);
    check(template.spec().unwrap_or_default(), "", options, &path.field("spec"), findings);
    let path = path.field("metadata");
    let path = path.field("finalizers");
    metadata::check_finalizers(metadata.finalizers(), &path, |path, message| {
        // The Pod has them, and the server only looks at them there.
        findings.report_for_pod(Rule::FINALIZER, Code::FieldValueInvalid, path, message);
    });
}

/// Checks the spec of a Pod that has this name, or in a template none yet.
pub fn check(pod: PodSpec, name: &str, options: &Options, path: &Path, findings: &mut Findings) {
    let volumes = volumes::check(pod.volumes(), name, options, path, findings);
    let context = Context { pod, volumes: &volumes, options };
    containers::check(&context, path, findings);
    ports::check_host_network(pod, path, findings);
    let selector = path.field("nodeSelector");
    let rules = [Rule::LABEL_KEY, Rule::LABEL_VALUE];
    labels::check(rules, pod.node_selector(), &selector, findings);
    for (key, _) in pod.node_selector().iter() {
        check_node_label(key, &selector, findings);
    }
    check_pull_secrets(pod.image_pull_secrets(), &path.field("imagePullSecrets"), findings);
    dns::check(pod, options, &path.field("dnsConfig"), findings);
    let account = pod.service_account_name();
    if !account.is_empty() {
        let path = path.field("serviceAccountName");
        findings.problems(Rule::SERVICE_ACCOUNT, &path, account, names::dns_subdomain(account));
    }
    tolerations::check(pod.tolerations(), options, &path.field("tolerations"), findings);
    env_source::check_file_volumes(pod, options, path, findings);
    if options.is_restricted {
        pod_security::check(pod, path, findings);
    }
}

/// `GetWarningsForNodeSelector` of `pkg/api/node`.
fn check_node_label(key: &str, path: &Path, findings: &mut Findings) {
    let (version, successor) = match key {
        "beta.kubernetes.io/arch" => ("v1.14", "kubernetes.io/arch"),
        "beta.kubernetes.io/os" => ("v1.14", "kubernetes.io/os"),
        "beta.kubernetes.io/instance-type" => ("v1.17", "node.kubernetes.io/instance-type"),
        "failure-domain.beta.kubernetes.io/region" => ("v1.17", "topology.kubernetes.io/region"),
        "failure-domain.beta.kubernetes.io/zone" => ("v1.17", "topology.kubernetes.io/zone"),
        _ => return,
    };
    let message = format!("deprecated since {version}; use {} instead", Quoted(successor));
    let code = Code::FieldValueNotSupported;
    findings.report(Rule::NODE_LABEL_DEPRECATED, code, &path.key(key), message);
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
