//! The containers of a Pod: `validateContainers` of `pkg/apis/core/validation`, and the order of the
//! three lists.

use std::collections::{BTreeSet, HashSet};

use super::container_context::{Context, duplicate_name};
use super::finding::{Code, Findings};
use super::path::Path;
use super::ports::HostPorts;
use super::rules::Rule;
use super::schema::Container;
use super::value::List;
use super::{
    container, ephemeral_containers, init_containers, lifecycle, port_warnings, probes,
    restart_policy,
};

/// Checks all containers of a Pod.
pub fn check(context: &Context, pod: &Path, findings: &mut Findings) {
    let claims = context.claims();
    check_regular(context, &claims, pod, findings);
    init_containers::check(context, &claims, &pod.field("initContainers"), findings);
    ephemeral_containers::check(context, &claims, &pod.field("ephemeralContainers"), findings);
    check_for_pod(context.pod.containers(), &pod.field("containers"), findings);
    check_for_pod(context.pod.init_containers(), &pod.field("initContainers"), findings);
    port_warnings::check(context.pod, pod, findings);
}

/// `validateContainersOnlyForPod`, for one of the two lists.
fn check_for_pod<'a>(containers: List<'a, Container<'a>>, list: &Path, findings: &mut Findings) {
    for (index, container) in containers.iter().enumerate() {
        if let Some(message) = container::image_space(container) {
            let item = list.index(index);
            let (path, code) = (item.field("image"), Code::FieldValueInvalid);
            findings.report_for_pod(Rule::IMAGE_SPACE, code, &path, message);
        }
    }
}

/// `validateContainers`.
fn check_regular(context: &Context, claims: &BTreeSet<&str>, pod: &Path, findings: &mut Findings) {
    let (list, containers) = (pod.field("containers"), context.pod.containers());
    if containers.is_empty() {
        return findings.required(Rule::CONTAINER_LIST, &list, "");
    }
    let mut names = HashSet::new();
    for (index, container) in containers.iter().enumerate() {
        let path = list.index(index);
        container::check(container, context, claims, &path, findings);
        if !names.insert(container.name()) {
            duplicate_name(container.name(), &path, findings);
        }
        lifecycle::check(container, context, &path, findings);
        probes::check(container, &path, findings);
        restart_policy::check_regular(container, context.options, &path, findings);
    }
    let mut host_ports = HostPorts::new(context.pod);
    for (index, container) in containers.iter().enumerate() {
        host_ports.check(container.ports(), &list.index(index), findings);
    }
}
