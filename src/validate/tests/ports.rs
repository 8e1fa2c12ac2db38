use serde_json::{Value, json};

use super::{CONTAINER, POD, Row, assert_messages, at, inside, row};
use crate::validate::{Options, Subject, validate};

const PORTS: &str = "/spec/template/spec/containers/0/ports";
const INIT_PORTS: &str = "/spec/template/spec/initContainers/0/ports";
const HOST_NETWORK: &str = "/spec/template/spec/hostNetwork";

pub fn rows() -> Vec<Row> {
    let mut rows = numbers();
    rows.extend(names());
    rows.extend(protocols());
    rows.extend(host_ports());
    rows.extend(host_network());
    rows.extend(overlaps());
    rows
}

fn numbers() -> Vec<Row> {
    let mut rows = vec![
        inside(PORTS, json!([{}]), "ports[0].containerPort", "port-number"),
        inside(PORTS, json!([{ "containerPort": 1, "hostPort": 0 }]), "", ""),
    ];
    for (number, rule) in
        [(-1, "port-number"), (0, "port-number"), (1, ""), (65_535, ""), (65_536, "port-number")]
    {
        let ports = json!([{ "containerPort": number }]);
        rows.push(inside(PORTS, ports, "ports[0].containerPort", rule));
        let rule = if number == 0 { "" } else { rule };
        let ports = json!([{ "containerPort": 80, "hostPort": number }]);
        rows.push(inside(PORTS, ports, "ports[0].hostPort", rule));
    }
    rows
}

fn names() -> Vec<Row> {
    let named = |name: &str| json!([{ "name": name, "containerPort": 80 }]);
    let mut rows = Vec::new();
    for (name, rule) in [
        ("", ""),
        ("a", ""),
        ("a1-b2", ""),
        ("123456789012a-z", ""),
        ("123456789012a-zb", "port-name"),
        ("123", "port-name"),
        ("Web", "port-name"),
        ("w_b", "port-name"),
        ("a--b", "port-name"),
        ("-a", "port-name"),
        ("a-", "port-name"),
    ] {
        rows.push(inside(PORTS, named(name), "ports[0].name", rule));
    }
    let two = |first: &str, second: &str| {
        json!([
            { "name": first, "containerPort": 80 },
            { "name": second, "containerPort": 81 },
        ])
    };
    rows.push(inside(PORTS, two("a", "b"), "", ""));
    rows.push(inside(PORTS, two("", ""), "", ""));
    let path = format!("{CONTAINER}.ports[1]");
    let shared = format!("{path} port-name-shared");
    rows.push(row([(PORTS, two("a", "a"))], &[&format!("{path}.name port-name"), &shared]));
    // A name that is wrong is not known.
    let wrong = |index: usize| format!("{CONTAINER}.ports[{index}].name port-name");
    rows.push(row([(PORTS, two("1", "1"))], &[&wrong(0), &wrong(1), &shared]));
    // Containers may share a name.
    let path = format!("{CONTAINER}.ports[0] port-name-shared");
    rows.push(row([(INIT_PORTS, named("a")), (PORTS, two("a", "b"))], &[&overlap(0), &path]));
    rows
}

fn overlap(index: usize) -> String {
    format!("{CONTAINER}.ports[{index}] port-overlap")
}

fn protocols() -> Vec<Row> {
    ["", "TCP", "UDP", "SCTP", "tcp", "HTTP"]
        .map(|protocol| {
            let ports = json!([{ "containerPort": 80, "protocol": protocol }]);
            let is_wrong = ["tcp", "HTTP"].contains(&protocol);
            inside(PORTS, ports, "ports[0].protocol", if is_wrong { "port-protocol" } else { "" })
        })
        .into()
}

/// Two ports of the node, and what they have in common.
fn host_ports() -> Vec<Row> {
    const TAKEN: &str = "host-port-taken";
    let mut rows = Vec::new();
    for (other, rule) in [
        (json!({ "containerPort": 81, "hostPort": 80 }), TAKEN),
        (json!({ "containerPort": 81, "hostPort": 80, "protocol": "TCP" }), TAKEN),
        (json!({ "containerPort": 81, "hostPort": 80, "protocol": "UDP" }), ""),
        (json!({ "containerPort": 81, "hostPort": 80, "hostIP": "10.0.0.1" }), ""),
        (json!({ "containerPort": 81, "hostPort": 81 }), ""),
        (json!({ "containerPort": 81 }), ""),
    ] {
        let first = json!({ "containerPort": 80, "hostPort": 80 });
        rows.push(inside(PORTS, json!([first, other]), "ports[1].hostPort", rule));
        let first = json!({ "name": "first", "image": "i", "ports": [first] });
        let second = json!({ "name": "second", "image": "i", "ports": [other] });
        // Regular containers run together, init containers one after the other.
        let both = json!([first, second]);
        let path = format!("{POD}.containers[1].ports[0].hostPort");
        rows.push(at("/spec/template/spec/containers", both.clone(), &path, rule));
        rows.push(at("/spec/template/spec/initContainers", both, "", ""));
    }
    let twice = json!([
        { "containerPort": 80, "hostPort": 80 },
        { "containerPort": 81, "hostPort": 80 },
    ]);
    let second = [("/spec/template/spec/initContainers/1/ports", twice)];
    let line = format!("{POD}.initContainers[0].ports[1].hostPort {TAKEN}");
    let named = [
        ("/spec/template/spec/initContainers/1/name", json!("second")),
        ("/spec/template/spec/initContainers/1/image", json!("i")),
    ];
    rows.push(row(named.into_iter().chain(second).collect::<Vec<_>>(), &[&line]));
    rows
}

fn host_network() -> Vec<Row> {
    let mut rows = Vec::new();
    for (is_on, host_port, rule) in [
        (true, json!(81), "host-port-network"),
        (true, json!(80), ""),
        (true, json!(0), ""),
        (true, json!(null), ""),
        (false, json!(81), ""),
    ] {
        let ports = json!([{ "containerPort": 80, "hostPort": host_port }]);
        let line = format!("{CONTAINER}.ports[0].hostPort {rule}");
        let expected: &[&str] = if rule.is_empty() { &[] } else { &[&line] };
        let changes = [(HOST_NETWORK, json!(is_on)), (PORTS, ports.clone())];
        rows.push(row(changes, expected));
        rows.push(row([(HOST_NETWORK, json!(is_on)), (INIT_PORTS, ports)], &[]));
    }
    // The ports of the Pods that the Job makes.
    let twice = json!([{ "containerPort": 80 }, { "containerPort": 80 }]);
    let taken = format!("{CONTAINER}.ports[1].hostPort host-port-taken");
    rows.push(row([(HOST_NETWORK, json!(true)), (PORTS, twice.clone())], &[&taken, &overlap(1)]));
    rows.push(row([(HOST_NETWORK, json!(false)), (PORTS, twice)], &[&overlap(1)]));
    // A port that cannot be read is not compared.
    let ports = json!([{ "containerPort": "80", "hostPort": 81 }]);
    let line = format!("{CONTAINER}.ports[0].containerPort field-type");
    rows.push(row([(HOST_NETWORK, json!(true)), (PORTS, ports)], &[&line]));
    rows
}

/// Ports of one number.
fn overlaps() -> Vec<Row> {
    let mut rows = vec![
        inside(
            PORTS,
            json!([{ "containerPort": 80, "hostIP": "::1" }]),
            "ports[0]",
            "port-host-ip",
        ),
        inside(PORTS, json!([{ "containerPort": 80, "hostPort": 80, "hostIP": "::1" }]), "", ""),
        inside(PORTS, json!([{ "containerPort": 80 }, { "containerPort": 81 }]), "", ""),
        inside(
            PORTS,
            json!([{ "containerPort": 80 }, { "containerPort": 80, "protocol": "UDP" }]),
            "",
            "",
        ),
    ];
    for (first, second, relation) in OVERLAPS {
        let port = |(host_port, host_ip): (i64, &str)| json!({ "containerPort": 80, "hostPort": host_port, "hostIP": host_ip });
        let ports = json!([port(first), port(second)]);
        let line = overlap(1);
        let expected: &[&str] = if relation.is_empty() { &[] } else { &[&line] };
        rows.push(row([(PORTS, ports)], expected));
    }
    rows
}

/// The port and the address of the node that a port has.
type OfNode = (i64, &'static str);

/// Two ports, and how they overlap.
const OVERLAPS: [(OfNode, OfNode, &str); 6] = [
    ((0, ""), (0, ""), "duplicate"),
    ((0, ""), (80, ""), "overlapping"),
    ((80, "::1"), (0, ""), "overlapping"),
    ((80, "::1"), (80, ""), "dangerously ambiguous"),
    ((80, "::1"), (80, "::2"), ""),
    ((80, ""), (81, "::1"), ""),
];

#[test]
fn each_kind_of_overlapping_ports_has_its_word() {
    for (first, second, relation) in OVERLAPS {
        let port = |(host_port, host_ip): (i64, &str)| json!({ "containerPort": 80, "hostPort": host_port, "hostIP": host_ip });
        let messages = super::messages([(PORTS, json!([port(first), port(second)]))]);
        let expected = format!("{relation} port definition with {CONTAINER}.ports[0]");
        let expected = if relation.is_empty() { Vec::new() } else { vec![expected] };
        assert_eq!(messages, expected);
    }
}

#[test]
fn compares_a_port_with_64_others_at_most() {
    let ports = vec![json!({ "containerPort": 80 }); 70];
    let messages = super::messages([(PORTS, json!(ports))]);
    let all = (0..64).sum::<usize>() + 6 * 64;
    let expected = format!("{} more findings, 0 of them errors, are not listed", all - 1000);
    assert_eq!(messages.last(), Some(&expected));
}

/// What is found in a Pod with these ports: lines of `path code message`.
fn of_pod(host_network: bool, container: &Value, init: &Value) -> Vec<String> {
    let pod = json!({
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": { "name": "pod", "namespace": "ns" },
        "spec": {
            "hostNetwork": host_network,
            "initContainers": [{ "name": "init", "image": "i", "ports": init }],
            "containers": [{ "name": "main", "image": "i", "ports": container }],
        },
    });
    validate(Subject::Pod, Some(&pod.to_string()), &Options::default())
        .into_iter()
        .map(|finding| format!("{} {:?} {}", finding.path, finding.code, finding.message))
        .collect()
}

#[test]
fn a_pod_with_the_network_of_the_node_takes_its_ports() {
    let twice = json!([{ "containerPort": 80 }, { "containerPort": 80 }]);
    let none = json!([]);
    let duplicate = "FieldValueDuplicate Duplicate value: \"TCP//80\"";
    let warning = |list: &str| {
        let path = format!("spec.{list}[0].ports");
        format!("{path}[1] FieldValueDuplicate duplicate port definition with {path}[0]")
    };
    for (container, init, list) in
        [(&twice, &none, "containers"), (&none, &twice, "initContainers")]
    {
        let taken = format!("spec.{list}[0].ports[1].hostPort {duplicate}");
        assert_eq!(of_pod(true, container, init), [taken, warning(list)]);
        assert_eq!(of_pod(false, container, init), [warning(list)]);
    }
    let too_large = json!([{ "containerPort": 70_000, "hostIP": "::1" }]);
    let problem = "FieldValueInvalid Invalid value: 70000: must be between 1 and 65535, inclusive";
    assert_eq!(
        of_pod(true, &too_large, &none),
        ["containerPort", "hostPort"]
            .map(|name| format!("spec.containers[0].ports[0].{name} {problem}"))
    );
}

#[test]
fn says_what_the_server_says_of_ports() {
    assert_messages([
        ((PORTS, json!([{}])), "Required value"),
        (
            (PORTS, json!([{ "containerPort": 65536 }])),
            "Invalid value: 65536: must be between 1 and 65535, inclusive",
        ),
        (
            (PORTS, json!([{ "containerPort": 80, "protocol": "tcp" }])),
            "Unsupported value: \"tcp\": supported values: \"SCTP\", \"TCP\", \"UDP\"",
        ),
        (
            (
                PORTS,
                json!([{ "containerPort": 80, "hostPort": 80 }, { "containerPort": 81, "hostPort": 80 }]),
            ),
            "Duplicate value: \"TCP//80\"",
        ),
        (
            (PORTS, json!([{ "name": "w", "containerPort": 80, "hostIP": "10.0.0.1" }])),
            "hostIP set without hostPort: {Name:w HostPort:0 ContainerPort:80 Protocol:TCP HostIP:10.0.0.1}",
        ),
    ]);
    for (name, expected) in [
        ("123456789012a-zb", "must be no more than 15 characters"),
        ("w_b", "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)"),
        ("123", "must contain at least one letter (a-z)"),
        ("a--b", "must not contain consecutive hyphens"),
        ("a-", "must not begin or end with a hyphen"),
    ] {
        let ports = json!([{ "name": name, "containerPort": 80 }]);
        let expected = format!("Invalid value: \"{name}\": {expected}");
        assert_messages([((PORTS, ports), expected)]);
    }
    let named = |number: i64| json!([{ "name": "web", "containerPort": number }]);
    assert_eq!(
        super::messages([(INIT_PORTS, named(80)), (PORTS, named(81))]),
        [format!(
            "duplicate port name \"web\" with {POD}.initContainers[0].ports[0], services and probes \
             that select ports by name will use {POD}.initContainers[0].ports[0]"
        )]
    );
    assert_eq!(
        super::messages([
            (HOST_NETWORK, json!(true)),
            (PORTS, json!([{ "containerPort": 80, "hostPort": 81 }])),
        ]),
        ["Invalid value: 81: must match `containerPort` when `hostNetwork` is true"]
    );
}
