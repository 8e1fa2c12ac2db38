//! What a Job does when its container starts, and what it leaves: limits of all variables together,
//! credentials, and no time to live.

use serde_json::{Value, json};

use super::{CONTAINER, ENV, Options, Row, at, row, row_with};

pub fn rows() -> Vec<Row> {
    let mut rows = totals();
    rows.extend(credentials());
    for (seconds, rule) in [(0, "ttl-zero"), (1, ""), (300, "")] {
        let path = "spec.ttlSecondsAfterFinished";
        rows.push(at("/spec/ttlSecondsAfterFinished", seconds, path, rule));
    }
    rows
}

/// `A` has 131,069 bytes at most; each variable adds its name, `=`, a NUL and a pointer.
fn totals() -> Vec<Row> {
    const LIMIT: usize = 2_097_152;
    const OVERHEAD: usize = "A=".len() + 9;
    let value = |path: &str, rule: &str| format!("{CONTAINER}.{path} {rule}");
    let expanded = value("env[1].value", "expansion-value");
    let over = value("env", "exec-limit-total");
    let entries = |length: usize, count: usize| -> Value {
        let (first, rest) = ("a".repeat(length), "$(A)".repeat(count));
        json!([{ "name": "A", "value": first }, { "name": "B", "value": rest }])
    };
    // Sixteen copies: the original and fifteen in `B`.
    let largest = (LIMIT - 2 * OVERHEAD) / 17;
    let rest = (LIMIT - 2 * OVERHEAD) % 17;
    let command = |length: usize| json!(["a".repeat(length)]);
    vec![
        row([(ENV, entries(largest, 16))], &[&expanded]),
        row([(ENV, entries(largest + 1, 16))], &[&over, &expanded]),
        // An argument has a NUL and a pointer too.
        row(
            [(ENV, entries(largest - 1, 16)), (super::COMMAND, command(17 + rest - 9))],
            &[&expanded],
        ),
        row(
            [(ENV, entries(largest - 1, 16)), (super::COMMAND, command(18 + rest - 9))],
            &[&over, &expanded],
        ),
        row(
            [(ENV, entries(largest - 1, 16)), (super::ARGS, command(18 + rest - 9))],
            &[&over, &expanded],
        ),
    ]
}

fn credentials() -> Vec<Row> {
    let secrets = || Options { reports_secrets: true, ..Options::default() };
    let path = format!("{CONTAINER}.env[0].value secret-literal");
    let entry = |name: &str, value: &str| [(ENV, json!([{ "name": name, "value": value }]))];
    let by_reference = json!([
        { "name": "TOKEN", "valueFrom": { "secretKeyRef": { "name": "s", "key": "k" } } },
    ]);
    vec![
        row_with(secrets(), entry("GITHUB_TOKEN", "ghp_4711"), &[&path]),
        row_with(secrets(), entry("DB", "postgres://user:password@host"), &[&path]),
        row_with(secrets(), entry("MAX_TOKENS", "64000"), &[]),
        row_with(secrets(), entry("GITHUB_TOKEN", ""), &[]),
        row_with(secrets(), entry("PAPERCLIP_API_KEY", "run-token"), &[]),
        row_with(secrets(), [(ENV, by_reference)], &[]),
        row(entry("GITHUB_TOKEN", "ghp_4711"), &[]),
    ]
}
