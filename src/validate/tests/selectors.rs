use serde_json::{Value, json};

use super::{Row, messages, row};

const SELECTOR: &str = "/spec/selector";
const MANUAL: &str = "/spec/manualSelector";
const LABELS: &str = "/spec/template/metadata/labels";

pub fn rows() -> Vec<Row> {
    let mut rows = generated();
    rows.extend(manual());
    rows.extend(requirements());
    rows.extend(stored());
    rows
}

fn generated() -> Vec<Row> {
    let of = |selector: Value| [(SELECTOR, selector), (LABELS, json!({ "app": "x" }))];
    let lines = ["spec.selector selector", "spec.template.metadata.labels selector"];
    let expression = |operator: &str, values: Value| json!({ "matchExpressions": [{ "key": "job-name", "operator": operator, "values": values }] });
    vec![
        row(of(json!({})), &[]),
        row(of(json!({ "matchLabels": { "job-name": "job" } })), &[]),
        row(of(json!({ "matchLabels": { "job-name": "other" } })), &lines),
        // The template has it, but the labels that the server gives do not.
        row(of(json!({ "matchLabels": { "app": "x" } })), &lines[..1]),
        row(of(json!({ "matchLabels": { "batch.kubernetes.io/controller-uid": "x" } })), &lines),
        row(of(expression("In", json!(["job"]))), &[]),
        row(of(expression("In", json!(["other"]))), &lines),
        row(of(expression("NotIn", json!(["other"]))), &[]),
        row(of(expression("NotIn", json!(["job"]))), &lines),
        row(of(expression("Exists", json!([]))), &[]),
        row(of(expression("DoesNotExist", json!([]))), &lines),
    ]
}

fn manual() -> Vec<Row> {
    let of = |selector: Value| {
        [(MANUAL, json!(true)), (SELECTOR, selector), (LABELS, json!({ "app": "x" }))]
    };
    vec![
        row(of(json!(null)), &["spec.selector selector", "spec.template.metadata.labels selector"]),
        row(of(json!({})), &[]),
        row(of(json!({ "matchLabels": { "app": "x" } })), &[]),
        row(
            of(json!({ "matchLabels": { "app": "y" } })),
            &["spec.template.metadata.labels selector"],
        ),
        row(
            of(json!({ "matchLabels": { "job-name": "job" } })),
            &["spec.template.metadata.labels selector"],
        ),
    ]
}

fn requirements() -> Vec<Row> {
    [
        (json!({ "key": "app", "operator": "In", "values": ["x"] }), &[][..]),
        (json!({ "key": "app", "operator": "In" }), &["values"]),
        (json!({ "key": "app", "operator": "NotIn" }), &["values"]),
        (json!({ "key": "app", "operator": "Exists", "values": ["x"] }), &["values"]),
        (json!({ "key": "app", "operator": "DoesNotExist", "values": ["x"] }), &["values"]),
        (json!({ "key": "app", "operator": "in", "values": ["x"] }), &["operator"]),
        (json!({ "key": "a b", "operator": "Exists" }), &["key"]),
        (json!({ "key": "app", "operator": "NotIn", "values": ["x", "a b"] }), &["values[1]"]),
    ]
    .into_iter()
    .map(|(expression, fields)| {
        let changes = [
            (MANUAL, json!(true)),
            (SELECTOR, json!({ "matchExpressions": [expression] })),
            (LABELS, json!({ "app": "x" })),
        ];
        let lines: Vec<String> = fields
            .iter()
            .map(|field| format!("spec.selector.matchExpressions[0].{field} selector"))
            .collect();
        row(changes, &lines.iter().map(String::as_str).collect::<Vec<_>>())
    })
    .chain([row(
        [(MANUAL, json!(true)), (SELECTOR, json!({ "matchLabels": { "a b": "x" } }))],
        &["spec.selector.matchLabels selector"],
    )])
    .collect()
}

/// A Job that comes from a cluster has what the server has set.
fn stored() -> Vec<Row> {
    let uid = "0b2f3d68-5a3c-4f6e-9a52-7a5b1f0c9e11";
    let labels = |uid: &str| {
        json!({
            "batch.kubernetes.io/controller-uid": uid,
            "batch.kubernetes.io/job-name": "job",
            "controller-uid": uid,
            "job-name": "job",
        })
    };
    let changes = |labels: Value, version: &str| {
        [
            ("/metadata/uid", json!(uid)),
            ("/metadata/creationTimestamp", json!("2026-11-24T10:20:30Z")),
            ("/metadata/resourceVersion", json!(version)),
            ("/metadata/generation", json!(1)),
            (LABELS, labels),
            (SELECTOR, json!({ "matchLabels": { "batch.kubernetes.io/controller-uid": uid } })),
            ("/status", json!({ "active": 1, "startTime": "2026-11-24T10:20:30Z" })),
        ]
    };
    let reserved = |label: &str| format!("spec.template.metadata.labels[{label}] label-reserved");
    let both = [reserved("controller-uid"), reserved("batch.kubernetes.io/controller-uid")];
    let mismatch = ["spec.selector selector", "spec.template.metadata.labels selector"];
    vec![
        row(changes(labels(uid), "7"), &[]),
        row(changes(labels("x"), "7"), &[&both[0], &both[1], mismatch[1]]),
        // Without a version it is a new Job, whose id is another one.
        row(changes(labels(uid), ""), &[&both[0], &both[1], mismatch[0]]),
    ]
}

#[test]
fn messages_are_those_of_the_server() {
    let selector = json!({
        "matchLabels": { "app": "job" },
        "matchExpressions": [{ "key": "a", "operator": "DoesNotExist" }],
    });
    let expected = "Invalid value: {\"matchLabels\":{\"app\":\"job\",\"batch.kubernetes.io/controller-uid\":\"<uid>\"},\"matchExpressions\":[{\"key\":\"a\",\"operator\":\"DoesNotExist\"}]}: `selector` not auto-generated";
    assert_eq!(messages([(SELECTOR, selector)])[0], expected);
}

#[test]
fn labels_that_are_unset_are_not_an_empty_map() {
    let of = |labels: Value| {
        messages([
            (MANUAL, json!(true)),
            (SELECTOR, json!({ "matchLabels": { "a": "b" } })),
            (LABELS, labels),
        ])
    };
    let message =
        |labels| format!("Invalid value: {labels}: `selector` does not match template `labels`");
    assert_eq!(of(json!({})), [message("{}")]);
    assert_eq!(of(json!(null)), [message("null")]);
}

#[test]
fn prints_all_expressions_of_a_selector() {
    let expression = json!({ "key": "job-name", "operator": "In", "values": ["other"] });
    let selector = json!({ "matchExpressions": vec![expression; 30] });
    let found = messages([(SELECTOR, selector)]);
    let printed = r#"{"key":"job-name","operator":"In","values":["other"]}"#;
    assert_eq!(found[0].matches(printed).count(), 30);
    let without =
        json!({ "matchExpressions": [{ "key": "job-name", "operator": "DoesNotExist" }] });
    let found = messages([(SELECTOR, without)]);
    let end = r#""matchExpressions":[{"key":"job-name","operator":"DoesNotExist"}]}: `selector` not auto-generated"#;
    assert!(found[0].ends_with(end), "{found:?}");
}
