//! Users of the Pod itself, and namespaces of the node: `validateHostUsers` of
//! `pkg/apis/core/validation`.

use super::finding::Findings;
use super::options::Options;
use super::path::Path;
use super::rules::Rule;
use super::schema::PodSpec;
use super::{container_context, security_context};

/// The rule that is broken here.
const RULE: Rule = Rule::HOST_USERS;

/// Checks what does not go with `hostUsers: false`.
pub fn check(pod: PodSpec, options: &Options, path: &Path, findings: &mut Findings) {
    const DETAIL: &str = "when `hostUsers` is false";
    if security_context::has_host_users(pod, options) {
        return;
    }
    // The server writes two of the names as Go does.
    let namespaces = [
        ("hostNetwork", pod.host_network()),
        ("HostPID", pod.host_pid()),
        ("HostIPC", pod.host_ipc()),
    ];
    for (field, is_on) in namespaces {
        if is_on == Some(true) {
            findings.forbidden(RULE, &path.field(field), DETAIL);
        }
    }
    container_context::visit(pod, path, |container, path| {
        if !container.volume_devices().is_empty() {
            findings.forbidden(RULE, &path.field("volumeDevices"), DETAIL);
        }
    });
}
