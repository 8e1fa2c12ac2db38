//! Kernel parameters of a Pod: `validateSysctls` of `pkg/apis/core/validation`.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::finding::Findings;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;
use super::schema::PodSpec;

/// The rule that is broken here.
const RULE: Rule = Rule::SYSCTL;
/// The most bytes of a name.
const LONGEST: usize = 253;
/// What the server says of a name that has another form.
const FORM: &str = "must have at most 253 characters and match regex ^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$";

/// Parameters that each IPC namespace has for itself.
const OF_IPC: [&str; 10] = [
    "kernel.sem",
    "kernel.shmall",
    "kernel.shmmax",
    "kernel.shmmni",
    "kernel.shm_rmid_forced",
    "kernel.shm",
    "kernel.msgmax",
    "kernel.msgmnb",
    "kernel.msgmni",
    "kernel.msg",
];

/// Checks the `sysctls` of a Pod's security context.
pub fn check(pod: PodSpec, context: &Path, findings: &mut Findings) {
    let list = context.field("sysctls");
    let sysctls = pod.security_context().unwrap_or_default().sysctls();
    let mut seen = BTreeSet::new();
    for (index, sysctl) in sysctls.iter().enumerate() {
        let item = list.index(index);
        let path = item.field("name");
        let name = sysctl.name();
        let is_new = seen.insert(name);
        if name.is_empty() {
            findings.required(RULE, &path, "");
        } else if !is_name(name) {
            findings.invalid(RULE, &path, Quoted(name), FORM);
        } else if !is_new {
            findings.duplicate(RULE, &path, Quoted(name));
        }
        let normal = normalized(name);
        let parameter = normal.split('*').next().unwrap_or_default();
        let detail = if pod.host_network() == Some(true) && parameter.starts_with("net.") {
            "may not be specified when 'hostNetwork' is true"
        } else if pod.host_ipc() == Some(true) && is_of_ipc(parameter) {
            "may not be specified when 'hostIPC' is true"
        } else {
            continue;
        };
        findings.invalid(RULE, &path, Quoted(name), detail);
    }
}

/// `IsValidSysctlName`: segments between dots or slashes.
fn is_name(name: &str) -> bool {
    let is_end = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    name.len() <= LONGEST
        && name.split(['.', '/']).map(str::as_bytes).all(|segment| {
            segment.first().is_some_and(is_end)
                && segment.last().is_some_and(is_end)
                && segment.iter().all(|byte| is_end(byte) || matches!(byte, b'-' | b'_'))
        })
}

/// `NormalizeName` of `component-helpers`: if a slash comes first, dots and slashes change places.
fn normalized(name: &str) -> Cow<'_, str> {
    let first = name.find(['.', '/']).and_then(|at| name.get(at..));
    if !first.is_some_and(|rest| rest.starts_with('/')) {
        return name.into();
    }
    let swap = |character| match character {
        '.' => '/',
        '/' => '.',
        _ => character,
    };
    name.chars().map(swap).collect::<String>().into()
}

/// Whether each IPC namespace has a parameter for itself.
fn is_of_ipc(parameter: &str) -> bool {
    OF_IPC.contains(&parameter) || parameter.starts_with("fs.mqueue.")
}
