use serde_json::{Value, json};

use super::{Row, at, kubernetes, messages, restricted, row, row_with};

const CONTAINER: &str = "spec.template.spec.containers[0]";
const ENV: &str = "/spec/template/spec/containers/0/env";
const ENV_FROM: &str = "/spec/template/spec/containers/0/envFrom";
const RESOURCES: &str = "/spec/template/spec/containers/0/resources";
const COMMAND: &str = "/spec/template/spec/containers/0/command";
const ARGS: &str = "/spec/template/spec/containers/0/args";

/// A row of one change whose findings are in the container.
fn inside(pointer: &'static str, value: impl Into<Value>, path: &str, rule: &str) -> Row {
    at(pointer, value, &format!("{CONTAINER}.{path}"), rule)
}

pub fn rows() -> Vec<Row> {
    let mut rows = container();
    rows.extend(env_names());
    rows.extend(env_sources());
    rows.extend(env_from());
    rows.extend(exec());
    rows.extend(expansions());
    rows.extend(resources());
    rows
}

fn container() -> Vec<Row> {
    const NAME: &str = "/spec/template/spec/containers/0/name";
    const IMAGE: &str = "/spec/template/spec/containers/0/image";
    const POLICY: &str = "/spec/template/spec/containers/0/imagePullPolicy";
    const DIRECTORY: &str = "/spec/template/spec/containers/0/workingDir";
    let directory = |path: &str| [(DIRECTORY, json!(path))];
    let (space, relative) = ("working-dir-space", "working-dir-relative");
    vec![
        inside(NAME, "c".repeat(63), "name", ""),
        inside(NAME, "c".repeat(64), "name", "container-name"),
        inside(NAME, "a.b", "name", "container-name"),
        inside(NAME, "", "name", "container-name"),
        at(
            "/spec/template/spec/initContainers/0/name",
            "main",
            "spec.template.spec.initContainers[0].name",
            "container-name",
        ),
        at(
            "/spec/template/spec/containers",
            json!([]),
            "spec.template.spec.containers",
            "container-list",
        ),
        inside(IMAGE, "", "image", "image"),
        inside(IMAGE, "ghcr.io/a/b:1", "image", ""),
        inside(IMAGE, " ghcr.io/a/b:1", "image", "image-space"),
        inside(IMAGE, "ghcr.io/a/b:1\n", "image", "image-space"),
        inside(POLICY, "Always", "imagePullPolicy", ""),
        inside(POLICY, "", "imagePullPolicy", ""),
        inside(POLICY, "always", "imagePullPolicy", "image-pull-policy"),
        inside(DIRECTORY, "/a b", "workingDir", ""),
        inside(DIRECTORY, "/a ", "workingDir", space),
        inside(DIRECTORY, " /a", "workingDir", space),
        inside(DIRECTORY, "a", "workingDir", ""),
        row_with(
            restricted(),
            directory("a"),
            &[&format!("{CONTAINER}.workingDir {relative}")],
        ),
        row_with(restricted(), directory("/a"), &[]),
        row_with(restricted(), directory(""), &[]),
    ]
}

fn env_names() -> Vec<Row> {
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
        let lines: Vec<&str> = vec![&line; 1];
        rows.push(row_with(kubernetes(31), [(ENV, of(name))], &lines));
    }
    for name in ["", "A=B", "ÄPFEL", "A\tB", "\u{7f}"] {
        rows.push(row([(ENV, of(name))], &[&line]));
    }
    let twice = json!([{ "name": "K", "value": "1" }, { "name": "K", "value": "2" }]);
    rows.push(inside(ENV, twice, "env[1]", "env-duplicate"));
    for (value, rule) in [("", "prompt-empty"), (" \n", "prompt-empty"), ("x", "")] {
        let prompt = json!([{ "name": "PROMPT_CONTENT", "value": value }]);
        rows.push(inside(ENV, prompt, "env[0].value", rule));
    }
    rows.push(inside(
        ENV,
        json!([{ "name": "OTHER", "value": "" }]),
        "",
        "",
    ));
    rows
}

fn env_sources() -> Vec<Row> {
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
        (json!({ "fileKeyRef": { "volumeName": "one", "path": "p", "key": "k" } }), "", ""),
    ]
    .into_iter()
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

fn env_from() -> Vec<Row> {
    let map = json!({ "name": "m" });
    [
        (json!({ "configMapRef": map }), "", ""),
        (json!({ "secretRef": map, "prefix": "A B" }), "", ""),
        (
            json!({ "secretRef": map, "prefix": "A=" }),
            "[0].prefix",
            "env-from",
        ),
        (
            json!({ "configMapRef": {} }),
            "[0].configMapRef.name",
            "env-from",
        ),
        (
            json!({ "secretRef": { "name": "" } }),
            "[0].secretRef.name",
            "env-from",
        ),
        (json!({}), "", "env-from"),
        (
            json!({ "configMapRef": map, "secretRef": map }),
            "",
            "env-from",
        ),
    ]
    .map(|(entry, path, rule)| inside(ENV_FROM, json!([entry]), &format!("envFrom{path}"), rule))
    .into()
}

fn exec() -> Vec<Row> {
    // NAME=VALUE and the NUL behind it are at most 131,072 bytes.
    let prompt = |size: usize| json!([{ "name": "PROMPT_CONTENT", "value": "x".repeat(size) }]);
    let argument = |size: usize| json!(["sh", "x".repeat(size)]);
    vec![
        inside(ENV, prompt(131_056), "env[0].value", ""),
        inside(ENV, prompt(131_057), "env[0].value", "exec-limit"),
        inside(
            ENV,
            json!([{ "name": "A", "value": "ß".repeat(65_535) }]),
            "env[0].value",
            "exec-limit",
        ),
        inside(COMMAND, argument(131_071), "command[1]", ""),
        inside(COMMAND, argument(131_072), "command[1]", "exec-limit"),
        inside(ARGS, argument(131_072), "args[1]", "exec-limit"),
        inside(
            ENV,
            json!([{ "name": "A", "value": "a\u{0}b" }]),
            "env[0].value",
            "exec-nul",
        ),
        inside(
            ENV,
            json!([{ "name": "A", "value": "a\u{1}b" }]),
            "env[0].value",
            "",
        ),
        inside(ARGS, json!(["a\u{0}"]), "args[0]", "exec-nul"),
    ]
}

fn expansions() -> Vec<Row> {
    const ESCAPE: &str = "expansion-escape";
    const VALUE: &str = "expansion-value";
    const MISSING: &str = "expansion-missing";
    const COMMAND_RULE: &str = "expansion-command";
    let values = [
        ("pid is $$", ESCAPE),
        ("$$ $$ $$", ESCAPE),
        ("$$(BEFORE)", ESCAPE),
        ("pid is $", ""),
        ("$5", ""),
        ("$(BEFORE)", VALUE),
        ("$(BEFORE) $(BEFORE)", VALUE),
        ("a$(BEFORE", ""),
        ("${BEFORE}", ""),
        ("$((1+2))", ""),
        ("$(SELF)", MISSING),
        ("postgres://u:$(AFTER)@db", MISSING),
        ("$(NOWHERE)", MISSING),
        ("$(date)", ""),
        ("$(git rev-parse HEAD)", ""),
    ];
    let mut rows: Vec<Row> = values
        .into_iter()
        .map(|(value, rule)| {
            let entries = json!([
                { "name": "BEFORE", "value": "b" },
                { "name": "SELF", "value": value },
                { "name": "AFTER", "valueFrom": { "secretKeyRef": { "name": "s", "key": "k" } } },
            ]);
            inside(ENV, entries, "env[1].value", rule)
        })
        .collect();
    let env = (ENV, json!([{ "name": "A", "value": "a" }]));
    let sources = (ENV_FROM, json!([{ "secretRef": { "name": "s" } }]));
    let command = |text: &str| (COMMAND, json!(["sh", "-c", text]));
    let found = |rule: &str| format!("{CONTAINER}.command[2] {rule}");
    rows.extend([
        row([env.clone(), command("x '$(A)'")], &[&found(COMMAND_RULE)]),
        row([env.clone(), command("x '$(B)'")], &[]),
        row(
            [env.clone(), sources.clone(), command("x '$(B)'")],
            &[&found(COMMAND_RULE)],
        ),
        row([env.clone(), sources, command("x $(date)")], &[]),
        row([env.clone(), command("x $$")], &[&found(ESCAPE)]),
        row([env.clone(), command("x $A \"$PROMPT\"")], &[]),
        row(
            [env, (ARGS, json!(["$(A)"]))],
            &[&format!("{CONTAINER}.args[0] {COMMAND_RULE}")],
        ),
    ]);
    rows
}

fn resources() -> Vec<Row> {
    const OVER: &str = "request-over-limit";
    let limit = |name: &str, value: &str| json!({ "limits": { name: value } });
    let both = |name: &str, request: &str, limit: &str| json!({ "requests": { name: request }, "limits": { name: limit } });
    let rows = [
        (both("memory", "8Gi", "8Gi"), "requests", ""),
        (both("memory", "8192Mi", "8Gi"), "requests", ""),
        (both("memory", "8193Mi", "8Gi"), "requests", OVER),
        (both("memory", "16Gi", "8Gi"), "requests", OVER),
        (both("cpu", "8", "4000m"), "requests", OVER),
        (both("cpu", "4", "4000m"), "requests", ""),
        // Rounded up to a thousandth before they are compared.
        (both("cpu", "1.0001", "1.0002"), "requests", ""),
        (both("cpu", "1.0011", "1.0010"), "requests", OVER),
        (both("example.com/gpu", "1", "1"), "requests", ""),
        (both("example.com/gpu", "1", "2"), "requests", OVER),
        (
            json!({ "requests": { "example.com/gpu": "1" } }),
            "limits",
            "",
        ),
        (json!({ "requests": { "cpu": "1" } }), "limits", ""),
        (
            json!({ "limits": { "cpu": 2 }, "requests": { "cpu": 1.5 } }),
            "",
            "",
        ),
        (limit("cpu", "0"), "limits[cpu]", ""),
        (limit("cpu", "-1"), "limits[cpu]", "quantity-negative"),
        (limit("memory", "8GB"), "limits[memory]", "quantity-syntax"),
        (
            limit("memory", "8192K"),
            "limits[memory]",
            "quantity-syntax",
        ),
        (limit("memory", "8192k"), "limits[memory]", ""),
        (
            limit("memory", "1500m"),
            "limits[memory]",
            "quantity-fraction",
        ),
        (limit("memory", "2000m"), "limits[memory]", ""),
        (limit("cpu", "1500m"), "limits[cpu]", ""),
        (
            limit("example.com/gpu", "1500m"),
            "limits[example.com/gpu]",
            "quantity-integer",
        ),
        (
            limit("example.com/gpu", "2000m"),
            "limits[example.com/gpu]",
            "",
        ),
        (limit("gpu", "1"), "limits[gpu]", "resource-name"),
        (limit("hugepages-2Mi", "2Mi"), "limits[hugepages-2Mi]", ""),
        (
            limit("requests.example.com/gpu", "1"),
            "limits[requests.example.com/gpu]",
            "resource-name",
        ),
        (limit("a b", "1"), "limits[a b]", "resource-name"),
    ];
    let mut rows: Vec<Row> = rows
        .into_iter()
        .filter(|(_, path, _)| *path != "limits")
        .map(|(value, path, rule)| inside(RESOURCES, value, &format!("resources.{path}"), rule))
        .collect();
    // Without a limit, that of a device is required.
    let request = |name: &str| json!({ "requests": { name: "1" } });
    rows.push(inside(
        RESOURCES,
        request("example.com/gpu"),
        "resources.limits",
        OVER,
    ));
    rows.push(inside(RESOURCES, request("cpu"), "resources.limits", ""));
    rows
}

#[test]
fn says_what_the_server_says() {
    let from = |source: Value| (ENV, json!([{ "name": "A", "valueFrom": source }]));
    let limits = |limits: Value| (RESOURCES, json!({ "limits": limits }));
    let rows = [
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
            from(json!({ "resourceFieldRef": { "resource": "limits.gpu" } })),
            "Unsupported value: \"limits.gpu\": supported values: \"limits.cpu\", \"limits.ephemeral-storage\", \"limits.memory\", \"requests.cpu\", \"requests.ephemeral-storage\", \"requests.memory\"",
        ),
        (
            (ENV_FROM, json!([{}])),
            "Invalid value: \"\": must specify one of: `configMapRef` or `secretRef`",
        ),
        (
            (
                RESOURCES,
                json!({ "requests": { "memory": "16384Mi" }, "limits": { "memory": "8192Mi" } }),
            ),
            "Invalid value: \"16Gi\": must be less than or equal to memory limit of 8Gi",
        ),
        (
            limits(json!({ "cpu": "-1" })),
            "Invalid value: \"-1\": must be greater than or equal to 0",
        ),
        (
            limits(json!({ "cpu": "4cores" })),
            "Invalid value: \"4cores\": quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
        ),
        (
            limits(json!({ "memory": "8192K" })),
            "Invalid value: \"8192K\": unable to parse quantity's suffix",
        ),
        (
            limits(json!({ "memory": "1500m" })),
            "fractional byte value \"1500m\" is invalid, must be an integer",
        ),
        (
            (
                "/spec/template/spec/containers/0/imagePullPolicy",
                json!("always"),
            ),
            "Unsupported value: \"always\": supported values: \"Always\", \"IfNotPresent\", \"Never\"",
        ),
        (
            ("/spec/template/spec/containers/0/image", json!(" a")),
            "Invalid value: \" a\": must not have leading or trailing whitespace",
        ),
        (
            (ENV, json!([{ "name": "K" }, { "name": "K" }])),
            "hides previous definition of \"K\", which may be dropped when using apply",
        ),
    ];
    for (change, expected) in rows {
        assert_eq!(messages([change]), [expected]);
    }
}
