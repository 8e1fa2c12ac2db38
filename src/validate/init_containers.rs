//! The init containers of a Pod, sidecars among them: `validateInitContainers` of
//! `pkg/apis/core/validation`.

use std::collections::{BTreeSet, HashSet};

use super::container_context::{Context, duplicate_name};
use super::finding::Findings;
use super::path::Path;
use super::ports::HostPorts;
use super::rules::Rule;
use super::schema::Container;
use super::{container, lifecycle, probes, resize, restart_policy};

/// Checks the init containers of a Pod.
pub fn check(context: &Context, claims: &BTreeSet<&str>, list: &Path, findings: &mut Findings) {
    let mut names: HashSet<&str> = context.pod.containers().iter().map(Container::name).collect();
    for (index, container) in context.pod.init_containers().iter().enumerate() {
        let path = list.index(index);
        container::check(container, context, claims, &path, findings);
        restart_policy::check_init(container, context.options, &path, findings);
        let name = container.name();
        if names.contains(name) {
            duplicate_name(name, &path, findings);
        } else if !name.is_empty() {
            names.insert(name);
        }
        // The server gives them the path of the first init container, whichever it is.
        HostPorts::new(context.pod).check(container.ports(), &list.index(0), findings);
        let is_sidecar = container.restart_policy() == Some("Always");
        if is_sidecar {
            lifecycle::check(container, context, &path, findings);
            probes::check(container, &path, findings);
        } else if !findings.has_left_out(&path.field("restartPolicy")) {
            check_absent(container, &path, findings);
        }
        resize::check_init(container, is_sidecar, context.options, &path, findings);
    }
}

/// What only a sidecar can have.
fn check_absent(container: Container, path: &Path, findings: &mut Findings) {
    let fields = [
        ("lifecycle", lifecycle::of(container).is_some()),
        ("livenessProbe", container.liveness_probe().is_some()),
        ("readinessProbe", container.readiness_probe().is_some()),
        ("startupProbe", container.startup_probe().is_some()),
    ];
    for (name, _) in fields.iter().filter(|(_, is_set)| *is_set) {
        let detail = "may not be set for init containers without restartPolicy=Always";
        findings.forbidden(Rule::INIT_CONTAINER_FIELD, &path.field(name), detail);
    }
}
