use serde_json::json;

use super::{
    ARGS, COMMAND, CONTAINER, ENV, POD, Row, assert_messages, at, inside, restricted, row, row_with,
};

pub fn rows() -> Vec<Row> {
    let mut rows = container();
    rows.extend(exec());
    rows
}

fn container() -> Vec<Row> {
    const NAME: &str = "/spec/template/spec/containers/0/name";
    const IMAGE: &str = "/spec/template/spec/containers/0/image";
    const POLICY: &str = "/spec/template/spec/containers/0/imagePullPolicy";
    const MESSAGES: &str = "/spec/template/spec/containers/0/terminationMessagePolicy";
    const DIRECTORY: &str = "/spec/template/spec/containers/0/workingDir";
    const CONTAINERS: &str = "/spec/template/spec/containers";
    const INIT_NAME: &str = "/spec/template/spec/initContainers/0/name";
    const INIT_IMAGE: &str = "/spec/template/spec/initContainers/0/image";
    let init = |field: &str| format!("{POD}.initContainers[0].{field} container-name");
    let name = |index: usize| format!("{POD}.containers[{index}].name container-name");
    let nameless = json!([{ "image": "i" }, { "image": "i" }]);
    let alone = json!([{ "image": "i" }]);
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
            "/spec/template/spec/initContainers",
            json!([{ "name": "a", "image": "i" }, { "name": "b", "image": "i" }, { "name": "a", "image": "i" }]),
            "spec.template.spec.initContainers[2].name",
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
        inside(POLICY, "IfNotPresent", "imagePullPolicy", ""),
        inside(POLICY, "Never", "imagePullPolicy", ""),
        inside(POLICY, "", "imagePullPolicy", ""),
        inside(POLICY, "always", "imagePullPolicy", "image-pull-policy"),
        inside(MESSAGES, "File", "", ""),
        inside(MESSAGES, "FallbackToLogsOnError", "", ""),
        inside(MESSAGES, "", "", ""),
        inside(MESSAGES, "file", "terminationMessagePolicy", "termination-message-policy"),
        at(INIT_IMAGE, "i ", &format!("{POD}.initContainers[0].image"), "image-space"),
        // Names that are not set are the same name, but in two init containers.
        row([(CONTAINERS, nameless.clone())], &[&name(0), &name(1), &name(1)]),
        row(
            [(INIT_NAME, json!("")), (CONTAINERS, alone)],
            &[&name(0), &init("name"), &init("name")],
        ),
        row(
            [("/spec/template/spec/initContainers", nameless)],
            &[&init("name"), &init("name").replace('0', "1")],
        ),
        inside(DIRECTORY, "/a b", "workingDir", ""),
        inside(DIRECTORY, "/a ", "workingDir", space),
        inside(DIRECTORY, " /a", "workingDir", space),
        inside(DIRECTORY, "a", "workingDir", ""),
        row_with(restricted(), directory("a"), &[&format!("{CONTAINER}.workingDir {relative}")]),
        row_with(restricted(), directory("/a"), &[]),
        row_with(restricted(), directory(""), &[]),
    ]
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
        inside(ENV, json!([{ "name": "A", "value": "a\u{0}b" }]), "env[0].value", "exec-nul"),
        inside(ENV, json!([{ "name": "A", "value": "a\u{1}b" }]), "env[0].value", ""),
        inside(ARGS, json!(["a\u{0}"]), "args[0]", "exec-nul"),
    ]
}

#[test]
fn says_what_the_server_says() {
    assert_messages([
        (
            ("/spec/template/spec/containers/0/imagePullPolicy", json!("always")),
            "Unsupported value: \"always\": supported values: \"Always\", \"IfNotPresent\", \"Never\"",
        ),
        (
            ("/spec/template/spec/containers/0/terminationMessagePolicy", json!("file")),
            "Unsupported value: \"file\": supported values: \"File\", \"FallbackToLogsOnError\"",
        ),
        (
            ("/spec/template/spec/containers/0/image", json!(" a")),
            "Invalid value: \" a\": must not have leading or trailing whitespace",
        ),
    ]);
}

#[test]
fn the_space_around_an_image_is_only_refused_in_pods() {
    let image = ("/spec/template/spec/containers/0/image", json!(" a"));
    let findings = super::find(vec![image], &super::kubernetes(36));
    let codes: Vec<String> = findings.iter().map(|finding| format!("{:?}", finding.code)).collect();
    assert_eq!(codes, ["PodRejected"]);
}

#[test]
fn says_why_a_container_does_not_start() {
    const DIRECTORY: &str = "/spec/template/spec/containers/0/workingDir";
    assert_messages([
        (
            (DIRECTORY, json!("/a ")),
            "Invalid value: \"/a \": the white space is part of the path: the container cannot start",
        ),
        (
            (ARGS, json!(["x".repeat(131_072)])),
            "Too long: one argument may not be more than 131071 bytes, and this is 131072: the container cannot start (argument list too long)",
        ),
        (
            (ENV, json!([{ "name": "A", "value": "x".repeat(131_070) }])),
            "Too long: one NAME=VALUE may not be more than 131071 bytes, and this is 131072: the container cannot start (argument list too long)",
        ),
        (
            (ARGS, json!(["\0"])),
            "Invalid value: a NUL character ends the string, or the container cannot start",
        ),
    ]);
    let finding = super::find(vec![(DIRECTORY, json!("a"))], &restricted()).remove(0);
    assert_eq!(
        finding.message,
        "Invalid value: \"a\": must be an absolute path: the container cannot start"
    );
}
