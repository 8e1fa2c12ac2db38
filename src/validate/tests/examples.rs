//! The example of each rule breaks it.

use serde_json::{Map, Value};

use super::{Options, Subject, fine, put, validate};
use crate::validate::rules::Rule;

/// Rules whose examples are too large for the table, or that JSON cannot have.
const WITHOUT: [Rule; 5] = [
    Rule::FIELD_JSON,
    Rule::FIELD_DEPTH,
    Rule::MORE_FINDINGS,
    Rule::OBJECT_SIZE,
    Rule::REQUEST_SIZE,
];

/// The value with each `{"$repeat": text, "$times": count}` replaced by that text.
fn written_out(value: Value) -> Value {
    match value {
        Value::Object(members) => match (members.get("$repeat"), members.get("$times")) {
            (Some(text), Some(times)) => {
                let times = usize::try_from(times.as_u64().unwrap()).unwrap();
                text.as_str().unwrap().repeat(times).into()
            }
            _ => members.into_iter().map(|(key, value)| (key, written_out(value))).collect(),
        },
        Value::Array(items) => items.into_iter().map(written_out).collect(),
        other => other,
    }
}

fn options(example: &mut Map<String, Value>) -> Options {
    let given = example.remove("options").unwrap_or_default();
    let version = given["kubernetes"].as_str().unwrap_or("1.36");
    Options {
        minor: version.strip_prefix("1.").unwrap().parse().unwrap(),
        is_restricted: given["podSecurity"] == "restricted",
        reports_secrets: given["secrets"] == true,
        prompt_secret: example.remove("promptSecret").map(|secret| written_out(secret).to_string()),
        ..Options::default()
    }
}

#[test]
fn each_example_breaks_its_rule() {
    for (rule, example) in Rule::all() {
        if WITHOUT.contains(&rule) {
            assert_eq!(example, "", "{rule:?}");
            continue;
        }
        let mut example: Map<String, Value> =
            serde_json::from_str(example).unwrap_or_else(|error| panic!("{rule:?}: {error}"));
        let options = options(&mut example);
        let mut job = fine();
        for (pointer, value) in example {
            put(&mut job, &pointer, written_out(value));
        }
        let found = validate(Subject::Job, Some(&job.to_string()), &options);
        let rules: Vec<Rule> = found.iter().map(|finding| finding.rule).collect();
        assert!(rules.contains(&rule), "{rule:?}: {rules:?}");
    }
}
