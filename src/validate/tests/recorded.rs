//! All messages of the rows, recorded: a change of a text shows as a difference of `messages.txt`.
//!
//! `RECORD=1 cargo test --lib validate` records them anew.

use std::collections::BTreeSet;
use std::path::Path;

use crate::validate::Finding;

/// A finding without its path, which the row has.
pub fn line(finding: &Finding) -> String {
    let code = serde_json::to_string(&finding.code).unwrap();
    let (rule, severity) = (finding.rule.id(), finding.severity);
    let message = finding.message.escape_debug();
    format!("{rule} {severity:?} {} {message}", code.trim_matches('"'))
}

/// Fails unless these are the recorded ones.
pub fn assert_recorded(lines: &BTreeSet<String>) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/validate/tests/messages.txt");
    let text: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
    if std::env::var_os("RECORD").is_some() {
        std::fs::write(file, text).unwrap();
        return;
    }
    let recorded = std::fs::read_to_string(file).unwrap_or_default();
    let recorded: BTreeSet<String> = recorded.lines().map(str::to_owned).collect();
    let none = Vec::<&String>::new();
    assert_eq!(lines.difference(&recorded).collect::<Vec<_>>(), none, "not recorded");
    assert_eq!(recorded.difference(lines).collect::<Vec<_>>(), none, "recorded, but not found");
}
