use serde_json::{Value, json};

use super::cases::{Case, case, case_in, find_in_pod};

pub fn cases() -> Vec<Case> {
    let mut cases = lists();
    cases.extend(overhead());
    cases.extend(sums());
    cases.extend(huge_pages());
    cases.extend(later());
    cases
}

fn requests(amounts: &Value) -> Value {
    json!({ "resources": { "requests": amounts } })
}

fn lists() -> Vec<Case> {
    let name = |name: &str, message: &str| {
        let line = format!("resources.requests[{name}] resource-name: {message}");
        case(requests(&json!({ name: "1" })), &[&line])
    };
    let unsupported = |name: &str| {
        format!(
            "Unsupported value: \"{name}\": supported values: \"cpu\", \"hugepages-\", \"memory\""
        )
    };
    let claims = "resources.claims pod-resources: Forbidden: claims may not be set for Resources at pod-level";
    vec![
        case(requests(&json!({ "cpu": "1", "memory": "1Gi" })), &[]),
        // A fraction of a byte is not warned of here.
        case(requests(&json!({ "memory": "1500m" })), &[]),
        name("storage", &unsupported("storage")),
        name("ephemeral-storage", &unsupported("ephemeral-storage")),
        name("a", "Invalid value: \"a\": must be a standard resource type or fully qualified"),
        name("a b", "Invalid value: \"a b\": name part must consist…"),
        case(
            requests(&json!({ "requests.hugepages-2Mi": "1" })),
            &[&format!(
                "resources.requests[requests.hugepages-2Mi] resource-name: {}",
                unsupported("requests.hugepages-2Mi")
            )],
        ),
        case(
            json!({ "resources": { "requests": { "x.y/z": "1" }, "limits": { "x.y/z": "1" } } }),
            &[
                &format!("resources.limits[x.y/z] resource-name: {}", unsupported("x.y/z")),
                &format!("resources.requests[x.y/z] resource-name: {}", unsupported("x.y/z")),
            ],
        ),
        case(
            json!({ "resources": { "limits": { "cpu": "1" }, "requests": { "cpu": "2" } } }),
            &[
                "resources.requests request-over-limit: Invalid value: \"2\": must be less than or equal to cpu limit of 1",
            ],
        ),
        case(json!({ "resources": { "claims": [] } }), &[claims]),
        case(
            json!({ "resources": { "claims": [{ "name": "a" }] } }),
            &[
                claims,
                "resources.claims[0] resource-claim: Not found: \"a\": must be one of the names in pod.spec.resourceClaims which is empty",
            ],
        ),
        case(json!({ "resources": {} }), &[]),
        case(
            json!({ "resources": { "claims": [] }, "os": { "name": "windows" },
                "initContainers/0/securityContext": null, "containers/0/securityContext": null }),
            &["resources pod-resources: Forbidden: may not be set for a windows pod"],
        ),
        case_in(33, json!({ "resources": { "claims": [] } }), &[]),
        case_in(34, json!({ "resources": { "claims": [] } }), &[claims]),
    ]
}

fn overhead() -> Vec<Case> {
    let with = |amounts: &Value| json!({ "overhead": amounts, "runtimeClassName": "a" });
    let mut cases = vec![
        case(with(&json!({ "cpu": "1", "memory": "1Gi", "ephemeral-storage": "1" })), &[]),
        case(
            with(&json!({ "pods": "1" })),
            &[
                "overhead.limits[pods] resource-name: Invalid value: \"pods\": must be a standard resource for containers",
            ],
        ),
        case(
            with(&json!({ "hugepages-2Mi": "2Mi" })),
            &["overhead huge-pages: Forbidden: HugePages require cpu or memory"],
        ),
    ];
    for name in ["memory", "ephemeral-storage"] {
        cases.push(case(with(&json!({ name: "1500m" })), &[&format!(
            "overhead[{name}] quantity-fraction: fractional byte value \"1500m\" is invalid, must be an integer"
        )]));
    }
    cases
}

/// A Pod that requests some CPU, and what its containers request: first an init container.
fn with_containers(of_pod: &Value, init: &Value, regular: &[Value]) -> Value {
    let container = |(index, resources): (usize, &Value)| json!({ "name": format!("c{index}"), "image": "i", "resources": resources });
    let mut pod = json!({
        "resources": of_pod,
        "initContainers": [],
        "containers": regular.iter().enumerate().map(container).collect::<Vec<_>>(),
    });
    if let Some(list) = init.as_array() {
        let containers = list.iter().enumerate().map(|(index, resources)| {
            let mut container = json!({
                "name": format!("i{index}"), "image": "i", "resources": resources["of"],
            });
            container["restartPolicy"] = resources["restart"].clone();
            container
        });
        pod["initContainers"] = containers.collect();
    }
    pod
}

fn cpu(amount: &str) -> Value {
    json!({ "requests": { "cpu": amount } })
}

fn sums() -> Vec<Case> {
    let sum = |of_pod: &str, sum: &str| {
        format!(
            "resources.requests[cpu] pod-resources: Invalid value: \"{of_pod}\": must be greater \
             than or equal to aggregate container requests of {sum}"
        )
    };
    let none = json!([]);
    let init = |amount: &str| json!({ "of": cpu(amount) });
    let sidecar = |amount: &str| json!({ "of": cpu(amount), "restart": "Always" });
    let check = |of_pod: &str, init: &Value, regular: &[&str], expected: Option<&str>| {
        let regular: Vec<Value> = regular.iter().map(|amount| cpu(amount)).collect();
        let line = expected.map(|expected| sum(of_pod, expected));
        let lines: Vec<&str> = line.iter().map(String::as_str).collect();
        case(with_containers(&cpu(of_pod), init, &regular), &lines)
    };
    let mut cases = vec![
        check("1", &none, &["1"], None),
        check("1", &none, &["1001m"], Some("1001m")),
        check("1", &none, &["500m", "500m"], None),
        check("1", &none, &["500m", "0.6"], Some("1100m")),
        check("1", &none, &["0", "2"], Some("2")),
        check("1", &none, &["1500", "500"], Some("2k")),
        // An init container that ends needs its amount and that of the sidecars before it.
        check("3", &json!([init("3")]), &["1"], None),
        check("2", &json!([init("3")]), &["1"], Some("3")),
        check("3", &json!([init("2"), init("2")]), &["1"], None),
        check("2", &json!([sidecar("1"), init("2")]), &["1"], Some("3")),
        check("2", &json!([init("2"), sidecar("1")]), &["1"], None),
        check("1", &json!([sidecar("1")]), &["1"], Some("2")),
        // Of equal amounts the first one is shown.
        check("1", &json!([init("1e3")]), &["1k"], Some("1k")),
        check("3", &json!([sidecar("1"), sidecar("2")]), &["0"], None),
        check("2", &json!([sidecar("1"), sidecar("2")]), &["0"], Some("3")),
    ];
    // What the Pod does not request as a whole does not count.
    let memory = json!({ "requests": { "memory": "1Gi" } });
    cases.push(case(with_containers(&cpu("1"), &none, &[memory]), &[]));
    cases
}

fn huge_pages() -> Vec<Case> {
    let pages = |amount: &str| {
        json!({
            "limits": { "hugepages-2Mi": amount, "cpu": "1" },
            "requests": { "hugepages-2Mi": amount, "cpu": "0" },
        })
    };
    let one = pages("2Mi");
    let none = json!([]);
    let of_limits = |container: usize, name: &str, limit: &str, of_pod: &str| {
        format!(
            "resources.containers[{container}][{name}].limits pod-resources: Invalid value: \
             \"{limit}\": must be less than or equal to pod limits of {of_pod}"
        )
    };
    let cpu = |amount: &str| json!({ "limits": { "cpu": amount }, "requests": { "cpu": "0" } });
    vec![
        case(with_containers(&pages("4Mi"), &none, &[one.clone(), one.clone()]), &[]),
        case(
            with_containers(&pages("2Mi"), &none, &[one.clone(), one]),
            &[
                "resources.requests[hugepages-2Mi] pod-resources: Invalid value: \"2Mi\": must be greater than or equal to aggregate container requests of 4Mi",
                "resources.limits[hugepages-2Mi] pod-resources: Invalid value: \"2Mi\": must be greater than or equal to aggregate container limits of 4Mi",
            ],
        ),
        // Limits of other resources are compared one by one.
        case(with_containers(&cpu("2"), &none, &[cpu("2"), cpu("2")]), &[]),
        case(
            with_containers(&cpu("2"), &none, &[cpu("2"), cpu("3")]),
            &[&of_limits(1, "cpu", "3", "2")],
        ),
    ]
}

/// What is refused of the Job's Pods only, after the defaults of `SetDefaults_Pod`.
fn later() -> Vec<Case> {
    let limit = |amount: &str| json!({ "limits": { "cpu": amount } });
    let both = json!({ "requests": { "cpu": "1" }, "limits": { "cpu": "4" } });
    let none = json!([]);
    let sum = "resources.requests[cpu] pod-resources: Invalid value: \"1\": must be greater than or equal to aggregate container requests of 2";
    let over = "resources.requests pod-resources: Invalid value: \"3\": must be less than or equal to cpu limit of 2";
    vec![
        case(with_containers(&both, &none, &[limit("2")]), &[sum]),
        case(with_containers(&both, &none, &[limit("1")]), &[]),
        case(with_containers(&limit("2"), &none, &[cpu("1"), cpu("2")]), &[over]),
        case(with_containers(&limit("2"), &none, &[cpu("1"), cpu("1")]), &[]),
        // A request of the container's own is not its limit.
        case(
            with_containers(
                &both,
                &none,
                &[json!({ "requests": { "cpu": "1" }, "limits": { "cpu": "2" } })],
            ),
            &[],
        ),
    ]
}

#[test]
fn refuses_the_resources_of_a_pod_once() {
    let spec = json!({
        "resources": { "requests": { "cpu": "1" } },
        "containers": [
            { "name": "a", "image": "i", "resources": { "requests": { "cpu": "2" } } },
        ],
    });
    assert_eq!(
        find_in_pod(&json!({ "name": "a" }), &spec),
        [
            "spec.resources.requests[cpu] FieldValueInvalid: Invalid value: \"1\": must be greater than or equal to aggregate container requests of 2"
        ]
    );
}
