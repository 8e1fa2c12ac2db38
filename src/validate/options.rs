//! How a manifest is looked at.

use serde::Deserialize;

use super::steps::Step;
use super::versions::Change;

/// What the caller wants, and what JavaScript found.
pub struct Options {
    /// The cluster's version of Kubernetes, 1.`minor`.
    pub minor: u32,
    /// Whether the opt-in rules apply.
    pub is_restricted: bool,
    /// Whether credentials that are literal values are reported.
    pub reports_secrets: bool,
    /// The JSON text of the Secret that goes with the Job.
    pub prompt_secret: Option<String>,
    /// What `JSON.stringify` cannot write, and is left out of the texts.
    pub unwritable: Unwritable,
}

/// Values that JSON does not have.
#[derive(Default, Deserialize)]
pub struct Unwritable {
    /// As many as findings are listed.
    pub list: Vec<UnwritableValue>,
    /// How many others there are.
    pub more: usize,
}

/// A value that JSON does not have.
#[derive(Deserialize)]
pub struct UnwritableValue {
    /// The way to it.
    pub steps: Vec<Step>,
    /// What it is.
    pub what: String,
}

impl Options {
    /// Whether the cluster's version has that change.
    pub const fn has(&self, change: Change) -> bool {
        self.minor >= change.since()
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            minor: 36,
            is_restricted: false,
            reports_secrets: false,
            prompt_secret: None,
            unwritable: Unwritable::default(),
        }
    }
}
