use serde_json::{Value, json};

use super::{
    MOUNT, POD, Row, VOLUME, assert_source_messages, below, kubernetes, limit, row_with, source,
    source_with, volume,
};

pub fn rows() -> Vec<Row> {
    let mut rows = modes();
    rows.extend(paths());
    rows.extend(objects());
    rows.extend(downward());
    rows.extend(projected());
    rows.extend(images());
    rows.extend(overlaps());
    rows
}

/// Where a mode is: the source, and its path below the volume.
fn modes() -> Vec<Row> {
    let mut rows = Vec::new();
    for (mode, is_fine) in [(-1, false), (0, true), (0o777, true), (0o1000, false)] {
        let item = json!([{ "key": "k", "path": "p", "mode": mode }]);
        let file =
            json!([{ "path": "p", "mode": mode, "fieldRef": { "fieldPath": "metadata.name" } }]);
        for (name, value, field) in [
            ("secret", json!({ "secretName": "s", "defaultMode": mode }), "secret.defaultMode"),
            ("secret", json!({ "secretName": "s", "items": item }), "secret.items[0].mode"),
            ("configMap", json!({ "name": "m", "defaultMode": mode }), "configMap.defaultMode"),
            ("configMap", json!({ "name": "m", "items": item }), "configMap.items[0].mode"),
            ("downwardAPI", json!({ "defaultMode": mode }), "downwardAPI.defaultMode"),
            ("downwardAPI", json!({ "items": file }), "downwardAPI.mode"),
            ("projected", json!({ "defaultMode": mode }), "projected.defaultMode"),
        ] {
            let line = format!("{field} file-mode");
            rows.push(limit(name, value, is_fine, &line));
        }
    }
    rows
}

fn paths() -> Vec<Row> {
    let mut rows = Vec::new();
    for (path, count) in [
        ("a/b", 0),
        ("a/..b", 0),
        ("...", 1),
        ("..", 2),
        ("../a", 1),
        ("..a", 1),
        ("/a", 1),
        ("/..", 2),
        ("a/../b", 1),
        ("", 1),
    ] {
        let items = json!([{ "key": "k", "path": path }]);
        let line = "secret.items[0].path volume-path";
        let value = json!({ "secretName": "s", "items": items });
        rows.push(source("secret", value, &vec![line; count]));
    }
    let git = |directory: &str| json!({ "repository": "r", "directory": directory });
    let warning = "gitRepo volume-deprecated";
    let line = "gitRepo.directory volume-path";
    rows.push(source("gitRepo", git(""), &[warning]));
    rows.push(source("gitRepo", git("..a"), &[warning]));
    rows.push(source("gitRepo", git("/a"), &[line, warning]));
    rows.push(source("gitRepo", git(".."), &[line, warning]));
    rows
}

fn objects() -> Vec<Row> {
    let items = |key: &str| json!([{ "key": key, "path": "p" }]);
    let of = |size: &str| json!({ "sizeLimit": size });
    vec![
        source("secret", json!({ "secretName": "" }), &["secret.secretName volume-source"]),
        source("secret", json!({ "secretName": "A_B" }), &["secret.secretName volume-source-name"]),
        source("secret", json!({ "secretName": "s", "items": items("k") }), &[]),
        source(
            "secret",
            json!({ "secretName": "s", "items": items("") }),
            &["secret.items[0].key volume-source"],
        ),
        source("configMap", json!({}), &["configMap.name volume-source"]),
        source("configMap", json!({ "name": "A_B" }), &["configMap.name volume-source-name"]),
        source(
            "configMap",
            json!({ "name": "m", "items": items("") }),
            &["configMap.items[0].key volume-source"],
        ),
        source("emptyDir", of("1Gi"), &[]),
        source("emptyDir", of("0"), &[]),
        source("emptyDir", of("-1"), &["emptyDir.sizeLimit quantity-negative"]),
        source("emptyDir", of("1GB"), &["emptyDir.sizeLimit quantity-syntax"]),
    ]
}

fn downward() -> Vec<Row> {
    let file = |file: Value| json!({ "items": [file] });
    let field = |path: &str| file(json!({ "path": "p", "fieldRef": { "fieldPath": path } }));
    let resource = |container: &str, resource: &str| {
        file(json!({
            "path": "p",
            "resourceFieldRef": { "containerName": container, "resource": resource },
        }))
    };
    let line = "downwardAPI.fieldRef.fieldPath volume-source";
    let mut rows = vec![
        source("downwardAPI", field("metadata.labels['a']"), &[]),
        source("downwardAPI", field(""), &[line]),
        source("downwardAPI", file(json!({ "path": "p" })), &["downwardAPI volume-source"]),
        source(
            "downwardAPI",
            file(json!({ "fieldRef": { "fieldPath": "metadata.name" } })),
            &["downwardAPI.path volume-path"],
        ),
        source(
            "downwardAPI",
            file(json!({
                "path": "p",
                "fieldRef": { "fieldPath": "metadata.name" },
                "resourceFieldRef": { "resource": "limits.cpu" },
            })),
            &["downwardAPI volume-source"],
        ),
        source("downwardAPI", resource("main", "limits.cpu"), &[]),
        source(
            "downwardAPI",
            resource("", "limits.cpu"),
            &["downwardAPI.resourceFieldRef.containerName volume-source"],
        ),
        source(
            "downwardAPI",
            resource("main", "limits.gpu"),
            &["downwardAPI.resourceFieldRef.resource volume-source"],
        ),
    ];
    let supported = ["annotations", "labels", "name", "namespace", "uid"];
    rows.extend(
        supported.map(|name| source("downwardAPI", field(&format!("metadata.{name}")), &[])),
    );
    let others = ["spec.nodeName", "spec.host", "status.podIP", "spec.schedulerName", "x"];
    rows.extend(others.map(|path| source("downwardAPI", field(path), &[line])));
    rows
}

fn projected() -> Vec<Row> {
    let of = |sources: Value| json!({ "sources": sources });
    let secret =
        |path: &str| json!({ "secret": { "name": "s", "items": [{ "key": "k", "path": path }] } });
    let map = |path: &str| json!({ "configMap": { "name": "m", "items": [{ "key": "k", "path": path }] } });
    let field = |path: &str| {
        let item = json!({ "path": path, "fieldRef": { "fieldPath": "metadata.name" } });
        json!({ "downwardAPI": { "items": [item] } })
    };
    let token = |seconds: i64, path: &str| json!([{ "serviceAccountToken": { "path": path, "expirationSeconds": seconds } }]);
    let expiration = "projected.sources[0].serviceAccountToken.expirationSeconds token-expiration";
    let same = ["projected volume-path", "projected volume-path-overlap"];
    let mut both = secret("a");
    both["configMap"] = json!({ "name": "m" });
    vec![
        source("projected", of(json!([secret("a"), map("b"), field("c")])), &[]),
        source("projected", of(json!([secret("a"), secret("a")])), &same),
        source("projected", of(json!([secret("a"), map("a")])), &same),
        source("projected", of(json!([map("a"), map("a")])), &same),
        source("projected", of(json!([map("a"), field("a")])), &same),
        source("projected", of(json!([field("a"), field("a")])), &same),
        source(
            "projected",
            of(json!([{ "secret": {} }])),
            &["projected.sources[0].secret.name volume-source"],
        ),
        source(
            "projected",
            of(json!([{ "configMap": {} }])),
            &["projected.sources[0].configMap.name volume-source"],
        ),
        source("projected", of(json!([both])), &["projected.sources[0] volume-type"]),
        source(
            "projected",
            of(json!([{ "configMap": { "name": "m" }, "downwardAPI": {} }])),
            &["projected.sources[0] volume-type"],
        ),
        source(
            "projected",
            of(json!([{ "downwardAPI": {}, "serviceAccountToken": { "path": "t" } }])),
            &["projected.sources[0] volume-type"],
        ),
        source("projected", of(json!([{}])), &["projected.sources[0] volume-source-missing"]),
        source(
            "projected",
            of(json!([{ "clusterTrustBundle": { "path": "/x" } }])),
            &["projected.sources[0] volume-source-missing"],
        ),
        source(
            "projected",
            of(json!([{ "podCertificate": { "keyPath": "/x" } }])),
            &["projected.sources[0] volume-source-missing"],
        ),
        source("projected", of(json!([{ "serviceAccountToken": { "path": "t" } }])), &[]),
        source("projected", of(token(600, "t")), &[]),
        source("projected", of(token(599, "t")), &[expiration]),
        source("projected", of(token(1 << 32, "t")), &[]),
        source("projected", of(token((1 << 32) + 1, "t")), &[expiration]),
        source("projected", of(token(600, "")), &["projected.path volume-path"]),
        source("projected", of(token(600, "/t")), &["projected.path volume-path"]),
        source(
            "projected",
            of(json!([{ "downwardAPI": { "items": [{ "path": "p" }] } }])),
            &["projected.sources[0].downwardAPI volume-source"],
        ),
    ]
}

fn images() -> Vec<Row> {
    let policy = |policy: &str| json!({ "reference": "i", "pullPolicy": policy });
    let mut rows = vec![
        source("image", json!({}), &["image.reference image"]),
        source("image", policy("always"), &["image.pullPolicy image-pull-policy"]),
        source("image", policy(""), &[]),
        // Without the feature, the server drops the volume.
        source_with(kubernetes(34), "image", json!({}), &[]),
    ];
    let mount = (MOUNT, json!({ "name": "two", "mountPath": "/one" }));
    let mounted = |options, image: Value, expected: &[&str]| {
        row_with(options, [(VOLUME, volume("image", &image)), mount.clone()], expected)
    };
    let line = |rest: &str| format!("{POD}.containers[0].volumeMounts[1].{rest}");
    let taken = line("mountPath mount-path-taken");
    let reference = below("image.reference image");
    let lines = [&*reference, &*line("name mount-volume"), &*taken];
    rows.extend([
        mounted(kubernetes(34), json!({}), &[]),
        mounted(kubernetes(35), json!({ "reference": "i" }), &[&taken]),
        mounted(kubernetes(35), json!({}), &lines),
    ]);
    rows.extend(["Always", "IfNotPresent", "Never"].map(|name| source("image", policy(name), &[])));
    rows
}

fn overlaps() -> Vec<Row> {
    let items = |paths: &[&str]| {
        paths.iter().map(|path| json!({ "key": "k", "path": path })).collect::<Vec<_>>()
    };
    let of = |paths: &[&str]| json!({ "secretName": "s", "items": items(paths) });
    let line = "secret volume-path-overlap";
    vec![
        source("secret", of(&["a", "b"]), &[]),
        source("secret", of(&["a", "ab"]), &[]),
        source("secret", of(&["a/b", "a/c"]), &[]),
        source("secret", of(&["a", "a"]), &[line]),
        source("secret", of(&["a", "a/"]), &[line]),
        source("secret", of(&["a", "a/b"]), &[line]),
        source("secret", of(&["a/b", "a"]), &[line]),
        source("secret", of(&["a", "a", "a"]), &[line; 3]),
        source("secret", of(&["a/b/c", "a/b/d", "a"]), &[line; 2]),
        // 45 equal paths have 990 overlaps: of the next path's 45, only ten are looked for.
        source("secret", of(&["a"; 45]), &[line; 990]),
        source("secret", of(&["a"; 46]), &[line; 1000]),
        source("secret", of(&[&["a"; 45][..], &["a/b"]].concat()), &[line; 1000]),
        source(
            "configMap",
            json!({ "name": "m", "items": items(&["a", "a"]) }),
            &["configMap volume-path-overlap"],
        ),
        source(
            "downwardAPI",
            json!({ "items": [
                { "path": "a", "fieldRef": { "fieldPath": "metadata.name" } },
                { "path": "a/b", "fieldRef": { "fieldPath": "metadata.name" } },
            ] }),
            &["downwardAPI volume-path-overlap"],
        ),
        source(
            "projected",
            json!({ "sources": [
                { "serviceAccountToken": { "path": "t" } },
                { "serviceAccountToken": { "path": "t" } },
            ] }),
            &["projected volume-path-overlap"],
        ),
    ]
}

#[test]
fn reports_files_in_the_servers_words() {
    assert_source_messages([
        (
            "secret",
            json!({ "secretName": "s", "defaultMode": 1000 }),
            "Invalid value: 1000: must be a number between 0 and 0777 (octal), both inclusive",
        ),
        (
            "secret",
            json!({ "secretName": "s", "items": [{ "key": "k", "path": "..a" }] }),
            "Invalid value: \"..a\": must not start with '..'",
        ),
        (
            "emptyDir",
            json!({ "sizeLimit": "-1" }),
            "Forbidden: SizeLimit field must be a valid resource quantity",
        ),
        (
            "downwardAPI",
            json!({ "items": [{ "path": "p", "fieldRef": { "fieldPath": "spec.host" } }] }),
            "Unsupported value: \"spec.nodeName\": supported values: \"metadata.annotations\", \
             \"metadata.labels\", \"metadata.name\", \"metadata.namespace\", \"metadata.uid\"",
        ),
        (
            "projected",
            json!({ "sources": [{ "serviceAccountToken": { "path": "t", "expirationSeconds": 1 } }] }),
            "Invalid value: 1: may not specify a duration less than 10 minutes",
        ),
        (
            "projected",
            json!({ "sources": [{}] }),
            "volume \"two\" (Projected) has no sources provided",
        ),
        (
            "secret",
            json!({ "secretName": "s", "items": [
                { "key": "k", "path": "a/b/" }, { "key": "k", "path": "a" },
            ] }),
            "volume \"two\" (Secret \"s\"): overlapping paths: \"a\" with \"a/b\"",
        ),
        (
            "projected",
            json!({ "sources": [
                { "serviceAccountToken": { "path": "t" } },
                { "configMap": { "name": "m", "items": [{ "key": "k", "path": "t/u" }] } },
            ] }),
            "volume \"two\" (Projected): overlapping paths: \"t/u\" (ConfigMap \"m\") with \"t\" \
             (ServiceAccountToken)",
        ),
    ]);
}
