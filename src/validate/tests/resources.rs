use serde_json::{Value, json};

use super::{CONTAINER, Row, assert_messages, inside, kubernetes, row, row_with};
use crate::validate::{Options, Subject, validate};

const RESOURCES: &str = "/spec/template/spec/containers/0/resources";

pub fn rows() -> Vec<Row> {
    let mut rows = limits();
    rows.extend(requests());
    rows.extend(names());
    rows.extend(huge_pages());
    rows.extend(claims());
    rows
}

/// Names, and how often the name of each limit is refused.
fn names() -> Vec<Row> {
    const STANDARD: [&str; 18] = [
        "configmaps",
        "limits.cpu",
        "limits.ephemeral-storage",
        "limits.memory",
        "persistentvolumeclaims",
        "pods",
        "replicationcontrollers",
        "requests.cpu",
        "requests.ephemeral-storage",
        "requests.hugepages-2Mi",
        "requests.memory",
        "requests.storage",
        "resourcequotas",
        "secrets",
        "services",
        "services.loadbalancers",
        "services.nodeports",
        "storage",
    ];
    let longest = "a".repeat(244);
    let others = [
        ("cpu".to_owned(), 0),
        ("memory".to_owned(), 0),
        ("ephemeral-storage".to_owned(), 0),
        ("example.com/gpu".to_owned(), 0),
        ("kubernetes.io/gpu".to_owned(), 0),
        ("x.kubernetes.io/gpu".to_owned(), 0),
        ("requests.example.com/gpu".to_owned(), 1),
        // As `requests.…` in a quota it has at most 253 characters before the slash.
        (format!("{longest}/x"), 0),
        (format!("{longest}a/x"), 1),
        ("gpu".to_owned(), 2),
        // One more for the form of the name.
        ("a b".to_owned(), 2),
        ("a b/x".to_owned(), 2),
        (String::new(), 3),
    ];
    STANDARD
        .map(|name| (name.to_owned(), 1))
        .into_iter()
        .chain(others)
        .map(|(name, count)| {
            let line = format!("{CONTAINER}.resources.limits[{name}] resource-name");
            row([(RESOURCES, json!({ "limits": { name: "1" } }))], &vec![&*line; count])
        })
        .collect()
}

fn huge_pages() -> Vec<Row> {
    const RULE: &str = "huge-pages";
    let mut rows = Vec::new();
    for (name, amount, is_fine) in [
        ("hugepages-2Mi", "4Mi", true),
        ("hugepages-2Mi", "0", true),
        ("hugepages-2Mi", "3Mi", false),
        ("hugepages-2Mi", "1", false),
        ("hugepages-1Gi", "1Gi", true),
        ("hugepages-1", "1500m", true),
        ("hugepages-0", "1", false),
        ("hugepages--1", "1", false),
        ("hugepages-1500m", "1500m", false),
        ("hugepages-x", "1", false),
    ] {
        let amounts = json!({ "cpu": "1", name: amount });
        let line = |list: &str| format!("{CONTAINER}.resources.{list}[{name}] {RULE}");
        let resources = json!({ "limits": amounts, "requests": amounts });
        let lines = [line("limits"), line("requests")];
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        rows.push(row([(RESOURCES, resources)], if is_fine { &[] } else { &lines }));
    }
    // They are not asked for alone.
    let pages = || json!({ "hugepages-2Mi": "2Mi" });
    let with = |name: &str| json!({ "hugepages-2Mi": "2Mi", name: "1" });
    for (limits, requests, rule) in [
        (pages(), json!({}), RULE),
        (pages(), pages(), RULE),
        (with("ephemeral-storage"), pages(), RULE),
        (with("cpu"), pages(), ""),
        (with("memory"), pages(), ""),
        (pages(), json!({ "cpu": "1" }), ""),
        (pages(), json!({ "memory": "1" }), ""),
    ] {
        let resources = json!({ "limits": limits, "requests": requests });
        rows.push(inside(RESOURCES, resources, "resources", rule));
    }
    let line = |path: &str, rule: &str| format!("{CONTAINER}.resources{path} {rule}");
    let alone = [line(".limits", "request-over-limit"), line("", RULE)];
    let alone: Vec<&str> = alone.iter().map(String::as_str).collect();
    rows.push(row([(RESOURCES, json!({ "requests": pages() }))], &alone));
    rows
}

fn claims() -> Vec<Row> {
    const CLAIMS: &str = "/spec/template/spec/containers/0/resources/claims";
    const OF_POD: &str = "/spec/template/spec/resourceClaims";
    let of_pod = json!([
        { "name": "a", "resourceClaimName": "x" },
        { "name": "b", "resourceClaimName": "y" },
    ]);
    let claim = |name: &str, request: &str| json!({ "name": name, "request": request });
    let mut rows = Vec::new();
    for (claims, wrong) in [
        (vec![claim("a", ""), claim("b", "")], vec![]),
        (vec![claim("a", "r"), claim("a", "s"), claim("b", "r")], vec![]),
        (vec![claim("", "")], vec!["[0]"]),
        (vec![claim("", "R"), claim("", "")], vec!["[0]", "[1]"]),
        (vec![claim("c", "")], vec!["[0]"]),
        (vec![claim("a", "R")], vec!["[0].request"]),
        (vec![claim("a", ""), claim("a", "")], vec!["[1]"]),
        (vec![claim("a", ""), claim("a", "R")], vec!["[1]"]),
        (vec![claim("a", "r"), claim("a", "r")], vec!["[1]"]),
        // A claim is named for each of its requests.
        (
            vec![claim("a", "r"), claim("a", "s"), claim("a", "r"), claim("a", "")],
            vec!["[2]", "[3]", "[3]"],
        ),
        (vec![claim("a", "r"), claim("a", ""), claim("a", "")], vec!["[1]", "[2]"]),
        // The name of the second is the first one's with its request.
        (vec![claim("a", "r"), claim("a/r", "")], vec!["[1]", "[1]"]),
    ] {
        let lines: Vec<String> = wrong
            .iter()
            .map(|path| format!("{CONTAINER}.resources.claims{path} resource-claim"))
            .collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let changes = [(OF_POD, of_pod.clone()), (CLAIMS, json!(claims))];
        rows.push(row(changes, &lines));
    }
    let unknown = || [(CLAIMS, json!([claim("c", "")]))];
    let line = format!("{CONTAINER}.resources.claims[0] resource-claim");
    rows.push(row_with(kubernetes(34), unknown(), &[&line]));
    rows.push(row_with(kubernetes(33), unknown(), &[]));
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
        ("ephemeral-storage", "1500m", "quantity-fraction"),
        ("ephemeral-storage", "1", ""),
        // Its name is refused, so it is not a device.
        ("kubernetes.io/x", "1500m", ""),
        ("requests.example.com/gpu", "1500m", "resource-name"),
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

#[test]
fn says_what_the_server_says_of_names_of_resources() {
    let messages = |name: &str| super::messages([(RESOURCES, json!({ "limits": { name: "1" } }))]);
    assert_eq!(
        messages("gpu"),
        [
            "Invalid value: \"gpu\": must be a standard resource type or fully qualified",
            "Invalid value: \"gpu\": must be a standard resource for containers",
        ]
    );
    assert_eq!(
        messages("requests.example.com/gpu"),
        [
            "Invalid value: \"requests.example.com/gpu\": doesn't follow extended resource name standard"
        ]
    );
    let counted = [
        "configmaps",
        "persistentvolumeclaims",
        "pods",
        "replicationcontrollers",
        "resourcequotas",
        "secrets",
        "services",
        "services.loadbalancers",
        "services.nodeports",
    ];
    for name in counted {
        let limits = json!({ "limits": { name: "1500m" } });
        let last = super::messages([(RESOURCES, limits)]).pop().unwrap();
        assert_eq!(last, "Invalid value: \"1500m\": must be an integer");
    }
}

#[test]
fn says_what_the_server_says_of_huge_pages_and_claims() {
    assert_messages([
        (
            (RESOURCES, json!({ "limits": { "cpu": "1", "hugepages-2Mi": "3Mi" } })),
            "Invalid value: \"3Mi\": 3Mi is not positive integer multiple of hugepages-2Mi",
        ),
        (
            (RESOURCES, json!({ "limits": { "hugepages-2Mi": "2Mi" } })),
            "Forbidden: HugePages require cpu or memory",
        ),
        (
            (RESOURCES, json!({ "claims": [{ "name": "c" }] })),
            "Not found: \"c\": must be one of the names in pod.spec.resourceClaims which is empty",
        ),
        ((RESOURCES, json!({ "claims": [{}] })), "Required value"),
        (
            (RESOURCES, json!({ "requests": { "example.com/gpu": "1" } })),
            "Required value: Limit must be set for non overcommitable resources",
        ),
        (
            (
                RESOURCES,
                json!({
                    "requests": { "example.com/gpu": "1" },
                    "limits": { "example.com/gpu": "2" },
                }),
            ),
            "Invalid value: \"1\": must be equal to example.com/gpu limit of 2",
        ),
    ]);
    let of_pod = json!([
        { "name": "b", "resourceClaimName": "x" },
        { "resourceClaimName": "y" },
        { "name": "a", "resourceClaimName": "x" },
    ]);
    let claims =
        json!([{ "name": "b", "request": "r" }, { "name": "b", "request": "r" }, { "name": "c" }]);
    let changes = vec![
        ("/spec/template/spec/resourceClaims", of_pod),
        (RESOURCES, json!({ "claims": claims })),
    ];
    let of_container: Vec<String> = super::find(changes, &Options::default())
        .into_iter()
        .filter(|finding| finding.path.contains("resources.claims"))
        .map(|finding| finding.message)
        .collect();
    assert_eq!(
        of_container,
        [
            "Duplicate value: \"b/r\"",
            "Not found: \"c\": must be one of the names in pod.spec.resourceClaims: a, b",
        ]
    );
}

#[test]
fn lists_the_first_claims_of_very_many() {
    let of_pod: Vec<Value> = (0..3000)
        .map(|index| json!({ "name": format!("claim-{index:04}"), "resourceClaimName": "x" }))
        .collect();
    let changes = [
        ("/spec/template/spec/resourceClaims", json!(of_pod)),
        (RESOURCES, json!({ "claims": [{ "name": "c" }] })),
    ];
    let message = super::messages(changes).remove(0);
    assert!(message.ends_with("claim-0102, …"), "{message}");
}

#[test]
fn a_pod_requests_what_it_is_limited_to() {
    let lines = |resources: Value| -> Vec<String> {
        let pod = json!({
            "apiVersion": "v1",
            "kind": "Pod",
            "metadata": { "name": "pod", "namespace": "ns" },
            "spec": { "containers": [{ "name": "main", "image": "i", "resources": resources }] },
        });
        validate(Subject::Pod, Some(&pod.to_string()), &Options::default())
            .iter()
            .map(|finding| format!("{} {}", finding.path, finding.rule.id()))
            .collect()
    };
    let negative =
        |list: &str| format!("spec.containers[0].resources.{list}[cpu] quantity-negative");
    assert_eq!(
        lines(json!({ "limits": { "cpu": "-1" } })),
        [negative("limits"), negative("requests")]
    );
    assert_eq!(
        lines(json!({ "limits": { "cpu": "-1" }, "requests": { "cpu": "-1" } })),
        [negative("limits"), negative("requests")]
    );
}
