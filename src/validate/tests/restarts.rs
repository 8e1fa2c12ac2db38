use serde_json::{Value, json};

use super::{CONTAINER, POD, Row, assert_messages, at, inside, kubernetes, row, row_with};
use crate::validate::Options;

const POLICY: &str = "/spec/template/spec/containers/0/restartPolicy";
const RULES: &str = "/spec/template/spec/containers/0/restartPolicyRules";
const INIT_POLICY: &str = "/spec/template/spec/initContainers/0/restartPolicy";
const INIT_RULES: &str = "/spec/template/spec/initContainers/0/restartPolicyRules";
const RESIZE: &str = "/spec/template/spec/containers/0/resizePolicy";
const INIT_RESIZE: &str = "/spec/template/spec/initContainers/0/resizePolicy";
const POD_POLICY: &str = "/spec/template/spec/restartPolicy";

const OF_POLICY: &str = "container-restart-policy";
const OF_RULE: &str = "restart-rule";

pub fn rows() -> Vec<Row> {
    let mut rows = policies();
    rows.extend(restart_rules());
    rows.extend(rules_of_init_containers());
    rows.extend(earlier_versions());
    rows.extend(resize_policies());
    rows.extend(resize_policies_of_init_containers());
    rows
}

/// A list of so many rules that are fine.
fn rules(count: usize) -> Value {
    let codes = json!({ "operator": "In", "values": [1] });
    json!(vec![json!({ "action": "Restart", "exitCodes": codes }); count])
}

fn policies() -> Vec<Row> {
    let mut rows = Vec::new();
    for (policy, rule) in
        [("Always", ""), ("Never", ""), ("OnFailure", ""), ("always", OF_POLICY), ("", OF_POLICY)]
    {
        rows.push(inside(POLICY, policy, "restartPolicy", rule));
        rows.push(at(INIT_POLICY, policy, &format!("{POD}.initContainers[0].restartPolicy"), rule));
    }
    rows
}

fn restart_rules() -> Vec<Row> {
    let mut rows = vec![
        inside(RULES, json!([]), "restartPolicy", ""),
        inside(RULES, rules(1), "restartPolicy", OF_POLICY),
    ];
    let mut add = |rules: Value, path: &str, rule: &str| {
        let line = format!("{CONTAINER}.restartPolicyRules{path} {rule}");
        let expected: &[&str] = if rule.is_empty() { &[] } else { &[&line] };
        rows.push(row([(POLICY, json!("Never")), (RULES, rules)], expected));
    };
    add(rules(20), "", "");
    add(rules(21), "", OF_RULE);
    let codes = json!({ "operator": "In" });
    for (action, rule) in
        [("Restart", ""), ("RestartAllContainers", ""), ("restart", OF_RULE), ("", OF_RULE)]
    {
        add(json!([{ "action": action, "exitCodes": codes }]), "[0].action", rule);
    }
    for (operator, rule) in [("In", ""), ("NotIn", ""), ("in", OF_RULE), ("", OF_RULE)] {
        let codes = json!({ "operator": operator });
        add(json!([{ "action": "Restart", "exitCodes": codes }]), "[0].exitCodes.operator", rule);
    }
    for (count, rule) in [(255, ""), (256, OF_RULE)] {
        let codes = json!({ "operator": "In", "values": vec![1; count] });
        add(json!([{ "action": "Restart", "exitCodes": codes }]), "[0].exitCodes.values", rule);
    }
    add(json!([{ "action": "Restart" }]), "[0].exitCodes", OF_RULE);
    rows
}

fn rules_of_init_containers() -> Vec<Row> {
    const PROBE: &str = "/spec/template/spec/initContainers/0/livenessProbe";
    let path = format!("{POD}.initContainers[0].restartPolicy");
    let required = format!("{path} {OF_POLICY}");
    let wrong = format!("{path}Rules[0].action {OF_RULE}");
    let forbidden = format!("{path}Rules {OF_RULE}");
    let wrong_rules = json!([{ "exitCodes": { "operator": "In" } }]);
    let with = |policy: &str| [(INIT_POLICY, json!(policy)), (INIT_RULES, wrong_rules.clone())];
    let unreadable = format!("{path} field-type");
    let probe = json!({ "tcpSocket": { "port": 80 } });
    vec![
        // A policy that cannot be read may be that of a sidecar.
        row([(INIT_POLICY, json!(1)), (PROBE, probe)], &[&unreadable]),
        row([(INIT_RULES, wrong_rules.clone())], &[&required]),
        row([(INIT_RULES, json!([]))], &[]),
        row(with("Always"), &[&wrong]),
        row(with("Never"), &[&wrong]),
        // Up to 1.35 a sidecar has no rules.
        row_with(kubernetes(35), with("Always"), &[&forbidden]),
        row_with(kubernetes(35), [(INIT_POLICY, json!("Always"))], &[]),
        row_with(kubernetes(35), with("Never"), &[&wrong]),
    ]
}

fn earlier_versions() -> Vec<Row> {
    let line = format!("{CONTAINER}.restartPolicy {OF_POLICY}");
    let of_init = format!("{POD}.initContainers[0].restartPolicy {OF_POLICY}");
    let unknown = format!("{CONTAINER}.restartPolicyRules field-unknown");
    let all = json!([{ "action": "RestartAllContainers", "exitCodes": { "operator": "In" } }]);
    let action = format!("{CONTAINER}.restartPolicyRules[0].action {OF_RULE}");
    let mut rows = vec![
        row_with(kubernetes(35), [(POLICY, json!("Never")), (RULES, all)], &[&action]),
        row_with(kubernetes(34), [(RULES, rules(1))], &[]),
        row_with(kubernetes(33), [(RULES, rules(1))], &[&unknown]),
    ];
    for (minor, is_refused) in [(33, true), (34, false), (35, false)] {
        let expected = |line| if is_refused { vec![line] } else { Vec::new() };
        for policy in ["Always", "Never"] {
            let changes = [(POLICY, json!(policy))];
            rows.push(row_with(kubernetes(minor), changes, &expected(&*line)));
        }
        let changes = [(INIT_POLICY, json!("Never"))];
        rows.push(row_with(kubernetes(minor), changes, &expected(&*of_init)));
        rows.push(row_with(kubernetes(minor), [(INIT_POLICY, json!("Always"))], &[]));
    }
    rows
}

fn resize(resource: &str, policy: &str) -> Value {
    json!({ "resourceName": resource, "restartPolicy": policy })
}

fn resize_policies() -> Vec<Row> {
    const RULE: &str = "resize-policy";
    let mut rows = Vec::new();
    let list = format!("{CONTAINER}.resizePolicy {RULE}");
    for (resource, policy, faults, faults_without_restarts) in [
        ("cpu", "NotRequired", 0, 0),
        ("memory", "NotRequired", 0, 0),
        ("cpu", "RestartContainer", 0, 1),
        ("", "NotRequired", 1, 1),
        ("gpu", "NotRequired", 1, 1),
        ("cpu", "", 1, 2),
        ("cpu", "Restart", 1, 2),
        ("", "", 2, 3),
    ] {
        let policies = json!([resize(resource, policy)]);
        for (restarts, faults) in [("OnFailure", faults), ("Never", faults_without_restarts)] {
            let changes = [(POD_POLICY, json!(restarts)), (RESIZE, policies.clone())];
            rows.push(row(changes.clone(), &vec![&*list; faults]));
            rows.push(row_with(kubernetes(33), changes.clone(), &vec![&*list; faults]));
            rows.push(row_with(kubernetes(32), changes, &[]));
        }
    }
    let cpu = resize("cpu", "NotRequired");
    rows.push(inside(RESIZE, json!([cpu, resize("memory", "NotRequired")]), "", ""));
    rows.push(inside(RESIZE, json!([cpu, cpu]), "resizePolicy[1]", RULE));
    // What cannot be read is not taken for unset.
    let unreadable = json!([{ "resourceName": 1, "restartPolicy": "NotRequired" }]);
    rows.push(inside(RESIZE, unreadable, "resizePolicy[0].resourceName", "field-type"));
    rows
}

fn resize_policies_of_init_containers() -> Vec<Row> {
    let path = format!("{POD}.initContainers[0].resizePolicy[1].restartPolicy");
    let line = format!("{path} resize-policy");
    let policies = json!([resize("cpu", "NotRequired"), resize("memory", "RestartContainer")]);
    let with = |policy: Value| {
        [(POD_POLICY, json!("OnFailure")), (INIT_POLICY, policy), (INIT_RESIZE, policies.clone())]
    };
    vec![
        row(with(json!(null)), &[&line]),
        row(with(json!("Never")), &[&line]),
        row(with(json!("Always")), &[]),
        row_with(kubernetes(36), with(json!(null)), &[&line]),
        row_with(kubernetes(35), with(json!(null)), &[]),
    ]
}

#[test]
fn says_what_the_server_says_of_restarts() {
    assert_messages([
        (
            (POLICY, json!("always")),
            "Unsupported value: \"always\": supported values: \"Always\", \"Never\", \"OnFailure\"",
        ),
        (
            (RULES, rules(1)),
            "Required value: must specify restartPolicy when restart rules are used",
        ),
    ]);
    let of_rules = |rules: Value, minor: u32| {
        let changes = vec![(POLICY, json!("Never")), (RULES, rules)];
        super::find(changes, &kubernetes(minor)).remove(0).message
    };
    assert_eq!(of_rules(rules(21), 36), "Too many: 21: must have at most 20 items");
    let codes = |codes: Value| json!([{ "action": "Restart", "exitCodes": codes }]);
    assert_eq!(
        of_rules(codes(json!({ "operator": "In", "values": vec![1; 256] })), 36),
        "Too many: 256: must have at most 255 items"
    );
    assert_eq!(
        of_rules(codes(json!({})), 36),
        "Unsupported value: \"\": supported values: \"In\", \"NotIn\""
    );
    assert_eq!(of_rules(codes(json!(null)), 36), "Required value: must be specified");
    let action = json!([{ "exitCodes": { "operator": "In" } }]);
    assert_eq!(
        of_rules(action.clone(), 36),
        "Unsupported value: \"\": supported values: \"Restart\", \"RestartAllContainers\""
    );
    assert_eq!(of_rules(action, 35), "Unsupported value: \"\": supported values: \"Restart\"");
}

#[test]
fn says_what_earlier_versions_said_of_restarts() {
    let first = |pointer: &'static str, options: &Options| {
        super::find(vec![(pointer, json!("Never"))], options).remove(0).message
    };
    assert_eq!(first(POLICY, &kubernetes(33)), "Forbidden: may not be set for non-init containers");
    assert_eq!(
        first(INIT_POLICY, &kubernetes(33)),
        "Unsupported value: \"Never\": supported values: \"Always\""
    );
    let changes = vec![(INIT_POLICY, json!("Always")), (INIT_RULES, rules(1))];
    assert_eq!(
        super::find(changes, &kubernetes(35)).remove(0).message,
        "Forbidden: restartPolicyRules are not allowed for init containers with restart policy Always"
    );
}

#[test]
fn says_what_the_server_says_of_resizes() {
    let cpu = resize("cpu", "NotRequired");
    assert_messages([
        ((RESIZE, json!([cpu, cpu])), "Duplicate value: \"cpu\""),
        ((RESIZE, json!([resize("", "NotRequired")])), "Required value"),
        (
            (RESIZE, json!([resize("gpu", "NotRequired")])),
            "Unsupported value: \"gpu\": supported values: \"cpu\", \"memory\"",
        ),
        (
            (RESIZE, json!([resize("cpu", "RestartContainer")])),
            "Invalid value: \"RestartContainer\": must be 'NotRequired' when pod `restartPolicy` is 'Never'",
        ),
    ]);
    let changes = vec![(RESIZE, json!([resize("cpu", "RestartContainer")]))];
    assert_eq!(
        super::find(changes, &kubernetes(33)).remove(0).message,
        "Invalid value: \"RestartContainer\": must be 'NotRequired' when `restartPolicy` is 'Never'"
    );
    let messages = super::messages([(RESIZE, json!([resize("cpu", "Restart")]))]);
    assert_eq!(
        messages.first().unwrap(),
        "Unsupported value: \"Restart\": supported values: \"NotRequired\", \"RestartContainer\""
    );
    let changes = [
        (POD_POLICY, json!("OnFailure")),
        (INIT_RESIZE, json!([resize("cpu", "RestartContainer")])),
    ];
    assert_eq!(
        super::messages(changes),
        [
            "Invalid value: \"RestartContainer\": must not be set to 'RestartContainer' for non-sidecar initContainers"
        ]
    );
}
