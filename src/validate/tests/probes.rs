use serde_json::{Value, json};

use super::{CONTAINER, POD, Row, assert_messages, at, inside, kubernetes, row, row_with};

const LIVENESS: &str = "/spec/template/spec/containers/0/livenessProbe";
const READINESS: &str = "/spec/template/spec/containers/0/readinessProbe";
const STARTUP: &str = "/spec/template/spec/containers/0/startupProbe";
const LIFECYCLE: &str = "/spec/template/spec/containers/0/lifecycle";
const PRE_STOP: &str = "/spec/template/spec/containers/0/lifecycle/preStop";
const GRACE_PERIOD: &str = "/spec/template/spec/terminationGracePeriodSeconds";

/// The probes of a container and where they are.
const PROBES: [(&str, &str); 3] =
    [("livenessProbe", LIVENESS), ("readinessProbe", READINESS), ("startupProbe", STARTUP)];

pub fn rows() -> Vec<Row> {
    let mut rows = handlers();
    rows.extend(actions());
    rows.extend(numbers());
    rows.extend(sleeps());
    rows
}

/// A handler that is fine.
fn handler(name: &str) -> Value {
    match name {
        "exec" => json!({ "command": ["true"] }),
        "sleep" => json!({ "seconds": 1 }),
        _ => json!({ "port": 80 }),
    }
}

/// Handlers of a probe or a hook, each alone and each before the next.
fn handlers() -> Vec<Row> {
    const OF_PROBES: [&str; 4] = ["exec", "httpGet", "tcpSocket", "grpc"];
    const OF_HOOKS: [&str; 4] = ["exec", "httpGet", "tcpSocket", "sleep"];
    let mut rows = Vec::new();
    let mut add = |pointer: &'static str, field: &str, names: [&str; 4]| {
        let path = format!("{CONTAINER}.{field}");
        rows.push(at(pointer, json!({}), &path, "handler"));
        for (index, name) in names.into_iter().enumerate() {
            rows.push(at(pointer, json!({ name: handler(name) }), "", ""));
            // Of two handlers, only the first is looked into.
            for other in names.into_iter().skip(index + 1) {
                let both = json!({ name: handler(name), other: {} });
                rows.push(at(pointer, both, &format!("{path}.{other}"), "handler"));
            }
        }
    };
    for (field, pointer) in PROBES {
        add(pointer, field, OF_PROBES);
    }
    add(PRE_STOP, "lifecycle.preStop", OF_HOOKS);
    add("/spec/template/spec/containers/0/lifecycle/postStart", "lifecycle.postStart", OF_HOOKS);
    rows.push(at(LIFECYCLE, json!({}), "", ""));
    // A handler that cannot be read is one.
    let path = format!("{CONTAINER}.livenessProbe.exec field-type");
    rows.push(row([(LIVENESS, json!({ "exec": "true" }))], &[&path]));
    rows
}

fn actions() -> Vec<Row> {
    let mut rows = Vec::new();
    let mut add = |probe: Value, field: &str, rule: &str| {
        rows.push(inside(LIVENESS, probe, &format!("livenessProbe.{field}"), rule));
    };
    add(json!({ "exec": {} }), "exec.command", "handler-command");
    add(json!({ "exec": { "command": [] } }), "exec.command", "handler-command");
    for (port, rule) in [
        (json!(null), "handler-port"),
        (json!(0), "handler-port"),
        (json!(1), ""),
        (json!(65_535), ""),
        (json!(65_536), "handler-port"),
        (json!("web"), ""),
        (json!("80"), "handler-port"),
    ] {
        for name in ["httpGet", "tcpSocket", "grpc"] {
            if name != "grpc" || !port.is_string() {
                add(json!({ name: { "port": port } }), &format!("{name}.port"), rule);
            }
        }
    }
    for (scheme, rule) in [
        ("", ""),
        ("HTTP", ""),
        ("HTTPS", ""),
        ("http", "handler-scheme"),
        ("TCP", "handler-scheme"),
    ] {
        let probe = json!({ "httpGet": { "port": 80, "scheme": scheme } });
        add(probe, "httpGet.scheme", rule);
    }
    for (name, rule) in [
        ("X-Header-1", ""),
        ("-", ""),
        ("", "handler-header"),
        ("a b", "handler-header"),
        ("a_b", "handler-header"),
        ("ä", "handler-header"),
    ] {
        let headers = json!([{ "name": "Host", "value": "h" }, { "name": name, "value": "v" }]);
        let probe = json!({ "httpGet": { "port": 80, "httpHeaders": headers } });
        add(probe, "httpGet.httpHeaders", rule);
    }
    rows
}

fn numbers() -> Vec<Row> {
    let with = |field: &str, number: i64| json!({ "tcpSocket": { "port": 80 }, field: number });
    let mut rows = Vec::new();
    for (probe, pointer) in PROBES {
        let mut add = |field: &str, number: i64, rules: &[&str]| {
            let lines: Vec<String> =
                rules.iter().map(|rule| format!("{CONTAINER}.{probe}.{field} {rule}")).collect();
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            rows.push(row([(pointer, with(field, number))], &lines));
        };
        for field in ["initialDelaySeconds", "timeoutSeconds", "periodSeconds", "failureThreshold"]
        {
            add(field, -1, &["probe-number"]);
            add(field, 0, &[]);
            add(field, 5, &[]);
        }
        let is_readiness = probe == "readinessProbe";
        let once: &[&str] = if is_readiness { &[] } else { &["probe-success-threshold"] };
        add("successThreshold", -1, &[&["probe-number"], once].concat());
        add("successThreshold", 0, &[]);
        add("successThreshold", 1, &[]);
        add("successThreshold", 2, once);
        let period = "probe-grace-period";
        let never: &[&str] = if is_readiness { &[period] } else { &[] };
        add("terminationGracePeriodSeconds", -1, &[&[period], never].concat());
        add("terminationGracePeriodSeconds", 0, &[&[period], never].concat());
        add("terminationGracePeriodSeconds", 1, never);
    }
    rows
}

fn sleeps() -> Vec<Row> {
    let sleep = |seconds: i64| json!({ "sleep": { "seconds": seconds } });
    let line = format!("{CONTAINER}.lifecycle.preStop.sleep hook-sleep");
    let mut rows = vec![inside(PRE_STOP, json!({ "sleep": {} }), "", "")];
    for (seconds, period, is_fine) in [
        (-1, None, false),
        (0, None, true),
        (30, None, true),
        (31, None, false),
        (31, Some(31), true),
        (5, Some(4), false),
    ] {
        let mut changes = vec![(PRE_STOP, sleep(seconds))];
        changes.extend(period.map(|period| (GRACE_PERIOD, json!(period))));
        let expected: &[&str] = if is_fine { &[] } else { &[&line] };
        rows.push(row(changes, expected));
    }
    rows.push(row_with(kubernetes(32), [(PRE_STOP, sleep(0))], &[&line]));
    rows.push(row_with(kubernetes(32), [(PRE_STOP, sleep(1))], &[]));
    rows.push(row_with(kubernetes(33), [(PRE_STOP, sleep(0))], &[]));
    rows
}

#[test]
fn says_what_the_server_says_of_handlers() {
    assert_messages([
        ((LIVENESS, json!({})), "Required value: must specify a handler type"),
        (
            (LIVENESS, json!({ "tcpSocket": { "port": 80 }, "grpc": { "port": 80 } })),
            "Forbidden: may not specify more than 1 handler type",
        ),
        ((LIVENESS, json!({ "exec": {} })), "Required value"),
        (
            (LIVENESS, json!({ "tcpSocket": { "port": 0 } })),
            "Invalid value: 0: must be between 1 and 65535, inclusive",
        ),
        (
            (LIVENESS, json!({ "tcpSocket": { "port": "80" } })),
            "Invalid value: \"80\": must contain at least one letter (a-z)",
        ),
        (
            (LIVENESS, json!({ "httpGet": { "port": 80, "scheme": "<" } })),
            "Unsupported value: \"\\u003c\": supported values: \"HTTP\", \"HTTPS\"",
        ),
        (
            (LIVENESS, json!({ "httpGet": { "port": 80, "httpHeaders": [{ "name": "a b" }] } })),
            "Invalid value: \"a b\": a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', regex used for validation is '[-A-Za-z0-9]+')",
        ),
        (
            (PRE_STOP, json!({ "sleep": { "seconds": 31 } })),
            "Invalid value: 31: must be non-negative and less than terminationGracePeriodSeconds (30)",
        ),
    ]);
    let changes = vec![(PRE_STOP, json!({ "sleep": { "seconds": 0 } }))];
    let message = "Invalid value: 0: must be greater than 0 and less than \
                   terminationGracePeriodSeconds (30)";
    let gate = ". Enable AllowPodLifecycleSleepActionZeroValue feature gate for zero sleep.";
    for (minor, expected) in [(31, message.to_owned()), (32, format!("{message}{gate}"))] {
        let finding = super::find(changes.clone(), &kubernetes(minor)).remove(0);
        assert_eq!(finding.message, expected);
    }
}

#[test]
fn says_what_the_server_says_of_probes() {
    let with = |field: &str, number: i64| json!({ "tcpSocket": { "port": 80 }, field: number });
    assert_messages([
        (
            (LIVENESS, with("timeoutSeconds", -1)),
            "Invalid value: -1: must be greater than or equal to 0",
        ),
        ((LIVENESS, with("successThreshold", 2)), "Invalid value: 2: must be 1"),
        (
            (LIVENESS, with("terminationGracePeriodSeconds", 0)),
            "Invalid value: 0: must be greater than 0",
        ),
        (
            (READINESS, with("terminationGracePeriodSeconds", 1)),
            "Invalid value: 1: must not be set for readinessProbes",
        ),
    ]);
}

#[test]
fn an_init_container_is_probed_if_it_is_a_sidecar() {
    const INIT: &str = "/spec/template/spec/initContainers/0/restartPolicy";
    let fields = ["lifecycle/preStop", "livenessProbe", "readinessProbe", "startupProbe"];
    for field in fields {
        let pointer = format!("/spec/template/spec/initContainers/0/{field}").leak();
        let path = format!("{POD}.initContainers[0].{}", field.replace('/', "."));
        let of_sidecar =
            super::find(vec![(INIT, json!("Always")), (pointer, json!({}))], &kubernetes(36));
        let lines = of_sidecar.iter().map(|finding| (&*finding.path, &*finding.message));
        assert_eq!(
            lines.collect::<Vec<_>>(),
            [(&*path, "Required value: must specify a handler type")]
        );
        for policy in [json!(null), json!("Never"), json!("OnFailure")] {
            let of_other = super::find(vec![(INIT, policy), (pointer, json!({}))], &kubernetes(36));
            let lines = of_other.iter().map(|finding| (&*finding.path, &*finding.message));
            let detail =
                "Forbidden: may not be set for init containers without restartPolicy=Always";
            assert_eq!(lines.collect::<Vec<_>>(), [(path.trim_end_matches(".preStop"), detail)]);
        }
    }
}
