//! Cases of a Pod's spec: what is set there, and what is said of it, word for word.

use serde_json::Value;

use super::{Changes, Options, POD, Row, Subject, find, kubernetes, row_with, validate};
use super::{affinities, annotations, contexts, pod_fields, pod_resources, spread, windows};

/// What is set in the Pod's spec, by field or by pointer, with `@labels` and `@annotations` for the
/// template's; and lines of `path rule: message`. The paths are those below the spec. A message that
/// ends with `…` is the start of one.
pub struct Case {
    pod: Value,
    minor: u32,
    expected: Vec<String>,
}

pub fn case(pod: Value, expected: &[&str]) -> Case {
    case_in(36, pod, expected)
}

pub fn case_in(minor: u32, pod: Value, expected: &[&str]) -> Case {
    Case { pod, minor, expected: expected.iter().map(ToString::to_string).collect() }
}

/// One finding or none: an empty message is none.
pub fn either(pod: Value, place: &str, message: &str) -> Case {
    let line = format!("{place}: {message}");
    let expected = if message.is_empty() { None } else { Some(line.as_str()) };
    case(pod, expected.as_slice())
}

impl Case {
    /// What to change in a Job.
    pub fn changes(&self) -> Changes {
        let fields = self.pod.as_object().unwrap();
        let changes = fields.iter().map(|(field, value)| {
            let pointer = field.strip_prefix('@').map_or_else(
                || format!("/spec/template/spec/{field}"),
                |field| format!("/spec/template/metadata/{field}"),
            );
            (&*pointer.leak(), value.clone())
        });
        changes.collect()
    }

    /// The row of the table of rules.
    pub fn row(&self) -> Row {
        let lines: Vec<String> =
            self.expected.iter().map(|line| full(line.split_once(": ").unwrap().0)).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        row_with(kubernetes(self.minor), self.changes(), &lines)
    }

    /// Asserts what is said, in the server's words and order.
    pub fn assert(&self) {
        let found = find(self.changes(), &kubernetes(self.minor));
        let lines: Vec<String> = found
            .iter()
            .map(|finding| format!("{} {}: {}", finding.path, finding.rule.id(), finding.message))
            .collect();
        let is_same = lines.len() == self.expected.len()
            && lines.iter().zip(&self.expected).all(|(line, expected)| {
                let expected = full(expected);
                expected
                    .strip_suffix('…')
                    .map_or(*line == expected, |start| line.starts_with(start))
            });
        assert!(is_same, "{}\n  found    {lines:#?}\n  expected {:#?}", self.pod, self.expected);
    }
}

/// The line with the path of the spec.
fn full(line: &str) -> String {
    match line.strip_prefix('/') {
        Some(line) => line.to_owned(),
        None if line.starts_with(' ') => format!("{POD}{line}"),
        None => format!("{POD}.{line}"),
    }
}

/// What is found in a Pod with this metadata and spec, as lines of `path code`.
pub fn find_in_pod(metadata: &Value, spec: &Value) -> Vec<String> {
    let pod = serde_json::json!({ "metadata": metadata, "spec": spec });
    validate(Subject::Pod, Some(&pod.to_string()), &Options::default())
        .iter()
        .map(|finding| format!("{} {:?}: {}", finding.path, finding.code, finding.message))
        .collect()
}

/// All cases.
pub fn all() -> Vec<Case> {
    let tables = [
        affinities::cases(),
        annotations::cases(),
        contexts::cases(),
        pod_fields::cases(),
        pod_resources::cases(),
        spread::cases(),
        windows::cases(),
    ];
    tables.into_iter().flatten().collect()
}

#[test]
fn says_of_a_pod_what_the_server_says() {
    for case in all() {
        case.assert();
    }
}
