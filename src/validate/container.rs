//! A container: `validateContainerCommon` of `pkg/apis/core/validation`, and what only its start
//! shows.

use super::finding::{Code, Findings};
use super::options::Options;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;
use super::schema::Container;
use super::volumes::Volumes;
use super::{env, env_source, exec, expansion, mounts, resources};

/// Checks a container, beside its name.
pub fn check(
    container: Container,
    volumes: &Volumes,
    options: &Options,
    path: &Path,
    findings: &mut Findings,
) {
    check_image(container.image(), &path.field("image"), findings);
    env::check(container.env(), options, &path.field("env"), findings);
    env_source::check_from(container.env_from(), options, &path.field("envFrom"), findings);
    mounts::check(
        container.volume_mounts(),
        volumes,
        options,
        &path.field("volumeMounts"),
        findings,
    );
    check_pull_policy(container.image_pull_policy(), path, findings);
    if let Some(requirements) = container.resources() {
        resources::check(requirements, &path.field("resources"), findings);
    }
    exec::check(container, path, findings);
    expansion::check(container, path, findings);
    check_working_dir(container.working_dir(), options, &path.field("workingDir"), findings);
}

fn check_image(image: &str, path: &Path, findings: &mut Findings) {
    if image.is_empty() {
        findings.required(Rule::IMAGE, path, "");
    } else if image.trim() != image {
        // `validateContainerOnlyForPod`: not asked of a Job.
        let detail = "must not have leading or trailing whitespace";
        let message = format!("Invalid value: {}: {detail}", Quoted(image));
        findings.report_for_pod(Rule::IMAGE_SPACE, Code::FieldValueInvalid, path, message);
    }
}

/// `validatePullPolicy`; the server has a default.
fn check_pull_policy(policy: &str, container: &Path, findings: &mut Findings) {
    const SUPPORTED: [&str; 3] = ["Always", "IfNotPresent", "Never"];
    if !policy.is_empty() && !SUPPORTED.contains(&policy) {
        let path = container.field("imagePullPolicy");
        findings.not_supported(Rule::IMAGE_PULL_POLICY, &path, Quoted(policy), &SUPPORTED);
    }
}

/// The server has no rule for it; the container runtime takes it as it is.
fn check_working_dir(directory: &str, options: &Options, path: &Path, findings: &mut Findings) {
    let (rule, detail) = if directory.trim() != directory {
        (Rule::WORKING_DIR_SPACE, "the white space is part of the path: the container cannot start")
    } else if options.is_restricted && !directory.is_empty() && !directory.starts_with('/') {
        (Rule::WORKING_DIR_RELATIVE, "must be an absolute path: the container cannot start")
    } else {
        return;
    };
    let message = format!("Invalid value: {}: {detail}", Quoted(directory));
    findings.report(rule, Code::FieldValueInvalid, path, message);
}
