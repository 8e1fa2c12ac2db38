//! Options of Windows containers: `validateWindowsSecurityContextOptions` of
//! `pkg/apis/core/validation`.

use super::container_context;
use super::finding::Findings;
use super::names;
use super::path::Path;
use super::quote::Json;
use super::rules::Rule;
use super::schema::{PodSpec, WindowsSecurityContextOptions};

/// The rule that is broken here.
const RULE: Rule = Rule::WINDOWS_OPTIONS;
/// The most bytes of a credential spec.
const LONGEST_CREDENTIAL_SPEC: usize = 64 * 1024;
/// The most bytes of the name of a domain.
const LONGEST_DOMAIN: usize = 255;
/// The most bytes of the name of a user.
const LONGEST_USER: usize = 104;

/// Checks the `windowsOptions` of a security context.
pub fn check(
    windows: Option<WindowsSecurityContextOptions>,
    context: &Path,
    findings: &mut Findings,
) {
    let Some(windows) = windows else {
        return;
    };
    let path = context.field("windowsOptions");
    if let Some(name) = windows.gmsa_credential_spec_name() {
        let path = path.field("gmsaCredentialSpecName");
        for problem in names::dns_subdomain(name) {
            findings.invalid(RULE, &path, Json(name), problem);
        }
    }
    if let Some(spec) = windows.gmsa_credential_spec() {
        let path = path.field("gmsaCredentialSpec");
        if spec.is_empty() {
            let detail = "gmsaCredentialSpec cannot be an empty string";
            findings.invalid(RULE, &path, Json(spec), detail);
        } else if spec.len() > LONGEST_CREDENTIAL_SPEC {
            let detail = "gmsaCredentialSpec size must be under 64 KiB";
            findings.invalid(RULE, &path, Json(spec), detail);
        }
    }
    if let Some(name) = windows.run_as_user_name() {
        let path = path.field("runAsUserName");
        for problem in problems_of_user(name) {
            findings.invalid(RULE, &path, Json(name), problem);
        }
    }
}

/// What is wrong with a user's name, or with that of a domain before a backslash.
fn problems_of_user(name: &str) -> Vec<&'static str> {
    if name.is_empty() {
        return vec!["runAsUserName cannot be an empty string"];
    }
    if name.contains(|character: char| character.is_ascii_control()) {
        return vec!["runAsUserName cannot contain control characters"];
    }
    let (domain, user) = match name.split_once('\\') {
        Some((_, rest)) if rest.contains('\\') => {
            return vec!["runAsUserName cannot contain more than one backslash"];
        }
        Some((domain, user)) => (Some(domain), user),
        None => (None, name),
    };
    let domain_length = domain.unwrap_or_default().len();
    let is_domain = domain.is_none_or(|domain| is_net_bios_name(domain) || is_dns_name(domain));
    let rows = [
        (
            domain_length > LONGEST_DOMAIN,
            "runAsUserName's Domain length must be under 256 characters",
        ),
        (!is_domain, "runAsUserName's Domain doesn't match the NetBios nor the DNS format"),
        (user.is_empty(), "runAsUserName's User cannot be empty"),
        (
            user.len() > LONGEST_USER,
            "runAsUserName's User length must not be longer than 104 characters",
        ),
        (
            !user.is_empty() && user.chars().all(|character| matches!(character, '.' | ' ')),
            "runAsUserName's User cannot contain only periods or spaces",
        ),
        (
            user.contains([
                '"', '/', ':', ';', '|', '=', ',', '+', '*', '?', '<', '>', '@', '[', ']',
            ]),
            r#"runAsUserName's User cannot contain the following characters: "/\:;|=,+*?<>@[]"#,
        ),
    ];
    rows.into_iter().filter_map(|(is_wrong, problem)| is_wrong.then_some(problem)).collect()
}

/// `validNetBiosRegex`: 1 to 15 characters, the first one not a dot.
fn is_net_bios_name(domain: &str) -> bool {
    (1..=15).contains(&domain.chars().count())
        && !domain.starts_with('.')
        && !domain.contains(['/', ':', '*', '?', '"', '<', '>', '|'])
}

/// `validWindowsUserDomainDNSRegex`: labels of 1 to 63 letters, digits and dashes.
fn is_dns_name(domain: &str) -> bool {
    domain.split('.').all(|label| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    })
}

/// `validateWindowsHostProcessPod`. Whether the cluster allows such containers at all is a flag of
/// the API server.
pub fn check_host_process(pod: PodSpec, path: &Path, findings: &mut Findings) {
    const RULE: Rule = Rule::HOST_PROCESS;
    let is_host_process = |windows: Option<WindowsSecurityContextOptions>| {
        windows.and_then(WindowsSecurityContextOptions::host_process)
    };
    let context = pod.security_context().unwrap_or_default();
    let of_pod = is_host_process(context.windows_options());
    let (mut all, mut host) = (0, 0);
    container_context::visit(pod, path, |container, path| {
        let context = container.security_context().unwrap_or_default();
        let of_container = is_host_process(context.windows_options());
        if let (Some(expected), Some(found)) = (of_pod, of_container)
            && expected != found
        {
            let path = path.field("securityContext");
            let path = path.field("windowsOptions");
            let path = path.field("hostProcess");
            let detail = format!(
                "pod hostProcess value must be identical if both are specified, was {expected}"
            );
            findings.invalid(RULE, &path, found, detail);
        }
        all += 1;
        host += usize::from(of_container.or(of_pod) == Some(true));
    });
    if host == 0 {
        return;
    }
    if host != all {
        let detail = "If pod contains any hostProcess containers then all containers must be \
                      HostProcess containers";
        findings.invalid(RULE, path, "\"\"", detail);
    }
    if pod.host_network() != Some(true) {
        let detail = "hostNetwork must be true if pod contains any hostProcess containers";
        findings.invalid(RULE, &path.field("hostNetwork"), false, detail);
    }
}
