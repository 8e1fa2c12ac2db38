//! What a resize of a container does to it: `validateResizePolicy` of `pkg/apis/core/validation`.

use std::collections::HashSet;

use super::container_context::Context;
use super::finding::Findings;
use super::options::Options;
use super::path::Path;
use super::quote::Json;
use super::rules::Rule;
use super::schema::Container;
use super::versions::Change;

/// What can be resized.
const RESOURCES: [&str; 2] = ["cpu", "memory"];
/// What a resize does to the container.
const POLICIES: [&str; 2] = ["NotRequired", "RestartContainer"];

/// Checks the resize policies of a container. The server gives most findings the path of the list.
pub fn check(container: Container, context: &Context, path: &Path, findings: &mut Findings) {
    let list = path.field("resizePolicy");
    if !context.options.has(Change::ResizePolicies) || findings.has_left_out(&list) {
        return;
    }
    let never_restarts = context.pod.restart_policy() == "Never";
    let mut resources = HashSet::new();
    for (index, policy) in container.resize_policy().iter().enumerate() {
        let (resource, policy) = (policy.resource_name(), policy.restart_policy());
        if !resources.insert(resource) {
            findings.duplicate(Rule::RESIZE_POLICY, &list.index(index), Json(resource));
        }
        check_value(resource, &RESOURCES, &list, findings);
        check_value(policy, &POLICIES, &list, findings);
        if never_restarts && policy != "NotRequired" {
            let detail = "must be 'NotRequired' when pod `restartPolicy` is 'Never'";
            findings.invalid(Rule::RESIZE_POLICY, &list, Json(policy), detail);
        }
    }
}

/// A part of a policy, which the server asks for.
fn check_value(value: &str, supported: &[&str], list: &Path, findings: &mut Findings) {
    if value.is_empty() {
        findings.required(Rule::RESIZE_POLICY, list, "");
    } else if !supported.contains(&value) {
        findings.not_supported(Rule::RESIZE_POLICY, list, Json(value), supported);
    }
}

/// `validateInitContainers`: only a sidecar can be restarted.
pub fn check_init(
    container: Container,
    is_sidecar: bool,
    options: &Options,
    path: &Path,
    findings: &mut Findings,
) {
    if is_sidecar || !options.has(Change::NoInitRestarts) {
        return;
    }
    let list = path.field("resizePolicy");
    for (index, policy) in container.resize_policy().iter().enumerate() {
        if policy.restart_policy() == "RestartContainer" {
            let item = list.index(index);
            let path = item.field("restartPolicy");
            let detail = "must not be set to 'RestartContainer' for non-sidecar initContainers";
            findings.invalid(Rule::RESIZE_POLICY, &path, Json("RestartContainer"), detail);
        }
    }
}
