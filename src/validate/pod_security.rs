//! The Pod Security level `restricted`: the checks of `k8s.io/pod-security-admission`. A Job that
//! breaks them is accepted; its Pods are not.

use super::finding::{Code, Findings};
use super::path::Path;
use super::quote::QuotedList;
use super::rules::Rule;
use super::schema::{Container, PodSpec, SecurityContext, Volume};
use super::value::View;

/// Checks a Pod's spec.
pub fn check(pod: PodSpec, path: &Path, findings: &mut Findings) {
    let containers: Vec<Container> =
        pod.init_containers().iter().chain(pod.containers().iter()).collect();
    let problems = [
        allow_privilege_escalation(&containers),
        unrestricted_capabilities(&containers),
        host_namespaces(pod),
        host_ports(&containers),
        privileged(&containers),
        restricted_volume_types(pod),
        run_as_non_root(pod, &containers),
        run_as_user(pod, &containers),
        seccomp_profile(pod, &containers),
    ];
    for problem in problems.into_iter().flatten() {
        let message = format!("violates PodSecurity \"restricted:latest\": {problem}");
        findings.report(Rule::POD_SECURITY, Code::PodRejected, path, message);
    }
}

/// The containers that are not `fine`, as a problem names them; `None` if there is none.
fn others(containers: &[Container], is_fine: impl Fn(SecurityContext) -> bool) -> Option<String> {
    let names: Vec<&str> = containers
        .iter()
        .filter(|container| !is_fine(container.security_context().unwrap_or_default()))
        .map(|container| container.name())
        .collect();
    let plural = if names.len() == 1 { "container" } else { "containers" };
    (!names.is_empty()).then(|| format!("{plural} {}", QuotedList(&names)))
}

fn allow_privilege_escalation(containers: &[Container]) -> Option<String> {
    let names = others(containers, |context| context.allow_privilege_escalation() == Some(false))?;
    Some(format!(
        "allowPrivilegeEscalation != false ({names} must set \
         securityContext.allowPrivilegeEscalation=false)"
    ))
}

fn unrestricted_capabilities(containers: &[Container]) -> Option<String> {
    let names = others(containers, |context| {
        context.capabilities().is_some_and(|capabilities| {
            capabilities.drop().iter().any(|name| name == "ALL")
                && capabilities.add().iter().all(|name| name == "NET_BIND_SERVICE")
        })
    })?;
    Some(format!(
        "unrestricted capabilities ({names} must set securityContext.capabilities.drop=[\"ALL\"] \
         and add no capability but \"NET_BIND_SERVICE\")"
    ))
}

fn host_namespaces(pod: PodSpec) -> Option<String> {
    let namespaces = [
        ("hostNetwork=true", pod.host_network()),
        ("hostPID=true", pod.host_pid()),
        ("hostIPC=true", pod.host_ipc()),
    ];
    let shared: Vec<&str> = namespaces
        .iter()
        .filter(|(_, is_on)| *is_on == Some(true))
        .map(|(name, _)| *name)
        .collect();
    (!shared.is_empty()).then(|| format!("host namespaces ({})", shared.join(", ")))
}

fn host_ports(containers: &[Container]) -> Option<String> {
    let names: Vec<&str> = containers
        .iter()
        .filter(|container| {
            container.ports().iter().any(|port| port.host_port().unwrap_or_default() != 0)
        })
        .map(|container| container.name())
        .collect();
    (!names.is_empty()).then(|| format!("hostPort (containers {})", QuotedList(&names)))
}

fn privileged(containers: &[Container]) -> Option<String> {
    let names = others(containers, |context| context.privileged() != Some(true))?;
    Some(format!("privileged ({names} must not set securityContext.privileged=true)"))
}

fn restricted_volume_types(pod: PodSpec) -> Option<String> {
    const ALLOWED: [&str; 9] = [
        "configMap",
        "csi",
        "downwardAPI",
        "emptyDir",
        "ephemeral",
        "image",
        "persistentVolumeClaim",
        "projected",
        "secret",
    ];
    let is_restricted =
        |volume: &Volume| !volume.members().names().any(|name| ALLOWED.contains(&name));
    let names: Vec<&str> =
        pod.volumes().iter().filter(is_restricted).map(|volume| volume.name()).collect();
    (!names.is_empty()).then(|| format!("restricted volume types (volumes {})", QuotedList(&names)))
}

fn run_as_non_root(pod: PodSpec, containers: &[Container]) -> Option<String> {
    let of_pod = pod.security_context().and_then(|context| context.run_as_non_root());
    let names = others(containers, |context| context.run_as_non_root().or(of_pod) == Some(true))?;
    Some(format!(
        "runAsNonRoot != true (pod or {names} must set securityContext.runAsNonRoot=true)"
    ))
}

fn run_as_user(pod: PodSpec, containers: &[Container]) -> Option<String> {
    let of_pod = pod.security_context().and_then(|context| context.run_as_user());
    let is_root = |context: SecurityContext| context.run_as_user() == Some(0);
    match others(containers, |context| !is_root(context)) {
        Some(names) => Some(format!("runAsUser=0 ({names} must not set runAsUser=0)")),
        None if of_pod == Some(0) => Some("runAsUser=0 (pod must not set runAsUser=0)".to_owned()),
        None => None,
    }
}

fn seccomp_profile(pod: PodSpec, containers: &[Container]) -> Option<String> {
    let of_pod = pod.security_context().and_then(|context| context.seccomp_profile());
    let names = others(containers, |context| {
        context
            .seccomp_profile()
            .or(of_pod)
            .is_some_and(|profile| matches!(profile.type_(), "RuntimeDefault" | "Localhost"))
    })?;
    Some(format!(
        "seccompProfile (pod or {names} must set securityContext.seccompProfile.type to \
         \"RuntimeDefault\" or \"Localhost\")"
    ))
}
