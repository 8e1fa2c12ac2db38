use serde_json::{Value, json};

use super::{POD, Row, fine, kubernetes, row, row_with};
use crate::validate::{Options, Subject, validate};

const LIST: &str = "/spec/template/spec/ephemeralContainers";

/// What is found of any ephemeral container.
const ALWAYS: &str = "spec.template.spec.ephemeralContainers ephemeral-containers";

pub fn rows() -> Vec<Row> {
    let mut rows = fields();
    rows.extend(names());
    rows.extend(common());
    rows
}

/// A list of an ephemeral container with one more field.
fn with(field: &str, value: impl Into<Value>) -> Value {
    json!([{ "name": "e", "image": "i", field: value.into() }])
}

fn fields() -> Vec<Row> {
    let mut rows = vec![row([(LIST, json!([]))], &[])];
    let mut add = |options: Options, field: &str, value: Value, is_forbidden: bool| {
        let line = format!("{POD}.ephemeralContainers[0].{field} ephemeral-field");
        let expected: &[&str] = if is_forbidden { &[&line, ALWAYS] } else { &[ALWAYS] };
        rows.push(row_with(options, [(LIST, with(field, value))], expected));
    };
    let now = || kubernetes(36);
    for (field, value) in [
        ("ports", json!([])),
        ("resources", json!({ "limits": {} })),
        ("resources", json!({ "requests": {} })),
        ("resources", json!({ "claims": [] })),
        ("resizePolicy", json!([])),
        ("restartPolicy", json!("")),
        ("restartPolicyRules", json!([])),
        ("livenessProbe", json!({})),
        ("readinessProbe", json!({})),
        ("startupProbe", json!({})),
        ("lifecycle", json!({})),
    ] {
        add(now(), field, value, true);
        add(now(), field, json!(null), false);
    }
    for (field, value) in [
        ("command", json!(["sh"])),
        ("args", json!(["-c"])),
        ("workingDir", json!("/w")),
        ("envFrom", json!([{ "secretRef": { "name": "s" } }])),
        ("env", json!([{ "name": "A", "value": "a" }])),
        ("resources", json!({})),
        ("resources", json!({ "limits": null })),
        ("lifecycle", json!({ "stopSignal": "SIGTERM" })),
        ("volumeMounts", json!([{ "name": "one", "mountPath": "/one" }])),
        ("volumeDevices", json!([])),
        ("terminationMessagePath", json!("/dev/log")),
        ("terminationMessagePolicy", json!("File")),
        ("imagePullPolicy", json!("Always")),
        ("securityContext", json!({})),
        ("stdin", json!(true)),
        ("stdinOnce", json!(true)),
        ("tty", json!(true)),
    ] {
        add(now(), field, value, false);
    }
    add(now(), "lifecycle", json!({ "stopSignal": "SIGTERM", "preStop": {} }), true);
    for (field, value) in
        [("resizePolicy", json!([])), ("restartPolicy", json!("Never")), ("ports", json!([]))]
    {
        add(kubernetes(33), field, value.clone(), true);
        add(kubernetes(34), field, value.clone(), field != "restartPolicy");
        add(kubernetes(32), field, value, field != "resizePolicy");
    }
    add(kubernetes(34), "restartPolicyRules", json!([]), false);
    add(kubernetes(35), "restartPolicyRules", json!([]), true);
    for field in ["subPath", "subPathExpr"] {
        let mounts = json!([{ "name": "one", "mountPath": "/one", field: "a" }]);
        let line = format!("{POD}.ephemeralContainers[0].volumeMounts[0].{field} ephemeral-field");
        rows.push(row([(LIST, with("volumeMounts", mounts))], &[&line, ALWAYS]));
    }
    rows
}

fn names() -> Vec<Row> {
    let mut rows = Vec::new();
    let named = |name: &str| json!({ "name": name, "image": "i" });
    for (list, index) in [
        (json!([named("main")]), 0),
        (json!([named("init")]), 0),
        (json!([named("e"), named("e")]), 1),
    ] {
        let line = format!("{POD}.ephemeralContainers[{index}].name container-name");
        rows.push(row([(LIST, list)], &[&line, ALWAYS]));
    }
    rows.push(row([(LIST, json!([named("e"), named("f")]))], &[ALWAYS]));
    for (target, is_known) in [("", true), ("main", true), ("init", true), ("e", false)] {
        let line = format!("{POD}.ephemeralContainers[0].targetContainerName ephemeral-target");
        let expected: &[&str] = if is_known { &[ALWAYS] } else { &[&line, ALWAYS] };
        rows.push(row([(LIST, with("targetContainerName", target))], expected));
    }
    rows
}

/// Rules of all containers.
fn common() -> Vec<Row> {
    let line = |path: &str| format!("{POD}.ephemeralContainers[0].{path}");
    let policy = line("terminationMessagePolicy termination-message-policy");
    let file = line("env[0].valueFrom.fileKeyRef.volumeName env-file");
    let source = json!({ "fileKeyRef": { "volumeName": "two", "path": "a", "key": "K" } });
    let env = json!([{ "name": "A", "valueFrom": source }]);
    let space = line("image image-space");
    vec![
        row([(LIST, with("terminationMessagePolicy", "x"))], &[&policy, ALWAYS]),
        row([(LIST, with("image", " i"))], &[&space, ALWAYS]),
        row([(LIST, with("env", env))], &[ALWAYS, &file]),
    ]
}

#[test]
fn says_what_the_server_says_of_ephemeral_containers() {
    const TEMPLATE: &str = "Forbidden: ephemeral containers not allowed in pod template";
    let messages = |list: Value| super::messages([(LIST, list)]);
    assert_eq!(
        messages(with("ports", json!([]))),
        ["Forbidden: cannot be set for an Ephemeral Container", TEMPLATE]
    );
    assert_eq!(messages(with("targetContainerName", "x")), ["Not found: \"x\"", TEMPLATE]);
    assert_eq!(messages(with("name", "main")), ["Duplicate value: \"main\"", TEMPLATE]);
    // Not only of its Pods: the Job is refused.
    let findings = super::find(vec![(LIST, with("image", " i"))], &Options::default());
    let codes: Vec<String> = findings.iter().map(|finding| format!("{:?}", finding.code)).collect();
    assert_eq!(codes, ["FieldValueInvalid", "FieldValueForbidden"]);
}

#[test]
fn a_pod_is_not_created_with_ephemeral_containers() {
    let mut pod = fine()["spec"]["template"].clone();
    pod["apiVersion"] = json!("v1");
    pod["kind"] = json!("Pod");
    pod["metadata"] = json!({ "name": "pod", "namespace": "ns" });
    pod["spec"]["ephemeralContainers"] = with("stdin", true);
    let findings = validate(Subject::Pod, Some(&pod.to_string()), &Options::default());
    let lines: Vec<String> =
        findings.iter().map(|finding| format!("{} {}", finding.path, finding.message)).collect();
    assert_eq!(lines, ["spec.ephemeralContainers Forbidden: cannot be set on create"]);
}
