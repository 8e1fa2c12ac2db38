//! What a Pod shares with its node.

use std::collections::BTreeSet;

use super::{Change, Problem, QuotedList, Subject, named, plural, quoted};
use crate::validate::schema::Container;
use crate::validate::value::View;

/// The sources of volumes that are not allowed, in the server's order.
const RESTRICTED_VOLUMES: [&str; 21] = [
    "hostPath",
    "gcePersistentDisk",
    "awsElasticBlockStore",
    "gitRepo",
    "nfs",
    "iscsi",
    "glusterfs",
    "rbd",
    "flexVolume",
    "cinder",
    "cephfs",
    "flocker",
    "fc",
    "azureFile",
    "vsphereVolume",
    "quobyte",
    "azureDisk",
    "photonPersistentDisk",
    "portworxVolume",
    "scaleIO",
    "storageos",
];

/// `CheckHostNamespaces`.
pub fn namespaces(subject: &Subject) -> Problem {
    let namespaces = [
        ("hostNetwork=true", subject.pod.host_network()),
        ("hostPID=true", subject.pod.host_pid()),
        ("hostIPC=true", subject.pod.host_ipc()),
    ];
    let shared: Vec<&str> = namespaces
        .iter()
        .filter(|(_, is_on)| *is_on == Some(true))
        .map(|(name, _)| *name)
        .collect();
    (!shared.is_empty()).then(|| format!("host namespaces ({})", shared.join(", ")))
}

/// `CheckHostPorts`.
pub fn ports(subject: &Subject) -> Problem {
    let of = |container: Container| {
        let ports = container.ports().iter();
        let ports = ports.map(|port| port.host_port().unwrap_or_default());
        ports.filter(|&port| port != 0).map(|port| port.to_string()).collect::<Vec<_>>()
    };
    let names = subject.names(|container| !of(container).is_empty());
    let ports: BTreeSet<String> =
        subject.containers.iter().flat_map(|container| of(*container)).collect();
    let ports: Vec<String> = ports.into_iter().collect();
    (!names.is_empty()).then(|| {
        format!(
            "hostPort ({} {} {} {})",
            named(&names),
            plural(names.len(), "uses", "use"),
            plural(ports.len(), "hostPort", "hostPorts"),
            ports.join(", ")
        )
    })
}

/// `CheckHostProbesAndHostLifecycle`: requests to other computers.
pub fn handlers(subject: &Subject) -> Problem {
    if !subject.options.has(Change::HostProbes) {
        return None;
    }
    let of_containers: Vec<(&str, Vec<&str>)> = subject
        .containers
        .iter()
        .map(|container| (container.name(), hosts(*container)))
        .filter(|(_, hosts)| !hosts.is_empty())
        .collect();
    let names: BTreeSet<&str> = of_containers.iter().map(|(name, _)| *name).collect();
    let names: Vec<&str> = names.into_iter().collect();
    let hosts: BTreeSet<&str> =
        of_containers.iter().flat_map(|(_, hosts)| hosts.iter().copied()).collect();
    (!names.is_empty()).then(|| {
        format!(
            "probe or lifecycle host ({} {} {} {})",
            named(&names),
            plural(names.len(), "uses", "use"),
            plural(hosts.len(), "probe or lifecycle host", "probe or lifecycle hosts"),
            quoted(&hosts)
        )
    })
}

/// The hosts that the probes and hooks of a container name.
fn hosts(container: Container<'_>) -> Vec<&str> {
    let probes =
        [container.liveness_probe(), container.readiness_probe(), container.startup_probe()];
    let lifecycle = container.lifecycle().unwrap_or_default();
    let hooks = [lifecycle.post_start(), lifecycle.pre_stop()];
    let of_probes = probes.iter().flatten().map(|probe| (probe.http_get(), probe.tcp_socket()));
    let of_hooks = hooks.iter().flatten().map(|hook| (hook.http_get(), hook.tcp_socket()));
    of_probes
        .chain(of_hooks)
        .flat_map(|(http, tcp)| [http.unwrap_or_default().host(), tcp.unwrap_or_default().host()])
        .filter(|host| !host.is_empty())
        .collect()
}

/// `CheckRestrictedVolumes`. A volume without a source is an empty directory.
pub fn volumes(subject: &Subject) -> Problem {
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
    let mut names = Vec::new();
    let mut types = BTreeSet::new();
    for volume in subject.pod.volumes().iter() {
        let sources: Vec<&str> = volume.members().names().collect();
        let is_allowed = sources.iter().any(|source| ALLOWED.contains(source));
        let restricted = RESTRICTED_VOLUMES.into_iter().find(|source| sources.contains(source));
        if let Some(source) = restricted.filter(|_| !is_allowed) {
            names.push(volume.name());
            types.insert(source);
        }
    }
    (!names.is_empty()).then(|| {
        format!(
            "restricted volume types ({} {} {} {} {})",
            plural(names.len(), "volume", "volumes"),
            QuotedList(&names),
            plural(names.len(), "uses", "use"),
            plural(types.len(), "restricted volume type", "restricted volume types"),
            quoted(&types)
        )
    })
}
