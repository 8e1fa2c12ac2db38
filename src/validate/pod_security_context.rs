//! The security context of a Pod: `validatePodSpecSecurityContext` of `pkg/apis/core/validation`.

use super::finding::Findings;
use super::options::Options;
use super::path::Path;
use super::rules::Rule;
use super::schema::PodSpec;
use super::versions::Change;
use super::{app_armor, seccomp, sysctls, user_ids, windows_options, words};

/// Checks the `securityContext` of a Pod.
pub fn check(pod: PodSpec, options: &Options, path: &Path, findings: &mut Findings) {
    let path = &path.field("securityContext");
    let context = pod.security_context().unwrap_or_default();
    user_ids::check_field(context.fs_group(), "fsGroup", path, findings);
    user_ids::check_field(context.run_as_user(), "runAsUser", path, findings);
    user_ids::check_field(context.run_as_group(), "runAsGroup", path, findings);
    let list = path.field("supplementalGroups");
    for (index, group) in context.supplemental_groups().iter().enumerate() {
        user_ids::check(group, &list.index(index), findings);
    }
    if pod.share_process_namespace() == Some(true) && pod.host_pid() == Some(true) {
        let path = path.field("shareProcessNamespace");
        let detail = "ShareProcessNamespace and HostPID cannot both be enabled";
        findings.invalid(Rule::SHARED_PROCESSES, &path, true, detail);
    }
    sysctls::check(pod, path, findings);
    let policy = context.fs_group_change_policy();
    let supported = ["Always", "OnRootMismatch"];
    let at = path.field("fsGroupChangePolicy");
    words::check(Rule::FS_GROUP_CHANGE_POLICY, policy, &supported, &at, findings);
    seccomp::check(context.seccomp_profile(), path, findings);
    windows_options::check(context.windows_options(), path, findings);
    app_armor::check(context.app_armor_profile(), path, findings);
    if options.has(Change::SupplementalGroupsPolicy) {
        let policy = context.supplemental_groups_policy();
        let at = path.field("supplementalGroupsPolicy");
        let rule = Rule::SUPPLEMENTAL_GROUPS_POLICY;
        words::check(rule, policy, &["Merge", "Strict"], &at, findings);
    }
    if options.has(Change::SelinuxChangePolicy) {
        let policy = context.se_linux_change_policy();
        let at = path.field("seLinuxChangePolicy");
        // `MountOption` needs the feature gate SELinuxMount, which is off.
        words::check(Rule::SE_LINUX_CHANGE_POLICY, policy, &["Recursive"], &at, findings);
    }
}
