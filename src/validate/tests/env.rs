use serde_json::{Value, json};

use super::{
    CONTAINER, ENV, ENV_FROM, POD, Row, assert_messages, inside, kubernetes, row, row_with,
};

pub fn rows() -> Vec<Row> {
    let mut rows = names();
    rows.extend(values());
    rows.extend(sources());
    rows.extend(from());
    rows.extend(divisors());
    rows.extend(files());
    rows
}

fn divisors() -> Vec<Row> {
    let mut rows = Vec::new();
    let mut add = |resource: &str, divisor: &str, is_supported: bool| {
        let source = json!({ "resourceFieldRef": { "resource": resource, "divisor": divisor } });
        let entries = json!([{ "name": "A", "valueFrom": source }]);
        let rule = if is_supported { "" } else { "env-value-from" };
        rows.push(inside(ENV, entries, "env[0].valueFrom.resourceFieldRef.divisor", rule));
    };
    for list in ["limits", "requests"] {
        for (divisor, is_supported) in
            [("1", true), ("1m", true), ("1000m", true), ("0", true), ("2", false), ("1k", false)]
        {
            add(&format!("{list}.cpu"), divisor, is_supported);
        }
        for name in ["memory", "ephemeral-storage", "hugepages-2Mi"] {
            let resource = format!("{list}.{name}");
            for divisor in
                ["1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"]
            {
                add(&resource, divisor, true);
            }
            for divisor in ["1m", "2", "1e3"] {
                add(&resource, divisor, false);
            }
        }
    }
    rows
}

fn files() -> Vec<Row> {
    const RULE: &str = "env-file";
    let entries = |volume: &str, path: &str, key: &str| {
        let source = json!({ "fileKeyRef": { "volumeName": volume, "path": path, "key": key } });
        json!([{ "name": "A", "valueFrom": source }])
    };
    let line = |container: &str, field: &str| {
        format!("{POD}.{container}[0].env[0].valueFrom.fileKeyRef.{field} {RULE}")
    };
    let in_main = |field| line("containers", field);
    let mut rows = vec![
        // Volumes that cannot be read are not taken for missing.
        row(
            [
                ("/spec/template/spec/volumes/1", json!({ "name": 1 })),
                (ENV, entries("two", "a", "K")),
            ],
            &["spec.template.spec.volumes[1].name field-type"],
        ),
        row([(ENV, entries("one", "a/b", "K K"))], &[]),
        row([(ENV, entries("one", "a..b", "K"))], &[]),
        row([(ENV, entries("one", "a/../b", "K"))], &[&in_main("path")]),
        row([(ENV, entries("one", "", "K"))], &[&in_main("path")]),
        row([(ENV, entries("one", "a", ""))], &[&in_main("key")]),
        row([(ENV, entries("one", "a", "A=B"))], &[&in_main("key")]),
        row([(ENV, entries("two", "a", "K"))], &[&in_main("volumeName")]),
        row([(ENV, entries("", "a", "K"))], &[&in_main("volumeName"), &in_main("volumeName")]),
        row([(ENV, entries("A", "a", "K"))], &[&in_main("volumeName"), &in_main("volumeName")]),
        // The gate is off in 1.34, and the server drops the field.
        row_with(
            kubernetes(34),
            [(ENV, entries("one", "a", "K"))],
            &[&format!("{CONTAINER}.env[0].valueFrom env-value-from")],
        ),
        row_with(kubernetes(35), [(ENV, entries("one", "a", "K"))], &[]),
    ];
    let secret = json!([{ "name": "one", "secret": { "secretName": "s" } }]);
    let volumes = "/spec/template/spec/volumes";
    rows.push(row([(volumes, secret), (ENV, entries("one", "a", "K"))], &[&in_main("volumeName")]));
    let in_init = "/spec/template/spec/initContainers/0/env";
    rows.push(row([(in_init, entries("two", "a", "K"))], &[&line("initContainers", "volumeName")]));
    rows
}

fn names() -> Vec<Row> {
    let of = |name: &str| json!([{ "name": name, "value": "v" }]);
    let line = format!("{CONTAINER}.env[0].name env-name");
    let mut rows = Vec::new();
    // Names that all versions accept, that only those from 1.32 on do, and that none does.
    for name in ["A", "a.b-c_D1", ".a", "-a"] {
        rows.push(row([(ENV, of(name))], &[]));
        rows.push(row_with(kubernetes(31), [(ENV, of(name))], &[]));
    }
    for name in ["MY VAR", "1ABC", "123", "~", "..", "..A", "."] {
        rows.push(row_with(kubernetes(32), [(ENV, of(name))], &[]));
        rows.push(row_with(kubernetes(31), [(ENV, of(name))], &[&line]));
    }
    for name in ["", "A=B", "ÄPFEL", "A\tB", "\u{7f}"] {
        rows.push(row([(ENV, of(name))], &[&line]));
    }
    rows
}

fn values() -> Vec<Row> {
    let twice = json!([{ "name": "K", "value": "1" }, { "name": "K", "value": "2" }]);
    let other = json!([{ "name": "OTHER", "value": "" }]);
    let mut rows = vec![inside(ENV, twice, "env[1]", "env-duplicate"), inside(ENV, other, "", "")];
    // The later one can add to the earlier one.
    for (value, rules) in [
        ("$(A)b", &["expansion-value"] as &[&str]),
        ("$(A)", &["env-duplicate", "expansion-value"]),
        ("$(B)", &["env-duplicate", "expansion-missing"]),
        ("b", &["env-duplicate"]),
    ] {
        let twice = json!([{ "name": "A", "value": "a" }, { "name": "A", "value": value }]);
        let lines: Vec<String> = rules
            .iter()
            .map(|&rule| {
                let field = if rule == "env-duplicate" { "" } else { ".value" };
                format!("{CONTAINER}.env[1]{field} {rule}")
            })
            .collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        rows.push(row([(ENV, twice)], &lines));
    }
    let of_field = json!({ "fieldRef": { "fieldPath": "metadata.name" } });
    let twice = json!([{ "name": "A", "value": "a" }, { "name": "A", "valueFrom": of_field }]);
    rows.push(inside(ENV, twice, "env[1]", "env-duplicate"));
    for (value, rule) in [("", "prompt-empty"), (" \n", "prompt-empty"), ("x", "")] {
        let prompt = json!([{ "name": "PROMPT_CONTENT", "value": value }]);
        rows.push(inside(ENV, prompt, "env[0].value", rule));
    }
    rows
}

/// Fields that variables can have the value of.
const FIELDS: [&str; 9] = [
    "metadata.name",
    "metadata.namespace",
    "metadata.uid",
    "spec.nodeName",
    "spec.serviceAccountName",
    "status.hostIP",
    "status.hostIPs",
    "status.podIP",
    "status.podIPs",
];

/// Fields that only volumes can have the value of.
const OTHER_FIELDS: [&str; 5] = [
    "metadata.annotations",
    "metadata.labels",
    "spec.restartPolicy",
    "spec.schedulerName",
    "status.phase",
];

/// Resources that variables can have the value of.
const RESOURCES: [&str; 8] = [
    "limits.cpu",
    "limits.ephemeral-storage",
    "limits.hugepages-1Gi",
    "limits.memory",
    "requests.cpu",
    "requests.ephemeral-storage",
    "requests.hugepages-1Gi",
    "requests.memory",
];

fn sources() -> Vec<Row> {
    const RULE: &str = "env-value-from";
    let field = |path: &str| json!({ "fieldRef": { "fieldPath": path } });
    let resource = |name: &str| json!({ "resourceFieldRef": { "resource": name } });
    let key = |key: &str| json!({ "secretKeyRef": { "name": "s", "key": key } });
    let long = "k".repeat(253);
    let longer = "k".repeat(254);
    [
        (json!({}), "", RULE),
        (json!({ "secretKeyRef": { "name": "s", "key": "k" }, "fieldRef": { "fieldPath": "metadata.name" } }), "", RULE),
        (field("metadata.name"), "", ""),
        (field("status.hostIPs"), "", ""),
        (field("metadata.labels['a']"), "", ""),
        (field("metadata.labels['a b']"), ".fieldRef", RULE),
        (field("metadata.annotations['A.Example/B']"), "", ""),
        (field("metadata.labels"), ".fieldRef.fieldPath", RULE),
        (field("spec.containers"), ".fieldRef.fieldPath", RULE),
        (field("spec.nodeName['a']"), ".fieldRef.fieldPath", RULE),
        (field(""), ".fieldRef.fieldPath", RULE),
        (json!({ "fieldRef": { "apiVersion": "v2", "fieldPath": "metadata.name" } }), ".fieldRef.fieldPath", RULE),
        (resource("limits.cpu"), "", ""),
        (resource("limits.hugepages-2Mi"), "", ""),
        (resource("limits.gpu"), ".resourceFieldRef.resource", RULE),
        (resource(""), ".resourceFieldRef.resource", RULE),
        (json!({ "resourceFieldRef": { "resource": "limits.cpu", "divisor": "1 m" } }), ".resourceFieldRef.divisor", "quantity-syntax"),
        (key("a.b_C-1"), "", ""),
        (key(&long), "", ""),
        (key(&longer), ".secretKeyRef.key", RULE),
        (key("a/b"), ".secretKeyRef.key", RULE),
        (key(".."), ".secretKeyRef.key", RULE),
        (key(""), ".secretKeyRef.key", RULE),
        (json!({ "configMapKeyRef": { "key": "k" } }), ".configMapKeyRef.name", RULE),
        (json!({ "configMapKeyRef": { "name": "m", "key": "a/b" } }), ".configMapKeyRef.key", RULE),
        (json!({ "configMapKeyRef": { "key": "k", "name": "A" } }), ".configMapKeyRef.name", RULE),
        (json!({ "secretKeyRef": { "key": "k", "name": "s-" } }), ".secretKeyRef.name", RULE),
        (json!({ "fileKeyRef": { "volumeName": "one", "path": "p", "key": "k" } }), "", ""),
    ]
    .into_iter()
    .chain(FIELDS.map(|name| (field(name), "", "")))
    .chain(["spec.host"].map(|name| (field(name), "", "")))
    .chain(OTHER_FIELDS.map(|name| (field(name), ".fieldRef.fieldPath", RULE)))
    .chain(RESOURCES.map(|name| (resource(name), "", "")))
    .map(|(source, path, rule)| {
        let entries = json!([{ "name": "A", "valueFrom": source }]);
        inside(ENV, entries, &format!("env[0].valueFrom{path}"), rule)
    })
    .chain(["", "v"].map(|value| {
        let entries = json!([{ "name": "A", "value": value, "valueFrom": key("k") }]);
        inside(ENV, entries, "env[0].valueFrom", if value.is_empty() { "" } else { RULE })
    }))
    .collect()
}

fn from() -> Vec<Row> {
    let map = json!({ "name": "m" });
    [
        (json!({ "configMapRef": map }), "", ""),
        (json!({ "secretRef": map, "prefix": "A B" }), "", ""),
        (json!({ "secretRef": map, "prefix": "A=" }), "[0].prefix", "env-from"),
        (json!({ "configMapRef": {} }), "[0].configMapRef.name", "env-from"),
        (json!({ "secretRef": { "name": "" } }), "[0].secretRef.name", "env-from"),
        (json!({ "secretRef": { "name": "Bad_Name" } }), "[0].secretRef.name", "env-from"),
        (json!({ "configMapRef": { "name": "Bad_Name" } }), "[0].configMapRef.name", "env-from"),
        // The server takes it for the start of a name.
        (json!({ "secretRef": { "name": "a-" } }), "", ""),
        (json!({ "secretRef": { "name": "--" } }), "", ""),
        (json!({ "secretRef": { "name": "-" } }), "[0].secretRef.name", "env-from"),
        (json!({ "secretRef": { "name": "é-" } }), "[0].secretRef.name", "env-from"),
        (json!({}), "", "env-from"),
        (json!({ "configMapRef": map, "secretRef": map }), "", "env-from"),
    ]
    .map(|(entry, path, rule)| inside(ENV_FROM, json!([entry]), &format!("envFrom{path}"), rule))
    .into()
}

#[test]
fn says_what_the_server_says() {
    let from = |source: Value| (ENV, json!([{ "name": "A", "valueFrom": source }]));
    assert_messages([
        (
            (ENV, json!([{ "name": "A=B" }])),
            "Invalid value: \"A=B\": a valid environment variable name must consist only of printable ASCII characters other than '='",
        ),
        (
            from(json!({})),
            "Invalid value: \"\": must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`",
        ),
        (
            from(json!({ "fieldRef": { "fieldPath": "spec.containers" } })),
            "Invalid value: \"spec.containers\": error converting fieldPath: field label not supported: spec.containers",
        ),
        (
            from(json!({ "fieldRef": { "fieldPath": "metadata.annotations['É İ']" } })),
            "Invalid value: \"é i\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
        ),
        (
            from(json!({ "resourceFieldRef": { "resource": "limits.cpu", "divisor": "2" } })),
            "Invalid value: \"limits.cpu\": only divisor's values 1m and 1 are supported with the cpu resource",
        ),
        (
            from(
                json!({ "resourceFieldRef": { "resource": "requests.ephemeral-storage", "divisor": "2" } }),
            ),
            "Invalid value: \"requests.ephemeral-storage\": only divisor's values 1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei are supported with the local ephemeral storage resource",
        ),
        (
            from(json!({ "secretKeyRef": { "name": "s".repeat(254), "key": "k" } })),
            &format!("Invalid value: \"{}\": must be no more than 253 characters", "s".repeat(254)),
        ),
        (
            from(json!({ "fileKeyRef": { "volumeName": "two", "path": "a", "key": "K" } })),
            "Not found: \"two\"",
        ),
        (
            from(json!({ "resourceFieldRef": { "resource": "limits.gpu" } })),
            "Unsupported value: \"limits.gpu\": supported values: \"limits.cpu\", \"limits.ephemeral-storage\", \"limits.memory\", \"requests.cpu\", \"requests.ephemeral-storage\", \"requests.memory\"",
        ),
        (
            (ENV_FROM, json!([{}])),
            "Invalid value: \"\": must specify one of: `configMapRef` or `secretRef`",
        ),
        (
            (ENV, json!([{ "name": "K" }, { "name": "K" }])),
            "hides previous definition of \"K\", which may be dropped when using apply",
        ),
    ]);
}

#[test]
fn says_what_the_server_says_of_fields() {
    let of = |field: &str, version: &str| {
        let source = json!({ "fieldRef": { "fieldPath": field, "apiVersion": version } });
        (ENV, json!([{ "name": "A", "valueFrom": source }]))
    };
    let supported = FIELDS.map(|name| format!("\"{name}\"")).join(", ");
    for field in OTHER_FIELDS {
        let expected = format!("Unsupported value: \"{field}\": supported values: {supported}");
        assert_messages([(of(field, "v1"), expected)]);
    }
    assert_messages([
        (of("", ""), "Required value"),
        (
            of("metadata.name", "v2"),
            "Invalid value: \"metadata.name\": error converting fieldPath: unsupported pod version: v2",
        ),
        (
            of("spec.nodeName['a']", ""),
            "Invalid value: \"spec.nodeName['a']\": error converting fieldPath: field label does not support subscript: spec.nodeName['a']",
        ),
    ]);
}

#[test]
fn says_what_the_server_says_of_sources() {
    let of = |source: Value| (ENV, json!([{ "name": "A", "valueFrom": source }]));
    let key = json!({ "name": "s", "key": "k" });
    let too_many = "Invalid value: \"\": may not have more than one field specified at a time";
    assert_messages([
        (of(json!({ "secretKeyRef": key, "configMapKeyRef": key })), too_many),
        (
            (ENV_FROM, json!([{ "secretRef": { "name": "s" }, "configMapRef": { "name": "m" } }])),
            too_many,
        ),
        (
            (ENV, json!([{ "name": "A", "value": "a", "valueFrom": { "secretKeyRef": key } }])),
            "Invalid value: \"\": may not be specified when `value` is not empty",
        ),
        (
            (ENV, json!([{ "name": "PROMPT_CONTENT", "value": " " }])),
            "Required value: the prompt is empty: the agent has nothing to do",
        ),
    ]);
    let file = json!({ "fileKeyRef": { "volumeName": "two", "path": "a", "key": "K" } });
    let volume = json!({ "name": "two", "configMap": { "name": "m" } });
    assert_eq!(
        super::messages([("/spec/template/spec/volumes/1", volume), of(file)]),
        ["Invalid value: \"two\": referenced volume must be of type emptyDir"]
    );
    let earlier = super::find(vec![of(json!({}))], &kubernetes(34)).remove(0).message;
    assert_eq!(
        earlier,
        "Invalid value: \"\": must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`"
    );
}
