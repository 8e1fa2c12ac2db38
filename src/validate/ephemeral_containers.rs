//! The ephemeral containers of a Pod, which can only be added to a running one:
//! `validateEphemeralContainers` of `pkg/apis/core/validation`.

use std::collections::{BTreeSet, HashSet};

use super::container_context::{Context, duplicate_name};
use super::finding::{Code, Findings, Subject};
use super::options::Options;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;
use super::schema::{Container, VolumeMount};
use super::value::{List, View};
use super::versions::Change;
use super::{container, lifecycle, restart_policy};

/// What is said of a field that they cannot have.
const NOT_SETTABLE: &str = "cannot be set for an Ephemeral Container";

/// Checks the ephemeral containers of a Pod.
pub fn check(context: &Context, claims: &BTreeSet<&str>, list: &Path, findings: &mut Findings) {
    let containers = context.pod.ephemeral_containers();
    if containers.is_empty() {
        return;
    }
    let others: HashSet<&str> = context
        .pod
        .containers()
        .iter()
        .chain(context.pod.init_containers().iter())
        .map(Container::name)
        .collect();
    let context = &Context { is_ephemeral: true, ..*context };
    let mut names = others.clone();
    for (index, ephemeral) in containers.iter().enumerate() {
        let path = list.index(index);
        let container = ephemeral.as_container();
        container::check(container, context, claims, &path, findings);
        if let Some(message) = container::image_space(container) {
            let path = path.field("image");
            findings.report(Rule::IMAGE_SPACE, Code::FieldValueInvalid, &path, message);
        }
        if !names.insert(container.name()) {
            duplicate_name(container.name(), &path, findings);
        }
        let target = ephemeral.target_container_name();
        if !target.is_empty() && !others.contains(target) {
            let path = path.field("targetContainerName");
            findings.not_found(Rule::EPHEMERAL_TARGET, &path, Quoted(target));
        }
        check_fields(container, context.options, &path, findings);
        check_sub_paths(container.volume_mounts(), &path.field("volumeMounts"), findings);
    }
    // `ValidatePodTemplateSpec` and `ValidatePodCreate`.
    let detail = match findings.subject() {
        Subject::Job => "ephemeral containers not allowed in pod template",
        Subject::Pod => "cannot be set on create",
    };
    findings.forbidden(Rule::EPHEMERAL_CONTAINERS, list, detail);
}

/// `validateFieldAllowList`, which takes an empty list for set.
fn check_fields(container: Container, options: &Options, path: &Path, findings: &mut Findings) {
    let set: HashSet<&str> = container.members().names().collect();
    let has_resources =
        container.resources().is_some_and(|resources| resources.members().names().next().is_some());
    let has_restart_policy = !restart_policy::are_dropped(options);
    let fields = [
        ("ports", true),
        ("resources", has_resources),
        ("resizePolicy", options.has(Change::ResizePolicies)),
        ("restartPolicy", has_restart_policy),
        ("restartPolicyRules", has_restart_policy),
        ("livenessProbe", true),
        ("readinessProbe", true),
        ("startupProbe", true),
        ("lifecycle", lifecycle::of(container).is_some()),
    ];
    for (name, is_kept) in fields {
        if is_kept && set.contains(name) {
            findings.forbidden(Rule::EPHEMERAL_FIELD, &path.field(name), NOT_SETTABLE);
        }
    }
}

/// Mounts of a part of a volume, which would outlive the container.
fn check_sub_paths<'a>(mounts: List<'a, VolumeMount<'a>>, list: &Path, findings: &mut Findings) {
    for (index, mount) in mounts.iter().enumerate() {
        let item = list.index(index);
        for (name, path) in [("subPath", mount.sub_path()), ("subPathExpr", mount.sub_path_expr())]
        {
            if !path.is_empty() {
                findings.forbidden(Rule::EPHEMERAL_FIELD, &item.field(name), NOT_SETTABLE);
            }
        }
    }
}
