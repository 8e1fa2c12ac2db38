use serde_json::{Value, json};

use super::{Row, assert_source_messages, source};

pub fn rows() -> Vec<Row> {
    let mut rows = host_paths();
    rows.extend(network());
    rows.extend(flocker());
    rows.extend(quobyte());
    rows.extend(drivers());
    rows
}

fn host_paths() -> Vec<Row> {
    let types = [
        "",
        "BlockDevice",
        "CharDevice",
        "Directory",
        "DirectoryOrCreate",
        "File",
        "FileOrCreate",
        "Socket",
    ];
    let mut rows: Vec<Row> =
        types.map(|name| source("hostPath", json!({ "path": "p", "type": name }), &[])).into();
    rows.push(source("hostPath", json!({ "type": "x" }), &["hostPath.path volume-source"]));
    rows.push(source("hostPath", json!({ "path": "/.." }), &["hostPath.path volume-path"]));
    let wrong = json!({ "path": "p", "type": "file" });
    rows.push(source("hostPath", wrong, &["hostPath.type volume-source"]));
    rows
}

fn network() -> Vec<Row> {
    vec![
        source(
            "gitRepo",
            json!({}),
            &["gitRepo.repository volume-source", "gitRepo volume-deprecated"],
        ),
        source(
            "nfs",
            json!({}),
            &["nfs.server volume-source", "nfs.path volume-source", "nfs.path volume-path"],
        ),
        source("nfs", json!({ "server": "s", "path": "p" }), &["nfs.path volume-path"]),
        source(
            "glusterfs",
            json!({}),
            &[
                "glusterfs.endpoints volume-source",
                "glusterfs.path volume-source",
                "glusterfs volume-deprecated",
            ],
        ),
        source("cephfs", json!({}), &["cephfs.monitors volume-source", "cephfs volume-deprecated"]),
        source(
            "azureFile",
            json!({}),
            &["azureFile.secretName volume-source", "azureFile.shareName volume-source"],
        ),
    ]
}

fn flocker() -> Vec<Row> {
    let warning = "flocker volume-deprecated";
    let line = "flocker volume-source";
    vec![
        source("flocker", json!({}), &[line, warning]),
        source("flocker", json!({ "datasetUUID": "u" }), &[warning]),
        source("flocker", json!({ "datasetUUID": "u", "datasetName": "n" }), &[line, warning]),
        source(
            "flocker",
            json!({ "datasetName": "a/b" }),
            &["flocker.datasetName volume-source", warning],
        ),
    ]
}

fn quobyte() -> Vec<Row> {
    let warning = "quobyte volume-deprecated";
    let line = "quobyte.registry volume-source";
    let share = |registry: &str, tenant: usize| json!({ "registry": registry, "volume": "v", "tenant": "t".repeat(tenant) });
    let registries = [
        ("h:1", 0),
        ("h:", 0),
        (":1", 0),
        ("[::1]:1", 0),
        ("a:1,b:2", 0),
        ("", 1),
        ("h", 1),
        ("a:1,b", 1),
        ("a,b", 2),
        ("::1:1", 1),
        ("[::1]", 1),
        ("[::1", 1),
        ("[::1]x:1", 1),
        ("[[::1]:1", 1),
        ("h]:1", 1),
        ("h[:1", 1),
        ("h:1]", 1),
        ("h:[1", 1),
    ];
    let mut rows: Vec<Row> = registries
        .map(|(registry, count)| {
            let mut expected = vec![line; count];
            expected.push(warning);
            source("quobyte", share(registry, 0), &expected)
        })
        .into();
    rows.push(source("quobyte", share("h:1", 64), &[warning]));
    rows.push(source("quobyte", share("h", 65), &["quobyte.tenant volume-source", warning]));
    rows.push(source(
        "quobyte",
        json!({ "registry": "h:1" }),
        &["quobyte.volume volume-source", warning],
    ));
    rows
}

fn drivers() -> Vec<Row> {
    let flex = |key: &str| json!({ "driver": "d", "options": { key: "v" } });
    let reserved = |key: &str| {
        let line = format!("flexVolume.options[{key}] volume-source");
        source("flexVolume", flex(key), &[&line])
    };
    let storage = |field: &str, value: &str| {
        let mut share = json!({ "volumeName": "v" });
        share[field] = Value::from(value);
        share
    };
    let warning = "storageOS volume-deprecated";
    let long = "d".repeat(64);
    vec![
        source("flexVolume", json!({}), &["flexVolume.driver volume-source"]),
        source("flexVolume", flex("a/kubernetes.io"), &[]),
        source("flexVolume", flex("akubernetes.io/b"), &[]),
        reserved("kubernetes.io"),
        reserved("x.kubernetes.io/a"),
        reserved("x.k8s.io/a"),
        reserved("K8S.io/a/b"),
        source("storageos", json!({}), &["storageos.volumeName volume-source", warning]),
        source(
            "storageos",
            storage("volumeName", "V"),
            &["storageos.volumeName volume-source", warning],
        ),
        source(
            "storageos",
            storage("volumeNamespace", "V"),
            &["storageos.volumeNamespace volume-source", warning],
        ),
        source("storageos", storage("volumeNamespace", "v"), &[warning]),
        source(
            "storageos",
            json!({ "volumeName": "v", "secretRef": {} }),
            &["storageos.secretRef.name volume-source", warning],
        ),
        source("csi", json!({}), &["csi.driver volume-source"]),
        source("csi", json!({ "driver": "D.e" }), &[]),
        source("csi", json!({ "driver": "a_b" }), &["csi.driver volume-source"]),
        source("csi", json!({ "driver": &long[1..] }), &[]),
        source("csi", json!({ "driver": long }), &["csi.driver volume-source"]),
        source(
            "csi",
            json!({ "driver": "d", "nodePublishSecretRef": {} }),
            &["csi.nodePublishSecretRef.name volume-source"],
        ),
        source(
            "csi",
            json!({ "driver": "d", "nodePublishSecretRef": { "name": "A" } }),
            &["csi.name volume-source"],
        ),
    ]
}

#[test]
fn reports_shares_in_the_servers_words() {
    assert_source_messages([
        (
            "hostPath",
            json!({ "path": "p", "type": "file" }),
            "Unsupported value: \"file\": supported values: \"\", \"BlockDevice\", \
             \"CharDevice\", \"Directory\", \"DirectoryOrCreate\", \"File\", \"FileOrCreate\", \
             \"Socket\"",
        ),
        (
            "nfs",
            json!({ "server": "s", "path": "p" }),
            "Invalid value: \"p\": must be an absolute path",
        ),
        (
            "flexVolume",
            json!({ "driver": "d", "options": { "k8s.io": "" } }),
            "Invalid value: \"k8s.io\": kubernetes.io and k8s.io namespaces are reserved",
        ),
        ("csi", json!({ "driver": "d".repeat(64) }), "Too long: may not be more than 63 bytes"),
    ]);
}
