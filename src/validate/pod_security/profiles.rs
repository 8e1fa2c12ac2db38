//! Profiles and parameters of the kernel.

use std::collections::BTreeSet;

use super::{Change, Problem, Subject, named, plural, quoted, setters};
use crate::validate::pod_annotations::{APP_ARMOR, LOCALHOST};
use crate::validate::quote::Quoted;
use crate::validate::schema::{AppArmorProfile, SELinuxOptions, SeccompProfile, SecurityContext};

/// Parameters that are safe, and since when they count as such.
const SAFE_SYSCTLS: [(&str, Option<Change>); 12] = [
    ("kernel.shm_rmid_forced", None),
    ("net.ipv4.ip_local_port_range", None),
    ("net.ipv4.tcp_syncookies", None),
    ("net.ipv4.ping_group_range", None),
    ("net.ipv4.ip_unprivileged_port_start", None),
    ("net.ipv4.ip_local_reserved_ports", None),
    ("net.ipv4.tcp_keepalive_time", None),
    ("net.ipv4.tcp_fin_timeout", None),
    ("net.ipv4.tcp_keepalive_intvl", None),
    ("net.ipv4.tcp_keepalive_probes", None),
    ("net.ipv4.tcp_rmem", Some(Change::SafeBufferSizes)),
    ("net.ipv4.tcp_wmem", Some(Change::SafeBufferSizes)),
];

/// Types of processes that are allowed, and since when.
const SE_LINUX_TYPES: [(&str, Option<Change>); 5] = [
    ("", None),
    ("container_t", None),
    ("container_init_t", None),
    ("container_kvm_t", None),
    ("container_engine_t", Some(Change::ContainerEngineType)),
];

/// Whether a profile limits anything.
fn is_profile(kind: &str) -> bool {
    matches!(kind, "RuntimeDefault" | "Localhost")
}

/// `CheckAppArmorProfile`.
pub fn app_armor(subject: &Subject) -> Problem {
    let bad = |context: SecurityContext<'_>| {
        context.app_armor_profile().is_some_and(|profile| !is_profile(profile.type_()))
    };
    let of_pod = subject.context.app_armor_profile().filter(|it| !is_profile(it.type_()));
    let names = subject.containers_with(bad);
    let types: BTreeSet<&str> = subject
        .contexts()
        .filter_map(SecurityContext::app_armor_profile)
        .chain(of_pod)
        .map(AppArmorProfile::type_)
        .filter(|kind| !is_profile(kind))
        .collect();
    let annotations: Vec<String> = subject
        .annotations
        .iter()
        .filter(|(key, value)| {
            let is_allowed =
                matches!(*value, "" | "runtime/default") || value.starts_with(LOCALHOST);
            key.starts_with(APP_ARMOR) && !is_allowed
        })
        .map(|(key, value)| format!("{key}={}", Quoted(value)))
        .collect();
    let mut by: Vec<String> = setters(of_pod.is_some(), &names).into_iter().collect();
    if !annotations.is_empty() {
        by.push(plural(annotations.len(), "annotation", "annotations").to_owned());
    }
    let values = types.iter().map(|&kind| kind.to_owned()).chain(annotations);
    // The server does not escape what it puts in quotes here.
    let values: Vec<String> = values.map(|value| format!("\"{value}\"")).collect();
    (!by.is_empty()).then(|| {
        format!(
            "{} ({} must not set AppArmor profile type to {})",
            plural(values.len(), "forbidden AppArmor profile", "forbidden AppArmor profiles"),
            by.join(" and "),
            values.join(", ")
        )
    })
}

/// `CheckSELinuxOptions`.
pub fn se_linux(subject: &Subject) -> Problem {
    let is_type = |kind: &str| {
        SE_LINUX_TYPES.iter().any(|(allowed, since)| {
            *allowed == kind && since.is_none_or(|since| subject.options.has(since))
        })
    };
    let is_bad = |options: &SELinuxOptions<'_>| {
        !is_type(options.type_()) || !options.user().is_empty() || !options.role().is_empty()
    };
    let names =
        subject.containers_with(|context| context.se_linux_options().is_some_and(|it| is_bad(&it)));
    let of_pod = subject.context.se_linux_options();
    let setters = setters(of_pod.is_some_and(|it| is_bad(&it)), &names)?;
    let all: Vec<SELinuxOptions> =
        subject.contexts().filter_map(SecurityContext::se_linux_options).chain(of_pod).collect();
    let types: BTreeSet<&str> =
        all.iter().map(|options| options.type_()).filter(|kind| !is_type(kind)).collect();
    let mut details = Vec::new();
    if !types.is_empty() {
        details.push(format!("{} {}", plural(types.len(), "type", "types"), quoted(&types)));
    }
    if all.iter().any(|options| !options.user().is_empty()) {
        details.push("user may not be set".to_owned());
    }
    if all.iter().any(|options| !options.role().is_empty()) {
        details.push("role may not be set".to_owned());
    }
    let details = details.join("; ");
    Some(format!(
        "seLinuxOptions ({setters} set forbidden securityContext.seLinuxOptions: {details})"
    ))
}

/// `CheckSysctls`.
pub fn sysctls(subject: &Subject) -> Problem {
    let is_safe = |name: &str| {
        SAFE_SYSCTLS.iter().any(|(safe, since)| {
            *safe == name && since.is_none_or(|since| subject.options.has(since))
        })
    };
    let names = subject.context.sysctls().iter().map(|sysctl| sysctl.name());
    let names: Vec<&str> = names.filter(|name| !is_safe(name)).collect();
    (!names.is_empty()).then(|| format!("forbidden sysctls ({})", names.join(", ")))
}

/// `CheckProcMountRestricted`.
pub fn proc_mount(subject: &Subject) -> Problem {
    let bad =
        |context: SecurityContext<'_>| context.proc_mount().is_some_and(|mount| mount != "Default");
    let names = subject.containers_with(bad);
    let mounts: BTreeSet<&str> = subject
        .contexts()
        .filter_map(SecurityContext::proc_mount)
        .filter(|it| *it != "Default")
        .collect();
    (!names.is_empty()).then(|| {
        format!(
            "procMount ({} must not set securityContext.procMount to {})",
            named(&names),
            quoted(&mounts)
        )
    })
}

/// `CheckSeccompProfileRestricted`. A container's setting does not excuse the Pod's.
pub fn seccomp(subject: &Subject) -> Problem {
    let of_pod = subject.context.seccomp_profile();
    let bad_pod = of_pod.filter(|profile| !is_profile(profile.type_()));
    let explicit = subject.containers_with(|context| {
        context.seccomp_profile().is_some_and(|profile| !is_profile(profile.type_()))
    });
    if let Some(setters) = setters(bad_pod.is_some(), &explicit) {
        let types: BTreeSet<&str> = subject
            .contexts()
            .filter_map(SecurityContext::seccomp_profile)
            .chain(bad_pod)
            .map(SeccompProfile::type_)
            .filter(|kind| !is_profile(kind))
            .collect();
        return Some(format!(
            "seccompProfile ({setters} must not set securityContext.seccompProfile.type to {})",
            quoted(&types)
        ));
    }
    let unset = subject.containers_with(|context| context.seccomp_profile().is_none());
    (of_pod.is_none() && !unset.is_empty()).then(|| {
        format!(
            "seccompProfile (pod or {} must set securityContext.seccompProfile.type to \
             \"RuntimeDefault\" or \"Localhost\")",
            named(&unset)
        )
    })
}
