//! `config.nodeSelector` and `config.labels`: an object, its JSON text, or lines of `key=value`.

use super::finding::Findings;
use super::path::{absolute, member};
use super::rules::Rule;
use super::settings::dropped_item;
use super::value::Value;
use crate::text::is_white_space;
use crate::validate::Quoted;

/// The prefixes of labels that later adapters reserve.
const RESERVED: [&str; 2] = ["paperclip.io/", "app.kubernetes.io/"];

/// The labels that every Job has.
const BUILT_IN: [&str; 6] = [
    "app.kubernetes.io/managed-by",
    "app.kubernetes.io/component",
    "paperclip.io/agent-id",
    "paperclip.io/run-id",
    "paperclip.io/company-id",
    "paperclip.io/adapter-type",
];

/// The most characters of a line that a message quotes.
const LONGEST: usize = 64;

/// Checks both.
pub fn check(input: &Value, findings: &mut Findings) {
    for setting in ["nodeSelector", "labels"] {
        let path = ["ctx", "config", setting];
        let mut pairs = Pairs { path: absolute(&path), is_labels: setting == "labels", findings };
        match input.at(&path) {
            Value::Text(text) => pairs.check_text(text),
            value if value.is_object() => pairs.check_entries(value.entries()),
            _ => {}
        }
    }
}

/// JavaScript's `trim`.
fn trim(text: &str) -> &str {
    text.trim_matches(|character| u16::try_from(u32::from(character)).is_ok_and(is_white_space))
}

/// One of the two settings.
struct Pairs<'a> {
    /// The setting's path.
    path: String,
    /// Whether it is `labels`.
    is_labels: bool,
    /// What is found.
    findings: &'a mut Findings,
}

impl Pairs<'_> {
    /// Adds a finding about the setting, or about one of its keys.
    fn report(&mut self, rule: Rule, key: Option<&str>, message: String) {
        let path = key.map_or_else(|| self.path.clone(), |key| member(&self.path, key));
        self.findings.report(rule, path, message);
    }

    /// An object.
    fn check_entries(&mut self, entries: &[(String, Value)]) {
        for (key, value) in entries {
            match value {
                Value::Unset => {}
                Value::Text(_) if key == "__proto__" => {
                    let message = "is dropped: an object cannot be given a member of that name";
                    self.report(Rule::SETTING_ITEM, Some(key), message.to_owned());
                }
                Value::Text(_) => self.check_label(key, Some(key), ""),
                _ => self.report(Rule::SETTING_ITEM, Some(key), dropped_item(value)),
            }
        }
    }

    /// Text that is not the JSON text of an object: the glue hands such an object over as one.
    fn check_text(&mut self, text: &str) {
        if trim(text).starts_with(['{', '[', '"']) {
            let message = "is not the JSON text of an object: it is read as lines of key=value, and \
                           what is not such a line is dropped; write an object";
            return self.report(Rule::SETTING_ITEM, None, message.to_owned());
        }
        for (index, line) in text.split('\n').enumerate() {
            self.check_line(index + 1, trim(line));
        }
    }

    /// A line of text.
    fn check_line(&mut self, number: usize, line: &str) {
        if line.is_empty() || line.starts_with('#') {
            return;
        }
        let key = line.split_once('=').map(|(key, _)| trim(key)).unwrap_or_default();
        if key.is_empty() {
            let start = line.char_indices().nth(LONGEST).map_or(line.len(), |(end, _)| end);
            let quoted = Quoted(line.get(..start).unwrap_or_default());
            let fault = if line.starts_with('=') { "has no key" } else { "has no \"=\"" };
            let hint = if line.contains(':') { ", not key: value" } else { "" };
            let message =
                format!("line {number}, {quoted}, {fault} and is dropped; write key=value{hint}");
            self.report(Rule::SETTING_ITEM, None, message);
        } else {
            self.check_label(key, None, &format!("line {number}: "));
        }
    }

    /// A label that replaces a built-in one, or has a prefix that is not the user's.
    fn check_label(&mut self, key: &str, member: Option<&str>, place: &str) {
        if !self.is_labels {
            return;
        }
        if BUILT_IN.contains(&key) {
            let message = format!(
                "{place}replaces the built-in label {key}, by which the server finds its Jobs; use \
                 another key"
            );
            self.report(Rule::LABEL_BUILT_IN, member, message);
        } else if let Some(prefix) = RESERVED.iter().find(|prefix| key.starts_with(**prefix)) {
            let message = format!(
                "{place}the prefix {prefix} is Paperclip's: later adapters refuse it; use a prefix \
                 of your own"
            );
            self.report(Rule::LABEL_PREFIX, member, message);
        }
    }
}
