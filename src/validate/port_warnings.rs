//! Ports that the server takes for a mistake, and accepts: `GetWarningsForPod` of `pkg/api/pod`.

use std::collections::HashMap;
use std::fmt::{self, Display, Formatter};

use super::container_context;
use super::finding::{Code, Findings};
use super::path::Path;
use super::ports;
use super::quote::{Quoted, start};
use super::rules::Rule;
use super::schema::{ContainerPort, PodSpec};

/// The most ports that one is compared with. The server cuts its warnings at 4,096 characters, which
/// this many exceed.
const COMPARED: usize = 64;

/// A port as Go's `%+v` prints it.
struct Printed<'a>(ContainerPort<'a>, i64);

impl Display for Printed<'_> {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        let Self(port, host_port) = self;
        write!(
            formatter,
            "{{Name:{} HostPort:{host_port} ContainerPort:{} Protocol:{} HostIP:{}}}",
            start(port.name()),
            port.container_port().unwrap_or_default(),
            start(ports::protocol(*port)),
            start(port.host_ip())
        )
    }
}

/// A port of the node, and where it is set.
struct Other<'a> {
    /// The path of the port.
    path: String,
    /// The address of the node.
    host_ip: &'a str,
    /// The port of the node, or 0.
    host_port: i64,
}

/// Warns of the ports of all containers.
pub fn check(pod: PodSpec, path: &Path, findings: &mut Findings) {
    let mut others: HashMap<(i64, &str), Vec<Other>> = HashMap::new();
    container_context::visit(pod, path, |container, path| {
        let list = path.field("ports");
        for (index, port) in container.ports().iter().enumerate() {
            let path = list.index(index);
            let host_port = ports::host_port(port, pod, findings.subject());
            if !port.host_ip().is_empty() && host_port == 0 {
                let printed = Printed(port, host_port);
                let message = format!("hostIP set without hostPort: {printed}");
                findings.warn(Rule::PORT_HOST_IP, Code::FieldValueInvalid, &path, message);
            }
            let key = (port.container_port().unwrap_or_default(), ports::protocol(port));
            let others = others.entry(key).or_default();
            let port = Other { path: path.to_string(), host_ip: port.host_ip(), host_port };
            for other in others.iter() {
                if let Some(relation) = relation(&port, other) {
                    let message = format!("{relation} port definition with {}", other.path);
                    findings.warn(Rule::PORT_OVERLAP, Code::FieldValueDuplicate, &path, message);
                }
            }
            if others.len() < COMPARED {
                others.push(port);
            }
        }
    });
    check_names(pod, path, findings);
}

/// How two ports of one number and protocol get in each other's way.
fn relation(port: &Other, other: &Other) -> Option<&'static str> {
    if port.host_ip == other.host_ip && port.host_port == other.host_port {
        Some("duplicate")
    } else if port.host_port == 0 || other.host_port == 0 {
        Some("overlapping")
    } else if port.host_port == other.host_port
        && port.host_ip.is_empty() != other.host_ip.is_empty()
    {
        Some("dangerously ambiguous")
    } else {
        None
    }
}

/// Names that ports of several containers have.
fn check_names(pod: PodSpec, path: &Path, findings: &mut Findings) {
    let mut first: HashMap<&str, String> = HashMap::new();
    container_context::visit(pod, path, |container, path| {
        let list = path.field("ports");
        for (index, port) in container.ports().iter().enumerate() {
            let (path, name) = (list.index(index), port.name());
            if name.is_empty() {
                continue;
            }
            if let Some(other) = first.get(name) {
                let message = format!(
                    "duplicate port name {} with {other}, services and probes that select ports by \
                     name will use {other}",
                    Quoted(name)
                );
                findings.warn(Rule::PORT_NAME_SHARED, Code::FieldValueDuplicate, &path, message);
            } else {
                first.insert(name, path.to_string());
            }
        }
    });
}
