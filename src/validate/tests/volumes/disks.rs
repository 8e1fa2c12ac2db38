use serde_json::json;

use super::{Row, assert_source_messages, limit, source};

/// The texts that each disk requires, and where its findings are.
const REQUIRED: [(&str, &str, &[&str]); 9] = [
    ("gcePersistentDisk", "persistentDisk", &["pdName"]),
    ("awsElasticBlockStore", "awsElasticBlockStore", &["volumeID"]),
    ("cinder", "cinder", &["volumeID"]),
    ("vsphereVolume", "vsphereVolume", &["volumePath"]),
    ("photonPersistentDisk", "photonPersistentDisk", &["pdID"]),
    ("portworxVolume", "portworxVolume", &["volumeID"]),
    ("rbd", "rbd", &["monitors", "image"]),
    ("scaleIO", "scaleIO", &["gateway", "system", "volumeName"]),
    ("iscsi", "iscsi", &["targetPortal", "iqn"]),
];

pub fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for (name, path, fields) in REQUIRED {
        let mut expected: Vec<String> =
            fields.iter().map(|field| format!("{path}.{field} volume-source")).collect();
        if matches!(name, "photonPersistentDisk" | "rbd" | "scaleIO") {
            expected.push(format!("{name} volume-deprecated"));
        }
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        rows.push(source(name, json!({}), &expected));
    }
    for (partition, is_fine) in [(-1, false), (0, true), (255, true), (256, false)] {
        let google = json!({ "pdName": "p", "partition": partition });
        let line = "persistentDisk.partition volume-source";
        rows.push(limit("gcePersistentDisk", google, is_fine, line));
        let amazon = json!({ "volumeID": "v", "partition": partition });
        let line = "awsElasticBlockStore.partition volume-source";
        rows.push(limit("awsElasticBlockStore", amazon, is_fine, line));
    }
    rows.push(source(
        "cinder",
        json!({ "volumeID": "v", "secretRef": {} }),
        &["cinder.secretRef.name volume-source"],
    ));
    rows.extend(fibre_channel());
    rows.extend(azure());
    rows.extend(iscsi());
    rows
}

fn fibre_channel() -> Vec<Row> {
    let names = "fc.targetWWNs volume-source";
    let lun = "fc.lun volume-source";
    let with_lun = |lun: i64| json!({ "targetWWNs": ["w"], "lun": lun });
    vec![
        source("fc", json!({}), &[names]),
        source("fc", json!({ "wwids": ["w"] }), &[]),
        source("fc", json!({ "targetWWNs": ["w"], "wwids": ["w"], "lun": 1 }), &[names]),
        source("fc", json!({ "targetWWNs": ["w"] }), &[lun]),
        source("fc", with_lun(0), &[]),
        source("fc", with_lun(255), &[]),
        source("fc", with_lun(256), &[lun]),
        source("fc", with_lun(-1), &[lun]),
    ]
}

fn azure() -> Vec<Row> {
    let disk =
        |kind: Option<&str>, uri: &str| json!({ "diskName": "d", "diskURI": uri, "kind": kind });
    let uri = "azureDisk.diskURI volume-source";
    let mut rows = vec![
        source("azureDisk", json!({}), &["azureDisk.diskName volume-source", uri, uri]),
        source("azureDisk", disk(None, "https://d"), &[]),
        source("azureDisk", disk(None, "/subscriptions/d"), &[uri]),
        source("azureDisk", disk(Some("Shared"), "https://d"), &[]),
        source("azureDisk", disk(Some("Dedicated"), "https://d"), &[]),
        source("azureDisk", disk(Some("Managed"), "/subscriptions/d"), &[]),
        source("azureDisk", disk(Some("Managed"), "https://d"), &[uri]),
        source("azureDisk", disk(Some("shared"), "https://d"), &["azureDisk.kind volume-source"]),
    ];
    let caching =
        |mode: &str| json!({ "diskName": "d", "diskURI": "https://d", "cachingMode": mode });
    rows.extend(
        ["None", "ReadOnly", "ReadWrite"].map(|mode| source("azureDisk", caching(mode), &[])),
    );
    rows.push(source("azureDisk", caching("none"), &["azureDisk.cachingMode volume-source"]));
    rows
}

fn iscsi() -> Vec<Row> {
    let hex = "0123456789abcdef";
    let names = [
        ("iqn.2001-04.com.example:disk", true),
        ("iqn.2001-04.com.example:a:b", true),
        ("iqn:iqn.2001-04.e:d", true),
        ("iqn.2001-04.com.example:", false),
        ("iqn.2001-04.com.example", false),
        ("iqn.2001-04.:d", false),
        ("iqn.201-04.e:d", false),
        ("iqn.2001-4.e:d", false),
        ("iqn.2001_04.e:d", false),
        ("iqn.2001-04-e:d", false),
        ("iqn.2001-04.e_e:d", false),
        ("iqn.2001-04.e:d,d", false),
        ("iqn.2001-04.e:d d", false),
        ("eui.0123456789abcdef", true),
        ("eui.0123456789abcde", false),
        ("eui.0123456789abcde-", false),
        ("eui\n0123456789abcdef", false),
        ("data-1", false),
        ("", false),
    ];
    let target = |iqn: &str| json!({ "targetPortal": "t", "iqn": iqn });
    let mut rows: Vec<Row> = names
        .map(|(name, is_fine)| limit("iscsi", target(name), is_fine, "iscsi.iqn volume-source"))
        .into();
    rows.push(source("iscsi", target(&format!("naa.{hex}{hex}")), &[]));
    rows.push(source("iscsi", target(&format!("naa.{hex}")), &["iscsi.iqn volume-source"]));
    let with = |field: &str, value: serde_json::Value| json!({ "targetPortal": "t", "iqn": "iqn.2001-04.e:d", field: value });
    for (lun, is_fine) in [(-1, false), (0, true), (255, true), (256, false)] {
        let line = "iscsi.lun volume-source";
        rows.push(limit("iscsi", with("lun", json!(lun)), is_fine, line));
    }
    for field in ["chapAuthDiscovery", "chapAuthSession"] {
        let line = "iscsi.secretRef volume-source";
        rows.push(source("iscsi", with(field, json!(true)), &[line]));
        rows.push(source("iscsi", with(field, json!(false)), &[]));
        let mut complete = with(field, json!(true));
        complete["secretRef"] = json!({ "name": "s" });
        rows.push(source("iscsi", complete, &[]));
    }
    rows.push(source("iscsi", with("initiatorName", json!("eui.0123456789abcdef")), &[]));
    rows.push(source(
        "iscsi",
        with("initiatorName", json!("x")),
        &["iscsi.initiatorname volume-source"],
    ));
    let portal = |length: usize, initiator: bool| {
        let name = initiator.then_some("eui.0123456789abcdef");
        json!({
            "targetPortal": "t".repeat(length), "iqn": "iqn.2001-04.e:d", "initiatorName": name,
        })
    };
    rows.push(source("iscsi", portal(60, true), &[]));
    rows.push(source("iscsi", portal(61, true), &["name volume-source"]));
    rows.push(source("iscsi", portal(61, false), &[]));
    rows
}

#[test]
fn reports_disks_in_the_servers_words() {
    assert_source_messages([
        (
            "gcePersistentDisk",
            json!({ "pdName": "p", "partition": 256 }),
            "Invalid value: 256: must be between 1 and 255, inclusive",
        ),
        (
            "fc",
            json!({ "targetWWNs": ["a", "b"], "wwids": ["w"], "lun": 1 }),
            "Invalid value: [\"a\",\"b\"]: targetWWNs and wwids can not be specified \
             simultaneously",
        ),
        (
            "azureDisk",
            json!({ "diskName": "d", "diskURI": "d" }),
            "Unsupported value: \"d\": supported values: \
             \"https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd\"",
        ),
        (
            "azureDisk",
            json!({ "diskName": "d", "diskURI": "d", "kind": "Managed" }),
            "Unsupported value: \"d\": supported values: \"/subscriptions/{sub-id}/resourcegroups/\
             {group-name}/providers/microsoft.compute/disks/{disk-id}\"",
        ),
        (
            "iscsi",
            json!({ "targetPortal": "t", "iqn": "iqn.x" }),
            "Invalid value: \"iqn.x\": must be valid format",
        ),
    ]);
}
