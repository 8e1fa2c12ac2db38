use serde_json::{Value, json};

use super::cases::find_in_pod;
use super::{Options, POD, Row, assert_messages, at, find, restricted, row, row_with};

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

fn lines_of_pod(metadata: &Value, spec: &Value) -> Vec<String> {
    find_in_pod(metadata, spec)
        .iter()
        .map(|line| line.split(" FieldValue").next().unwrap().to_owned())
        .collect()
}

/// `SetDefaults_Pod`.
#[test]
fn limits_of_a_pod_become_its_requests() {
    let of = |resources: Value, requests: Value| {
        let container =
            json!({ "name": "main", "image": "i", "resources": { "requests": requests } });
        let spec = json!({ "containers": [container], "resources": resources });
        lines_of_pod(&json!({ "name": "a" }), &spec)
    };
    let limits = |amounts: Value| json!({ "limits": amounts });
    let (limit, request) = ("spec.resources.limits[cpu]", "spec.resources.requests[cpu]");
    assert_eq!(of(limits(json!({ "cpu": "-1" })), json!({})), [limit, request]);
    // What the containers request is the default.
    let of_container = "spec.resources.requests";
    assert_eq!(of(limits(json!({ "cpu": "-1" })), json!({ "cpu": "1" })), [limit, of_container]);
    let both = json!({ "limits": { "cpu": "-1" }, "requests": { "cpu": "-1" } });
    assert_eq!(of(both, json!({})), [limit, request]);
    // It does not request what a Pod as a whole cannot have.
    for requests in [json!({}), json!({ "cpu": "1" })] {
        assert_eq!(of(limits(json!({ "pods": "1" })), requests), ["spec.resources.limits[pods]"]);
    }
    // What the containers need for their processes goes with huge pages, unless the Pod has no limit.
    let pages = |list: &str| json!({ list: { "hugepages-2Mi": "2Mi" } });
    assert_eq!(of(pages("limits"), json!({ "cpu": "1" })), [""; 0]);
    assert_eq!(of(pages("limits"), json!({})), ["spec.resources"]);
    assert!(of(pages("requests"), json!({ "cpu": "1" })).contains(&"spec.resources".to_owned()));
    let pages = json!({ "cpu": "1", "hugepages-2Mi": "1Mi" });
    assert_eq!(
        of(limits(pages), json!({ "hugepages-2Mi": "2Mi" }))
            .iter()
            .filter(|line| line.starts_with("spec.resources."))
            .count(),
        2
    );
}

/// `SetDefaults_Pod` leaves ephemeral containers out.
#[test]
fn ephemeral_containers_have_no_defaults() {
    let spec = |field: &str| {
        let container = json!({
            "name": "b", "image": "i",
            "resources": { "limits": { "cpu": "-1" } },
            "ports": [{ "containerPort": 70000 }],
        });
        let mut spec =
            json!({ "hostNetwork": true, "containers": [{ "name": "a", "image": "i" }] });
        spec[field] = json!([container]);
        spec
    };
    let of = |field: &str| {
        let mut lines = lines_of_pod(&json!({ "name": "a" }), &spec(field));
        lines.retain(|line| line.contains("requests[cpu]") || line.contains("hostPort"));
        lines
    };
    assert_eq!(
        of("containers"),
        ["spec.containers[0].ports[0].hostPort", "spec.containers[0].resources.requests[cpu]"]
    );
    assert_eq!(of("ephemeralContainers"), [""; 0]);
}

/// `Convert_v1_Pod_To_core_Pod`.
#[test]
fn a_negative_grace_period_of_a_pod_is_one_second() {
    let of = |seconds: i64, grace_period: i64| {
        let hook = json!({ "preStop": { "sleep": { "seconds": seconds } } });
        let spec = json!({
            "containers": [{ "name": "a", "image": "i", "lifecycle": hook }],
            "terminationGracePeriodSeconds": grace_period,
        });
        lines_of_pod(&json!({ "name": "a" }), &spec)
    };
    let sleep = "spec.containers[0].lifecycle.preStop.sleep";
    assert_eq!(of(1, -5), [""; 0]);
    assert_eq!(of(2, -5), [sleep]);
    assert_eq!(of(0, 0), [""; 0]);
    assert_eq!(of(1, 0), [sleep]);
    // Of a Job, the number is kept and warned of.
    let job = [
        ("/spec/template/spec/terminationGracePeriodSeconds", json!(-5)),
        (
            "/spec/template/spec/containers/0/lifecycle",
            json!({ "preStop": { "sleep": { "seconds": 0 } } }),
        ),
    ];
    let rules: Vec<_> =
        find(job.into(), &Options::default()).iter().map(|finding| finding.rule.id()).collect();
    assert_eq!(rules, ["hook-sleep", "grace-period"]);
}

/// The server gives the name before it looks at the volumes.
#[test]
fn a_claim_has_the_name_that_is_generated() {
    let template = json!({ "spec": {
        "accessModes": ["ReadWriteOnce"], "resources": { "requests": { "storage": "1" } },
    } });
    let spec = |volume: Value| json!({ "containers": [{ "name": "a", "image": "i" }], "volumes": [volume] });
    let metadata = json!({ "generateName": "a-" });
    let of = |name: &str, more: &str| {
        let mut volume = json!({ "name": name, "ephemeral": { "volumeClaimTemplate": template } });
        if !more.is_empty() {
            volume[more] = json!({ "medium": "Memory" });
        }
        lines_of_pod(&metadata, &spec(volume)).len()
    };
    assert_eq!(of("b", ""), 0);
    // One for the volume's name and one for the claim's.
    assert_eq!(of("B", ""), 2);
    // A second source is not looked at.
    assert_eq!(of("B", "emptyDir"), 2);
    assert_eq!(of("b", "emptyDir"), 1);
}
