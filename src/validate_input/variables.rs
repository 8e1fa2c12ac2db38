//! The variables of `config.env`, and inherited ones that do not reach the agent.

use std::collections::BTreeSet;

use super::finding::Findings;
use super::path::{item, member};
use super::rules::Rule;
use super::value::Value;
use crate::env::{HOME, Presence, VARIABLES};

/// The path of `config.env`.
const PATH: &str = "ctx.config.env";

/// Whether the run sets a variable of that name.
pub fn is_of_run(name: &str) -> bool {
    VARIABLES.iter().any(|variable| variable.name == name)
}

/// Whether every run sets it.
fn is_always_set(name: &str) -> bool {
    let mut variables = VARIABLES.iter();
    variables.any(|variable| variable.name == name && variable.presence == Presence::Always)
}

/// Checks them.
pub fn check(input: &Value, findings: &mut Findings) {
    let variables = input.at(&["ctx", "config", "env"]);
    if variables.is_object() {
        let inherited = input.at(&["selfPod", "inheritedEnv"]).names_of_texts();
        for (name, value) in variables.entries() {
            check_variable(name, value, &inherited, findings);
        }
    }
    check_hidden(input.at(&["selfPod", "inheritedEnvValueFrom"]), findings);
}

/// A variable of `config.env`.
fn check_variable(name: &str, value: &Value, inherited: &BTreeSet<&str>, findings: &mut Findings) {
    let (rule, message) = match value {
        Value::Text(_) if name == "__proto__" => (
            Rule::SETTING_ITEM,
            "is dropped: an object cannot be given a variable of that name".to_owned(),
        ),
        Value::Text(value) if name == "HOME" && value != HOME => (
            Rule::VARIABLE_FIXED,
            format!(
                "is not passed on: HOME is always {HOME}, where sessions are kept; leave it out"
            ),
        ),
        Value::Text(_) if is_of_run(name) => (
            Rule::VARIABLE_OF_RUN,
            format!("replaces the {name} that the run sets for its agent; leave it out"),
        ),
        Value::Unset | Value::Text(_) => return,
        _ => {
            let instead = if inherited.contains(name) {
                "the inherited value applies"
            } else {
                "the variable is not set"
            };
            let fix = if matches!(value, Value::Number(_) | Value::Boolean(_)) {
                "write the value in quotes"
            } else {
                "write the value as a string"
            };
            let kind = value.kind();
            (
                Rule::SETTING_ITEM,
                format!("must be a string, but it is {kind}: it is dropped and {instead}; {fix}"),
            )
        }
    };
    findings.report(rule, member(PATH, name), message);
}

/// A `valueFrom` entry never overrides a variable that has a value.
fn check_hidden(entries: &Value, findings: &mut Findings) {
    for (index, entry) in entries.items().iter().enumerate() {
        let Some(name) = entry.get("name").text() else {
            continue;
        };
        if name != "HOME" && !is_always_set(name) {
            continue;
        }
        let fix = if name == "PAPERCLIP_API_URL" {
            "give the Deployment a literal value, which is passed on"
        } else {
            "leave it out"
        };
        let message = format!("is left out: {name} always has a value of its own; {fix}");
        findings.report(
            Rule::VARIABLE_HIDDEN,
            item("selfPod.inheritedEnvValueFrom", index),
            message,
        );
    }
}
