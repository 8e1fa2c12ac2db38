mod claims;
mod disks;
mod files;
mod shares;

use serde_json::{Value, json};

use super::{Options, POD, Row, assert_messages, at, kubernetes, restricted, row, row_with};

const VOLUME: &str = "/spec/template/spec/volumes/-";
const MOUNT: &str = "/spec/template/spec/containers/0/volumeMounts/-";

pub fn rows() -> Vec<Row> {
    let mut rows = names();
    rows.extend(types());
    rows.extend(claims::rows());
    rows.extend(disks::rows());
    rows.extend(files::rows());
    rows.extend(shares::rows());
    rows.extend(mounts());
    rows
}

/// A row of a volume `two` with this source; findings are `field rule` below the volume.
fn source(name: &str, source: Value, expected: &[&str]) -> Row {
    source_with(Options::default(), name, source, expected)
}

#[expect(clippy::needless_pass_by_value, reason = "rows are shorter without a borrow")]
fn source_with(options: Options, name: &str, source: Value, expected: &[&str]) -> Row {
    let lines: Vec<String> = expected.iter().map(|line| below(line)).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    row_with(options, [(VOLUME, volume(name, &source))], &lines)
}

/// [`source`] with one finding, or none where it is fine.
fn limit(name: &str, value: Value, is_fine: bool, line: &str) -> Row {
    let lines = [line];
    source(name, value, lines.get(usize::from(is_fine)..).unwrap_or_default())
}

/// A finding's line: `field rule`, or only a rule for the volume itself.
fn below(line: &str) -> String {
    let separator = if line.contains(' ') { "." } else { " " };
    format!("{POD}.volumes[1]{separator}{line}")
}

fn volume(name: &str, source: &Value) -> Value {
    json!({ "name": "two", name: source })
}

/// The message of the only finding about a volume with this source.
fn assert_source_messages<'a>(rows: impl IntoIterator<Item = (&'a str, Value, &'a str)>) {
    for (name, source, expected) in rows {
        assert_messages([((VOLUME, volume(name, &source)), expected)]);
    }
}

/// Every type with its least source, the second name of its field in findings, and whether servers
/// warn of it.
const TYPES: [(&str, &str, &str); 30] = [
    ("hostPath", "hostPath", r#"{"path": "/p"}"#),
    ("gitRepo", "gitRepo", r#"{"repository": "r"}"#),
    ("gcePersistentDisk", "gcePersistentDisk", r#"{"pdName": "p"}"#),
    ("awsElasticBlockStore", "awsElasticBlockStore", r#"{"volumeID": "v"}"#),
    ("secret", "secret", r#"{"secretName": "s"}"#),
    ("nfs", "nfs", r#"{"server": "s", "path": "/p"}"#),
    ("iscsi", "iscsi", r#"{"targetPortal": "t", "iqn": "iqn.2001-04.e:d"}"#),
    ("glusterfs", "glusterfs", r#"{"endpoints": "e", "path": "p"}"#),
    ("flocker", "flocker", r#"{"datasetName": "d"}"#),
    ("persistentVolumeClaim", "persistentVolumeClaim", r#"{"claimName": "c"}"#),
    ("rbd", "rbd", r#"{"monitors": ["m"], "image": "i"}"#),
    ("cinder", "cinder", r#"{"volumeID": "v"}"#),
    ("cephfs", "cephFS", r#"{"monitors": ["m"]}"#),
    ("quobyte", "quobyte", r#"{"registry": "r:1", "volume": "v"}"#),
    ("downwardAPI", "downwarAPI", "{}"),
    ("fc", "fc", r#"{"wwids": ["w"]}"#),
    ("flexVolume", "flexVolume", r#"{"driver": "d"}"#),
    ("configMap", "configMap", r#"{"name": "m"}"#),
    ("azureFile", "azureFile", r#"{"secretName": "s", "shareName": "s"}"#),
    ("vsphereVolume", "vsphereVolume", r#"{"volumePath": "v"}"#),
    ("photonPersistentDisk", "photonPersistentDisk", r#"{"pdID": "p"}"#),
    ("portworxVolume", "portworxVolume", r#"{"volumeID": "v"}"#),
    ("azureDisk", "azureDisk", r#"{"diskName": "d", "diskURI": "https://d"}"#),
    ("storageos", "storageos", r#"{"volumeName": "v"}"#),
    ("projected", "projected", "{}"),
    ("scaleIO", "scaleIO", r#"{"gateway": "g", "system": "s", "volumeName": "v"}"#),
    ("csi", "csi", r#"{"driver": "d"}"#),
    ("image", "image", r#"{"reference": "i"}"#),
    (
        "ephemeral",
        "ephemeral",
        r#"{"volumeClaimTemplate": {"spec": {
            "accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1"}}}}}"#,
    ),
    ("emptyDir", "emptyDir", "{}"),
];

/// The types that servers warn of, as they name them.
const DEPRECATED: [(&str, &str); 9] = [
    ("photonPersistentDisk", "deprecated in v1.11, non-functional in v1.16+"),
    ("gitRepo", "deprecated in v1.11, and disabled by default in v1.33+"),
    ("scaleIO", "deprecated in v1.16, non-functional in v1.22+"),
    ("flocker", "deprecated in v1.22, non-functional in v1.25+"),
    ("storageOS", "deprecated in v1.22, non-functional in v1.25+"),
    ("quobyte", "deprecated in v1.22, non-functional in v1.25+"),
    ("glusterfs", "deprecated in v1.25, non-functional in v1.26+"),
    ("cephfs", "deprecated in v1.28, non-functional in v1.31+"),
    ("rbd", "deprecated in v1.28, non-functional in v1.31+"),
];

fn deprecation(name: &str) -> Option<String> {
    let (warned, _) = DEPRECATED.iter().find(|(warned, _)| warned.eq_ignore_ascii_case(name))?;
    Some(below(&format!("{warned} volume-deprecated")))
}

/// Each type alone, and as the second one of a volume.
fn types() -> Vec<Row> {
    let mut rows = vec![row([(VOLUME, json!({ "name": "two" }))], &[])];
    for (name, refused, least) in TYPES {
        let least: Value = serde_json::from_str(least).unwrap();
        let warning = deprecation(name);
        let alone: Vec<&str> = warning.as_deref().into_iter().collect();
        rows.push(row([(VOLUME, volume(name, &least))], &alone));
        if name == "emptyDir" {
            continue;
        }
        let mut both = volume(name, &least);
        both["emptyDir"] = json!({});
        let second = below(&format!("{refused} volume-type"));
        let expected: Vec<&str> = std::iter::once(&*second).chain(alone).collect();
        rows.push(row([(VOLUME, both)], &expected));
    }
    rows
}

#[test]
fn warns_of_deprecated_types_in_the_servers_words() {
    for (name, _, least) in TYPES {
        let warned = DEPRECATED.iter().find(|(warned, _)| warned.eq_ignore_ascii_case(name));
        if let Some((_, message)) = warned {
            assert_source_messages([(name, serde_json::from_str(least).unwrap(), *message)]);
        }
    }
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
