use serde_json::{Value, json};

use super::cases::{Case, case, case_in, either, find_in_pod};

const LABEL: &str = "a lowercase RFC 1123 label must consist…";
const SUBDOMAIN: &str = "a lowercase RFC 1123 subdomain must consist…";

pub fn cases() -> Vec<Case> {
    let mut cases = names();
    cases.extend(words());
    cases.extend(gates());
    cases.extend(claims());
    cases.extend(aliases());
    cases.extend(admission());
    cases
}

fn names() -> Vec<Case> {
    let mut cases = Vec::new();
    for (field, rule, longest, form) in [
        ("hostname", "hostname", 63, LABEL),
        ("subdomain", "hostname", 63, LABEL),
        ("serviceAccountName", "service-account", 253, SUBDOMAIN),
        ("nodeName", "node-name", 253, SUBDOMAIN),
        ("priorityClassName", "priority-class", 253, SUBDOMAIN),
        ("runtimeClassName", "runtime-class", 253, SUBDOMAIN),
    ] {
        let place = format!("{field} {rule}");
        let long = "a".repeat(longest + 1);
        let long = format!("Invalid value: \"{long}\": must be no more than {longest} characters");
        cases.push(either(json!({ field: "a-1" }), "", ""));
        cases.push(either(json!({ field: "a".repeat(longest) }), "", ""));
        cases.push(either(json!({ field: "a".repeat(longest + 1) }), &place, &long));
        cases.push(either(json!({ field: "A" }), &place, &format!("Invalid value: \"A\": {form}")));
        cases.push(either(json!({ field: null }), "", ""));
        if field != "runtimeClassName" {
            cases.push(either(json!({ field: "" }), "", ""));
        }
    }
    let dots = |field: &str, message: &str| {
        either(json!({ field: "a.b" }), &format!("{field} hostname"), message)
    };
    cases.push(dots("hostname", "Invalid value: \"a.b\": must not contain dots"));
    cases.push(dots("subdomain", "Invalid value: \"a.b\": must not contain dots"));
    cases.push(either(
        json!({ "runtimeClassName": "" }),
        "runtimeClassName runtime-class",
        &format!("Invalid value: \"\": {SUBDOMAIN}"),
    ));
    // The former name of `serviceAccountName` counts where that is unset.
    cases.push(either(
        json!({ "serviceAccount": "A" }),
        "serviceAccountName service-account",
        &format!("Invalid value: \"A\": {SUBDOMAIN}"),
    ));
    cases.push(either(json!({ "serviceAccount": "A", "serviceAccountName": "a" }), "", ""));
    let place = "hostnameOverride hostname-override";
    let mut overrides = vec![
        either(json!({ "hostnameOverride": "a.b" }), "", ""),
        either(json!({ "hostnameOverride": "a".repeat(64) }), "", ""),
        either(
            json!({ "hostnameOverride": "a".repeat(65) }),
            place,
            "Too long: may not be more than 64 bytes",
        ),
        either(
            json!({ "hostnameOverride": "" }),
            place,
            &format!("Invalid value: \"\": {SUBDOMAIN}"),
        ),
        either(
            json!({ "hostnameOverride": "a", "setHostnameAsFQDN": true }),
            place,
            "Forbidden: may not be specified when setHostnameAsFQDN is true",
        ),
        either(json!({ "hostnameOverride": "a", "setHostnameAsFQDN": false }), "", ""),
        either(
            json!({ "hostnameOverride": "a", "hostNetwork": true }),
            place,
            "Forbidden: may not be specified when hostNetwork is true",
        ),
        either(json!({ "hostnameOverride": "a", "hostNetwork": false }), "", ""),
        case_in(34, json!({ "hostnameOverride": "A" }), &[]),
    ];
    overrides.push(case_in(
        35,
        json!({ "hostnameOverride": "A" }),
        &[&format!("{place}: Invalid value: \"A\": {SUBDOMAIN}")],
    ));
    cases.extend(overrides);
    cases
}

fn words() -> Vec<Case> {
    let mut cases = Vec::new();
    for (field, rule, supported) in [
        ("dnsPolicy", "dns-policy", &["ClusterFirstWithHostNet", "ClusterFirst", "Default"][..]),
        ("preemptionPolicy", "preemption-policy", &["PreemptLowerPriority"]),
        ("restartPolicy", "", &["OnFailure", "Never"]),
    ] {
        for word in supported {
            cases.push(either(json!({ field: word }), "", ""));
        }
        let list = match field {
            "dnsPolicy" => r#""ClusterFirstWithHostNet", "ClusterFirst", "Default", "None""#,
            _ => r#""PreemptLowerPriority", "Never""#,
        };
        if !rule.is_empty() {
            let message = format!("Unsupported value: \"\\u003c\": supported values: {list}");
            cases.push(either(json!({ field: "<" }), &format!("{field} {rule}"), &message));
        }
    }
    cases.push(case(
        json!({ "dnsPolicy": "None", "dnsConfig": { "nameservers": ["1.1.1.1"] } }),
        &[],
    ));
    cases.push(case(
        json!({ "restartPolicy": "<" }),
        &[
            "restartPolicy restart-policy: Unsupported value: \"\\u003c\": supported values: \
             \"Always\", \"OnFailure\", \"Never\"",
            "restartPolicy restart-policy: Unsupported value: \"\\u003c\": supported values: \
             \"OnFailure\", \"Never\"",
        ],
    ));
    cases.push(case(
        json!({ "restartPolicy": "Always" }),
        &["restartPolicy restart-policy: Required value: valid values: \"OnFailure\", \"Never\""],
    ));
    cases.push(either(
        json!({ "preemptionPolicy": "" }),
        "preemptionPolicy preemption-policy",
        "Required value",
    ));
    for (seconds, is_fine) in
        [(-1_i64, false), (0, false), (1, true), (2_147_483_647, true), (2_147_483_648, false)]
    {
        let message =
            format!("Invalid value: {seconds}: must be between 1 and 2147483647, inclusive");
        let message = if is_fine { "" } else { &message };
        let pod = json!({ "activeDeadlineSeconds": seconds });
        cases.push(either(pod, "activeDeadlineSeconds pod-deadline", message));
    }
    let negative = "must be >= 0; negative values are invalid and will be treated as 1";
    for (seconds, message) in [(0, ""), (-1, negative)] {
        let pod = json!({ "terminationGracePeriodSeconds": seconds });
        cases.push(either(pod, "terminationGracePeriodSeconds grace-period", message));
    }
    cases
}

fn gates() -> Vec<Case> {
    let scheduling = |names: &[&str]| {
        json!(names.iter().map(|name| json!({ "name": name })).collect::<Vec<_>>())
    };
    vec![
        case(json!({ "readinessGates": [{ "conditionType": "a.b/c" }] }), &[]),
        case(
            json!({ "readinessGates": [{ "conditionType": "a" }, { "conditionType": "a b" }] }),
            &[
                "readinessGates[1].conditionType readiness-gate: Invalid value: \"a b\": name part must consist…",
            ],
        ),
        case(json!({ "schedulingGates": scheduling(&["a", "b"]) }), &[]),
        case(
            json!({ "schedulingGates": scheduling(&["a", "b c"]) }),
            &[
                "schedulingGates[1] scheduling-gate: Invalid value: \"b c\": name part must consist…",
            ],
        ),
        case(
            json!({ "schedulingGates": scheduling(&["a", "b", "a"]) }),
            &["schedulingGates[2] scheduling-gate: Duplicate value: \"a\""],
        ),
        case(
            json!({ "schedulingGates": scheduling(&["a"]), "nodeName": "n" }),
            &[
                "nodeName scheduling-gate-node: Forbidden: cannot be set until all schedulingGates have been cleared",
            ],
        ),
        case(json!({ "schedulingGates": [], "nodeName": "n" }), &[]),
    ]
}

fn claims() -> Vec<Case> {
    let claims = |list: Value| json!({ "resourceClaims": list });
    vec![
        case(
            claims(json!([
                { "name": "a", "resourceClaimName": "x.y" },
                { "name": "b", "resourceClaimTemplateName": "x" },
            ])),
            &[],
        ),
        case(
            claims(json!([{ "resourceClaimName": "x" }])),
            &["resourceClaims[0].name pod-resource-claim: Required value"],
        ),
        case(
            claims(json!([{ "name": "a.b", "resourceClaimName": "x" }])),
            &[
                "resourceClaims[0].name pod-resource-claim: Invalid value: \"a.b\": must not contain dots",
            ],
        ),
        case(
            claims(json!([
                { "name": "a", "resourceClaimName": "x" },
                { "name": "a", "resourceClaimName": "y" },
            ])),
            &["resourceClaims[1].name pod-resource-claim: Duplicate value: \"a\""],
        ),
        case(
            claims(json!([{ "name": "a" }])),
            &[
                "resourceClaims[0] pod-resource-claim: Invalid value: {\"Name\":\"a\",\"ResourceClaimName\":null,\"ResourceClaimTemplateName\":null}: must specify one of: `resourceClaimName`, `resourceClaimTemplateName`",
            ],
        ),
        case(
            claims(json!([
                { "name": "a", "resourceClaimName": "x", "resourceClaimTemplateName": "y" },
            ])),
            &[
                "resourceClaims[0] pod-resource-claim: Invalid value: {\"Name\":\"a\",\"ResourceClaimName\":\"x\",\"ResourceClaimTemplateName\":\"y\"}: at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified",
            ],
        ),
        case(
            claims(json!([{ "name": "a", "resourceClaimName": "X" }])),
            &[&format!(
                "resourceClaims[0].resourceClaimName pod-resource-claim: Invalid value: \"X\": {SUBDOMAIN}"
            )],
        ),
        case(
            claims(json!([{ "name": "a", "resourceClaimTemplateName": "X" }])),
            &[&format!(
                "resourceClaims[0].resourceClaimTemplateName pod-resource-claim: Invalid value: \"X\": {SUBDOMAIN}"
            )],
        ),
        case_in(33, claims(json!([{ "name": "a" }])), &[]),
        case_in(
            34,
            claims(json!([{ "resourceClaimName": "x" }])),
            &["resourceClaims[0].name pod-resource-claim: Required value"],
        ),
    ]
}

fn aliases() -> Vec<Case> {
    let aliases = |list: Value| json!({ "hostAliases": list });
    vec![
        case(
            aliases(json!([{ "ip": "1.1.1.1", "hostnames": ["a", "b.c"] }, { "ip": "::1" }])),
            &[],
        ),
        case(
            aliases(json!([{ "ip": "a" }])),
            &[
                "hostAliases[0].ip host-alias: Invalid value: \"a\": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)",
            ],
        ),
        case(
            aliases(json!([{ "ip": "1.1.1.01" }])),
            &[
                "hostAliases[0].ip host-alias: Invalid value: \"1.1.1.01\": must not have leading 0s",
            ],
        ),
        case(
            aliases(json!([{ "ip": "2001:DB8::1" }])),
            &[
                "hostAliases[0].ip ip-form: IPv6 address \"2001:DB8::1\" should be in RFC 5952 canonical format (\"2001:db8::1\")",
            ],
        ),
        case(
            aliases(json!([{ "ip": "::1", "hostnames": ["a", "A"] }])),
            &[&format!(
                "hostAliases[0].hostnames[1] host-alias: Invalid value: \"A\": {SUBDOMAIN}"
            )],
        ),
        case(
            aliases(json!([{ "ip": "::1" }, { "ip": "::2" }, { "ip": "::1" }])),
            &["hostAliases[2].ip host-alias-duplicate: duplicate ip \"::1\""],
        ),
    ]
}

fn admission() -> Vec<Case> {
    let of_priority = |priority: i64, computed: i64| {
        format!(
            "priority priority: the integer value of priority ({priority}) must not be provided in \
             pod spec; priority admission controller computed {computed} from the given \
             PriorityClass name"
        )
    };
    let of_policy = "preemptionPolicy priority: the string value of PreemptionPolicy (Never) must \
                     not be provided in pod spec; priority admission controller computed \
                     PreemptLowerPriority from the given PriorityClass name";
    let of_overhead = "overhead overhead-class: pod rejected: Pod Overhead set without \
                       corresponding RuntimeClass defined Overhead";
    let mut cases = vec![
        case(json!({ "preemptionPolicy": "Never" }), &[of_policy]),
        case(json!({ "preemptionPolicy": "Never", "priorityClassName": "own" }), &[]),
        case(json!({ "priority": 1, "priorityClassName": "own" }), &[]),
        case(json!({ "overhead": { "cpu": "1" } }), &[of_overhead]),
        case(json!({ "overhead": {} }), &[]),
        case(json!({ "overhead": { "cpu": "1" }, "runtimeClassName": "own" }), &[]),
    ];
    for (class, computed) in [
        ("", 0),
        ("system-cluster-critical", 2_000_000_000),
        ("system-node-critical", 2_000_001_000),
    ] {
        cases.push(case(json!({ "priority": computed, "priorityClassName": class }), &[]));
        cases.push(case(
            json!({ "priority": computed + 1, "priorityClassName": class }),
            &[&of_priority(computed + 1, computed)],
        ));
    }
    cases
}

#[test]
fn refuses_the_pod_with_a_node_and_scheduling_gates() {
    let spec = json!({
        "containers": [{ "name": "a", "image": "b" }],
        "nodeName": "n",
        "schedulingGates": [{ "name": "a" }],
    });
    let message = "Forbidden: cannot be set until all schedulingGates have been cleared";
    assert_eq!(
        find_in_pod(&json!({ "name": "a" }), &spec),
        [format!("spec.nodeName FieldValueForbidden: {message}")]
    );
}
