use serde_json::{Value, json};

use super::cases::{Case, case, case_in, find_in_pod};

const REQUIRED: &str = "requiredDuringSchedulingIgnoredDuringExecution";
const PREFERRED: &str = "preferredDuringSchedulingIgnoredDuringExecution";

pub fn cases() -> Vec<Case> {
    let mut cases = nodes();
    cases.extend(node_warnings());
    cases.extend(pods());
    cases.extend(label_keys());
    cases
}

/// A required node affinity with one term.
fn term(term: &Value) -> Value {
    json!({ "affinity": { "nodeAffinity": { REQUIRED: { "nodeSelectorTerms": [term] } } } })
}

fn expression(key: &str, operator: &str, values: &Value) -> Value {
    term(&json!({
        "matchExpressions": [{ "key": key, "operator": operator, "values": values }],
    }))
}

fn field(key: &str, operator: &str, values: &Value) -> Value {
    term(&json!({ "matchFields": [{ "key": key, "operator": operator, "values": values }] }))
}

fn preferred(weight: i32, preference: &Value) -> Value {
    let term = json!({ "weight": weight, "preference": preference });
    json!({ "affinity": { "nodeAffinity": { PREFERRED: [term] } } })
}

fn nodes() -> Vec<Case> {
    const AT: &str =
        "affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms";
    let line = |path: &str, message: &str| format!("{AT}[0].{path} node-affinity: {message}");
    let of_values = line(
        "matchExpressions[0].values",
        "Required value: must be specified when `operator` is 'In' or 'NotIn'",
    );
    let of_existence = line(
        "matchExpressions[0].values",
        "Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
    );
    let of_comparison = line(
        "matchExpressions[0].values",
        "Required value: must be specified single value when `operator` is 'Lt' or 'Gt'",
    );
    let of_field = line(
        "matchFields[0].values",
        "Required value: must be only one value when `operator` is 'In' or 'NotIn' for node field \
         selector",
    );
    let mut cases = vec![
        case(
            json!({ "affinity": { "nodeAffinity": { REQUIRED: {} } } }),
            &[&format!(
                "{AT} node-affinity: Required value: must have at least one node selector term"
            )],
        ),
        case(term(&json!({})), &[]),
        case(
            expression("a", "in", &json!([])),
            &[&line(
                "matchExpressions[0].operator",
                r#"Invalid value: "in": not a valid selector operator"#,
            )],
        ),
        case(
            expression("a b", "Exists", &json!([])),
            &[&line("matchExpressions[0].key", r#"Invalid value: "a b": name part must consist…"#)],
        ),
        case(
            expression("a", "In", &json!(["b", "b c"])),
            &[&line(
                "matchExpressions[0].values[1]",
                r#"Invalid value: "b c": a valid label must be…"#,
            )],
        ),
        case_in(
            33,
            expression("a", "In", &json!(["b c"])),
            &[&line(
                "matchExpressions[0].values[0]",
                r#"Invalid value: "b c": a valid label must be…"#,
            )],
        ),
        case_in(32, expression("a", "In", &json!(["b c"])), &[]),
        case(
            field("metadata.name", "In", &json!(["A"])),
            &[&line(
                "matchFields[0].values[0]",
                r#"Invalid value: "A": a lowercase RFC 1123 subdomain must consist…"#,
            )],
        ),
        case(
            field("metadata.uid", "In", &json!(["A"])),
            &[&line(
                "matchFields[0].key",
                r#"Invalid value: "metadata.uid": not a valid field selector key"#,
            )],
        ),
        case(
            field("metadata.name", "Exists", &json!([])),
            &[&line(
                "matchFields[0].operator",
                r#"Invalid value: "Exists": not a valid selector operator"#,
            )],
        ),
    ];
    for operator in ["In", "NotIn"] {
        cases.push(case(expression("a", operator, &json!([])), &[&of_values]));
        cases.push(case(expression("a", operator, &json!(["b"])), &[]));
        cases.push(case(expression("a", operator, &json!(["b", "c"])), &[]));
        cases.push(case(field("metadata.name", operator, &json!([])), &[&of_field]));
        cases.push(case(field("metadata.name", operator, &json!(["a"])), &[]));
        cases.push(case(field("metadata.name", operator, &json!(["a", "b"])), &[&of_field]));
    }
    for operator in ["Exists", "DoesNotExist"] {
        cases.push(case(expression("a", operator, &json!([])), &[]));
        cases.push(case(expression("a", operator, &json!(["b"])), &[&of_existence]));
    }
    for operator in ["Gt", "Lt"] {
        cases.push(case(expression("a", operator, &json!([])), &[&of_comparison]));
        cases.push(case(expression("a", operator, &json!(["1"])), &[]));
        cases.push(case(expression("a", operator, &json!(["1", "2"])), &[&of_comparison]));
    }
    for (weight, is_fine) in [(-1, false), (0, false), (1, true), (100, true), (101, false)] {
        let line = format!(
            "affinity.nodeAffinity.{PREFERRED}[0].weight affinity-weight: Invalid value: {weight}: \
             must be in the range 1-100"
        );
        let expected = if is_fine { None } else { Some(line.as_str()) };
        cases.push(case(preferred(weight, &json!({})), expected.as_slice()));
    }
    cases
}

fn node_warnings() -> Vec<Case> {
    let mut cases = Vec::new();
    for (label, message) in [
        ("beta.kubernetes.io/arch", r#"deprecated since v1.14; use "kubernetes.io/arch" instead"#),
        ("beta.kubernetes.io/os", r#"deprecated since v1.14; use "kubernetes.io/os" instead"#),
        (
            "failure-domain.beta.kubernetes.io/region",
            r#"deprecated since v1.17; use "topology.kubernetes.io/region" instead"#,
        ),
        (
            "failure-domain.beta.kubernetes.io/zone",
            r#"deprecated since v1.17; use "topology.kubernetes.io/zone" instead"#,
        ),
        (
            "beta.kubernetes.io/instance-type",
            r#"deprecated since v1.17; use "node.kubernetes.io/instance-type" instead"#,
        ),
        ("app.kubernetes.io/created-by", "deprecated since v1.9"),
        (
            "scheduler.alpha.kubernetes.io/preferAvoidPods",
            "deprecated since v1.22; use Taints and Tolerations instead",
        ),
        (
            "node-role.kubernetes.io/master",
            r#"use "node-role.kubernetes.io/control-plane" instead"#,
        ),
    ] {
        cases.push(case(
            json!({ "nodeSelector": { label: "v" } }),
            &[&format!("nodeSelector[{label}] node-label-deprecated: {message}")],
        ));
        let path = format!("affinity.nodeAffinity.{REQUIRED}.nodeSelectorTerms[0]");
        cases.push(case(
            expression(label, "Exists", &json!([])),
            &[&format!(
                "{path}.matchExpressions[0].key node-label-deprecated: {label} is {message}"
            )],
        ));
    }
    let path = format!("affinity.nodeAffinity.{PREFERRED}[0].preference.matchExpressions[0]");
    let preference = |value: &str| {
        json!({
            "matchExpressions":
                [{ "key": "beta.kubernetes.io/os", "operator": "In", "values": [value] }],
        })
    };
    let of_key = format!(
        "{path}.key node-label-deprecated: beta.kubernetes.io/os is deprecated since v1.14; use \
         \"kubernetes.io/os\" instead"
    );
    cases.push(case(preferred(1, &preference("b")), &[&of_key]));
    cases.push(case(
        preferred(1, &preference("b c")),
        &[
            &of_key,
            &format!("{path}.values[0] node-label-value: b c is invalid, a valid label must be…"),
        ],
    ));
    cases
}

fn pod_term(term: &Value) -> Value {
    json!({ "affinity": { "podAffinity": { REQUIRED: [term] } } })
}

fn pods() -> Vec<Case> {
    let path = format!("affinity.podAffinity.{REQUIRED}[0]");
    let missing = "label-selector-missing: a null labelSelector results in matching no pod";
    let mut cases = vec![
        case(pod_term(&json!({ "labelSelector": {}, "topologyKey": "a" })), &[]),
        case(
            pod_term(&json!({ "topologyKey": "a" })),
            &[&format!("{path}.labelSelector {missing}")],
        ),
        case(
            pod_term(&json!({ "labelSelector": {} })),
            &[
                &format!("{path}.topologyKey pod-affinity: Required value: can not be empty"),
                &format!(
                    "{path}.topologyKey pod-affinity: Invalid value: \"\": name part must be non-empty"
                ),
                &format!(
                    "{path}.topologyKey pod-affinity: Invalid value: \"\": name part must consist…"
                ),
            ],
        ),
        case(
            pod_term(&json!({
                "labelSelector": {}, "topologyKey": "a", "namespaces": ["a", "a.b"],
            })),
            &[&format!(
                "{path}.namespace pod-affinity: Invalid value: \"a.b\": must not contain dots"
            )],
        ),
    ];
    for selector in ["labelSelector", "namespaceSelector"] {
        let mut term = json!({ "labelSelector": {}, "topologyKey": "a" });
        term[selector] = json!({ "matchLabels": { "a": "a b" } });
        cases.push(case(
            pod_term(&term),
            &[&format!(
                "{path}.{selector}.matchLabels label-selector: Invalid value: \"a b\": a valid label must be…"
            )],
        ));
    }
    for kind in ["podAffinity", "podAntiAffinity"] {
        let path = format!("affinity.{kind}");
        let of_key = "topologyKey pod-affinity: Invalid value: \"a b\": name part must consist…";
        cases.push(case(
            json!({ "affinity": { kind: {
                REQUIRED: [{ "labelSelector": {}, "topologyKey": "a b" }],
                PREFERRED: [{ "weight": 0, "podAffinityTerm": { "topologyKey": "a b" } }],
            } } }),
            &[
                &format!("{path}.{REQUIRED}[0].{of_key}"),
                &format!("{path}.{PREFERRED}[0].weight affinity-weight: Invalid value: 0: must be in the range 1-100"),
                &format!("{path}.{PREFERRED}[0].podAffinityTerm.{of_key}"),
                &format!("{path}.{PREFERRED}[0].podAffinityTerm.labelSelector {missing}"),
            ],
        ));
    }
    cases
}

fn label_keys() -> Vec<Case> {
    const BOTH: &str = "exists in both matchLabelKeys and labelSelector";
    let path = format!("affinity.podAffinity.{REQUIRED}[0]");
    let with = |selector: Value, matches: Value, mismatches: Value| {
        pod_term(&json!({
            "labelSelector": selector, "topologyKey": "a",
            "matchLabelKeys": matches, "mismatchLabelKeys": mismatches,
        }))
    };
    let of_pod = |mut pod: Value| {
        pod["@labels"] = json!({ "a": "1" });
        pod
    };
    let selects = |key: &str| json!({ "matchExpressions": [{ "key": key, "operator": "Exists" }] });
    let twice = json!({
        "matchLabels": { "a": "1" },
        "matchExpressions": [{ "key": "a", "operator": "Exists" }],
    });
    let none = json!(null);
    vec![
        case(with(json!({}), json!(["a"]), json!(["b"])), &[]),
        case(
            with(none, json!(["a"]), json!(["b"])),
            &[
                &format!(
                    "{path}.matchLabelKeys match-label-keys: Forbidden: must not be specified when labelSelector is not set"
                ),
                &format!(
                    "{path}.mismatchLabelKeys match-label-keys: Forbidden: must not be specified when labelSelector is not set"
                ),
                &format!(
                    "{path}.labelSelector label-selector-missing: a null labelSelector results in matching no pod"
                ),
            ],
        ),
        case(
            with(json!({}), json!(["x", "a b"]), json!(["x y"])),
            &[
                &format!(
                    "{path}.matchLabelKeys[1] match-label-keys: Invalid value: \"a b\": name part must consist…"
                ),
                &format!(
                    "{path}.mismatchLabelKeys[0] match-label-keys: Invalid value: \"x y\": name part must consist…"
                ),
            ],
        ),
        case(
            with(json!({}), json!(["x", "a"]), json!(["a"])),
            &[&format!(
                "{path}.matchLabelKeys[1] match-label-keys: Invalid value: \"a\": exists in both matchLabelKeys and mismatchLabelKeys"
            )],
        ),
        // In the template, the server looks for a key that the selector asks for twice.
        case(with(selects("a"), json!(["a"]), json!([])), &[]),
        case(
            with(twice.clone(), json!(["x", "a"]), json!([])),
            &[&format!("{path}[1] match-label-keys: Invalid value: \"a\": {BOTH}")],
        ),
        case(with(twice, json!(["x"]), json!([])), &[]),
        // The Pod has the label, whose value the server has added to the selector.
        case(
            of_pod(with(selects("a"), json!(["a"]), json!([]))),
            &[&format!("{path}[0] match-label-keys: Invalid value: \"a\": {BOTH}")],
        ),
        case(
            of_pod(with(json!({}), json!(["x", "a", "a"]), json!([]))),
            &[&format!("{path}[2] match-label-keys: Invalid value: \"a\": {BOTH}")],
        ),
        case(of_pod(with(json!({}), json!(["a"]), json!(["b"]))), &[]),
        case(of_pod(with(selects("b"), json!(["b"]), json!([]))), &[]),
        case_in(30, with(json!({}), json!(["a b"]), json!([])), &[]),
        case_in(
            31,
            with(json!({}), json!(["a b"]), json!([])),
            &[&format!(
                "{path}.matchLabelKeys[0] match-label-keys: Invalid value: \"a b\": name part must consist…"
            )],
        ),
    ]
}

#[test]
fn refuses_a_label_key_of_a_pod_at_once_and_of_a_job_through_its_pods() {
    let term = json!({
        "topologyKey": "a", "matchLabelKeys": ["a"],
        "labelSelector": { "matchLabels": { "a": "1" } },
    });
    let spec = json!({
        "containers": [{ "name": "a", "image": "b" }],
        "affinity": { "podAffinity": { REQUIRED: [term] } },
    });
    let path = format!("spec.affinity.podAffinity.{REQUIRED}[0][0]");
    let message = "Invalid value: \"a\": exists in both matchLabelKeys and labelSelector";
    let found = find_in_pod(&json!({ "name": "a", "labels": { "a": "1" } }), &spec);
    assert_eq!(found, [format!("{path} FieldValueInvalid: {message}")]);
    assert_eq!(find_in_pod(&json!({ "name": "a" }), &spec), Vec::<String>::new());
}
