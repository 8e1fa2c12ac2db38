use serde_json::{Value, json};

use super::{Options, Row, assert_messages, at, row, row_with};

pub fn rows() -> Vec<Row> {
    let mut rows = label_values();
    rows.extend(label_keys());
    rows.extend(reserved_labels());
    rows.extend(names());
    rows.extend(namespaces());
    rows.extend(annotations());
    rows.extend(numbers());
    rows.extend(secrets());
    rows
}

fn label_values() -> Vec<Row> {
    const VALUE: &str = "label-value";
    let long = "a".repeat(63);
    let values = [
        ("", ""),
        ("a", ""),
        ("A.b_c-1", ""),
        (&*long, ""),
        (&*long.replacen('a', "aa", 1), VALUE),
        ("agent:builder", VALUE),
        ("my agent", VALUE),
        ("builder-", VALUE),
        ("-builder", VALUE),
        (".", VALUE),
        ("агент", VALUE),
        ("runs/2026/11", VALUE),
        ("a\u{0}", VALUE),
    ];
    let mut rows = Vec::new();
    for (value, rule) in values {
        for (pointer, path) in [
            ("/metadata/labels/k", "metadata.labels"),
            ("/spec/template/metadata/labels/k", "spec.template.labels"),
            ("/spec/template/spec/nodeSelector/k", "spec.template.spec.nodeSelector"),
        ] {
            rows.push(at(pointer, value, path, rule));
        }
    }
    rows
}

fn label_keys() -> Vec<Row> {
    const KEY: &str = "label-key";
    let long = "a".repeat(63);
    let prefix = format!("{}/a", "p".repeat(253));
    let longer_prefix = format!("{}/a", "p".repeat(254));
    let keys = [
        ("a", ""),
        ("Team_X.y-z", ""),
        (&*long, ""),
        (&*long.replacen('a', "aa", 1), KEY),
        ("example.com/owner", ""),
        (&*prefix, ""),
        (&*longer_prefix, KEY),
        ("Team_X/owner", KEY),
        ("a/b/c", KEY),
        ("/a", KEY),
        ("-a", KEY),
    ];
    let mut rows = Vec::new();
    for (key, rule) in keys {
        let labels = json!({ key: "v" });
        rows.push(at("/metadata/labels", labels.clone(), "metadata.labels", rule));
        rows.push(at("/spec/template/metadata/labels", labels, "spec.template.labels", rule));
    }
    // A name that is empty breaks two rules, each under the same path.
    for key in ["", "example.com/"] {
        let twice = ["metadata.labels label-key"; 2];
        rows.push(row([("/metadata/labels", json!({ key: "v" }))], &twice));
    }
    rows
}

fn reserved_labels() -> Vec<Row> {
    const LABELS: &str = "spec.template.metadata.labels";
    let rows = [
        ("job-name", "job", false),
        ("job-name", "mine", true),
        ("batch.kubernetes.io/job-name", "job", false),
        ("batch.kubernetes.io/job-name", "mine", true),
        ("controller-uid", "x", true),
        ("controller-uids", "x", false),
    ];
    let mut rows: Vec<Row> = rows
        .into_iter()
        .map(|(label, value, is_refused)| {
            let path = format!("{LABELS}[{label}]");
            let rule = if is_refused { "label-reserved" } else { "" };
            at("/spec/template/metadata/labels", json!({ label: value }), &path, rule)
        })
        .collect();
    let uid = json!({ "batch.kubernetes.io/controller-uid": "x" });
    rows.push(row(
        [("/spec/template/metadata/labels", uid.clone())],
        &[
            &format!("{LABELS}[batch.kubernetes.io/controller-uid] label-reserved"),
            &format!("{LABELS} label-reserved"),
        ],
    ));
    let selector = json!({ "matchLabels": { "batch.kubernetes.io/controller-uid": "x" } });
    rows.push(row(
        [
            ("/spec/template/metadata/labels", uid),
            ("/spec/manualSelector", json!(true)),
            ("/spec/selector", selector),
        ],
        &[],
    ));
    rows
}

fn names() -> Vec<Row> {
    const HOSTNAME: &str = "metadata.name name-hostname";
    // The server adds two labels with the name.
    const OF_TEMPLATE: &str = "spec.template.labels label-value";
    let name = |name: &str| [("/metadata/name", json!(name))];
    vec![
        at("/metadata/name", "n".repeat(63), "", ""),
        row(name(&"n".repeat(64)), &[HOSTNAME, OF_TEMPLATE, OF_TEMPLATE]),
        row(name(&"n".repeat(253)), &[HOSTNAME, OF_TEMPLATE, OF_TEMPLATE]),
        row(name(&"n".repeat(254)), &["metadata.name name", OF_TEMPLATE, OF_TEMPLATE]),
        at("/metadata/name", "a.b", "metadata.name", "name-hostname"),
        at("/metadata/name", "Job", "metadata.name", "name"),
        row(name("a_b"), &["metadata.name name"]),
        row(name("a b"), &["metadata.name name", OF_TEMPLATE, OF_TEMPLATE]),
        at("/metadata/name", "", "metadata.name", "name"),
        row([("/metadata/name", json!(null)), ("/metadata/generateName", json!("j-"))], &[]),
    ]
}

fn namespaces() -> Vec<Row> {
    let mut rows: Vec<Row> = [
        ("a", ""),
        (&*"n".repeat(63), ""),
        (&*"n".repeat(64), "namespace"),
        ("", "namespace"),
        ("Paperclip", "namespace"),
        ("a_b", "namespace"),
        ("a.b", "namespace"),
        ("a/b", "namespace"),
    ]
    .map(|(name, rule)| at("/metadata/namespace", name, "metadata.namespace", rule))
    .into();
    rows.push(at("/metadata/namespace", json!(null), "", ""));
    rows
}

fn annotations() -> Vec<Row> {
    let mut rows = Vec::new();
    for (pointer, path) in [
        ("/metadata/annotations", "metadata.annotations"),
        ("/spec/template/metadata/annotations", "spec.template.annotations"),
    ] {
        let of_size = |size: usize| json!({ "ab": "ß".repeat(size / 2 - 1) });
        rows.push(at(pointer, of_size(262_144), path, ""));
        rows.push(at(pointer, of_size(262_146), path, "annotation-size"));
        rows.push(at(pointer, json!({ "Example.COM/A": "v" }), path, ""));
        rows.push(at(pointer, json!({ "a b": "v" }), path, "annotation-key"));
    }
    rows
}

fn numbers() -> Vec<Row> {
    let mut rows = Vec::new();
    for (pointer, path) in [
        ("/spec/parallelism", "spec.parallelism"),
        ("/spec/completions", "spec.completions"),
        ("/spec/activeDeadlineSeconds", "spec.activeDeadlineSeconds"),
        ("/spec/backoffLimit", "spec.backoffLimit"),
        ("/spec/ttlSecondsAfterFinished", "spec.ttlSecondsAfterFinished"),
    ] {
        rows.push(at(pointer, 1, path, ""));
        rows.push(at(pointer, -1, path, "negative-number"));
    }
    let deadline = "/spec/activeDeadlineSeconds";
    let path = "spec.activeDeadlineSeconds";
    rows.push(at(deadline, 9_223_372_036_i64, path, ""));
    rows.push(at(deadline, 9_223_372_037_i64, path, "deadline-overflow"));
    let policies = [
        (json!("Never"), ""),
        (json!("OnFailure"), ""),
        (json!("Always"), "restart-policy"),
        (json!(null), "restart-policy"),
    ];
    rows.extend(policies.map(|(policy, rule)| {
        at("/spec/template/spec/restartPolicy", policy, "spec.template.spec.restartPolicy", rule)
    }));
    rows
}

fn secrets() -> Vec<Row> {
    let secret = |name: &str, data: Value| Options {
        prompt_secret: Some(json!({ "name": name, "namespace": "ns", "data": data }).to_string()),
        ..Options::default()
    };
    let reminder = "data secret-string-data";
    let of_size = |size: usize| json!({ "a": "x", "b": "x".repeat(size - 1) });
    [
        ("s", of_size(1_048_576), vec![reminder]),
        ("s", of_size(1_048_577), vec!["data secret-size", reminder]),
        ("S", json!({}), vec!["metadata.name secret-name", reminder]),
        ("", json!({}), vec!["metadata.name secret-name", reminder]),
        ("s", json!({ "prompt.txt": "a" }), vec![reminder]),
        ("s", json!({ "a/b": "a" }), vec!["data[a/b] secret-data", reminder]),
        ("s", json!({ "..a": "a" }), vec!["data[..a] secret-data", reminder]),
        ("s", json!({ "a": 5 }), vec!["data[a] secret-data", reminder]),
    ]
    .into_iter()
    .map(|(name, data, expected)| row_with(secret(name, data), [], &expected))
    .collect()
}

#[test]
fn says_what_the_server_says() {
    let form = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
    let rows = [
        ("/metadata/labels", json!({ "a": "agent:builder" }), "Invalid value: \"agent:builder\": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')".to_owned()),
        ("/metadata/labels", json!({ "a": "a".repeat(64) }), format!("Invalid value: \"{}\": must be no more than 63 bytes", "a".repeat(64))),
        ("/metadata/labels", json!({ "a/b/c": "" }), format!("Invalid value: \"a/b/c\": a valid label key {form} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')")),
        ("/metadata/labels", json!({ "-": "" }), format!("Invalid value: \"-\": name part {form}")),
        ("/metadata/labels", json!({ "T_X/a": "" }), "Invalid value: \"T_X/a\": prefix part a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')".to_owned()),
        ("/metadata/namespace", json!(""), "Required value".to_owned()),
        ("/metadata/namespace", json!("a.b"), "Invalid value: \"a.b\": must not contain dots".to_owned()),
        ("/metadata/annotations", json!({ "a": "x".repeat(262_144) }), "Too long: may not be more than 262144 bytes".to_owned()),
        ("/spec/template/metadata/labels", json!({ "job-name": "mine" }), "Invalid value: {\"batch.kubernetes.io/controller-uid\":\"<uid>\",\"batch.kubernetes.io/job-name\":\"job\",\"controller-uid\":\"<uid>\",\"job-name\":\"mine\"}: must be 'job'".to_owned()),
        ("/spec/ttlSecondsAfterFinished", json!(-1), "Invalid value: -1: must be greater than or equal to 0".to_owned()),
    ];
    assert_messages(rows.map(|(pointer, value, expected)| ((pointer, value), expected)));
}
