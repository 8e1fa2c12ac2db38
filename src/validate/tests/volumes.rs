use serde_json::{Value, json};

use super::{Options, POD, Row, assert_messages, at, restricted, row, row_with};

const VOLUME: &str = "/spec/template/spec/volumes/-";
const MOUNT: &str = "/spec/template/spec/containers/0/volumeMounts/-";

pub fn rows() -> Vec<Row> {
    let mut rows = names();
    rows.extend(sources());
    rows.extend(mounts());
    rows
}

fn names() -> Vec<Row> {
    let long = "v".repeat(63);
    let longer = "v".repeat(64);
    let path = format!("{POD}.volumes[1].name");
    [
        ("two", ""),
        (&*long, ""),
        (&*longer, "volume-name"),
        ("Creds", "volume-name"),
        ("a.b", "volume-name"),
        ("", "volume-name"),
        ("one", "volume-name-taken"),
    ]
    .map(|(name, rule)| at(VOLUME, json!({ "name": name, "emptyDir": {} }), &path, rule))
    .into()
}

fn sources() -> Vec<Row> {
    let secret = |source: Value| json!({ "name": "two", "secret": source });
    let claim =
        |name: &str| json!({ "name": "two", "persistentVolumeClaim": { "claimName": name } });
    let map = |source: Value| json!({ "name": "two", "configMap": source });
    let of = |size: &str| json!({ "name": "two", "emptyDir": { "sizeLimit": size } });
    let mut rows: Vec<Row> = [
        (secret(json!({ "secretName": "s" })), "secret.secretName", ""),
        (secret(json!({ "secretName": "" })), "secret.secretName", "volume-source"),
        (secret(json!({ "secretName": "A_B" })), "secret.secretName", "volume-source-name"),
        (claim("c"), "persistentVolumeClaim.claimName", ""),
        (claim(""), "persistentVolumeClaim.claimName", "volume-source"),
        (claim("C"), "persistentVolumeClaim.claimName", "volume-source-name"),
        (map(json!({ "name": "m" })), "configMap.name", ""),
        (map(json!({})), "configMap.name", "volume-source"),
        (map(json!({ "name": "m", "defaultMode": 512 })), "configMap.defaultMode", "file-mode"),
        (of("1Gi"), "emptyDir.sizeLimit", ""),
        (of("1GB"), "emptyDir.sizeLimit", "quantity-syntax"),
    ]
    .map(|(volume, field, rule)| at(VOLUME, volume, &format!("{POD}.volumes[1].{field}"), rule))
    .into();
    for (mode, rule) in [(-1, "file-mode"), (0, ""), (0o777, ""), (0o1000, "file-mode")] {
        let volume = secret(json!({ "secretName": "s", "defaultMode": mode }));
        rows.push(at(VOLUME, volume, &format!("{POD}.volumes[1].secret.defaultMode"), rule));
    }
    rows
}

fn mounts() -> Vec<Row> {
    let mount = |name: &str, path: &str| (MOUNT, json!({ "name": name, "mountPath": path }));
    let line =
        |field: &str, rule: &str| format!("{POD}.containers[0].volumeMounts[1].{field} {rule}");
    let at_path = |options, path: &str, rule: &str| {
        row_with(options, [mount("one", path)], &[&line("mountPath", rule)])
    };
    let unknown = &*line("name", "mount-volume");
    vec![
        row([mount("one", "/two")], &[]),
        row([mount("one", "/one/two")], &[]),
        row([mount("one", "/a:b")], &[]),
        at_path(restricted(), "/a:b", "mount-path-colon"),
        at_path(Options::default(), "", "mount-path"),
        at_path(Options::default(), "/one", "mount-path-taken"),
        at_path(Options::default(), "/one/", "mount-path-shadowed"),
        row([mount("two", "/two")], &[unknown]),
        row([mount("", "/two")], &[unknown, unknown]),
        // The server does not know a volume that it refuses.
        row(
            [(VOLUME, json!({ "name": "Two", "emptyDir": {} })), mount("Two", "/two")],
            &[&format!("{POD}.volumes[1].name volume-name"), unknown],
        ),
        // What it only warns of, it knows.
        row(
            [
                (VOLUME, json!({ "name": "two", "secret": { "secretName": "A" } })),
                mount("two", "/two"),
            ],
            &[&format!("{POD}.volumes[1].secret.secretName volume-source-name")],
        ),
    ]
}

#[test]
fn says_what_the_server_says() {
    let volume = |name: &str| (VOLUME, json!({ "name": name, "emptyDir": {} }));
    assert_messages([
        (volume("one"), "Duplicate value: \"one\""),
        (
            volume("Creds"),
            "Invalid value: \"Creds\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
        ),
        (
            (
                VOLUME,
                json!({ "name": "two", "secret": { "secretName": "s", "defaultMode": 1000 } }),
            ),
            "Invalid value: 1000: must be a number between 0 and 0777 (octal), both inclusive",
        ),
        ((MOUNT, json!({ "name": "Creds", "mountPath": "/a" })), "Not found: \"Creds\""),
        (
            (MOUNT, json!({ "name": "one", "mountPath": "/one" })),
            "Invalid value: \"/one\": must be unique",
        ),
    ]);
}
