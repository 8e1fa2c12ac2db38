use serde_json::{Value, json};

use super::cases::find_in_pod;
use super::{Row, Subject, assert_messages, at, kubernetes, row, validate};

pub fn rows() -> Vec<Row> {
    let mut rows = owners();
    rows.extend(finalizers());
    rows.extend(generated_names());
    rows.extend(default_labels());
    rows
}

fn owners() -> Vec<Row> {
    const OWNERS: &str = "/metadata/ownerReferences";
    let owner = json!({ "apiVersion": "a/v1", "kind": "K", "name": "n", "uid": "u" });
    let with = |field: &str, value: Value| {
        let mut owner = owner.clone();
        owner[field] = value;
        owner
    };
    let mut rows: Vec<Row> = [
        (owner.clone(), ""),
        (with("apiVersion", json!("v1")), ""),
        (with("apiVersion", json!("")), ".apiVersion"),
        (with("apiVersion", json!("a/b/v1")), ".apiVersion"),
        (with("apiVersion", json!("a/")), ".apiVersion"),
        (with("kind", json!("")), ".kind"),
        (with("name", json!("")), ".name"),
        (with("uid", json!("")), ".uid"),
        (with("controller", json!(true)), ""),
    ]
    .into_iter()
    .map(|(owner, field)| {
        let path = format!("metadata.ownerReferences{field}");
        at(OWNERS, json!([owner]), &path, if field.is_empty() { "" } else { "owner-reference" })
    })
    .collect();
    let event = json!({ "apiVersion": "v1", "kind": "Event", "name": "n", "uid": "u" });
    let controller = |value: bool| with("controller", json!(value));
    let rule = "owner-reference";
    rows.extend([
        at(OWNERS, json!([event]), "metadata.ownerReferences", rule),
        at(OWNERS, json!([controller(true), controller(false)]), "", ""),
        at(OWNERS, json!([controller(true), controller(true)]), "metadata.ownerReferences", rule),
    ]);
    rows
}

fn finalizers() -> Vec<Row> {
    const FINALIZERS: &str = "/metadata/finalizers";
    let mut rows: Vec<Row> = [
        json!(["example.com/x"]),
        json!(["kubernetes"]),
        json!(["orphan"]),
        json!(["foregroundDeletion"]),
    ]
    .map(|list| at(FINALIZERS, list, "", ""))
    .into();
    let line = "metadata.finalizers finalizer";
    let at_first = "metadata.finalizers[0] finalizer";
    rows.extend([
        row([(FINALIZERS, json!(["x"]))], &[at_first]),
        row([(FINALIZERS, json!(["a b/c"]))], &[line]),
        row([(FINALIZERS, json!(["-"]))], &[line, at_first]),
        row([(FINALIZERS, json!(["orphan", "foregroundDeletion"]))], &[line]),
        row(
            [("/spec/template/metadata/finalizers", json!(["x"]))],
            &["spec.template.metadata.finalizers[0] finalizer"],
        ),
    ]);
    rows
}

fn generated_names() -> Vec<Row> {
    let generate =
        |base: &str| [("/metadata/name", json!("")), ("/metadata/generateName", json!(base))];
    let (of_base, of_name) = ("metadata.generateName generate-name", "metadata.name name");
    vec![
        row(generate("job-"), &[]),
        row(generate(&"j".repeat(253)), &[]),
        row(generate(&"j".repeat(254)), &[of_base]),
        row(generate("Job-"), &[of_base, of_name]),
        row([("/metadata/generateName", json!("Job-"))], &[of_base]),
    ]
}

/// Without labels, the Job gets those of its template.
fn default_labels() -> Vec<Row> {
    let labels = json!({ "a": "a b" });
    let (of_job, of_template) = ("metadata.labels label-value", "spec.template.labels label-value");
    let changes = |job: Value| {
        [("/metadata/labels", job), ("/spec/template/metadata/labels", labels.clone())]
    };
    let long = ("/metadata/name", json!("n".repeat(64)));
    let hostname = "metadata.name name-hostname";
    vec![
        row(changes(json!({})), &[of_job, of_template]),
        row(changes(json!(null)), &[of_job, of_template]),
        row(changes(json!({ "b": "b" })), &[of_template]),
        row(
            [long.clone(), ("/metadata/labels", json!({}))],
            &[of_job, of_job, hostname, of_template, of_template],
        ),
        row(
            [long, ("/metadata/labels", json!({})), ("/spec/template/metadata", json!(null))],
            &[hostname, of_template, of_template],
        ),
    ]
}

#[test]
fn messages_are_those_of_the_server() {
    let owner =
        json!({ "apiVersion": "v1", "kind": "Event", "name": "n", "uid": "u", "controller": true });
    assert_messages([
        (
            ("/metadata/ownerReferences", json!([owner])),
            "Invalid value: {\"apiVersion\":\"v1\",\"kind\":\"Event\",\"name\":\"n\",\"uid\":\"u\",\"controller\":true}: /v1, Kind=Event is disallowed from being an owner",
        ),
        (
            ("/metadata/finalizers", json!(["orphan", "foregroundDeletion"])),
            "Invalid value: [\"orphan\",\"foregroundDeletion\"]: finalizer orphan and foregroundDeletion cannot be both set",
        ),
        (
            ("/metadata/finalizers", json!(["x"])),
            "Invalid value: \"x\": name is neither a standard finalizer name nor is it fully qualified",
        ),
        (
            ("/metadata/name", json!("a.b")),
            "this is used in Pod names and hostnames, which can result in surprising behavior; a DNS label is recommended: [must not contain dots]",
        ),
    ]);
}

#[test]
fn of_a_pod_the_name_is_that_of_its_host() {
    let spec = json!({ "containers": [{ "name": "main", "image": "i" }] });
    let of = |metadata: Value| find_in_pod(&metadata, &spec);
    let message = "metadata.name FieldValueInvalid: this is used in the Pod's hostname, which can \
                   result in surprising behavior; a DNS label is recommended: [must not contain dots]";
    assert_eq!(of(json!({ "name": "a-b" })), [""; 0]);
    assert_eq!(of(json!({ "name": "a.b" })), [message]);
    assert_eq!(of(json!({ "generateName": "a.b" })), [message]);
    // A name that the server refuses is not warned of.
    assert_eq!(of(json!({ "name": "A" })).len(), 1);
}

#[test]
fn the_server_sets_the_generation_of_a_pod() {
    let pod = json!({
        "metadata": { "name": "a", "generation": -1 },
        "spec": { "containers": [{ "name": "main", "image": "i" }] },
    });
    let count = |minor| validate(Subject::Pod, Some(&pod.to_string()), &kubernetes(minor)).len();
    assert_eq!([count(32), count(33)], [1, 0]);
}

#[test]
fn prints_all_owners_up_to_a_length() {
    let owners = |count: usize| {
        let owner =
            json!({ "apiVersion": "v1", "kind": "K", "name": "n", "uid": "u", "controller": true });
        super::messages([("/metadata/ownerReferences", json!(vec![owner; count]))])
    };
    let printed = r#"{"apiVersion":"v1","kind":"K","name":"n","uid":"u","controller":true}"#;
    assert_eq!(owners(30)[0].matches(printed).count(), 30);
    assert!(owners(30)[0].contains("}]: Only one reference"));
    // The one that goes over 4,096 bytes is the last.
    assert_eq!(owners(100)[0].matches(printed).count(), 4096 / printed.len() + 1);
    assert!(owners(100)[0].contains("},…]: Only one reference"));
}
