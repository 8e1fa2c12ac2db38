use serde_json::{Value, json};

use super::{Options, Row, assert_messages, at, find, kubernetes, row, row_with};

const FAILURES: &str = "/spec/podFailurePolicy/rules";
const SUCCESSES: &str = "/spec/successPolicy/rules";

pub fn rows() -> Vec<Row> {
    let mut rows = managers();
    rows.extend(replacements());
    rows.extend(failures());
    rows.extend(exit_codes());
    rows.extend(conditions());
    rows.extend(successes());
    rows
}

fn managers() -> Vec<Row> {
    const MANAGER: &str = "/spec/managedBy";
    let line = "spec.managedBy managed-by";
    let mut rows = vec![
        at(MANAGER, "kubernetes.io/job-controller", "", ""),
        at(MANAGER, "a/-._~%!$&'()*+,;=:/Z9", "", ""),
        at(MANAGER, format!("a/{}", "b".repeat(61)), "", ""),
        row([(MANAGER, json!(format!("a/{}", "b".repeat(62))))], &[line]),
        row([(MANAGER, json!("A/\""))], &[line, line]),
        row_with(kubernetes(31), [(MANAGER, json!("foo"))], &[]),
        row_with(kubernetes(32), [(MANAGER, json!("foo"))], &[line]),
    ];
    rows.extend(
        ["", "foo", "/foo", "a/", "a/b c", "A/b"]
            .map(|name| row([(MANAGER, json!(name))], &[line])),
    );
    rows
}

fn replacements() -> Vec<Row> {
    const POLICY: &str = "/spec/podReplacementPolicy";
    let line = "spec.podReplacementPolicy pod-replacement-policy";
    let failures = (FAILURES, json!([]));
    vec![
        at(POLICY, "Failed", "", ""),
        at(POLICY, "TerminatingOrFailed", "", ""),
        row([(POLICY, json!("Never"))], &[line]),
        row([(POLICY, json!("Failed")), failures.clone()], &[]),
        row([(POLICY, json!("TerminatingOrFailed")), failures], &[line]),
    ]
}

fn failures() -> Vec<Row> {
    let rule = |action: &str| json!({ "action": action, "onExitCodes": { "operator": "In", "values": [1] } });
    let line = |path: &str| format!("spec.podFailurePolicy.rules{path} failure-policy");
    let mut rows = vec![
        row([(FAILURES, json!(vec![rule("Ignore"); 20]))], &[]),
        row([(FAILURES, json!(vec![rule("Ignore"); 21]))], &[&line("")]),
        row([(FAILURES, json!([rule("")]))], &[&line("[0].action")]),
        row([(FAILURES, json!([rule("ignore")]))], &[&line("[0].action")]),
        row([(FAILURES, json!([rule("FailIndex")]))], &[&line("[0].action")]),
        row(
            [
                (FAILURES, json!([rule("FailIndex")])),
                ("/spec/completionMode", json!("Indexed")),
                ("/spec/backoffLimitPerIndex", json!(1)),
            ],
            &[],
        ),
        row([(FAILURES, json!([{ "action": "Ignore" }]))], &[&line("[0]")]),
        row(
            [
                (FAILURES, json!([rule("Ignore")])),
                ("/spec/template/spec/restartPolicy", json!("OnFailure")),
            ],
            &["spec.template.spec.restartPolicy restart-policy"],
        ),
    ];
    for action in ["Count", "FailJob", "Ignore"] {
        rows.push(row([(FAILURES, json!([rule(action)]))], &[]));
    }
    let mut both = rule("Ignore");
    both["onPodConditions"] = json!([{ "type": "A" }]);
    rows.push(row([(FAILURES, json!([both]))], &[&line("[0]")]));
    rows
}

fn exit_codes() -> Vec<Row> {
    let row_of = |codes: Value, paths: &[&str]| {
        let lines: Vec<String> = paths
            .iter()
            .map(|path| format!("spec.podFailurePolicy.rules[0].onExitCodes.{path} failure-policy"))
            .collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        row([(FAILURES, json!([{ "action": "Count", "onExitCodes": codes }]))], &lines)
    };
    let many = |count: i32| json!({ "operator": "In", "values": (1..=count).collect::<Vec<_>>() });
    let of =
        |container: &str| json!({ "operator": "In", "values": [1], "containerName": container });
    vec![
        row_of(json!({ "operator": "NotIn", "values": [0, 1] }), &[]),
        row_of(json!({ "operator": "In", "values": [0, 1] }), &["values[0]"]),
        row_of(json!({ "operator": "In", "values": [1, 1] }), &["values[1]"]),
        row_of(json!({ "operator": "In", "values": [2, 1] }), &["values"]),
        row_of(json!({ "operator": "In", "values": [] }), &["values"]),
        row_of(json!({ "operator": "In" }), &["values"]),
        row_of(json!({ "operator": "", "values": [1] }), &["operator"]),
        row_of(json!({ "operator": "in", "values": [1] }), &["operator"]),
        row_of(many(255), &[]),
        row_of(many(256), &["values"]),
        row_of(of("main"), &[]),
        row_of(of("init"), &[]),
        row_of(of("other"), &["containerName"]),
        row_of(of(""), &["containerName"]),
    ]
}

fn conditions() -> Vec<Row> {
    let row_of = |conditions: Value, paths: &[&str]| {
        let lines: Vec<String> = paths
            .iter()
            .map(|path| {
                format!("spec.podFailurePolicy.rules[0].onPodConditions{path} failure-policy")
            })
            .collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        row([(FAILURES, json!([{ "action": "Count", "onPodConditions": conditions }]))], &lines)
    };
    let mut rows = vec![
        row_of(json!([{ "type": "a.b/C" }]), &[]),
        row_of(json!([{ "type": "a b" }]), &["[0].type"]),
        row_of(json!([{ "type": "A", "status": "true" }]), &["[0].status"]),
        row_of(json!(vec![json!({ "type": "A" }); 20]), &[]),
        row_of(json!(vec![json!({ "type": "A" }); 21]), &[""]),
    ];
    for status in ["True", "False", "Unknown", ""] {
        rows.push(row_of(json!([{ "type": "A", "status": status }]), &[]));
    }
    rows
}

fn successes() -> Vec<Row> {
    let changes = |rules: Value| {
        [
            ("/spec/completionMode", json!("Indexed")),
            ("/spec/completions", json!(10)),
            (SUCCESSES, rules),
        ]
    };
    let line = |path: &str| format!("spec.successPolicy.rules{path} success-policy");
    let indexes = |text: &str| json!([{ "succeededIndexes": text }]);
    let count = |count: i32| json!([{ "succeededCount": count }]);
    let both =
        |text: &str, count: i32| json!([{ "succeededIndexes": text, "succeededCount": count }]);
    let mut rows = vec![
        row([(SUCCESSES, count(1))], &["spec.successPolicy success-policy"]),
        row_with(kubernetes(30), [(SUCCESSES, count(1))], &[]),
        row_with(kubernetes(31), [(SUCCESSES, count(1))], &["spec.successPolicy success-policy"]),
        row(changes(json!([])), &[&line("")]),
        row(changes(json!(vec![json!({ "succeededCount": 1 }); 20])), &[]),
        row(changes(json!(vec![json!({ "succeededCount": 1 }); 21])), &[&line("")]),
        row(changes(json!([{}])), &[&line("[0]")]),
        row(changes(count(10)), &[]),
        row(changes(count(11)), &[&line("[0].succeededCount")]),
        row(changes(count(-1)), &[&line("[0].succeededCount")]),
        row(changes(both("0-1,3", 3)), &[]),
        row(changes(both("0-1,3", 4)), &[&line("[0].succeededCount")]),
        row(changes(both("", 0)), &[]),
        row(
            changes(indexes(&"1".repeat(65_537))),
            &[&line("[0].succeededIndexes"), &line("[0].succeededIndexes")],
        ),
        row(changes(indexes(&"1".repeat(65_536))), &[&line("[0].succeededIndexes")]),
        // The server crashes; the number of completions is missed before.
        row(
            [
                ("/spec/completionMode", json!("Indexed")),
                ("/spec/parallelism", json!(1)),
                (SUCCESSES, count(1)),
            ],
            &["spec.completions indexed-job"],
        ),
    ];
    for text in ["", "0", "9", "0,1", "0-9", "+1"] {
        rows.push(row(changes(indexes(text)), &[]));
    }
    for text in [
        "10", "1,1", "2,1", "1-1", "2-1", "0-10", "10-11", "a", "1-b", "1-2-3", "1,", "-1", "0-3,2",
    ] {
        rows.push(row(changes(indexes(text)), &[&line("[0].succeededIndexes")]));
    }
    rows
}

#[test]
fn messages_are_those_of_the_server() {
    let rule = |rule: Value| (FAILURES, json!([rule]));
    let codes = |codes: Value| rule(json!({ "action": "Count", "onExitCodes": codes }));
    assert_messages([
        (
            rule(json!({ "onPodConditions": [{ "type": "A" }] })),
            "Required value: valid values: [\"Count\" \"FailIndex\" \"FailJob\" \"Ignore\"]",
        ),
        (
            rule(json!({ "action": "x", "onPodConditions": [{ "type": "A" }] })),
            "Unsupported value: \"x\": supported values: \"Count\", \"FailIndex\", \"FailJob\", \"Ignore\"",
        ),
        (
            rule(json!({ "action": "Count" })),
            "Invalid value: specifying one of OnExitCodes and OnPodConditions is required",
        ),
        (codes(json!({ "operator": "In" })), "Invalid value: null: at least one value is required"),
        (
            codes(json!({ "operator": "In", "values": [] })),
            "Invalid value: []: at least one value is required",
        ),
        (
            codes(json!({ "operator": "In", "values": [2, 1] })),
            "Invalid value: [2,1]: must be ordered",
        ),
        (
            (
                FAILURES,
                json!(vec![json!({ "action": "Count", "onPodConditions": [{ "type": "A" }] }); 21]),
            ),
            "Too many: 21: must have at most 20 items",
        ),
        (
            (SUCCESSES, json!([{ "succeededCount": 1 }, { "succeededIndexes": "0" }])),
            "Invalid value: {\"Rules\":[{\"SucceededIndexes\":null,\"SucceededCount\":1},{\"SucceededIndexes\":\"0\",\"SucceededCount\":null}]}: requires indexed completion mode",
        ),
        (
            ("/spec/successPolicy", json!({})),
            "Invalid value: {\"Rules\":null}: requires indexed completion mode",
        ),
        (
            ("/spec/managedBy", json!("foo")),
            "Invalid value: \"foo\": must be a domain-prefixed path (such as \"acme.io/foo\")",
        ),
    ]);
}

#[test]
fn messages_name_what_is_wrong_with_indexes() {
    let rows = [
        (
            "1-2-3",
            "the fragment \"1-2-3\" violates the requirement that an index interval can have at most two parts separated by '-'",
        ),
        ("a", "cannot convert string to integer for index: \"a\""),
        ("10", "too large index: \"10\""),
        ("2,1", "non-increasing order, previous: 2, current: 1"),
        ("2-1", "non-increasing order, previous: 2, current: 1"),
    ];
    for (indexes, problem) in rows {
        let changes = vec![
            ("/spec/completionMode", json!("Indexed")),
            ("/spec/completions", json!(10)),
            (SUCCESSES, json!([{ "succeededIndexes": indexes }])),
        ];
        let found = find(changes, &Options::default());
        let expected =
            format!("Invalid value: \"{indexes}\": error parsing succeededIndexes: {problem}");
        assert_eq!(found.first().map(|finding| &*finding.message), Some(&*expected));
    }
}

#[test]
fn prints_a_success_policy_with_the_names_of_go() {
    let of = |policy: Value| super::messages([("/spec/successPolicy", policy)]);
    let message =
        |policy: &str| format!("Invalid value: {policy}: requires indexed completion mode");
    assert_eq!(of(json!({})), [message(r#"{"Rules":null}"#)]);
    assert_eq!(of(json!({ "rules": [] })), [message(r#"{"Rules":[]}"#)]);
    let rules = json!([{ "succeededIndexes": "<1", "succeededCount": 2 }, {}]);
    assert_eq!(
        of(json!({ "rules": rules })),
        [message(
            r#"{"Rules":[{"SucceededIndexes":"\u003c1","SucceededCount":2},{"SucceededIndexes":null,"SucceededCount":null}]}"#
        )]
    );
    let many = of(json!({ "rules": vec![json!({ "succeededCount": 1 }); 30] }));
    assert_eq!(many[0].matches("SucceededCount").count(), 30);
}
