//! A container: `validateContainerCommon` of `pkg/apis/core/validation`, and what only its start
//! shows.

use std::collections::BTreeSet;

use k8s_openapi::api::core::v1::Container;

use super::finding::{Code, Findings};
use super::options::Options;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;
use super::{env, env_source, exec, expansion, mounts, resources};

/// Checks a container, beside its name.
pub fn check(
    container: &Container,
    volumes: &BTreeSet<&str>,
    options: &Options,
    path: &Path,
    findings: &mut Findings,
) {
    check_image(container.image.as_deref().unwrap_or_default(), &path.field("image"), findings);
    let entries = container.env.as_deref().unwrap_or_default();
    env::check(entries, options, &path.field("env"), findings);
    let sources = container.env_from.as_deref().unwrap_or_default();
    env_source::check_from(sources, options, &path.field("envFrom"), findings);
    let mounts = container.volume_mounts.as_deref().unwrap_or_default();
    mounts::check(mounts, volumes, options, &path.field("volumeMounts"), findings);
    check_pull_policy(container.image_pull_policy.as_deref(), path, findings);
    if let Some(requirements) = &container.resources {
        resources::check(requirements, &path.field("resources"), findings);
    }
    exec::check(container, path, findings);
    expansion::check(container, path, findings);
    if let Some(directory) = container.working_dir.as_deref() {
        check_working_dir(directory, options, &path.field("workingDir"), findings);
    }
}

fn check_image(image: &str, path: &Path, findings: &mut Findings) {
    if image.is_empty() {
        findings.required(Rule::Image, path, "");
    } else if image.trim() != image {
        // `validateContainerOnlyForPod`: not asked of a Job.
        let detail = "must not have leading or trailing whitespace";
        let message = format!("Invalid value: {}: {detail}", Quoted(image));
        findings.report(Rule::ImageSpace, Code::PodRejected, path, message);
    }
}

/// `validatePullPolicy`; the server has a default.
fn check_pull_policy(policy: Option<&str>, container: &Path, findings: &mut Findings) {
    const SUPPORTED: [&str; 3] = ["Always", "IfNotPresent", "Never"];
    let policy = policy.unwrap_or_default();
    if !policy.is_empty() && !SUPPORTED.contains(&policy) {
        let path = container.field("imagePullPolicy");
        findings.not_supported(Rule::ImagePullPolicy, &path, Quoted(policy), &SUPPORTED);
    }
}

/// The server has no rule for it; the container runtime takes it as it is.
fn check_working_dir(directory: &str, options: &Options, path: &Path, findings: &mut Findings) {
    let (rule, detail) = if directory.trim() != directory {
        (Rule::WorkingDirSpace, "the white space is part of the path: the container cannot start")
    } else if options.is_restricted && !directory.is_empty() && !directory.starts_with('/') {
        (Rule::WorkingDirRelative, "must be an absolute path: the container cannot start")
    } else {
        return;
    };
    let message = format!("Invalid value: {}: {detail}", Quoted(directory));
    findings.report(rule, Code::FieldValueInvalid, path, message);
}
