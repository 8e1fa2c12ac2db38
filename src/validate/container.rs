//! A container: `validateContainerCommon` of `pkg/apis/core/validation`, and what only its start
//! shows.

use std::collections::BTreeSet;

use super::container_context::Context;
use super::finding::{Code, Findings};
use super::options::Options;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;
use super::schema::Container;
use super::versions::Change;
use super::{
    claims, devices, env, env_source, exec, exec_total, expansion, mounts, names, ports, resize,
    resources, secret_literals, security_context, words,
};

/// The values of `terminationMessagePolicy`.
const MESSAGE_POLICIES: [&str; 2] = ["File", "FallbackToLogsOnError"];

/// Checks a container of any kind.
pub fn check(
    container: Container,
    context: &Context,
    claims: &BTreeSet<&str>,
    path: &Path,
    findings: &mut Findings,
) {
    let options = context.options;
    let defaults_of = context.defaults_of(findings.subject());
    check_name(container.name(), &path.field("name"), findings);
    if container.image().is_empty() {
        findings.required(Rule::IMAGE, &path.field("image"), "");
    }
    let policy = container.termination_message_policy();
    let message_policy = path.field("terminationMessagePolicy");
    let rule = Rule::TERMINATION_MESSAGE;
    words::check_unless_empty(rule, policy, &MESSAGE_POLICIES, &message_policy, findings);
    ports::check(container.ports(), context.pod, defaults_of, &path.field("ports"), findings);
    env::check(container.env(), options, &path.field("env"), findings);
    env_source::check_from(container.env_from(), options, &path.field("envFrom"), findings);
    mounts::check(container, context.volumes, options, path, findings);
    devices::check(container, context.volumes, &path.field("volumeDevices"), findings);
    let pull_policy = path.field("imagePullPolicy");
    words::check_pull_policy(container.image_pull_policy(), &pull_policy, findings);
    if let Some(requirements) = container.resources() {
        let path = path.field("resources");
        resources::check(requirements, defaults_of, &path, findings);
        if options.has(Change::ResourceClaims) {
            claims::check(requirements.claims(), claims, &path.field("claims"), findings);
        }
    }
    resize::check(container, context, path, findings);
    let has_host_users = security_context::has_host_users(context.pod, options);
    let security = container.security_context().unwrap_or_default();
    let path_of_security = path.field("securityContext");
    security_context::check(security, has_host_users, options, &path_of_security, findings);
    exec::check(container, path, findings);
    let is_rewritten = expansion::is_rewritten(container);
    exec_total::check(container, is_rewritten, path, findings);
    secret_literals::check(container, options, path, findings);
    if is_rewritten {
        expansion::check(container, path, findings);
    }
    check_working_dir(container.working_dir(), options, &path.field("workingDir"), findings);
}

/// The form of a name; whether another container has it is for the lists to say.
fn check_name(name: &str, path: &Path, findings: &mut Findings) {
    if name.is_empty() {
        findings.required(Rule::CONTAINER_NAME, path, "");
    } else {
        findings.problems(Rule::CONTAINER_NAME, path, name, names::dns_label(name));
    }
}

/// What is said of white space around an image: `validateContainerOnlyForPod`, of which a Job is
/// only asked for its ephemeral containers.
pub fn image_space(container: Container) -> Option<String> {
    let image = container.image();
    let detail = "must not have leading or trailing whitespace";
    (image.trim() != image).then(|| format!("Invalid value: {}: {detail}", Quoted(image)))
}

/// The server has no rule for it; the container runtime does not change it.
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
