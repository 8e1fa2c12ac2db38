//! Names that a Pod has or refers to: its host name, node, classes and service account.

use super::finding::Findings;
use super::names::{self, Problems};
use super::options::Options;
use super::path::Path;
use super::rules::Rule;
use super::schema::PodSpec;
use super::versions::Change;

/// The most bytes of a host name on Linux.
const LONGEST_HOSTNAME: usize = 64;

/// `validatePodHostName`.
pub fn check_hostname_override(
    pod: PodSpec,
    options: &Options,
    path: &Path,
    findings: &mut Findings,
) {
    const RULE: Rule = Rule::HOSTNAME_OVERRIDE;
    let Some(name) = pod.hostname_override().filter(|_| options.has(Change::HostnameOverride))
    else {
        return;
    };
    let path = path.field("hostnameOverride");
    if pod.set_hostname_as_fqdn() == Some(true) {
        findings.forbidden(RULE, &path, "may not be specified when setHostnameAsFQDN is true");
    }
    if pod.host_network() == Some(true) {
        findings.forbidden(RULE, &path, "may not be specified when hostNetwork is true");
    }
    if name.len() > LONGEST_HOSTNAME {
        findings.too_long(RULE, &path, LONGEST_HOSTNAME);
    }
    findings.problems(RULE, &path, name, names::dns_subdomain(name));
}

/// The service account and the node.
pub fn check_account_and_node(pod: PodSpec, path: &Path, findings: &mut Findings) {
    let account = pod.service_account_name();
    // The field's former name.
    let account = if account.is_empty() { pod.service_account() } else { account };
    check(
        Rule::SERVICE_ACCOUNT,
        account,
        names::dns_subdomain,
        &path.field("serviceAccountName"),
        findings,
    );
    let node = pod.node_name();
    check(Rule::NODE_NAME, node, names::dns_subdomain, &path.field("nodeName"), findings);
}

/// The name that the Pod has for itself, and the domain that it is in.
pub fn check_hostname(pod: PodSpec, path: &Path, findings: &mut Findings) {
    for (field, name) in [("hostname", pod.hostname()), ("subdomain", pod.subdomain())] {
        check(Rule::HOSTNAME, name, names::dns_label, &path.field(field), findings);
    }
}

/// The priority class and the runtime class.
pub fn check_classes(pod: PodSpec, path: &Path, findings: &mut Findings) {
    let class = pod.priority_class_name();
    let at = path.field("priorityClassName");
    check(Rule::PRIORITY_CLASS, class, names::dns_subdomain, &at, findings);
    if let Some(class) = pod.runtime_class_name() {
        let path = path.field("runtimeClassName");
        findings.problems(Rule::RUNTIME_CLASS, &path, class, names::dns_subdomain(class));
    }
}

/// A name that may be left out.
fn check(
    rule: Rule,
    name: &str,
    problems: fn(&str) -> Problems,
    path: &Path,
    findings: &mut Findings,
) {
    if !name.is_empty() {
        findings.problems(rule, path, name, problems(name));
    }
}
