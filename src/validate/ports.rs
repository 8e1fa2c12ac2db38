//! The ports of containers: `validateContainerPorts`, `checkHostPortConflicts` and
//! `validatePodHostNetworkDeps` of `pkg/apis/core/validation`.

use std::collections::HashSet;

use super::finding::{Code, Findings, Subject};
use super::names;
use super::path::Path;
use super::quote::{Json, Quoted};
use super::rules::Rule;
use super::schema::{ContainerPort, PodSpec};
use super::value::List;

/// The values of `protocol`.
const PROTOCOLS: [&str; 3] = ["SCTP", "TCP", "UDP"];

/// The protocol of a port, for which the server has a default.
pub fn protocol(port: ContainerPort<'_>) -> &str {
    if port.protocol().is_empty() { "TCP" } else { port.protocol() }
}

/// A port's port of the node in a Pod of that subject: in a Pod with the node's network it is the
/// port itself, unless it is set (`defaultHostNetworkPorts`). A Job has not been given it yet.
pub fn host_port(port: ContainerPort, pod: PodSpec, subject: Subject) -> i64 {
    let given = port.host_port().unwrap_or_default();
    if given == 0 && subject == Subject::Pod && pod.host_network() == Some(true) {
        port.container_port().unwrap_or_default()
    } else {
        given
    }
}

/// Checks the ports of a container.
pub fn check<'a>(
    ports: List<'a, ContainerPort<'a>>,
    pod: PodSpec,
    defaults_of: Subject,
    list: &Path,
    findings: &mut Findings,
) {
    let mut names = HashSet::new();
    for (index, port) in ports.iter().enumerate() {
        let item = list.index(index);
        let (name, path) = (port.name(), item.field("name"));
        let problems = if name.is_empty() { Vec::new() } else { names::port_name(name) };
        if problems.is_empty() && !name.is_empty() && !names.insert(name) {
            findings.duplicate(Rule::PORT_NAME, &path, Quoted(name));
        }
        findings.problems(Rule::PORT_NAME, &path, name, problems);
        let path = item.field("containerPort");
        match port.container_port().unwrap_or_default() {
            0 => findings.required(Rule::PORT_NUMBER, &path, ""),
            number => check_number(number, &path, findings),
        }
        let number = host_port(port, pod, defaults_of);
        if number != 0 {
            check_number(number, &item.field("hostPort"), findings);
        }
        let protocol = protocol(port);
        if !PROTOCOLS.contains(&protocol) {
            let path = item.field("protocol");
            findings.not_supported(Rule::PORT_PROTOCOL, &path, Json(protocol), &PROTOCOLS);
        }
    }
}

/// The range of ports.
fn check_number(number: i64, path: &Path, findings: &mut Findings) {
    if let Some(problem) = names::port_number(number) {
        findings.invalid(Rule::PORT_NUMBER, path, number, problem);
    }
}

/// The ports of the node that containers have taken so far.
pub struct HostPorts<'a> {
    /// The Pod of the containers.
    pod: PodSpec<'a>,
    /// Protocols, addresses and ports.
    taken: HashSet<(&'a str, &'a str, i64)>,
    /// Those of the Pods that a Job makes.
    taken_in_pod: HashSet<(&'a str, &'a str, i64)>,
}

impl<'a> HostPorts<'a> {
    /// None yet.
    pub fn new(pod: PodSpec<'a>) -> Self {
        Self { pod, taken: HashSet::new(), taken_in_pod: HashSet::new() }
    }

    /// `AccumulateUniqueHostPorts` of one container.
    pub fn check(
        &mut self,
        ports: List<'a, ContainerPort<'a>>,
        container: &Path,
        findings: &mut Findings,
    ) {
        let list = container.field("ports");
        for (index, port) in ports.iter().enumerate() {
            let item = list.index(index);
            let path = item.field("hostPort");
            let key = |number| (protocol(port), port.host_ip(), number);
            let written = |number| format!("{}/{}/{number}", protocol(port), port.host_ip());
            let number = host_port(port, self.pod, findings.subject());
            let in_pod = host_port(port, self.pod, Subject::Pod);
            let is_new_in_pod = in_pod == 0 || self.taken_in_pod.insert(key(in_pod));
            if number != 0 && !self.taken.insert(key(number)) {
                findings.duplicate(Rule::HOST_PORT_TAKEN, &path, Quoted(&written(number)));
            } else if !is_new_in_pod {
                let message = format!("Duplicate value: {}", Quoted(&written(in_pod)));
                let code = Code::FieldValueDuplicate;
                findings.report_for_pod(Rule::HOST_PORT_TAKEN, code, &path, message);
            }
        }
    }
}

/// `validatePodHostNetworkDeps`: ports of the node are those of the containers where both have one
/// network.
pub fn check_host_network(pod: PodSpec, path: &Path, findings: &mut Findings) {
    if pod.host_network() != Some(true) {
        return;
    }
    let containers = path.field("containers");
    for (index, container) in pod.containers().iter().enumerate() {
        let path = containers.index(index);
        let list = path.field("ports");
        for (index, port) in container.ports().iter().enumerate() {
            let item = list.index(index);
            let number = host_port(port, pod, findings.subject());
            if number != 0
                && number != port.container_port().unwrap_or_default()
                && !findings.has_left_out(&item)
            {
                let detail = "must match `containerPort` when `hostNetwork` is true";
                findings.invalid(Rule::HOST_PORT_NETWORK, &item.field("hostPort"), number, detail);
            }
        }
    }
}
