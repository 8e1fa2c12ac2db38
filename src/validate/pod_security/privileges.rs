//! What the processes of a Pod may do.

use std::collections::BTreeSet;

use super::{Problem, Subject, named, quoted, setters};
use crate::validate::schema::{SecurityContext, WindowsSecurityContextOptions};

/// `CheckPrivileged`.
pub fn privileged(subject: &Subject) -> Problem {
    let names = subject.containers_with(|context| context.privileged() == Some(true));
    (!names.is_empty()).then(|| {
        format!("privileged ({} must not set securityContext.privileged=true)", named(&names))
    })
}

/// `CheckWindowsHostProcess`.
pub fn host_process(subject: &Subject) -> Problem {
    let is_host = |context: SecurityContext| {
        context.windows_options().and_then(WindowsSecurityContextOptions::host_process)
    };
    let names = subject.containers_with(|context| is_host(context) == Some(true));
    let of_pod =
        subject.context.windows_options().and_then(WindowsSecurityContextOptions::host_process);
    let setters = setters(of_pod == Some(true), &names)?;
    Some(format!(
        "hostProcess ({setters} must not set securityContext.windowsOptions.hostProcess=true)"
    ))
}

/// `CheckAllowPrivilegeEscalation`.
pub fn escalation(subject: &Subject) -> Problem {
    let names =
        subject.containers_with(|context| context.allow_privilege_escalation() != Some(false));
    (!names.is_empty()).then(|| {
        format!(
            "allowPrivilegeEscalation != false ({} must set \
             securityContext.allowPrivilegeEscalation=false)",
            named(&names)
        )
    })
}

/// `CheckCapabilitiesRestricted`.
pub fn capabilities(subject: &Subject) -> Problem {
    const ADDED: &str = "NET_BIND_SERVICE";
    let keeping = subject.containers_with(|context| {
        let dropped = context.capabilities().unwrap_or_default().drop();
        !dropped.iter().any(|name| name == "ALL")
    });
    let adding = subject.containers_with(|context| {
        let added = context.capabilities().unwrap_or_default().add();
        added.iter().any(|name| name != ADDED)
    });
    let added: BTreeSet<&str> = subject
        .contexts()
        .filter_map(SecurityContext::capabilities)
        .flat_map(|capabilities| capabilities.add().iter())
        .filter(|&name| name != ADDED)
        .collect();
    let mut details = Vec::new();
    if !keeping.is_empty() {
        let names = named(&keeping);
        details.push(format!("{names} must set securityContext.capabilities.drop=[\"ALL\"]"));
    }
    if !adding.is_empty() {
        let (names, added) = (named(&adding), quoted(&added));
        details
            .push(format!("{names} must not include {added} in securityContext.capabilities.add"));
    }
    (!details.is_empty()).then(|| format!("unrestricted capabilities ({})", details.join("; ")))
}

/// `CheckRunAsNonRoot`. A container's setting does not excuse the Pod's.
pub fn run_as_non_root(subject: &Subject) -> Problem {
    let of_pod = subject.context.run_as_non_root();
    let explicit = subject.containers_with(|context| context.run_as_non_root() == Some(false));
    if let Some(setters) = setters(of_pod == Some(false), &explicit) {
        return Some(format!(
            "runAsNonRoot != true ({setters} must not set securityContext.runAsNonRoot=false)"
        ));
    }
    let unset = subject.containers_with(|context| context.run_as_non_root().is_none());
    (of_pod.is_none() && !unset.is_empty()).then(|| {
        format!(
            "runAsNonRoot != true (pod or {} must set securityContext.runAsNonRoot=true)",
            named(&unset)
        )
    })
}

/// `CheckRunAsUser`.
pub fn run_as_user(subject: &Subject) -> Problem {
    let names = subject.containers_with(|context| context.run_as_user() == Some(0));
    let setters = setters(subject.context.run_as_user() == Some(0), &names)?;
    Some(format!("runAsUser=0 ({setters} must not set runAsUser=0)"))
}
