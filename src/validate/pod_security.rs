//! The Pod Security level `restricted`: the checks of `k8s.io/pod-security-admission`. A Job that
//! breaks them is accepted; its Pods are not.

mod host;
mod privileges;
mod profiles;

use std::collections::BTreeSet;

use super::container_context;
use super::finding::{Code, Findings};
use super::labels::Labels;
use super::options::Options;
use super::path::Path;
use super::pod_os;
use super::quote::QuotedList;
use super::rules::Rule;
use super::schema::{Container, PodSecurityContext, PodSpec, SecurityContext};
use super::versions::Change;

/// A Pod as the checks see it.
struct Subject<'a> {
    /// Its spec.
    pod: PodSpec<'a>,
    /// Its annotations.
    annotations: Labels<'a>,
    /// Its security context.
    context: PodSecurityContext<'a>,
    /// Its containers, in the server's order.
    containers: Vec<Container<'a>>,
    /// How the manifest is looked at.
    options: &'a Options,
}

/// What a check says, if it does not pass.
type Problem = Option<String>;

/// Checks a Pod's spec: the baseline and what is stricter, each in the order of their names.
pub fn check(
    pod: PodSpec,
    annotations: Labels,
    options: &Options,
    path: &Path,
    findings: &mut Findings,
) {
    let mut containers = Vec::new();
    container_context::visit(pod, path, |container, _| containers.push(container));
    let context = pod.security_context().unwrap_or_default();
    let subject = &Subject { pod, annotations, context, containers, options };
    let is_windows = pod_os::is_windows(pod);
    let on_linux = |check: fn(&Subject) -> Problem| {
        // The fields do not exist on Windows.
        if is_windows { None } else { check(subject) }
    };
    let in_host_users = |check: fn(&Subject) -> Problem| {
        let is_relaxed =
            pod.host_users() == Some(false) && options.has(Change::RelaxedUserNamespaces);
        if is_relaxed { None } else { check(subject) }
    };
    let problems = [
        profiles::app_armor(subject),
        host::namespaces(subject),
        host::ports(subject),
        host::handlers(subject),
        privileges::privileged(subject),
        profiles::se_linux(subject),
        profiles::sysctls(subject),
        privileges::host_process(subject),
        on_linux(privileges::escalation),
        on_linux(privileges::capabilities),
        profiles::proc_mount(subject),
        host::volumes(subject),
        in_host_users(privileges::run_as_non_root),
        in_host_users(privileges::run_as_user),
        on_linux(profiles::seccomp),
    ];
    for problem in problems.into_iter().flatten() {
        let message = format!("violates PodSecurity \"restricted:latest\": {problem}");
        findings.report(Rule::POD_SECURITY, Code::PodRejected, path, message);
    }
}

impl<'a> Subject<'a> {
    /// The names of the containers whose security context is as asked for.
    fn containers_with(&self, is_sought: impl Fn(SecurityContext) -> bool) -> Vec<&str> {
        self.names(|container| is_sought(container.security_context().unwrap_or_default()))
    }

    /// The security contexts of the containers.
    fn contexts(&self) -> impl Iterator<Item = SecurityContext<'a>> {
        self.containers.iter().filter_map(|container| container.security_context())
    }

    /// The names of the containers that are as asked for.
    fn names(&self, is_sought: impl Fn(Container) -> bool) -> Vec<&str> {
        let sought = self.containers.iter().filter(|container| is_sought(**container));
        sought.map(|container| container.name()).collect()
    }
}

/// The containers of these names.
fn named(names: &[&str]) -> String {
    format!("{} {}", plural(names.len(), "container", "containers"), QuotedList(names))
}

/// The Pod and containers that set something that they may not.
fn setters(is_pod: bool, names: &[&str]) -> Option<String> {
    match (is_pod, names.is_empty()) {
        (true, true) => Some("pod".to_owned()),
        (true, false) => Some(format!("pod and {}", named(names))),
        (false, true) => None,
        (false, false) => Some(named(names)),
    }
}

/// The form of a word for that many.
const fn plural(count: usize, one: &'static str, more: &'static str) -> &'static str {
    if count == 1 { one } else { more }
}

/// Texts in quotes, sorted, each once.
fn quoted(texts: &BTreeSet<&str>) -> String {
    let texts: Vec<&str> = texts.iter().copied().collect();
    QuotedList(&texts).to_string()
}
