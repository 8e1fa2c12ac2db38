use serde_json::{Value, json};

use super::{CONTAINER, Row, assert_messages, at, inside, kubernetes, restricted, row, row_with};

const MOUNTS: &str = "/spec/template/spec/containers/0/volumeMounts";
const DEVICES: &str = "/spec/template/spec/containers/0/volumeDevices";
const PRIVILEGED: &str = "/spec/template/spec/containers/0/securityContext";
const VOLUMES: &str = "/spec/template/spec/volumes";

pub fn rows() -> Vec<Row> {
    let mut rows = sub_paths();
    rows.extend(propagations());
    rows.extend(recursive_read_only());
    rows.extend(devices());
    rows.extend(mounts_and_devices());
    rows.extend(unnamed());
    rows
}

/// A mount of the volume with one more field.
fn mount(field: &str, value: impl Into<Value>) -> Value {
    json!([{ "name": "one", "mountPath": "/one", field: value.into() }])
}

fn sub_paths() -> Vec<Row> {
    const RULE: &str = "mount-sub-path";
    let mut rows = Vec::new();
    for field in ["subPath", "subPathExpr"] {
        let path = format!("volumeMounts.{field}");
        for (value, rule) in
            [("", ""), ("a/b", ""), ("a/..b", ""), ("/a", RULE), ("..", RULE), ("a/../b", RULE)]
        {
            rows.push(inside(MOUNTS, mount(field, value), &path, rule));
        }
        let line = format!("{CONTAINER}.{path} {RULE}");
        rows.push(row([(MOUNTS, mount(field, "/.."))], &[&line, &line]));
    }
    let both = json!([
        { "name": "one", "mountPath": "/one", "subPath": "a", "subPathExpr": "b" },
    ]);
    rows.push(inside(MOUNTS, both, "volumeMounts[0].subPathExpr", RULE));
    rows
}

fn propagations() -> Vec<Row> {
    const RULE: &str = "mount-propagation";
    let path = "volumeMounts.mountPropagation";
    let mut rows = Vec::new();
    for (value, rule, privileged_rule) in [
        ("None", "", ""),
        ("HostToContainer", "", ""),
        ("Bidirectional", RULE, ""),
        ("", RULE, RULE),
        ("none", RULE, RULE),
    ] {
        rows.push(inside(MOUNTS, mount("mountPropagation", value), path, rule));
        let changes = [
            (MOUNTS, mount("mountPropagation", value)),
            (PRIVILEGED, json!({ "privileged": true })),
        ];
        let line = format!("{CONTAINER}.{path} {RULE}");
        let expected: &[&str] = if privileged_rule.is_empty() { &[] } else { &[&line] };
        rows.push(row(changes, expected));
    }
    let unreadable = [
        (MOUNTS, mount("mountPropagation", "Bidirectional")),
        (PRIVILEGED, json!({ "privileged": "true" })),
    ];
    let line = format!("{CONTAINER}.securityContext.privileged field-type");
    rows.push(row(unreadable, &[&line]));
    rows
}

fn recursive_read_only() -> Vec<Row> {
    let mut rows = Vec::new();
    for (value, read_only, propagation, faults) in [
        (json!(null), json!(null), json!(null), 0),
        (json!("Disabled"), json!(null), json!("HostToContainer"), 0),
        (json!("IfPossible"), json!(true), json!(null), 0),
        (json!("Enabled"), json!(true), json!("None"), 0),
        (json!("Enabled"), json!(true), json!("HostToContainer"), 1),
        (json!("IfPossible"), json!(true), json!("HostToContainer"), 1),
        (json!("Enabled"), json!(false), json!(null), 1),
        (json!("IfPossible"), json!(null), json!(null), 1),
        (json!("Enabled"), json!(null), json!("HostToContainer"), 2),
        (json!(""), json!(true), json!(null), 1),
        (json!("enabled"), json!(true), json!(null), 1),
    ] {
        let mounts = json!([{
            "name": "one",
            "mountPath": "/one",
            "recursiveReadOnly": value,
            "readOnly": read_only,
            "mountPropagation": propagation,
        }]);
        let line = format!("{CONTAINER}.volumeMounts.recursiveReadOnly mount-read-only");
        rows.push(row([(MOUNTS, mounts.clone())], &vec![&*line; faults]));
        rows.push(row_with(kubernetes(31), [(MOUNTS, mounts.clone())], &vec![&*line; faults]));
        rows.push(row_with(kubernetes(30), [(MOUNTS, mounts)], &[]));
    }
    let unreadable = json!([
        { "name": "one", "mountPath": "/one", "recursiveReadOnly": "Enabled", "readOnly": 1 },
    ]);
    let path = "volumeMounts[0].readOnly";
    rows.push(inside(MOUNTS, unreadable, path, "field-type"));
    rows
}

/// Volumes that can be devices, and one that cannot.
fn volumes() -> Value {
    json!([
        { "name": "one", "emptyDir": {} },
        { "name": "claim", "persistentVolumeClaim": { "claimName": "c" } },
        { "name": "other", "ephemeral": { "volumeClaimTemplate": { "spec": {
            "accessModes": ["ReadWriteOnce"],
            "resources": { "requests": { "storage": "1Gi" } },
        } } } },
    ])
}

fn devices() -> Vec<Row> {
    const VOLUME: &str = "volumeDevices[0].name device-volume";
    const PATH: &str = "volumeDevices[0].devicePath device-path";
    let mut rows = Vec::new();
    let mut add = |devices: Value, lines: &[&str]| {
        let lines: Vec<String> = lines.iter().map(|line| format!("{CONTAINER}.{line}")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        rows.push(row([(VOLUMES, volumes()), (DEVICES, devices)], &lines));
    };
    for (name, place, lines) in [
        ("claim", "/dev/x", &[] as &[&str]),
        ("claim", "x", &[]),
        ("claim", "/dev/..x", &[]),
        ("other", "/dev/x", &[]),
        ("", "/dev/x", &[VOLUME, VOLUME]),
        ("none", "/dev/x", &[VOLUME]),
        ("claim", "", &[PATH]),
        ("claim", "/dev/../x", &[PATH]),
    ] {
        add(json!([{ "name": name, "devicePath": place }]), lines);
    }
    let two = |[first, second]: [&str; 2], [place, other]: [&str; 2]| {
        json!([
            { "name": first, "devicePath": place },
            { "name": second, "devicePath": other },
        ])
    };
    let (name, path) = (VOLUME.replace('0', "1"), PATH.replace('0', "1"));
    add(two(["claim", "other"], ["/a", "/b"]), &[]);
    add(two(["claim", "claim"], ["/a", "/b"]), &[&name]);
    add(two(["claim", "other"], ["/a", "/a"]), &[&path]);
    // Twice without a name, twice without a path, twice the same wrong path.
    add(two(["", ""], ["/a", "/b"]), &[VOLUME, VOLUME, &name, &name]);
    add(two(["claim", "other"], ["", ""]), &[PATH, &path, &path]);
    add(two(["claim", "other"], ["..", ".."]), &[PATH, &path]);
    rows
}

/// What is a mount cannot be a device.
fn mounts_and_devices() -> Vec<Row> {
    let mounts = json!([
        { "name": "claim", "mountPath": "/old" },
        { "name": "claim", "mountPath": "/claim" },
    ]);
    let mut rows = Vec::new();
    for (name, place, lines) in [
        ("other", "/x", &[] as &[&str]),
        // Of two mounts of a volume, the server forgets the path of the first.
        ("other", "/old", &["volumeMounts[0].mountPath mount-device"]),
        (
            "other",
            "/claim",
            &["volumeMounts[1].mountPath mount-device", "volumeDevices[0].devicePath device-path"],
        ),
        (
            "claim",
            "/x",
            &[
                "volumeMounts[0].name mount-device",
                "volumeMounts[1].name mount-device",
                "volumeDevices[0].name device-volume",
            ],
        ),
    ] {
        let devices = json!([{ "name": name, "devicePath": place }]);
        let changes = [(VOLUMES, volumes()), (MOUNTS, mounts.clone()), (DEVICES, devices)];
        let lines: Vec<String> = lines.iter().map(|line| format!("{CONTAINER}.{line}")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        rows.push(row(changes, &lines));
    }
    // Of two devices of a volume, the path of the first is forgotten.
    let devices = json!([
        { "name": "claim", "devicePath": "/one" },
        { "name": "claim", "devicePath": "/two" },
    ]);
    let line = format!("{CONTAINER}.volumeDevices[1].name device-volume");
    let taken = format!("{CONTAINER}.volumeDevices[0].devicePath device-path");
    rows.push(row([(VOLUMES, volumes()), (DEVICES, devices)], &[&taken, &line]));
    rows
}

fn unnamed() -> Vec<Row> {
    // Two mounts without a path have the same path.
    let twice = json!([{ "name": "one" }, { "name": "one" }]);
    let line =
        |index: usize, rule: &str| format!("{CONTAINER}.volumeMounts[{index}].mountPath {rule}");
    let lines = [line(0, "mount-path"), line(1, "mount-path"), line(1, "mount-path-taken")];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let root = json!([{ "name": "one", "mountPath": "" }, { "name": "one", "mountPath": "/" }]);
    let nameless = json!([{ "mountPath": "/a" }]);
    let name = format!("{CONTAINER}.volumeMounts[0].name mount-volume");
    vec![
        row([(MOUNTS, twice)], &lines),
        inside(MOUNTS, root, "volumeMounts[0].mountPath", "mount-path"),
        row([(MOUNTS, nameless)], &[&name, &name]),
        // Devices of volumes that could not be read.
        at(VOLUMES, json!({}), "spec.template.spec.volumes", "field-type"),
        row(
            [
                (VOLUMES, json!([{ "name": 1 }, { "name": "one" }])),
                (DEVICES, json!([{ "name": "x", "devicePath": "/x" }])),
            ],
            &["spec.template.spec.volumes[0].name field-type"],
        ),
    ]
}

#[test]
fn says_what_the_server_says_of_mounts() {
    assert_messages([
        ((MOUNTS, mount("subPath", "/a")), "Invalid value: \"/a\": must be a relative path"),
        ((MOUNTS, mount("subPathExpr", "..")), "Invalid value: \"..\": must not contain '..'"),
        (
            (
                MOUNTS,
                json!([{ "name": "one", "mountPath": "/one", "subPath": "a", "subPathExpr": "b" }]),
            ),
            "Invalid value: \"b\": subPathExpr and subPath are mutually exclusive",
        ),
        (
            (MOUNTS, mount("mountPropagation", "none")),
            "Unsupported value: \"none\": supported values: \"Bidirectional\", \"HostToContainer\", \"None\"",
        ),
        (
            (MOUNTS, mount("mountPropagation", "Bidirectional")),
            "Forbidden: Bidirectional mount propagation is available only to privileged containers",
        ),
        (
            (MOUNTS, mount("recursiveReadOnly", "enabled")),
            "Unsupported value: \"enabled\": supported values: \"Disabled\", \"Enabled\", \"IfPossible\"",
        ),
        (
            (MOUNTS, mount("recursiveReadOnly", "Enabled")),
            "Forbidden: may only be specified when readOnly is true",
        ),
        (
            (
                MOUNTS,
                json!([{
                    "name": "one",
                    "mountPath": "/one",
                    "readOnly": true,
                    "recursiveReadOnly": "Enabled",
                    "mountPropagation": "HostToContainer",
                }]),
            ),
            "Forbidden: may only be specified when mountPropagation is None or not specified",
        ),
    ]);
}

#[test]
fn says_what_the_server_says_of_devices() {
    let messages = |devices: Value| super::messages([(VOLUMES, volumes()), (DEVICES, devices)]);
    let one = |name: &str, place: &str| messages(json!([{ "name": name, "devicePath": place }]));
    assert_eq!(one("", "/x"), ["Required value", "Not found: \"\""]);
    assert_eq!(one("claim", ""), ["Required value"]);
    assert_eq!(one("claim", ".."), ["Invalid value: \"..\": can not contain backsteps ('..')"]);
    assert_eq!(
        one("one", "/one"),
        [
            "Invalid value: \"one\": must not already exist in volumeDevices",
            "Invalid value: \"/one\": must not already exist as a path in volumeDevices",
            "Invalid value: \"one\": can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode",
            "Invalid value: \"one\": must not already exist in volumeMounts",
            "Invalid value: \"/one\": must not already exist as a path in volumeMounts",
        ]
    );
    let device = json!({ "name": "claim", "devicePath": "/x" });
    assert_eq!(
        messages(json!([device, device])),
        ["Invalid value: \"claim\": must be unique", "Invalid value: \"/x\": must be unique"]
    );
}

#[test]
fn says_what_mounts_do_to_each_other() {
    let shadowed = json!([
        { "name": "one", "mountPath": "/one" },
        { "name": "one", "mountPath": "/one/" },
    ]);
    assert_messages([(
        (MOUNTS, shadowed),
        "Invalid value: \"/one/\": one place with \"/one\": one volume hides the other",
    )]);
    let colon = json!([{ "name": "one", "mountPath": "/a:b" }]);
    let finding = super::find(vec![(MOUNTS, colon)], &restricted()).remove(0);
    assert_eq!(finding.message, "Invalid value: \"/a:b\": must not contain ':'");
}
