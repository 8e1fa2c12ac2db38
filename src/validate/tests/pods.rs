use serde_json::json;

use super::{Options, POD, Row, assert_messages, at, restricted, row, row_with};

pub fn rows() -> Vec<Row> {
    let mut rows = pod();
    rows.extend(security());
    rows
}

fn pod() -> Vec<Row> {
    const ACCOUNT: &str = "/spec/template/spec/serviceAccountName";
    const SECRETS: &str = "/spec/template/spec/imagePullSecrets";
    const SELECTOR: &str = "/spec/template/spec/nodeSelector";
    let account = format!("{POD}.serviceAccountName");
    let secrets = |names: &[&str]| {
        json!(names.iter().map(|name| json!({ "name": name })).collect::<Vec<_>>())
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
        at(SECRETS, secrets(&[""]), &format!("{POD}.imagePullSecrets[0].name"), "pull-secret-name"),
        row(
            [(SECRETS, secrets(&["", ""]))],
            &[
                &format!("{POD}.imagePullSecrets[0].name pull-secret-name"),
                &format!("{POD}.imagePullSecrets[1].name pull-secret-name"),
                &format!("{POD}.imagePullSecrets[1].name pull-secret-name"),
            ],
        ),
    ];
    for (label, rule) in [
        ("kubernetes.io/arch", ""),
        ("beta.kubernetes.io/arch", "node-label-deprecated"),
        ("beta.kubernetes.io/os", "node-label-deprecated"),
        ("beta.kubernetes.io/instance-type", "node-label-deprecated"),
        ("failure-domain.beta.kubernetes.io/region", "node-label-deprecated"),
        ("failure-domain.beta.kubernetes.io/zone", "node-label-deprecated"),
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

fn security() -> Vec<Row> {
    const NETWORK: &str = "/spec/template/spec/hostNetwork";
    let line = format!("{POD} pod-security");
    let mut rows = vec![row_with(restricted(), [], &[])];
    rows.push(row_with(Options::default(), [(NETWORK, json!(true))], &[]));
    rows.push(row_with(restricted(), [(NETWORK, json!(true))], &[&line]));
    rows
}

#[test]
fn says_what_the_server_says() {
    assert_messages([
        (
            ("/spec/template/spec/imagePullSecrets", json!([{ "name": "" }])),
            "invalid empty name \"\"",
        ),
        (
            ("/spec/template/spec/imagePullSecrets", json!([{ "name": "a" }, { "name": "a" }])),
            "duplicate name \"a\"",
        ),
        (
            ("/spec/template/spec/nodeSelector", json!({ "beta.kubernetes.io/arch": "a" })),
            "deprecated since v1.14; use \"kubernetes.io/arch\" instead",
        ),
    ]);
}
