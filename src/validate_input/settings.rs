//! Settings of a type that is not read, and those that are read but hardly meant.

use std::collections::BTreeSet;

use super::finding::Findings;
use super::path::{absolute, item};
use super::reads::{Candidate, Expected, Read, Reads};
use super::required;
use super::rules::Rule;
use super::value::Value;
use crate::env::VARIABLES;

/// Under `ctx.config`: what applies where a setting does not count (`{}` is its default), and how
/// to write it. A test demands a row for each setting.
const SETTINGS: &[(&str, &str, &str)] = &[
    ("", "every setting has its default", r#"config: { model: "opus" }"#),
    ("namespace", "the Job goes into {}", r#"namespace: "agents""#),
    ("image", "the Job runs {}", r#"image: "ghcr.io/acme/agent:1.0""#),
    ("imagePullPolicy", "{} applies", r#"imagePullPolicy: "Always""#),
    (
        "serviceAccountName",
        "the namespace's default service account applies",
        r#"serviceAccountName: "agent""#,
    ),
    ("model", "Claude Code's own model applies", r#"model: "opus""#),
    ("effort", "Claude Code's own effort applies", r#"effort: "high""#),
    ("maxTurnsPerRun", "there is no limit of turns", "maxTurnsPerRun: 80"),
    (
        "dangerouslySkipPermissions",
        "permission prompts are skipped",
        "dangerouslySkipPermissions: false",
    ),
    (
        "instructionsFilePath",
        "no file is appended to the system prompt",
        r#"instructionsFilePath: "/paperclip/AGENTS.md""#,
    ),
    ("extraArgs", "no argument is added", r#"extraArgs: ["--add-dir", "/paperclip/shared"]"#),
    ("cwd", "without a workspace, the agent works in {}", r#"cwd: "/paperclip/work""#),
    ("promptTemplate", "the default prompt is sent", r#"promptTemplate: "Go on, {{agent.name}}.""#),
    (
        "bootstrapPromptTemplate",
        "there is no bootstrap section",
        r#"bootstrapPromptTemplate: "Read your instructions.""#,
    ),
    ("timeoutSec", "there is no deadline", "timeoutSec: 3600"),
    (
        "ttlSecondsAfterFinished",
        "the finished Job is kept for {} seconds",
        "ttlSecondsAfterFinished: 3600",
    ),
    ("resources", "all defaults apply", r#"resources: { requests: { cpu: "2" } }"#),
    (
        "resources.requests",
        "the Job requests the defaults",
        r#"resources: { requests: { cpu: "2" } }"#,
    ),
    ("resources.limits", "the default limits apply", r#"resources: { limits: { cpu: "4" } }"#),
    ("resources.requests.cpu", "the Job requests {}", r#"resources: { requests: { cpu: "2" } }"#),
    (
        "resources.requests.memory",
        "the Job requests {}",
        r#"resources: { requests: { memory: "4Gi" } }"#,
    ),
    ("resources.limits.cpu", "the Job is limited to {}", r#"resources: { limits: { cpu: "4" } }"#),
    (
        "resources.limits.memory",
        "the Job is limited to {}",
        r#"resources: { limits: { memory: "8Gi" } }"#,
    ),
    ("nodeSelector", "the Pod may run on any node", r#"nodeSelector: { pool: "agents" }"#),
    (
        "tolerations",
        "the Pod tolerates no taint",
        r#"tolerations: [{ key: "agents", operator: "Exists" }]"#,
    ),
    ("labels", "the Job has no further label", r#"labels: { team: "platform" }"#),
    ("env", "no variable is set", r#"env: { LOG_LEVEL: "info" }"#),
];

/// Outside `ctx.config`: what happens where a value does not count.
const OTHERS: &[(&str, &str)] = &[
    ("ctx.runtime.sessionParams", "no session is resumed by it"),
    ("ctx.runtime.sessionParams.sessionId", "no session is resumed by it"),
    ("ctx.context.paperclipWorkspace", "the agent has no workspace"),
    ("ctx.context.paperclipWake", "the agent does not learn why it was woken"),
    ("ctx.context.paperclipWake.reason", "the prompt does not have it"),
    ("ctx.context.paperclipWake.comments", "the prompt has none of them"),
    ("ctx.context.paperclipSessionHandoffMarkdown", "the prompt has no such section"),
];

/// The path of a setting under `ctx.config`.
fn setting_of<'a>(path: &'a [&'static str]) -> Option<&'a [&'static str]> {
    path.strip_prefix(&["ctx", "config"])
}

/// What applies where a setting does not count, and how to write it.
pub fn effect(reads: &Reads, setting: &str, input: &Value) -> (String, String) {
    let row = SETTINGS.iter().find(|(name, ..)| *name == setting);
    let (_, effect, example) = row.unwrap_or(&("", "nothing happens", ""));
    let read = reads.all().find(|read| {
        read.expected != Expected::Anything
            && setting_of(read.path).is_some_and(|path| path.join(".") == setting)
    });
    let default = read.map_or_else(String::new, |read| default_of(&read, input));
    (effect.replace("{}", &default), (*example).to_owned())
}

/// What applies in place of a value.
fn default_of(read: &Read, input: &Value) -> String {
    let mut default = String::new();
    for candidate in read.otherwise {
        match candidate {
            Candidate::Default(text) => return format!("the default {text}"),
            Candidate::At { path, expected, .. } => {
                default = absolute(path);
                if expected.accepts(input.at(path)) {
                    break;
                }
            }
        }
    }
    default
}

/// Checks each value that counts only if it has a type.
pub fn check(reads: &Reads, input: &Value, findings: &mut Findings) {
    let mut seen = BTreeSet::new();
    for read in reads.all() {
        let value = input.at(read.path);
        if read.expected.is_unset(value) || read.expected.accepts(value) {
            check_number(&read, value, findings);
            check_hidden(&read, value, input, findings);
        } else if !required::throws(read.expected, value) && seen.insert(read.path) {
            report_type(reads, &read, value, input, findings);
        }
        if read.expected == Expected::Texts {
            check_items(&read, value, findings);
        }
    }
}

/// Adds a finding about a value that does not count.
fn report_type(reads: &Reads, read: &Read, value: &Value, input: &Value, findings: &mut Findings) {
    let path = absolute(read.path);
    let (rule, fault) = match (read.expected, value) {
        (Expected::Positive, Value::Number(_)) => {
            (Rule::SETTING_NEGATIVE, "a negative number counts as unset".to_owned())
        }
        _ => (
            Rule::SETTING_TYPE,
            format!("must be {}, but it is {}", read.expected.name(), value.kind()),
        ),
    };
    let message = if let Some(setting) = setting_of(read.path) {
        let (effect, example) = effect(reads, &setting.join("."), input);
        let example = corrected(read, value).unwrap_or(example);
        format!("{fault}: {effect}; write {example}")
    } else if VARIABLES.iter().any(|variable| variable.name == read.name) {
        format!("{fault}: {} is not set from it", read.name)
    } else {
        let effect = OTHERS.iter().find(|(other, _)| *other == path);
        format!("{fault}: {}", effect.map_or("it counts as unset", |(_, effect)| effect))
    };
    findings.report(rule, path, message);
}

/// The setting as it was meant, where its type alone is wrong. Numbers and booleans are not secrets.
fn corrected(read: &Read, value: &Value) -> Option<String> {
    let name = read.path.last()?;
    match (read.expected, value) {
        (Expected::Number | Expected::Positive, Value::Text(text)) => {
            let number: f64 = text.trim().parse().ok()?;
            (number.is_finite() && number > 0.0).then(|| format!("{name}: {number}"))
        }
        (Expected::Flag, Value::Text(text)) => {
            let flag: bool = text.trim().to_lowercase().parse().ok()?;
            Some(format!("{name}: {flag}"))
        }
        (Expected::Flag, Value::Number(number)) => Some(format!("{name}: {}", *number != 0.0)),
        (Expected::Text, Value::Number(number)) => Some(match read.path {
            [.., "resources", side, _] => {
                format!("resources: {{ {side}: {{ {name}: \"{number}\" }} }}")
            }
            _ => format!("{name}: \"{number}\""),
        }),
        _ => None,
    }
}

/// A number that counts, and is hardly meant.
fn check_number(read: &Read, value: &Value, findings: &mut Findings) {
    let is_zero = matches!(value, Value::Number(number) if *number == 0.0);
    if is_zero && read.path.ends_with(&["ttlSecondsAfterFinished"]) {
        let message = "with 0, Kubernetes deletes the Job the moment it ends, and its status and \
                       log with it; leave it out for the default 300, or write \
                       ttlSecondsAfterFinished: 3600";
        findings.report(Rule::TTL_ZERO, absolute(read.path), message.to_owned());
    }
}

/// A value that gives nothing can hide one that would.
fn check_hidden(read: &Read, value: &Value, input: &Value, findings: &mut Findings) {
    if !read.hides || matches!(value, Value::Unset) || read.expected.accepts(value) {
        return;
    }
    for candidate in read.otherwise {
        if let Candidate::At { path, expected, .. } = candidate
            && expected.accepts(input.at(path))
        {
            let message = format!(
                "is not read: {} is set, though blank, and goes before it; leave that out or pass \
                 null",
                absolute(read.path)
            );
            findings.report(Rule::SETTING_ITEM, absolute(path), message);
        }
    }
}

/// The items of a list of strings.
fn check_items(read: &Read, list: &Value, findings: &mut Findings) {
    for (index, value) in list.items().iter().enumerate() {
        if !matches!(value, Value::Unset | Value::Text(_)) {
            let message = dropped_item(value);
            findings.report(Rule::SETTING_ITEM, item(&absolute(read.path), index), message);
        }
    }
}

/// What becomes of an item or a member that is not a string.
pub fn dropped_item(value: &Value) -> String {
    let fix = match value {
        Value::Number(_) | Value::Boolean(_) => "write it in quotes",
        _ => "write a string",
    };
    format!("must be a string, but it is {}: it is dropped; {fix}", value.kind())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_setting_that_is_read_has_its_effect_and_no_other_has() {
        let reads = Reads::get();
        let read: BTreeSet<String> = reads
            .all()
            .filter(|read| read.expected != Expected::Anything)
            .filter_map(|read| setting_of(read.path))
            .map(|path| path.join("."))
            .collect();
        let listed: BTreeSet<String> =
            SETTINGS.iter().map(|(name, ..)| (*name).to_owned()).collect();
        assert_eq!(read, listed);
    }
}
