use serde_json::{Value, json};

use super::cases::{Case, case, case_in};

pub fn cases() -> Vec<Case> {
    let with = |changes: Value| {
        let mut constraint = json!({
            "maxSkew": 1, "topologyKey": "a", "whenUnsatisfiable": "DoNotSchedule",
            "labelSelector": {},
        });
        for (field, value) in changes.as_object().unwrap() {
            constraint[field] = value.clone();
        }
        json!({ "topologySpreadConstraints": [constraint] })
    };
    let one = |changes: Value, line: &str| {
        let line = format!("topologySpreadConstraints[0].{line}");
        case(with(changes), &[&line])
    };
    let mut cases = vec![
        case(with(json!({})), &[]),
        one(
            json!({ "maxSkew": 0 }),
            "maxSkew topology-spread: Invalid value: 0: must be greater than zero",
        ),
        one(
            json!({ "maxSkew": null }),
            "maxSkew topology-spread: Invalid value: 0: must be greater than zero",
        ),
        one(
            json!({ "topologyKey": "" }),
            "topologyKey topology-spread: Required value: can not be empty",
        ),
        case(with(json!({ "topologyKey": "a b" })), &[]),
        one(
            json!({ "topologyKey": "beta.kubernetes.io/os" }),
            "topologyKey node-label-deprecated: beta.kubernetes.io/os is deprecated since v1.14; \
             use \"kubernetes.io/os\" instead",
        ),
        case(with(json!({ "whenUnsatisfiable": "ScheduleAnyway" })), &[]),
        one(
            json!({ "whenUnsatisfiable": "<" }),
            "whenUnsatisfiable topology-spread: Unsupported value: \"\\u003c\": supported values: \
             \"DoNotSchedule\", \"ScheduleAnyway\"",
        ),
        case(with(json!({ "minDomains": 1 })), &[]),
        one(
            json!({ "minDomains": 0 }),
            "minDomains topology-spread: Invalid value: 0: must be greater than zero",
        ),
        one(
            json!({ "minDomains": 1, "whenUnsatisfiable": "ScheduleAnyway" }),
            "minDomains topology-spread: Invalid value: 1: can only use minDomains if \
             whenUnsatisfiable=DoNotSchedule, not ScheduleAnyway",
        ),
        one(
            json!({ "labelSelector": null }),
            "labelSelector label-selector-missing: a null labelSelector results in matching no pod",
        ),
        one(
            json!({ "labelSelector": { "matchLabels": { "a": "a b" } } }),
            "labelSelector.matchLabels label-selector: Invalid value: \"a b\": a valid label must be…",
        ),
        one(
            json!({ "matchLabelKeys": ["a b"] }),
            "matchLabelKeys[0] match-label-keys: Invalid value: \"a b\": name part must consist…",
        ),
    ];
    for field in ["nodeAffinityPolicy", "nodeTaintsPolicy"] {
        for policy in ["Honor", "Ignore"] {
            cases.push(case(with(json!({ field: policy })), &[]));
        }
        cases.push(one(
            json!({ field: "honor" }),
            &format!(
                "{field} topology-spread: Unsupported value: \"honor\": supported values: \
                 \"Honor\", \"Ignore\""
            ),
        ));
    }
    cases.extend(repeated());
    cases.extend(before_merge());
    cases
}

fn repeated() -> Vec<Case> {
    let list = |pairs: &[(&str, &str)]| {
        let constraints = pairs.iter().map(|(key, action)| {
            json!({
                "maxSkew": 1, "topologyKey": key, "whenUnsatisfiable": action,
                "labelSelector": {},
            })
        });
        json!({ "topologySpreadConstraints": constraints.collect::<Vec<_>>() })
    };
    let line = |index: usize| {
        format!(
            "topologySpreadConstraints[{index}].{{topologyKey, whenUnsatisfiable}} \
             topology-spread: Duplicate value: \"{{a, DoNotSchedule}}\""
        )
    };
    let one = ("a", "DoNotSchedule");
    vec![
        case(list(&[one, ("b", "DoNotSchedule"), ("a", "ScheduleAnyway")]), &[]),
        case(list(&[one, ("b", "DoNotSchedule"), one]), &[&line(0)]),
        case(list(&[one, one, one]), &[&line(0), &line(1)]),
    ]
}

/// Before Kubernetes 1.34 another function has its own words.
fn before_merge() -> Vec<Case> {
    let with = |selector: Value, keys: Value| {
        json!({ "topologySpreadConstraints": [{
            "maxSkew": 1, "topologyKey": "a", "whenUnsatisfiable": "DoNotSchedule",
            "labelSelector": selector, "matchLabelKeys": keys,
        }] })
    };
    let path = "topologySpreadConstraints[0]";
    let both = format!(
        "{path}.matchLabelKeys[0] match-label-keys: Invalid value: \"a\": exists in both \
         matchLabelKeys and labelSelector"
    );
    let of_labels = json!({ "matchLabels": { "a": "1" } });
    let of_expressions = json!({ "matchExpressions": [{ "key": "a", "operator": "Exists" }] });
    let missing = format!(
        "{path}.labelSelector label-selector-missing: a null labelSelector results in matching no pod"
    );
    vec![
        case_in(33, with(json!({}), json!(["a"])), &[]),
        case_in(33, with(of_labels.clone(), json!(["a"])), &[&both]),
        case_in(34, with(of_labels, json!(["a"])), &[]),
        case_in(33, with(of_expressions, json!(["a"])), &[&both]),
        case_in(
            33,
            with(json!({}), json!(["a b"])),
            &[&format!(
                "{path}.matchLabelKeys[0] match-label-keys: Invalid value: \"a b\": name part must consist…"
            )],
        ),
        case_in(33, with(json!(null), json!([])), &[&missing]),
        case_in(
            33,
            with(json!(null), json!(["a"])),
            &[
                &format!(
                    "{path}.matchLabelKeys match-label-keys: Forbidden: must not be specified when \
                 labelSelector is not set"
                ),
                &missing,
            ],
        ),
    ]
}
