use serde_json::{Value, json};

use super::{POD, Row, assert_messages, at, kubernetes, messages, row_with};

const TOLERATIONS: &str = "/spec/template/spec/tolerations";

pub fn rows() -> Vec<Row> {
    let mut rows = tolerations();
    rows.extend(versions());
    rows
}

fn tolerations() -> Vec<Row> {
    let long = "k".repeat(63);
    let longer = "k".repeat(64);
    [
        (json!({ "operator": "Exists" }), "", ""),
        (json!({ "key": "k", "operator": "Equal", "value": "v", "effect": "NoSchedule" }), "", ""),
        (json!({ "key": "k" }), "", ""),
        (json!({ "key": long, "value": long }), "", ""),
        (json!({ "key": longer }), "key", "toleration-key"),
        (json!({ "key": "node role" }), "key", "toleration-key"),
        (json!({ "key": "k", "value": longer }), "operator", "toleration-value"),
        (json!({ "key": "k", "value": "a b" }), "operator", "toleration-value"),
        (
            json!({ "key": "k", "operator": "Exists", "value": "true" }),
            "operator",
            "toleration-value",
        ),
        (json!({ "key": "k", "operator": "exists" }), "operator", "toleration-operator"),
        (json!({ "operator": "Equal", "value": "x" }), "operator", "toleration-operator"),
        (json!(null), "operator", "toleration-operator"),
        (json!({ "key": "k", "effect": "Noschedule" }), "effect", "toleration-effect"),
        (json!({ "key": "k", "effect": "" }), "", ""),
        (json!({ "key": "k", "effect": "NoExecute", "tolerationSeconds": 30 }), "", ""),
        (
            json!({ "key": "k", "effect": "NoSchedule", "tolerationSeconds": 30 }),
            "effect",
            "toleration-effect",
        ),
    ]
    .map(|(toleration, field, rule)| {
        at(TOLERATIONS, json!([toleration]), &format!("{POD}.tolerations[0].{field}"), rule)
    })
    .into()
}

fn versions() -> Vec<Row> {
    let line = |rule: &str| format!("{POD}.tolerations[0].operator {rule}");
    [(34, "toleration-operator"), (36, "toleration-operator"), (37, "toleration-comparison")]
        .map(|(minor, rule)| {
            let toleration = json!([{ "key": "k", "operator": "Gt", "value": "1" }]);
            row_with(kubernetes(minor), [(TOLERATIONS, toleration)], &[&line(rule)])
        })
        .into()
}

#[test]
fn says_what_the_server_says() {
    let toleration = |toleration: Value| (TOLERATIONS, json!([toleration]));
    // Operators and effects are not of the type `string`, so they are printed as JSON.
    assert_messages([
        (
            toleration(json!({ "key": "k", "operator": "<" })),
            "Unsupported value: \"\\u003c\": supported values: \"Equal\", \"Exists\"",
        ),
        (
            toleration(json!({ "key": "k", "effect": "<" })),
            "Unsupported value: \"\\u003c\": supported values: \"NoSchedule\", \
             \"PreferNoSchedule\", \"NoExecute\"",
        ),
    ]);
    let both = messages([toleration(json!({ "operator": "<" }))]);
    let start = "Invalid value: \"\\u003c\": operator must be Exists when `key` is empty";
    assert!(both[0].starts_with(start), "{both:?}");
    let both = messages([toleration(json!({ "key": "k", "effect": "<", "tolerationSeconds": 1 }))]);
    let start = "Invalid value: \"\\u003c\": effect must be 'NoExecute'";
    assert!(both[0].starts_with(start), "{both:?}");
    assert_messages([
        (
            toleration(json!({ "key": "k", "operator": "exists" })),
            "Unsupported value: \"exists\": supported values: \"Equal\", \"Exists\"",
        ),
        (
            toleration(json!({ "key": "k", "operator": "Gt" })),
            "Unsupported value: \"Gt\": supported values: \"Equal\", \"Exists\", \"Lt\", \"Gt\"",
        ),
        (
            toleration(json!({ "key": "k", "effect": "Noschedule" })),
            "Unsupported value: \"Noschedule\": supported values: \"NoSchedule\", \"PreferNoSchedule\", \"NoExecute\"",
        ),
        (
            toleration(json!({ "key": "k", "operator": "Exists", "value": "true" })),
            "Invalid value: \"true\": value must be empty when `operator` is 'Exists'",
        ),
        (
            toleration(json!({ "operator": "Equal", "value": "x" })),
            "Invalid value: \"Equal\": operator must be Exists when `key` is empty, which means \"match all values and all keys\"",
        ),
        (
            toleration(json!({ "key": "k", "effect": "NoSchedule", "tolerationSeconds": 1 })),
            "Invalid value: \"NoSchedule\": effect must be 'NoExecute' when `tolerationSeconds` is set",
        ),
    ]);
}
