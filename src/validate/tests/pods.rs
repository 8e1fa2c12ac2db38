use serde_json::{Value, json};

use super::{Options, Row, at, kubernetes, messages, restricted, row_with};

const POD: &str = "spec.template.spec";
const TOLERATIONS: &str = "/spec/template/spec/tolerations";
const DNS: &str = "/spec/template/spec/dnsConfig";

pub fn rows() -> Vec<Row> {
    let mut rows = tolerations();
    rows.extend(toleration_versions());
    rows.extend(dns());
    rows.extend(dns_versions());
    rows.extend(pod());
    rows.extend(pod_security());
    rows
}

fn tolerations() -> Vec<Row> {
    let long = "k".repeat(63);
    let longer = "k".repeat(64);
    [
        (json!({ "operator": "Exists" }), "", ""),
        (
            json!({ "key": "k", "operator": "Equal", "value": "v", "effect": "NoSchedule" }),
            "",
            "",
        ),
        (json!({ "key": "k" }), "", ""),
        (json!({ "key": long, "value": long }), "", ""),
        (json!({ "key": longer }), "key", "toleration-key"),
        (json!({ "key": "node role" }), "key", "toleration-key"),
        (
            json!({ "key": "k", "value": longer }),
            "operator",
            "toleration-value",
        ),
        (
            json!({ "key": "k", "value": "a b" }),
            "operator",
            "toleration-value",
        ),
        (
            json!({ "key": "k", "operator": "Exists", "value": "true" }),
            "operator",
            "toleration-value",
        ),
        (
            json!({ "key": "k", "operator": "exists" }),
            "operator",
            "toleration-operator",
        ),
        (
            json!({ "operator": "Equal", "value": "x" }),
            "operator",
            "toleration-operator",
        ),
        (json!(null), "operator", "toleration-operator"),
        (
            json!({ "key": "k", "effect": "Noschedule" }),
            "effect",
            "toleration-effect",
        ),
        (json!({ "key": "k", "effect": "" }), "", ""),
        (
            json!({ "key": "k", "effect": "NoExecute", "tolerationSeconds": 30 }),
            "",
            "",
        ),
        (
            json!({ "key": "k", "effect": "NoSchedule", "tolerationSeconds": 30 }),
            "effect",
            "toleration-effect",
        ),
    ]
    .map(|(toleration, field, rule)| {
        at(
            TOLERATIONS,
            json!([toleration]),
            &format!("{POD}.tolerations[0].{field}"),
            rule,
        )
    })
    .into()
}

fn toleration_versions() -> Vec<Row> {
    let line = |rule: &str| format!("{POD}.tolerations[0].operator {rule}");
    [
        (34, "toleration-operator"),
        (36, "toleration-operator"),
        (37, "toleration-comparison"),
    ]
    .map(|(minor, rule)| {
        let toleration = json!([{ "key": "k", "operator": "Gt", "value": "1" }]);
        row_with(
            kubernetes(minor),
            [(TOLERATIONS, toleration)],
            &[&line(rule)],
        )
    })
    .into()
}

fn dns() -> Vec<Row> {
    const SERVERS: &str = "dns-nameservers";
    const SEARCHES: &str = "dns-searches";
    let servers = |list: &[&str]| json!({ "nameservers": list });
    let searches =
        |count: usize, length: usize| json!({ "searches": vec!["s".repeat(length); count] });
    let options = |name: Value| json!({ "options": [{ "name": name, "value": "2" }] });
    // 31 of 65 characters and a space between them are 2,045.
    let mut full = vec!["s".repeat(65); 31];
    full.push("ss".to_owned());
    let mut over = full.clone();
    over.push("s".to_owned());
    over.swap_remove(0);
    let mut rows: Vec<Row> = [
        (
            servers(&["1.1.1.1", "2001:db8::1", "8.8.8.8"]),
            "nameservers",
            "",
        ),
        (
            servers(&["1.1.1.1", "1.1.1.2", "1.1.1.3", "1.1.1.4"]),
            "nameservers",
            SERVERS,
        ),
        (servers(&["dns.google"]), "nameservers[0]", SERVERS),
        (servers(&["1.1.1.1", ""]), "nameservers[1]", SERVERS),
        (servers(&["010.0.0.1"]), "nameservers[0]", SERVERS),
        (servers(&["::ffff:1.2.3.4"]), "nameservers[0]", SERVERS),
        (servers(&["fe80::1%eth0"]), "nameservers[0]", SERVERS),
        (searches(32, 10), "searches", ""),
        (searches(33, 10), "searches", SEARCHES),
        (json!({ "searches": full }), "searches", ""),
        (
            json!({ "searches": full.iter().map(|s| format!("{s}s")).collect::<Vec<_>>() }),
            "searches",
            SEARCHES,
        ),
        (
            json!({ "searches": ["a.b.", "svc.cluster.local"] }),
            "searches",
            "",
        ),
        (json!({ "searches": ["A"] }), "searches[0]", SEARCHES),
        (json!({ "searches": [""] }), "searches[0]", SEARCHES),
        (searches(1, 253), "searches", ""),
        (searches(1, 254), "searches[0]", SEARCHES),
        (options(json!("ndots")), "options[0]", ""),
        (options(json!("")), "options[0]", "dns-options"),
        (options(json!(null)), "options[0]", "dns-options"),
    ]
    .map(|(config, path, rule)| at(DNS, config, &format!("{POD}.dnsConfig.{path}"), rule))
    .into();
    let policy = "/spec/template/spec/dnsPolicy";
    rows.push(at(policy, "None", &format!("{POD}.dnsConfig"), SERVERS));
    rows.push(at(policy, "ClusterFirst", "", ""));
    rows
}

fn dns_versions() -> Vec<Row> {
    let mut rows = Vec::new();
    for domain in ["_tcp.example", "a_b", "."] {
        let config = json!({ "searches": [domain] });
        rows.push(row_with(kubernetes(33), [(DNS, config.clone())], &[]));
        let line = format!("{POD}.dnsConfig.searches[0] dns-searches");
        rows.push(row_with(kubernetes(32), [(DNS, config)], &[&line]));
    }
    rows
}

fn pod() -> Vec<Row> {
    const ACCOUNT: &str = "/spec/template/spec/serviceAccountName";
    const SECRETS: &str = "/spec/template/spec/imagePullSecrets";
    const SELECTOR: &str = "/spec/template/spec/nodeSelector";
    let account = format!("{POD}.serviceAccountName");
    let secrets = |names: &[&str]| {
        json!(
            names
                .iter()
                .map(|name| json!({ "name": name }))
                .collect::<Vec<_>>()
        )
    };
    let mut rows = vec![
        at(ACCOUNT, "a.b-c", "", ""),
        at(ACCOUNT, "", "", ""),
        at(ACCOUNT, "a".repeat(253), "", ""),
        at(ACCOUNT, "a".repeat(254), &account, "service-account"),
        at(ACCOUNT, "Paperclip_SA", &account, "service-account"),
        at(SECRETS, secrets(&["a", "b"]), "", ""),
        at(
            SECRETS,
            secrets(&["a", "a"]),
            &format!("{POD}.imagePullSecrets[1].name"),
            "pull-secret-name",
        ),
        at(
            SECRETS,
            secrets(&[""]),
            &format!("{POD}.imagePullSecrets[0].name"),
            "pull-secret-name",
        ),
    ];
    for (label, rule) in [
        ("kubernetes.io/arch", ""),
        ("beta.kubernetes.io/arch", "node-label-deprecated"),
        ("beta.kubernetes.io/os", "node-label-deprecated"),
        ("beta.kubernetes.io/instance-type", "node-label-deprecated"),
        (
            "failure-domain.beta.kubernetes.io/region",
            "node-label-deprecated",
        ),
        (
            "failure-domain.beta.kubernetes.io/zone",
            "node-label-deprecated",
        ),
    ] {
        rows.push(at(
            SELECTOR,
            json!({ label: "v" }),
            &format!("{POD}.nodeSelector[{label}]"),
            rule,
        ));
    }
    rows
}

fn pod_security() -> Vec<Row> {
    let line = format!("{POD} pod-security");
    let mut rows = vec![row_with(restricted(), [], &[])];
    for (pointer, value) in INSECURE {
        let value: Value = serde_json::from_str(value).unwrap();
        rows.push(row_with(
            Options::default(),
            [(pointer, value.clone())],
            &[],
        ));
        rows.push(row_with(restricted(), [(pointer, value)], &[&line]));
    }
    rows
}

const INSECURE: [(&str, &str); 15] = [
    (
        "/spec/template/spec/containers/0/securityContext/allowPrivilegeEscalation",
        "true",
    ),
    (
        "/spec/template/spec/containers/0/securityContext/allowPrivilegeEscalation",
        "null",
    ),
    (
        "/spec/template/spec/containers/0/securityContext/capabilities",
        r#"{"drop":["NET_RAW"]}"#,
    ),
    (
        "/spec/template/spec/containers/0/securityContext/capabilities/add",
        r#"["SYS_ADMIN"]"#,
    ),
    (
        "/spec/template/spec/containers/0/securityContext/privileged",
        "true",
    ),
    (
        "/spec/template/spec/containers/0/securityContext/runAsNonRoot",
        "false",
    ),
    (
        "/spec/template/spec/containers/0/securityContext/runAsUser",
        "0",
    ),
    ("/spec/template/spec/securityContext/runAsUser", "0"),
    (
        "/spec/template/spec/initContainers/0/securityContext/seccompProfile",
        "null",
    ),
    (
        "/spec/template/spec/containers/0/securityContext/seccompProfile/type",
        r#""Unconfined""#,
    ),
    ("/spec/template/spec/hostNetwork", "true"),
    ("/spec/template/spec/hostPID", "true"),
    ("/spec/template/spec/hostIPC", "true"),
    (
        "/spec/template/spec/containers/0/ports/-",
        r#"{"containerPort":80,"hostPort":80}"#,
    ),
    (
        "/spec/template/spec/volumes/-",
        r#"{"name":"two","hostPath":{"path":"/"}}"#,
    ),
];

#[test]
fn says_what_the_server_says() {
    let toleration = |toleration: Value| (TOLERATIONS, json!([toleration]));
    let dns = |config: Value| (DNS, config);
    let rows = [
        (
            toleration(json!({ "key": "k", "operator": "exists" })),
            "Unsupported value: \"exists\": supported values: \"Equal\", \"Exists\"",
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
        (
            dns(json!({ "nameservers": ["1.1.1.1", "1.1.1.2", "1.1.1.3", "1.1.1.4"] })),
            "Invalid value: [\"1.1.1.1\",\"1.1.1.2\",\"1.1.1.3\",\"1.1.1.4\"]: must not have more than 3 nameservers",
        ),
        (
            dns(json!({ "nameservers": ["dns.google"] })),
            "Invalid value: \"dns.google\": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)",
        ),
        (
            dns(json!({ "nameservers": ["010.0.0.1"] })),
            "Invalid value: \"010.0.0.1\": must not have leading 0s",
        ),
        (
            dns(json!({ "options": [{}] })),
            "Required value: must not be empty",
        ),
        (
            (
                "/spec/template/spec/imagePullSecrets",
                json!([{ "name": "" }]),
            ),
            "invalid empty name \"\"",
        ),
        (
            (
                "/spec/template/spec/imagePullSecrets",
                json!([{ "name": "a" }, { "name": "a" }]),
            ),
            "duplicate name \"a\"",
        ),
        (
            (
                "/spec/template/spec/nodeSelector",
                json!({ "beta.kubernetes.io/arch": "a" }),
            ),
            "deprecated since v1.14; use \"kubernetes.io/arch\" instead",
        ),
    ];
    for (change, expected) in rows {
        assert_eq!(messages([change]), [expected]);
    }
}
