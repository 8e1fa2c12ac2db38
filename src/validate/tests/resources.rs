use serde_json::{Value, json};

use super::{CONTAINER, Row, assert_messages, inside, row};

const RESOURCES: &str = "/spec/template/spec/containers/0/resources";

pub fn rows() -> Vec<Row> {
    let mut rows = limits();
    rows.extend(requests());
    rows
}

fn limits() -> Vec<Row> {
    [
        ("cpu", "0", ""),
        ("cpu", "-1", "quantity-negative"),
        ("cpu", "1500m", ""),
        ("memory", "8GB", "quantity-syntax"),
        ("memory", "8192K", "quantity-syntax"),
        ("memory", "1e1000001", "quantity-exponent"),
        ("memory", "8192k", ""),
        ("memory", "1500m", "quantity-fraction"),
        ("memory", "2000m", ""),
        ("example.com/gpu", "1500m", "quantity-integer"),
        ("example.com/gpu", "2000m", ""),
        ("gpu", "1", "resource-name"),
        ("hugepages-2Mi", "2Mi", ""),
        ("requests.example.com/gpu", "1", "resource-name"),
        ("a b", "1", "resource-name"),
    ]
    .map(|(name, limit, rule)| {
        let path = format!("resources.limits[{name}]");
        inside(RESOURCES, json!({ "limits": { name: limit } }), &path, rule)
    })
    .into()
}

fn requests() -> Vec<Row> {
    const OVER: &str = "request-over-limit";
    let mut rows: Vec<Row> = [
        ("memory", json!("8Gi"), json!("8Gi"), ""),
        ("memory", json!("8192Mi"), json!("8Gi"), ""),
        ("memory", json!("8193Mi"), json!("8Gi"), OVER),
        ("memory", json!("16Gi"), json!("8Gi"), OVER),
        ("cpu", json!("8"), json!("4000m"), OVER),
        ("cpu", json!("4"), json!("4000m"), ""),
        ("cpu", json!(1.5), json!(2), ""),
        // Rounded up to a thousandth before they are compared.
        ("cpu", json!("1.0001"), json!("1.0002"), ""),
        ("cpu", json!("1.0011"), json!("1.0010"), OVER),
        ("example.com/gpu", json!("1"), json!("1"), ""),
        ("example.com/gpu", json!("1"), json!("2"), OVER),
    ]
    .map(|(name, request, limit, rule)| {
        let both = json!({ "requests": { name: request }, "limits": { name: limit } });
        inside(RESOURCES, both, "resources.requests", rule)
    })
    .into();
    // The amount is stored as 10, from which the Pods are made. Its thousandths do not fit into 64
    // bits, and the server takes the lower ones.
    let huge = format!("1{}", "0".repeat(40));
    let resources = json!({ "limits": { "memory": huge }, "requests": { "memory": "2Gi" } });
    rows.push(row(
        [(RESOURCES, resources)],
        &[
            &format!("{CONTAINER}.resources.limits[memory] quantity-fraction"),
            &format!("{CONTAINER}.resources.requests {OVER}"),
        ],
    ));
    // Without a limit, that of a device is required.
    for (name, rule) in [("example.com/gpu", OVER), ("cpu", "")] {
        let alone = json!({ "requests": { name: "1" } });
        rows.push(inside(RESOURCES, alone, "resources.limits", rule));
    }
    rows
}

#[test]
fn says_what_the_server_says() {
    let limits = |limits: Value| (RESOURCES, json!({ "limits": limits }));
    assert_messages([
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
    ]);
}
