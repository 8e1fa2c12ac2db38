//! Annotations of a Pod that the server reads: `ValidatePodSpecificAnnotations` of
//! `pkg/apis/core/validation`.

use std::collections::BTreeSet;

use super::finding::{Code, Findings, Subject};
use super::labels::Labels;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;
use super::schema::{AppArmorProfile, PodSpec};
use super::{app_armor, container_context, pod_os, seccomp};

/// How much it costs to delete the Pod.
const DELETION_COST: &str = "controller.kubernetes.io/pod-deletion-cost";
/// What the kubelet sets on the mirror of a Pod that it runs from a file.
const MIRROR: &str = "kubernetes.io/config.mirror";
/// The seccomp profile of a Pod.
const SECCOMP_OF_POD: &str = "seccomp.security.alpha.kubernetes.io/pod";
/// The start of the key for the seccomp profile of a container.
const SECCOMP: &str = "container.seccomp.security.alpha.kubernetes.io/";
/// The start of the key for the `AppArmor` profile of a container.
pub const APP_ARMOR: &str = "container.apparmor.security.beta.kubernetes.io/";
/// The start of a profile that is on the node.
pub const LOCALHOST: &str = "localhost/";

/// Annotations that once were fields, and what is said of them.
const FORMER: [(&str, &str); 3] = [
    (
        "scheduler.alpha.kubernetes.io/critical-pod",
        r#"non-functional in v1.16+; use the "priorityClassName" field instead"#,
    ),
    (
        "security.alpha.kubernetes.io/sysctls",
        r#"non-functional in v1.11+; use the "sysctls" field instead"#,
    ),
    (
        "security.alpha.kubernetes.io/unsafe-sysctls",
        r#"non-functional in v1.11+; use the "sysctls" field instead"#,
    ),
];

/// Checks the annotations on their own. The path is that of the map.
pub fn check(annotations: Labels, pod: PodSpec, path: &Path, findings: &mut Findings) {
    if let Some(value) = annotations.get(MIRROR).filter(|_| pod.node_name().is_empty()) {
        let detail = "must set spec.nodeName if mirror pod annotation is set";
        findings.invalid(Rule::POD_ANNOTATION, &path.key(MIRROR), Quoted(value), detail);
    }
    if let Some(cost) = annotations.get(DELETION_COST).filter(|cost| !is_cost(cost)) {
        let detail = "must be a 32bit integer";
        findings.invalid(Rule::POD_ANNOTATION, &path.key(DELETION_COST), Quoted(cost), detail);
    }
    if let Some(profile) = annotations.get(SECCOMP_OF_POD) {
        check_seccomp(profile, &path.field(SECCOMP_OF_POD), findings);
    }
    for (key, profile) in annotations.iter().filter(|(key, _)| key.starts_with(SECCOMP)) {
        check_seccomp(profile, &path.field(key), findings);
    }
    let mut names = BTreeSet::new();
    container_context::visit(pod, path, |container, _| _ = names.insert(container.name()));
    for (key, profile) in annotations.iter() {
        let Some(name) = key.strip_prefix(APP_ARMOR) else {
            continue;
        };
        let path = path.key(key);
        if !names.contains(name) {
            let detail = "container not found";
            findings.invalid(Rule::APP_ARMOR_ANNOTATION, &path, Quoted(name), detail);
        }
        // `ValidateAppArmorProfileFormat`.
        if !matches!(profile, "" | "runtime/default" | "unconfined")
            && !profile.starts_with(LOCALHOST)
        {
            let detail = format!("invalid AppArmor profile name: {}", Quoted(profile));
            findings.invalid(Rule::APP_ARMOR_ANNOTATION, &path, Quoted(profile), detail);
        }
    }
}

/// `GetDeletionCostFromPodAnnotations`: neither a plus nor zeros in front.
fn is_cost(cost: &str) -> bool {
    matches!(cost.as_bytes(), b"0" | [b'-' | b'1'..=b'9', ..]) && cost.parse::<i32>().is_ok()
}

/// `ValidateSeccompProfile`.
fn check_seccomp(profile: &str, path: &Path, findings: &mut Findings) {
    const RULE: Rule = Rule::SECCOMP_ANNOTATION;
    if let Some(file) = profile.strip_prefix(LOCALHOST) {
        seccomp::check_file(RULE, file, path, findings);
    } else if !matches!(profile, "runtime/default" | "docker/default" | "unconfined") {
        findings.invalid(RULE, path, Quoted(profile), "must be a valid seccomp profile");
    }
}

/// `validateSeccompAnnotationsAndFields` and `validateAppArmorAnnotationsAndFieldsMatchOnCreate`:
/// annotations and the fields that replace them. The path is that of the Pod's spec.
pub fn check_fields(annotations: Labels, pod: PodSpec, path: &Path, findings: &mut Findings) {
    let context = pod.security_context().unwrap_or_default();
    if let (Some(annotation), Some(profile)) =
        (annotations.get(SECCOMP_OF_POD), context.seccomp_profile())
    {
        let field = (profile.type_(), profile.localhost_profile());
        SECCOMP_FIELD.check(annotation, field, &path.field("securityContext"), findings);
    }
    if !has_of_container(annotations) {
        return;
    }
    container_context::visit(pod, path, |container, path| {
        let context = container.security_context().unwrap_or_default();
        let annotation = annotations.get(&format!("{SECCOMP}{}", container.name()));
        if let (Some(annotation), Some(profile)) = (annotation, context.seccomp_profile()) {
            let field = (profile.type_(), profile.localhost_profile());
            SECCOMP_FIELD.check(annotation, field, &path.field("securityContext"), findings);
        }
    });
    if pod_os::is_windows(pod) {
        return;
    }
    container_context::visit(pod, path, |container, path| {
        let of_container = container.security_context().unwrap_or_default().app_armor_profile();
        let annotation = annotations.get(&format!("{APP_ARMOR}{}", container.name()));
        let is_copied = findings.subject() == Subject::Pod
            && of_container.is_none()
            && annotation.is_some_and(is_app_armor_profile);
        if is_copied {
            return;
        }
        let profile = of_container.or_else(|| context.app_armor_profile());
        if let (Some(annotation), Some(profile)) = (annotation, profile) {
            let field = (profile.type_(), profile.localhost_profile());
            APP_ARMOR_FIELD.check(annotation, field, &path.field("securityContext"), findings);
        }
    });
}

/// Whether there is an annotation for a container: without one, no key is put together.
fn has_of_container(annotations: Labels) -> bool {
    annotations.iter().any(|(key, _)| key.starts_with(SECCOMP) || key.starts_with(APP_ARMOR))
}

/// An annotation for a container, and the field that replaces it.
struct Replaced {
    /// Receives the findings.
    rule: Rule,
    /// What the server calls it.
    what: &'static str,
    /// The field of a security context.
    field: &'static str,
    /// The annotation's names for `RuntimeDefault`.
    defaults: &'static [&'static str],
}

/// `validateSeccompAnnotationsAndFieldsMatch`.
const SECCOMP_FIELD: Replaced = Replaced {
    rule: Rule::SECCOMP_ANNOTATION,
    what: "seccomp",
    field: "seccompProfile",
    defaults: &["runtime/default", "docker/default"],
};

/// `validateAppArmorAnnotationsAndFieldsMatchOnCreate`.
const APP_ARMOR_FIELD: Replaced = Replaced {
    rule: Rule::APP_ARMOR_ANNOTATION,
    what: "apparmor",
    field: "appArmorProfile",
    defaults: &["runtime/default"],
};

impl Replaced {
    /// Checks that they say the same: the field is a type of profile, and a name.
    fn check(
        &self,
        annotation: &str,
        (kind, name): (&str, Option<&str>),
        context: &Path,
        findings: &mut Findings,
    ) {
        let path = context.field(self.field);
        let is_same_type = match kind {
            "Unconfined" => annotation == "unconfined",
            "RuntimeDefault" => self.defaults.contains(&annotation),
            "Localhost" => annotation.starts_with(LOCALHOST),
            _ => true,
        };
        let expected = annotation.strip_prefix(LOCALHOST).filter(|_| kind == "Localhost");
        let what = self.what;
        if !is_same_type {
            let detail = format!("{what} type in annotation and field must match");
            findings.forbidden(self.rule, &path.field("type"), &detail);
        } else if expected.is_some() && expected != name {
            let detail = format!("{what} profile in annotation and field must match");
            findings.forbidden(self.rule, &path.field("localhostProfile"), &detail);
        }
    }
}

/// `GetWarningsForPodTemplate` of `pkg/api/pod`: what fields have replaced. The path is that of the
/// metadata.
pub fn warn(annotations: Labels, pod: PodSpec, path: &Path, findings: &mut Findings) {
    let path = path.field("annotations");
    for (key, message) in FORMER {
        if annotations.contains(key) {
            warn_of(key, message, &path, findings);
        }
    }
    let context = pod.security_context().unwrap_or_default();
    let without_seccomp = r#"non-functional in v1.27+; use the "seccompProfile" field instead"#;
    if context.seccomp_profile().is_none() && annotations.contains(SECCOMP_OF_POD) {
        warn_of(SECCOMP_OF_POD, without_seccomp, &path, findings);
    }
    if !has_of_container(annotations) {
        return;
    }
    container_context::visit(pod, &path, |container, _| {
        let of_container = container.security_context().unwrap_or_default();
        let key = format!("{SECCOMP}{}", container.name());
        if of_container.seccomp_profile().is_none() && annotations.contains(&key) {
            warn_of(&key, without_seccomp, &path, findings);
        }
        let key = format!("{APP_ARMOR}{}", container.name());
        // `applyAppArmorVersionSkew` says it of Pods.
        if (findings.subject() == Subject::Job || !pod_os::is_windows(pod))
            && of_container.app_armor_profile().is_none()
            && annotations.get(&key).is_some_and(|annotation| {
                !context.app_armor_profile().is_some_and(|field| is_same(field, annotation))
            })
        {
            let message = r#"deprecated since v1.30; use the "appArmorProfile" field instead"#;
            warn_of(&key, message, &path, findings);
        }
    });
}

/// `ApparmorFieldForAnnotation` of `pkg/api/pod`: whether the annotation says the same as the field.
fn is_same(field: AppArmorProfile, annotation: &str) -> bool {
    match (annotation, annotation.strip_prefix(LOCALHOST)) {
        ("unconfined", _) => (field.type_(), field.localhost_profile()) == ("Unconfined", None),
        ("runtime/default", _) => {
            (field.type_(), field.localhost_profile()) == ("RuntimeDefault", None)
        }
        (_, Some(name)) if !name.is_empty() => {
            (field.type_(), field.localhost_profile()) == ("Localhost", Some(name))
        }
        _ => false,
    }
}

/// Whether `applyAppArmorVersionSkew` of `pkg/registry/core/pod` makes a container's field of an
/// annotation of a Pod.
fn is_app_armor_profile(annotation: &str) -> bool {
    match annotation.strip_prefix(LOCALHOST) {
        Some(name) => app_armor::is_name(name),
        None => matches!(annotation, "unconfined" | "runtime/default"),
    }
}

/// An annotation that a field has replaced.
fn warn_of(key: &str, message: &str, annotations: &Path, findings: &mut Findings) {
    let rule = Rule::POD_ANNOTATION_FORMER;
    findings.warn(rule, Code::FieldValueNotSupported, &annotations.key(key), message);
}
