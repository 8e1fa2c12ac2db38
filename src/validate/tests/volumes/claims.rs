use serde_json::{Value, json};

use super::{Options, Row, assert_source_messages, kubernetes, source, source_with};
use crate::validate::{Subject, validate};

const SPEC: &str = "ephemeral.volumeClaimTemplate.spec";

pub fn rows() -> Vec<Row> {
    let mut rows = vec![
        source(
            "persistentVolumeClaim",
            json!({ "claimName": "" }),
            &["persistentVolumeClaim.claimName volume-source"],
        ),
        source(
            "persistentVolumeClaim",
            json!({ "claimName": "C" }),
            &["persistentVolumeClaim.claimName volume-source-name"],
        ),
        source("ephemeral", json!({}), &["ephemeral.volumeClaimTemplate volume-claim"]),
    ];
    rows.extend(metadata());
    rows.extend(modes());
    rows.extend(storage());
    rows.extend(texts());
    rows.extend(data_sources());
    rows
}

/// A claim that is fine, with this field of its spec changed.
fn claim(field: &str, value: Value) -> Value {
    let mut spec = json!({
        "accessModes": ["ReadWriteOnce"],
        "resources": { "requests": { "storage": "1Gi" } },
    });
    spec[field] = value;
    json!({ "volumeClaimTemplate": { "spec": spec } })
}

/// A row of such a claim; findings are fields of the spec.
fn spec(field: &str, value: Value, expected: &[&str]) -> Row {
    let lines: Vec<String> =
        expected.iter().map(|field| format!("{SPEC}{field} volume-claim")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    source("ephemeral", claim(field, value), &lines)
}

fn metadata() -> Vec<Row> {
    let with = |metadata: Value| {
        let mut claim = claim("volumeName", json!(null));
        claim["volumeClaimTemplate"]["metadata"] = metadata;
        claim
    };
    let path = "ephemeral.volumeClaimTemplate.metadata";
    let mut rows = vec![
        source(
            "ephemeral",
            with(json!({ "labels": { "a": "b" }, "annotations": { "a": "b" } })),
            &[],
        ),
        source(
            "ephemeral",
            with(json!({ "labels": { "a": " " } })),
            &[&*format!("{path}.labels label-value")],
        ),
        source(
            "ephemeral",
            with(json!({ "annotations": { " ": "b" } })),
            &[&*format!("{path}.annotations annotation-key")],
        ),
    ];
    // What Go takes for unset, what it does not, and its name for the field.
    let others = [
        ("name", json!(""), json!("x"), "name"),
        ("generateName", json!(""), json!("x"), "generateName"),
        ("namespace", json!(""), json!("x"), "namespace"),
        ("selfLink", json!(""), json!("x"), "selfLink"),
        ("uid", json!(""), json!("x"), "uID"),
        ("resourceVersion", json!(""), json!("x"), "resourceVersion"),
        ("generation", json!(0), json!(-1), "generation"),
        ("creationTimestamp", json!(null), json!("2026-01-02T03:04:05Z"), "creationTimestamp"),
        ("deletionTimestamp", json!(null), json!("2026-01-02T03:04:05Z"), "deletionTimestamp"),
        ("deletionGracePeriodSeconds", json!(null), json!(0), "deletionGracePeriodSeconds"),
        ("ownerReferences", json!(null), json!([]), "ownerReferences"),
        ("finalizers", json!(null), json!([]), "finalizers"),
        ("managedFields", json!(null), json!([]), "managedFields"),
    ];
    let mut all = json!({});
    let mut lines = Vec::new();
    for (field, unset, set, name) in others {
        let line = format!("{path}.{name} volume-claim");
        rows.push(source("ephemeral", with(json!({ field: unset })), &[]));
        rows.push(source("ephemeral", with(json!({ field: set })), &[&line]));
        all[field] = set;
        lines.push(line);
    }
    // They are reported in this order, whatever the manifest's is.
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    rows.push(source("ephemeral", with(all), &lines));
    rows
}

fn modes() -> Vec<Row> {
    let all = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"];
    let mut rows: Vec<Row> = all.map(|mode| spec("accessModes", json!([mode]), &[])).into();
    rows.push(spec("accessModes", json!([]), &[".accessModes"]));
    rows.push(spec("accessModes", json!(["ReadWrite"]), &[".accessModes"]));
    rows.push(spec("accessModes", json!(["ReadWriteOncePod", "ReadOnlyMany"]), &[".accessModes"]));
    rows.push(spec("accessModes", json!(["ReadWriteOncePod", "x"]), &[".accessModes"]));
    rows.extend(["Block", "Filesystem"].map(|mode| spec("volumeMode", json!(mode), &[])));
    rows.push(spec("volumeMode", json!("block"), &[".volumeMode"]));
    rows
}

fn storage() -> Vec<Row> {
    let requests = |storage: Value| json!({ "requests": { "storage": storage } });
    let fraction = format!("{SPEC}.resources.requests[storage] quantity-fraction");
    let limit = format!("{SPEC}.resources.limits[storage] quantity-fraction");
    let syntax = format!("{SPEC}.resources.requests[storage] quantity-syntax");
    let limits = json!({ "requests": { "storage": "1" }, "limits": { "storage": "1500m" } });
    vec![
        spec("resources", json!({}), &[".resources[storage]"]),
        source("ephemeral", claim("resources", requests(json!("1n"))), &[&fraction]),
        spec("resources", requests(json!("0")), &[".resources[storage]"]),
        spec("resources", requests(json!("-1")), &[".resources[storage]"]),
        spec("resources", requests(json!(null)), &[".resources[storage]"]),
        // What cannot be read is not zero.
        source("ephemeral", claim("resources", requests(json!("1x"))), &[&syntax]),
        source("ephemeral", claim("resources", requests(json!("1500m"))), &[&fraction]),
        source("ephemeral", claim("resources", limits), &[&limit]),
    ]
}

fn texts() -> Vec<Row> {
    let mut rows = Vec::new();
    for field in ["storageClassName", "volumeAttributesClassName"] {
        rows.push(spec(field, json!(""), &[]));
        rows.push(spec(field, json!("fast"), &[]));
        rows.push(spec(field, json!("Fast"), &[&*format!(".{field}")]));
    }
    let named = |name: &str| claim("volumeAttributesClassName", json!(name));
    let line = format!("{SPEC}.volumeAttributesClassName volume-claim");
    rows.push(source_with(kubernetes(33), "ephemeral", named("Fast"), &[]));
    rows.push(source_with(kubernetes(34), "ephemeral", named("Fast"), &[&line]));
    let selector =
        |operator: &str| json!({ "matchExpressions": [{ "key": "k", "operator": operator }] });
    rows.push(spec("selector", selector("Exists"), &[]));
    rows.push(spec("selector", selector("x"), &[".selector.matchExpressions[0].operator"]));
    rows
}

fn data_sources() -> Vec<Row> {
    let of = |group: Option<&str>, kind: &str, name: &str| json!({ "apiGroup": group, "kind": kind, "name": name });
    let claim_named = |name: &str| of(None, "PersistentVolumeClaim", name);
    let mut rows = Vec::new();
    for field in ["dataSource", "dataSourceRef"] {
        let at = |rest: &str| format!(".{field}{rest}");
        rows.push(spec(field, claim_named("c"), &[]));
        rows.push(spec(field, of(Some("snapshot.storage.k8s.io"), "VolumeSnapshot", "s"), &[]));
        rows.push(spec(field, of(None, "VolumeSnapshot", "s"), &[&*at("")]));
        rows.push(spec(field, of(Some("A"), "VolumeSnapshot", "s"), &[&*at(".apiGroup")]));
        rows.push(spec(field, claim_named(""), &[&*at(".name")]));
        rows.push(spec(field, of(None, "", "c"), &[&*at(".kind"), &*at("")]));
    }
    let both = |reference: Value| {
        let mut claim = claim("dataSource", claim_named("c"));
        claim["volumeClaimTemplate"]["spec"]["dataSourceRef"] = reference;
        claim
    };
    let line = format!("{SPEC} volume-claim");
    let mut elsewhere = claim_named("c");
    elsewhere["namespace"] = json!("ns");
    let mut nowhere = claim_named("c");
    nowhere["namespace"] = json!("N");
    rows.push(source("ephemeral", both(claim_named("c")), &[]));
    rows.push(source("ephemeral", both(claim_named("d")), &[&line]));
    rows.push(source("ephemeral", both(of(Some("a"), "PersistentVolumeClaim", "c")), &[&line]));
    rows.push(source("ephemeral", both(elsewhere.clone()), &[&line]));
    rows.push(spec("dataSourceRef", elsewhere, &[]));
    rows.push(spec("dataSourceRef", nowhere, &[".dataSourceRef.namespace"]));
    rows
}

#[test]
fn reports_claims_in_the_servers_words() {
    let mut both = claim("dataSource", json!({ "kind": "PersistentVolumeClaim", "name": "c" }));
    both["volumeClaimTemplate"]["spec"]["dataSourceRef"] =
        json!({ "kind": "PersistentVolumeClaim", "name": "d" });
    assert_source_messages([
        ("ephemeral", both, "Invalid value: {}: must match dataSourceRef"),
        (
            "ephemeral",
            claim("resources", json!({ "requests": { "storage": "0" } })),
            "Invalid value: \"0\": must be greater than zero",
        ),
        (
            "ephemeral",
            claim("accessModes", json!(["x"])),
            "Unsupported value: \"x\": supported values: \"ReadOnlyMany\", \"ReadWriteMany\", \
             \"ReadWriteOnce\", \"ReadWriteOncePod\"",
        ),
        (
            "ephemeral",
            claim("accessModes", json!([])),
            "Required value: at least 1 access mode is required",
        ),
    ]);
}

/// The lines `path rule` of a Pod of this name, with an ephemeral volume and a claim of this name.
fn lines_of_pod(pod: &str, claim_name: &str) -> Vec<String> {
    let mut ephemeral = claim("volumeName", json!(null));
    ephemeral["volumeClaimTemplate"]["metadata"] = json!({});
    let manifest = json!({
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": { "name": pod, "namespace": "ns" },
        "spec": {
            "containers": [{ "name": "main", "image": "i" }],
            "volumes": [
                { "name": "one", "ephemeral": ephemeral },
                { "name": "two", "persistentVolumeClaim": { "claimName": claim_name } },
            ],
        },
    });
    let findings = validate(Subject::Pod, Some(&manifest.to_string()), &Options::default());
    findings.iter().map(|finding| format!("{} {}", finding.path, finding.rule.id())).collect()
}

#[test]
fn the_claims_that_are_created_with_a_pod_have_its_name() {
    let taken = "spec.volumes[1].persistentVolumeClaim.claimName volume-claim";
    assert_eq!(lines_of_pod("pod", "other"), [""; 0]);
    assert_eq!(lines_of_pod("pod", "pod-one"), [taken]);
    // A Pod's name has at most 253 characters, and so has the claim's.
    let long = "metadata.name name-hostname";
    assert_eq!(lines_of_pod(&"p".repeat(249), "other"), [long]);
    assert_eq!(
        lines_of_pod(&"p".repeat(250), "other"),
        [long, "spec.volumes[0].name volume-claim"]
    );
}
