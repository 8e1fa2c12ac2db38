//! Keys that are not read although their author hopes so.

use super::finding::Findings;
use super::path::member;
use super::reads::Reads;
use super::rules::Rule;
use super::settings;
use super::value::Value;

/// Settings that the rest of the adapter reads.
const ADAPTERS: [&str; 3] = ["graceSec", "kubeconfig", "retainJobs"];

/// Names that other adapters, forms and Kubernetes have for a setting: the name without case and
/// punctuation, and the setting.
const FOREIGN: [(&str, &str); 31] = [
    ("maxturns", "maxTurnsPerRun"),
    ("maxturn", "maxTurnsPerRun"),
    ("turns", "maxTurnsPerRun"),
    ("serviceaccount", "serviceAccountName"),
    ("pullpolicy", "imagePullPolicy"),
    ("timeout", "timeoutSec"),
    ("timeoutseconds", "timeoutSec"),
    ("timeoutms", "timeoutSec"),
    ("activedeadlineseconds", "timeoutSec"),
    ("deadlineseconds", "timeoutSec"),
    ("ttl", "ttlSecondsAfterFinished"),
    ("ttlsec", "ttlSecondsAfterFinished"),
    ("ttlseconds", "ttlSecondsAfterFinished"),
    ("thinkingeffort", "effort"),
    ("reasoningeffort", "effort"),
    ("modelreasoningeffort", "effort"),
    ("skippermissions", "dangerouslySkipPermissions"),
    ("args", "extraArgs"),
    ("arguments", "extraArgs"),
    ("extraarguments", "extraArgs"),
    ("environment", "env"),
    ("envvars", "env"),
    ("workingdir", "cwd"),
    ("workingdirectory", "cwd"),
    ("workdir", "cwd"),
    ("prompt", "promptTemplate"),
    ("bootstrapprompt", "bootstrapPromptTemplate"),
    ("instructionsfile", "instructionsFilePath"),
    ("requests", "resources"),
    ("limits", "resources"),
    ("nodeselectors", "nodeSelector"),
];

/// Longer names are not compared with others.
const LONGEST: usize = 64;

/// The most punctuation of a known name.
const PUNCTUATION: usize = 2;

/// The name without case and punctuation.
fn normal(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|char| char.to_ascii_lowercase()).collect()
}

/// The one of `known` that a name differs little from.
pub fn nearest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    if name.len() > LONGEST {
        return None;
    }
    let name = normal(name);
    // One slip in five letters: short names have many neighbours that mean something else.
    let most = (name.len() / 5).min(2);
    known
        .into_iter()
        .filter(|known| known.len().abs_diff(name.len()) <= most + PUNCTUATION)
        .map(|known| (strsim::osa_distance(&name, &normal(known)), known))
        .filter(|&(distance, _)| distance <= most)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, known)| known)
}

/// Checks the keys of the configuration and of its resources.
pub fn check(reads: &Reads, input: &Value, findings: &mut Findings) {
    let config = input.at(&["ctx", "config"]);
    if !config.is_object() {
        return;
    }
    let known = reads.members(&["ctx", "config"]);
    for (name, value) in config.entries() {
        if !value.is_unset() && !known.contains(&name.as_str()) && !ADAPTERS.contains(&&**name) {
            check_key(reads, &known, name, value, input, findings);
        }
    }
    check_resources(reads, input, findings);
}

/// A key that is not read.
fn check_key(
    reads: &Reads,
    known: &[&'static str],
    name: &str,
    value: &Value,
    input: &Value,
    findings: &mut Findings,
) {
    let normal_name = normal(name.get(..LONGEST).unwrap_or(name));
    let foreign = FOREIGN.iter().find(|(foreign, _)| *foreign == normal_name);
    let (rule, meant) =
        if let Some((owner, inner)) = name.split_once('.').filter(|(owner, _)| is_owner(owner)) {
            return report_flat(reads, name, owner, inner, value, input, findings);
        } else if let Some((_, setting)) = foreign {
            (Rule::SETTING_FOREIGN, *setting)
        } else if let Some(same) = known.iter().find(|known| normal(known) == normal_name) {
            (Rule::SETTING_FOREIGN, *same)
        } else if let Some(near) = nearest(name, known.iter().copied().chain(ADAPTERS)) {
            (Rule::SETTING_MISSPELT, near)
        } else {
            return;
        };
    let message = if ADAPTERS.contains(&meant) {
        format!("is not read; the adapter's setting is {meant}")
    } else {
        let (effect, example) = unless_set(reads, meant, input);
        format!("is not read: {effect}; the setting is {meant}: write {example}")
    };
    findings.report(rule, member("ctx.config", name), message);
}

/// Whether settings are nested in that one.
fn is_owner(name: &str) -> bool {
    matches!(name, "resources" | "env" | "labels" | "nodeSelector")
}

/// What applies of a setting, which may be set.
fn unless_set(reads: &Reads, setting: &str, input: &Value) -> (String, String) {
    let path: Vec<&str> = ["ctx", "config"].into_iter().chain(setting.split('.')).collect();
    let (effect, example) = settings::effect(reads, setting, input);
    let counts =
        reads.all().any(|read| read.path == path && read.expected.accepts(input.at(&path)));
    if counts {
        (format!("{} applies", super::path::absolute(&path)), example)
    } else {
        (effect, example)
    }
}

/// `resources.requests.cpu` as one key.
fn report_flat(
    reads: &Reads,
    name: &str,
    owner: &str,
    inner: &str,
    value: &Value,
    input: &Value,
    findings: &mut Findings,
) {
    let is_quantity =
        |text: &str| text.len() <= 16 && text.starts_with(|first: char| first.is_ascii_digit());
    let written = match value {
        Value::Text(text) if owner == "resources" && is_quantity(text) => text.clone(),
        Value::Number(number) if owner == "resources" => number.to_string(),
        _ => String::new(),
    };
    let (effect, example) = unless_set(reads, name, input);
    let example = match inner.split_once('.') {
        Some((side @ ("requests" | "limits"), resource @ ("cpu" | "memory")))
            if !written.is_empty() =>
        {
            format!("resources: {{ {side}: {{ {resource}: \"{written}\" }} }}")
        }
        _ if !example.is_empty() => example,
        _ => settings::effect(reads, owner, input).1,
    };
    let message = format!("\"{name}\" is not read: {effect}; write {example}");
    findings.report(Rule::SETTING_FLAT, member("ctx.config", name), message);
}

/// Of resources nothing but CPU and memory, requested and limited, is read.
fn check_resources(reads: &Reads, input: &Value, findings: &mut Findings) {
    for owner in [&["resources"][..], &["resources", "requests"], &["resources", "limits"]] {
        let path = [&["ctx", "config"], owner].concat();
        let known = reads.members(&path);
        let value = input.at(&path);
        if !value.is_object() {
            continue;
        }
        for (name, value) in value.entries() {
            if value.is_unset() || known.contains(&name.as_str()) {
                continue;
            }
            let message =
                format!("is not read: of {} only {} are", owner.join("."), known.join(" and "));
            findings.report(
                Rule::SETTING_ITEM,
                member(&super::path::absolute(&path), name),
                message,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_near_and_another_word_is_not() {
        let known = ["timeoutSec", "nodeSelector", "cwd", "env", "model", "image", "labels"];
        let rows = [
            ("timeoutSecs", Some("timeoutSec")),
            ("node_selector", Some("nodeSelector")),
            ("nodeSelecotr", Some("nodeSelector")),
            ("lables", Some("labels")),
            ("Image", Some("image")),
            ("cmd", None),
            ("end", None),
            ("mode", None),
            ("table", None),
            ("command", None),
        ];
        for (name, expected) in rows {
            assert_eq!(nearest(name, known), expected, "{name}");
        }
        assert_eq!(nearest(&"timeoutSec".repeat(100), known), None);
    }
}
