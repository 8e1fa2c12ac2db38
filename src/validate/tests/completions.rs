use serde_json::{Value, json};

use super::{Row, assert_messages, at, row};

const MODE: &str = "/spec/completionMode";
const COMPLETIONS: &str = "/spec/completions";
const PARALLELISM: &str = "/spec/parallelism";
const FAILED: &str = "/spec/maxFailedIndexes";
const BACKOFF: &str = "/spec/backoffLimitPerIndex";

pub fn rows() -> Vec<Row> {
    let indexed = |changes: &[(&'static str, Value)]| {
        let mut all = vec![(MODE, json!("Indexed"))];
        all.extend(changes.iter().cloned());
        all
    };
    let line = |field: &str| format!("spec.{field} indexed-job");
    let mut rows = vec![
        at(MODE, "NonIndexed", "", ""),
        at(MODE, "Indexed", "", ""),
        at(MODE, "indexed", "spec.completionMode", "completion-mode"),
        at(MODE, "", "spec.completionMode", "completion-mode"),
        at(BACKOFF, 1, "spec.backoffLimitPerIndex", "backoff-per-index"),
        row(
            [(FAILED, json!(1))],
            &[
                "spec.backoffLimitPerIndex backoff-per-index",
                "spec.maxFailedIndexes backoff-per-index",
            ],
        ),
        row([(MODE, json!("x")), (BACKOFF, json!(1))], &["spec.completionMode completion-mode"]),
        row(indexed(&[(PARALLELISM, json!(1))]), &[&line("completions")]),
    ];
    let numbers =
        |completions: i64, parallelism: i64, failed: Option<i64>, backoff: Option<i64>| {
            indexed(&[
                (COMPLETIONS, json!(completions)),
                (PARALLELISM, json!(parallelism)),
                (FAILED, json!(failed)),
                (BACKOFF, json!(backoff)),
            ])
        };
    let tracking = "spec indexed-tracking";
    rows.extend([
        row(numbers(100_000, 100_000, Some(100_000), Some(1)), &[]),
        row(numbers(100_000, 100_001, None, None), &[&line("parallelism")]),
        row(numbers(2, 1, Some(2), Some(1)), &[]),
        row(numbers(2, 1, Some(3), Some(1)), &[&line("maxFailedIndexes")]),
        row(
            numbers(100_000, 1, Some(100_001), Some(1)),
            &[&line("maxFailedIndexes"), &line("maxFailedIndexes")],
        ),
        row(numbers(100_001, 10_000, Some(10_000), Some(1)), &[]),
        row(numbers(100_001, 10_000, None, None), &[]),
        row(numbers(100_001, 10_001, None, None), &[tracking]),
        row(numbers(100_001, 1, None, Some(1)), &[&line("maxFailedIndexes")]),
        row(numbers(100_001, 1, Some(10_001), Some(1)), &[&line("maxFailedIndexes")]),
        row(
            numbers(100_001, 10_001, None, Some(1)),
            &[&line("maxFailedIndexes"), &line("parallelism"), tracking],
        ),
        row(
            indexed(&[(COMPLETIONS, json!(100_001)), (BACKOFF, json!(1)), (FAILED, json!(1))]),
            &[],
        ),
        row(numbers(100_001, 10_001, Some(1), Some(1)), &[&line("parallelism"), tracking]),
    ]);
    rows.extend(hostnames());
    rows
}

/// The greatest index becomes part of the hostname.
fn hostnames() -> Vec<Row> {
    let named = |name: &str, mode: &str, completions: i64| {
        [
            ("/metadata/name", json!(name)),
            ("/metadata/generateName", json!("")),
            (MODE, json!(mode)),
            (COMPLETIONS, json!(completions)),
        ]
    };
    let long = "n".repeat(61);
    vec![
        row(named(&long, "Indexed", 10), &[]),
        row(named(&long, "Indexed", 11), &["metadata.name name"]),
        row(named(&long, "NonIndexed", 11), &[]),
        row(named(&long, "Indexed", 0), &[]),
    ]
}

#[test]
fn messages_are_those_of_the_server() {
    assert_messages([
        (
            (MODE, json!("x")),
            "Unsupported value: \"x\": supported values: \"NonIndexed\", \"Indexed\"",
        ),
        ((BACKOFF, json!(1)), "Invalid value: 1: requires indexed completion mode"),
    ]);
}
