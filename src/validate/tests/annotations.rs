use serde_json::{Value, json};

use super::cases::{Case, case, find_in_pod};

const SECCOMP_OF_POD: &str = "seccomp.security.alpha.kubernetes.io/pod";
const SECCOMP: &str = "container.seccomp.security.alpha.kubernetes.io/main";
const APP_ARMOR: &str = "container.apparmor.security.beta.kubernetes.io/main";
const COST: &str = "controller.kubernetes.io/pod-deletion-cost";
const MIRROR: &str = "kubernetes.io/config.mirror";

/// The template's annotations, in the paths of errors and of warnings.
const AT: &str = "/spec.template.annotations";
const IN_WARNINGS: &str = "/spec.template.metadata.annotations";

pub fn cases() -> Vec<Case> {
    let mut cases = values();
    cases.extend(fields());
    cases.extend(warnings());
    cases
}

fn of(key: &str, value: &str) -> Value {
    json!({ "@annotations": { key: value } })
}

fn values() -> Vec<Case> {
    let mut cases = Vec::new();
    for cost in ["0", "1", "9", "-1", "-0", "2147483647", "-2147483648"] {
        cases.push(case(of(COST, cost), &[]));
    }
    for cost in ["", "-", "+1", "00", "01", "1.5", "a", " 1", "2147483648", "-2147483649"] {
        cases.push(case(
            of(COST, cost),
            &[&format!(
                "{AT}[{COST}] pod-annotation: Invalid value: \"{cost}\": must be a 32bit integer"
            )],
        ));
    }
    cases.push(case(of(MIRROR, "a"), &[&format!(
        "{AT}[{MIRROR}] pod-annotation: Invalid value: \"a\": must set spec.nodeName if mirror pod \
         annotation is set"
    )]));
    let mut mirror = of(MIRROR, "a");
    mirror["nodeName"] = json!("n");
    cases.push(case(mirror, &[]));
    for key in [SECCOMP_OF_POD, SECCOMP] {
        let with_field = |value: &str| {
            let mut pod = of(key, value);
            // The value is valid, whatever the field says.
            pod["containers/0/securityContext"] = json!({ "seccompProfile": null });
            pod
        };
        let warning = format!(
            "{IN_WARNINGS}[{key}] pod-annotation-former: non-functional in v1.27+; use the \
             \"seccompProfile\" field instead"
        );
        for value in ["runtime/default", "docker/default", "unconfined", "localhost/a/b"] {
            cases.push(case(with_field(value), &[&warning]));
        }
        for (value, problem) in [
            ("a", "\"a\": must be a valid seccomp profile"),
            ("localhost//a", "\"/a\": must be a relative path"),
            ("localhost/../a", "\"../a\": must not contain '..'"),
        ] {
            let line = format!("{AT}.{key} seccomp-annotation: Invalid value: {problem}");
            cases.push(case(with_field(value), &[&line, &warning]));
        }
    }
    let deprecated = |key: &str| {
        format!(
            "{IN_WARNINGS}[{key}] pod-annotation-former: deprecated since v1.30; use the \
             \"appArmorProfile\" field instead"
        )
    };
    for value in ["", "runtime/default", "unconfined", "localhost/a"] {
        cases.push(case(of(APP_ARMOR, value), &[&deprecated(APP_ARMOR)]));
    }
    cases.push(case(of(APP_ARMOR, "a"), &[
        &format!("{AT}[{APP_ARMOR}] app-armor-annotation: Invalid value: \"a\": invalid AppArmor profile name: \"a\""),
        &deprecated(APP_ARMOR),
    ]));
    let init = "container.apparmor.security.beta.kubernetes.io/init";
    cases.push(case(of(init, "unconfined"), &[&deprecated(init)]));
    let other = "container.apparmor.security.beta.kubernetes.io/other";
    cases.push(case(
        of(other, "unconfined"),
        &[&format!(
            "{AT}[{other}] app-armor-annotation: Invalid value: \"other\": container not found"
        )],
    ));
    cases
}

/// Annotations, the fields for the same, and the last part of the path where they differ.
fn fields() -> Vec<Case> {
    let mut cases = Vec::new();
    let rows = [
        ("Unconfined", None, "unconfined", ""),
        ("Unconfined", None, "runtime/default", "type"),
        ("RuntimeDefault", None, "runtime/default", ""),
        ("RuntimeDefault", None, "unconfined", "type"),
        ("Localhost", Some("a"), "localhost/a", ""),
        ("Localhost", Some("a"), "localhost/b", "localhostProfile"),
        ("Localhost", Some("a"), "unconfined", "type"),
    ];
    for (kind, name, annotation, differs) in rows {
        let profile = json!({ "type": kind, "localhostProfile": name });
        let what = if differs == "type" { "type" } else { "profile" };
        for (key, set, place) in [
            (SECCOMP_OF_POD, "securityContext", "securityContext"),
            (SECCOMP, "containers/0/securityContext", "containers[0].securityContext"),
        ] {
            let mut pod = of(key, annotation);
            pod[set] = json!({ "seccompProfile": profile });
            let line = format!(
                "{place}.seccompProfile.{differs} seccomp-annotation: Forbidden: seccomp {what} in \
                 annotation and field must match"
            );
            let expected = if differs.is_empty() { None } else { Some(line.as_str()) };
            cases.push(case(pod, expected.as_slice()));
        }
        let mut pod = of(APP_ARMOR, annotation);
        pod["containers/0/securityContext"] = json!({ "appArmorProfile": profile });
        let line = format!(
            "containers[0].securityContext.appArmorProfile.{differs} app-armor-annotation: \
             Forbidden: apparmor {what} in annotation and field must match"
        );
        let expected = if differs.is_empty() { None } else { Some(line.as_str()) };
        cases.push(case(pod.clone(), expected.as_slice()));
        // Of the Pod's field, the container's annotation says the same or is deprecated.
        pod["containers/0/securityContext"] = json!({});
        pod["securityContext"] = json!({ "appArmorProfile": profile });
        let warning = format!(
            "{IN_WARNINGS}[{APP_ARMOR}] pod-annotation-former: deprecated since v1.30; use the \
             \"appArmorProfile\" field instead"
        );
        let both = [line.as_str(), warning.as_str()];
        let expected = if differs.is_empty() { &[][..] } else { &both };
        cases.push(case(pod, expected));
    }
    let mut pod = of(SECCOMP, "docker/default");
    pod["containers/0/securityContext"] = json!({ "seccompProfile": { "type": "RuntimeDefault" } });
    cases.push(case(pod, &[]));
    // Windows has no AppArmor.
    let mut pod = of(APP_ARMOR, "unconfined");
    pod["os"] = json!({ "name": "windows" });
    pod["initContainers/0/securityContext"] = json!({});
    pod["containers/0/securityContext"] =
        json!({ "appArmorProfile": { "type": "RuntimeDefault" } });
    cases.push(case(pod, &[
        "containers[0].securityContext.appArmorProfile pod-os-field: Forbidden: cannot be set for a windows pod",
    ]));
    cases
}

fn warnings() -> Vec<Case> {
    [
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
    ]
    .map(|(key, message)| {
        case(of(key, "a"), &[&format!("{IN_WARNINGS}[{key}] pod-annotation-former: {message}")])
    })
    .into()
}

#[test]
fn of_a_pod_the_paths_are_those_of_its_metadata() {
    let spec = json!({ "containers": [{ "name": "main", "image": "i" }] });
    let metadata = json!({ "name": "a", "annotations": { COST: "a", APP_ARMOR: "unconfined" } });
    assert_eq!(
        find_in_pod(&metadata, &spec),
        [
            format!(
                "metadata.annotations[{COST}] FieldValueInvalid: Invalid value: \"a\": must be a 32bit integer"
            ),
            format!(
                "metadata.annotations[{APP_ARMOR}] FieldValueNotSupported: deprecated since v1.30; use the \"appArmorProfile\" field instead"
            ),
        ]
    );
    let metadata = json!({ "name": "a", "annotations": { SECCOMP_OF_POD: "unconfined" } });
    assert_eq!(
        find_in_pod(&metadata, &spec),
        [format!(
            "metadata.annotations[{SECCOMP_OF_POD}] FieldValueNotSupported: non-functional in v1.27+; use the \"seccompProfile\" field instead"
        )]
    );
}

/// The server makes the container's field of the annotation, and only then compares the two.
#[test]
fn an_app_armor_annotation_of_a_pod_becomes_the_field() {
    let lines = |annotation: &str, pod: &Value, container: &Value, os: &str| {
        let metadata = json!({ "name": "a", "annotations": { APP_ARMOR: annotation } });
        let container = json!({ "name": "main", "image": "i", "securityContext": { "appArmorProfile": container } });
        let spec = json!({
            "containers": [container],
            "securityContext": { "appArmorProfile": pod },
            "os": { "name": os },
        });
        find_in_pod(&metadata, &spec)
            .iter()
            .map(|line| line.split(" FieldValue").next().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let deprecated = &*format!("metadata.annotations[{APP_ARMOR}]");
    let place = "spec.containers[0].securityContext.appArmorProfile";
    let runtime = json!({ "type": "RuntimeDefault" });
    let none = json!(null);
    let long = |length: usize| format!("localhost/{}", "a".repeat(length));
    for annotation in ["unconfined", "localhost/a", &long(4095)] {
        assert_eq!(lines(annotation, &runtime, &none, "linux"), [deprecated], "{annotation}");
    }
    assert_eq!(lines("runtime/default", &runtime, &none, "linux"), [""; 0]);
    // These are not profiles, so that the Pod's field is compared.
    let differs = &*format!("{place}.type");
    for annotation in ["", "localhost/", "localhost/ a", &long(4096)] {
        let expected = [deprecated, differs];
        assert_eq!(lines(annotation, &runtime, &none, "linux"), expected, "{annotation}");
    }
    assert_eq!(lines("unconfined", &none, &runtime, "linux"), [differs]);
    assert_eq!(lines("unconfined", &none, &none, "windows"), [""; 0]);
}
