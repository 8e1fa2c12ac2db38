//! The Pod: `ValidatePodSpec` of `pkg/apis/core/validation`.

use std::collections::BTreeSet;

use k8s_openapi::api::core::v1::{Container, LocalObjectReference, PodSpec};

use super::finding::{Code, Findings};
use super::options::Options;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;
use super::{container, dns, labels, names, pod_security, tolerations, volumes};

/// Checks a Pod's spec.
pub fn check(pod: &PodSpec, options: &Options, path: &Path, findings: &mut Findings) {
    let volumes = volumes::check(pod.volumes.as_deref().unwrap_or_default(), path, findings);
    let mut names = BTreeSet::new();
    let inits = pod.init_containers.as_deref().unwrap_or_default();
    if pod.containers.is_empty() {
        findings.required(Rule::ContainerList, &path.field("containers"), "");
    }
    for (list, containers) in [("containers", &*pod.containers), ("initContainers", inits)] {
        for (index, container) in containers.iter().enumerate() {
            let path = path.field(list);
            let path = path.index(index);
            check_name(container, &mut names, &path, findings);
            container::check(container, &volumes, options, &path, findings);
        }
    }
    if let Some(selector) = &pod.node_selector {
        let path = path.field("nodeSelector");
        labels::check(selector, &path, findings);
        for key in selector.keys() {
            check_node_label(key, &path, findings);
        }
    }
    if let Some(secrets) = &pod.image_pull_secrets {
        check_pull_secrets(secrets, &path.field("imagePullSecrets"), findings);
    }
    dns::check(pod, options, &path.field("dnsConfig"), findings);
    let account = pod.service_account_name.as_deref().filter(|account| !account.is_empty());
    if let Some(account) = account {
        let path = path.field("serviceAccountName");
        findings.complaints(Rule::ServiceAccount, &path, account, names::dns_subdomain(account));
    }
    if let Some(list) = &pod.tolerations {
        tolerations::check(list, options, &path.field("tolerations"), findings);
    }
    if options.is_restricted {
        pod_security::check(pod, path, findings);
    }
}

/// `validateContainers`: names.
fn check_name<'a>(
    container: &'a Container,
    names: &mut BTreeSet<&'a str>,
    path: &Path,
    findings: &mut Findings,
) {
    let path = path.field("name");
    let name = container.name.as_str();
    if name.is_empty() {
        return findings.required(Rule::ContainerName, &path, "");
    }
    findings.complaints(Rule::ContainerName, &path, name, names::dns_label(name));
    if !names.insert(name) {
        findings.duplicate(Rule::ContainerName, &path, Quoted(name));
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
    findings.report(Rule::NodeLabelDeprecated, code, &path.key(key), message);
}

/// `GetWarningsForPod` of `pkg/api/pod`: the pull Secrets.
fn check_pull_secrets(secrets: &[LocalObjectReference], path: &Path, findings: &mut Findings) {
    let mut names = BTreeSet::new();
    for (index, secret) in secrets.iter().enumerate() {
        let path = path.index(index);
        let path = path.field("name");
        let name = Quoted(&secret.name);
        if secret.name.is_empty() {
            let message = format!("invalid empty name {name}");
            findings.report(Rule::PullSecretName, Code::FieldValueRequired, &path, message);
        } else if !names.insert(&secret.name) {
            let message = format!("duplicate name {name}");
            findings.report(Rule::PullSecretName, Code::FieldValueDuplicate, &path, message);
        }
    }
}
