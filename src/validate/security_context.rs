//! Security contexts of containers: `ValidateSecurityContext` of `pkg/apis/core/validation`. Whether
//! the cluster allows privileged containers is a flag of the API server, which clusters set.

use super::finding::Findings;
use super::options::Options;
use super::path::Path;
use super::quote::{Json, JsonList, JsonOption};
use super::rules::Rule;
use super::schema::{PodSpec, SecurityContext};
use super::versions::Change;
use super::{app_armor, seccomp, user_ids, windows_options};

/// Checks the `securityContext` of a container.
pub fn check(
    context: SecurityContext,
    has_host_users: bool,
    options: &Options,
    path: &Path,
    findings: &mut Findings,
) {
    user_ids::check_field(context.run_as_user(), "runAsUser", path, findings);
    user_ids::check_field(context.run_as_group(), "runAsGroup", path, findings);
    // Before that, the server sets it to the default.
    if let Some(mount) = context.proc_mount().filter(|_| options.has(Change::ProcMount)) {
        check_proc_mount(mount, has_host_users, &path.field("procMount"), findings);
    }
    seccomp::check(context.seccomp_profile(), path, findings);
    check_escalation(context, path, findings);
    windows_options::check(context.windows_options(), path, findings);
    app_armor::check(context.app_armor_profile(), path, findings);
}

/// Whether the users of a Pod are those of the node.
pub fn has_host_users(pod: PodSpec, options: &Options) -> bool {
    pod.host_users() != Some(false) || !options.has(Change::UserNamespaces)
}

/// `ValidateProcMountType`.
fn check_proc_mount(mount: &str, has_host_users: bool, path: &Path, findings: &mut Findings) {
    const RULE: Rule = Rule::PROC_MOUNT;
    match mount {
        "Unmasked" if has_host_users => {
            let detail = "`hostUsers` must be false to use `Unmasked`";
            findings.invalid(RULE, path, Json(mount), detail);
        }
        "Default" | "Unmasked" => {}
        _ => findings.not_supported(RULE, path, Json(mount), &["Default", "Unmasked"]),
    }
}

/// What asks for more rights, where they may not be given.
fn check_escalation(context: SecurityContext, path: &Path, findings: &mut Findings) {
    const RULE: Rule = Rule::PRIVILEGE_ESCALATION;
    if context.allow_privilege_escalation() != Some(false) {
        return;
    }
    if context.privileged() == Some(true) {
        let detail = "cannot set `allowPrivilegeEscalation` to false and `privileged` to true";
        findings.invalid(RULE, path, json(context), detail);
    }
    let added = context.capabilities().unwrap_or_default().add();
    for _ in added.iter().filter(|&name| name == "CAP_SYS_ADMIN") {
        let detail =
            "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN";
        findings.invalid(RULE, path, json(context), detail);
    }
}

/// The context as the server prints it: Go's own struct, whose fields have no names for JSON.
fn json(context: SecurityContext) -> String {
    let text = |text: Option<&str>| JsonOption(text.map(|text| Json(text).to_string())).to_string();
    let profile = |kind: &str, file| {
        format!(r#"{{"Type":{},"LocalhostProfile":{}}}"#, Json(kind), text(file))
    };
    let capabilities = context.capabilities().map(|it| {
        let list = |names| {
            JsonOption(
                Some(names)
                    .filter(|names: &super::value::List<'_, _>| names.is_set())
                    .map(JsonList),
            )
        };
        format!(r#"{{"Add":{},"Drop":{}}}"#, list(it.add()), list(it.drop()))
    });
    let se_linux = context.se_linux_options().map(|it| {
        format!(
            r#"{{"User":{},"Role":{},"Type":{},"Level":{}}}"#,
            Json(it.user()),
            Json(it.role()),
            Json(it.type_()),
            Json(it.level())
        )
    });
    let windows = context.windows_options().map(|it| {
        format!(
            r#"{{"GMSACredentialSpecName":{},"GMSACredentialSpec":{},"RunAsUserName":{},"HostProcess":{}}}"#,
            text(it.gmsa_credential_spec_name()),
            text(it.gmsa_credential_spec()),
            text(it.run_as_user_name()),
            JsonOption(it.host_process())
        )
    });
    let seccomp = context.seccomp_profile().map(|it| profile(it.type_(), it.localhost_profile()));
    let app_armor =
        context.app_armor_profile().map(|it| profile(it.type_(), it.localhost_profile()));
    let fields = [
        ("Capabilities", JsonOption(capabilities).to_string()),
        ("Privileged", JsonOption(context.privileged()).to_string()),
        ("SELinuxOptions", JsonOption(se_linux).to_string()),
        ("WindowsOptions", JsonOption(windows).to_string()),
        ("RunAsUser", JsonOption(context.run_as_user()).to_string()),
        ("RunAsGroup", JsonOption(context.run_as_group()).to_string()),
        ("RunAsNonRoot", JsonOption(context.run_as_non_root()).to_string()),
        ("ReadOnlyRootFilesystem", JsonOption(context.read_only_root_filesystem()).to_string()),
        ("AllowPrivilegeEscalation", JsonOption(context.allow_privilege_escalation()).to_string()),
        ("ProcMount", text(context.proc_mount())),
        ("SeccompProfile", JsonOption(seccomp).to_string()),
        ("AppArmorProfile", JsonOption(app_armor).to_string()),
    ];
    let fields = fields.map(|(name, value)| format!("\"{name}\":{value}"));
    format!("{{{}}}", fields.join(","))
}
