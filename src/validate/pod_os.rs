//! The operating system of a Pod, and the fields that it does not have: `validateOS`,
//! `validateLinux` and `validateWindows` of `pkg/apis/core/validation`.

use super::container_context;
use super::finding::Findings;
use super::options::Options;
use super::path::Path;
use super::quote::Json;
use super::rules::Rule;
use super::schema::PodSpec;
use super::versions::Change;

/// The systems that Kubernetes knows.
const NAMES: [&str; 2] = ["linux", "windows"];

/// Checks the `os` of a Pod.
pub fn check(pod: PodSpec, options: &Options, path: &Path, findings: &mut Findings) {
    const RULE: Rule = Rule::POD_OS;
    let Some(os) = pod.os() else {
        return;
    };
    let at = path.field("os");
    match os.name() {
        "" => findings.required(RULE, &at.field("name"), ""),
        "linux" => check_linux(pod, path, findings),
        "windows" => check_windows(pod, options, path, findings),
        // The server leaves out the field in the object.
        name => findings.not_supported(RULE, &at, Json(name), &NAMES),
    }
}

/// Whether a Pod is for Windows.
pub fn is_windows(pod: PodSpec) -> bool {
    pod.os().is_some_and(|os| os.name() == "windows")
}

/// `validateLinux`.
fn check_linux(pod: PodSpec, path: &Path, findings: &mut Findings) {
    let detail = "windows options cannot be set for a linux pod";
    let context = pod.security_context().unwrap_or_default();
    let of_pod = path.field("securityContext");
    let rows = [("windowsOptions", context.windows_options().is_some())];
    forbid(&rows, detail, &of_pod, findings);
    container_context::visit(pod, path, |container, path| {
        let context = container.security_context().unwrap_or_default();
        let path = path.field("securityContext");
        let rows = [("windowsOptions", context.windows_options().is_some())];
        forbid(&rows, detail, &path, findings);
    });
}

/// `validateWindows`.
fn check_windows(pod: PodSpec, options: &Options, path: &Path, findings: &mut Findings) {
    let detail = "cannot be set for a windows pod";
    let context = pod.security_context().unwrap_or_default();
    let has_users = options.has(Change::UserNamespaces);
    let rows = [
        ("hostUsers", has_users && pod.host_users().is_some()),
        ("hostPID", pod.host_pid() == Some(true)),
        ("hostIPC", pod.host_ipc() == Some(true)),
        ("shareProcessNamespace", pod.share_process_namespace().is_some()),
    ];
    forbid(&rows, detail, path, findings);
    let has_groups_policy = options.has(Change::SupplementalGroupsPolicy);
    let has_change_policy = options.has(Change::SelinuxChangePolicy);
    let rows = [
        ("appArmorProfile", context.app_armor_profile().is_some()),
        ("seLinuxOptions", context.se_linux_options().is_some()),
        ("seccompProfile", context.seccomp_profile().is_some()),
        ("fsGroup", context.fs_group().is_some()),
        ("fsGroupChangePolicy", context.fs_group_change_policy().is_some()),
        ("sysctls", !context.sysctls().is_empty()),
        ("runAsUser", context.run_as_user().is_some()),
        ("runAsGroup", context.run_as_group().is_some()),
        ("supplementalGroups", context.supplemental_groups().is_set()),
        (
            "supplementalGroupsPolicy",
            has_groups_policy && context.supplemental_groups_policy().is_some(),
        ),
        ("seLinuxChangePolicy", has_change_policy && context.se_linux_change_policy().is_some()),
    ];
    forbid(&rows, detail, &path.field("securityContext"), findings);
    container_context::visit(pod, path, |container, path| {
        let context = container.security_context().unwrap_or_default();
        let rows = [
            ("appArmorProfile", context.app_armor_profile().is_some()),
            ("seLinuxOptions", context.se_linux_options().is_some()),
            ("seccompProfile", context.seccomp_profile().is_some()),
            ("capabilities", context.capabilities().is_some()),
            ("readOnlyRootFilesystem", context.read_only_root_filesystem().is_some()),
            ("privileged", context.privileged().is_some()),
            ("allowPrivilegeEscalation", context.allow_privilege_escalation().is_some()),
            ("procMount", context.proc_mount().is_some()),
            ("runAsUser", context.run_as_user().is_some()),
            ("runAsGroup", context.run_as_group().is_some()),
        ];
        forbid(&rows, detail, &path.field("securityContext"), findings);
    });
}

/// Reports the fields that are set.
fn forbid(rows: &[(&str, bool)], detail: &str, path: &Path, findings: &mut Findings) {
    for (field, is_set) in rows {
        if *is_set {
            findings.forbidden(Rule::POD_OS_FIELD, &path.field(field), detail);
        }
    }
}
