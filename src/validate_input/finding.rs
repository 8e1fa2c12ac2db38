//! What is found in an input.

use serde::Serialize;

use super::rules::{Code, Rule};
use crate::validate::Severity;

/// The most findings of one input.
const LIMIT: usize = 1000;

/// One thing that goes wrong.
#[derive(Debug, Serialize)]
pub struct Finding {
    /// Where it is, from the input on.
    pub path: String,
    /// What happens to it.
    pub code: Code,
    /// The rule.
    pub rule: Rule,
    /// What happens instead, and how to write it.
    pub message: String,
    /// How severe it is.
    pub severity: Severity,
}

/// The findings so far: at most [`LIMIT`], for an input can have millions.
#[derive(Default)]
pub struct Findings {
    /// Those that are listed.
    list: Vec<Finding>,
    /// How many are not.
    omitted: usize,
    /// How many of these are errors.
    omitted_errors: usize,
}

impl Findings {
    /// Adds a finding.
    pub fn report(&mut self, rule: Rule, path: String, message: String) {
        if self.list.len() < LIMIT {
            let Rule { code, severity, .. } = rule;
            self.list.push(Finding { path, code, rule, message, severity });
        } else {
            self.omitted += 1;
            self.omitted_errors += usize::from(rule.severity == Severity::Error);
        }
    }

    /// All of them; the last one says how many more there are.
    pub fn into_list(mut self) -> Vec<Finding> {
        if self.omitted > 0 {
            let rule = Rule::MORE_FINDINGS;
            let severity = if self.omitted_errors > 0 { Severity::Error } else { rule.severity };
            self.list.push(Finding {
                path: "input".to_owned(),
                code: rule.code,
                rule,
                message: format!(
                    "{} more findings, {} of them errors, are not listed",
                    self.omitted, self.omitted_errors
                ),
                severity,
            });
        }
        self.list
    }
}
