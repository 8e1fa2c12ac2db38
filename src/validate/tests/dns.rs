use serde_json::{Value, json};

use super::{POD, Row, assert_messages, at, kubernetes, row_with};

const DNS: &str = "/spec/template/spec/dnsConfig";

pub fn rows() -> Vec<Row> {
    let mut rows = dns();
    rows.extend(versions());
    rows
}

fn dns() -> Vec<Row> {
    const SERVERS: &str = "dns-nameservers";
    const SEARCHES: &str = "dns-searches";
    let servers = |list: &[&str]| json!({ "nameservers": list });
    let searches =
        |count: usize, length: usize| json!({ "searches": vec!["s".repeat(length); count] });
    let options = |name: Value| json!({ "options": [{ "name": name, "value": "2" }] });
    // 31 of 65 characters and a space between them are 2,045.
    let mut full = vec!["s".repeat(65); 31];
    full.push("ss".to_owned());
    let mut rows: Vec<Row> = [
        (servers(&["1.1.1.1", "2001:db8::1", "8.8.8.8"]), "nameservers", ""),
        (servers(&["1.1.1.1", "1.1.1.2", "1.1.1.3", "1.1.1.4"]), "nameservers", SERVERS),
        (servers(&["dns.google"]), "nameservers[0]", SERVERS),
        (servers(&["1.1.1.1", ""]), "nameservers[1]", SERVERS),
        (servers(&["010.0.0.1"]), "nameservers[0]", SERVERS),
        (servers(&["::ffff:1.2.3.4"]), "nameservers[0]", SERVERS),
        (servers(&["fe80::1%eth0"]), "nameservers[0]", SERVERS),
        (servers(&["2001:DB8::1"]), "nameservers[0]", "ip-form"),
        (searches(32, 10), "searches", ""),
        (searches(33, 10), "searches", SEARCHES),
        (json!({ "searches": full }), "searches", ""),
        (
            json!({ "searches": full.iter().map(|s| format!("{s}s")).collect::<Vec<_>>() }),
            "searches",
            SEARCHES,
        ),
        (json!({ "searches": ["a.b.", "svc.cluster.local"] }), "searches", ""),
        (json!({ "searches": ["A"] }), "searches[0]", SEARCHES),
        (json!({ "searches": [""] }), "searches[0]", SEARCHES),
        (searches(1, 253), "searches", ""),
        (searches(1, 254), "searches[0]", SEARCHES),
        (options(json!("ndots")), "options[0]", ""),
        (options(json!("")), "options[0]", "dns-options"),
        (options(json!(null)), "options[0]", "dns-options"),
    ]
    .map(|(config, path, rule)| at(DNS, config, &format!("{POD}.dnsConfig.{path}"), rule))
    .into();
    let policy = "/spec/template/spec/dnsPolicy";
    rows.push(at(policy, "None", &format!("{POD}.dnsConfig"), SERVERS));
    rows.push(at(policy, "ClusterFirst", "", ""));
    rows
}

fn versions() -> Vec<Row> {
    let mut rows = Vec::new();
    for domain in ["_tcp.example", "a_b", "."] {
        let config = json!({ "searches": [domain] });
        rows.push(row_with(kubernetes(33), [(DNS, config.clone())], &[]));
        let line = format!("{POD}.dnsConfig.searches[0] dns-searches");
        rows.push(row_with(kubernetes(32), [(DNS, config)], &[&line]));
    }
    rows
}

#[test]
fn says_what_the_server_says() {
    assert_messages([
        (
            (DNS, json!({ "nameservers": ["1.1.1.1", "1.1.1.2", "1.1.1.3", "1.1.1.4"] })),
            "Invalid value: [\"1.1.1.1\",\"1.1.1.2\",\"1.1.1.3\",\"1.1.1.4\"]: must not have more than 3 nameservers",
        ),
        (
            (DNS, json!({ "nameservers": ["dns.google"] })),
            "Invalid value: \"dns.google\": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)",
        ),
        (
            (DNS, json!({ "nameservers": ["010.0.0.1"] })),
            "Invalid value: \"010.0.0.1\": must not have leading 0s",
        ),
        ((DNS, json!({ "options": [{}] })), "Required value: must not be empty"),
    ]);
}
