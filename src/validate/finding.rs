//! What is wrong with a manifest, in the words of Kubernetes' `field.Error`.

use std::fmt::Display;

use serde::Serialize;

use super::path::Path;
use super::quote::Quoted;
use super::quote::QuotedList;
use super::rules::Rule;

/// One thing that is wrong.
#[derive(Debug, Serialize)]
pub struct Finding {
    /// The field.
    pub path: String,
    /// What kind of fault it is.
    pub code: Code,
    /// The rule that is broken.
    #[serde(serialize_with = "serialize_id")]
    pub rule: Rule,
    /// What Kubernetes says, or where it says nothing, what happens.
    pub message: String,
    /// How bad it is.
    pub severity: Severity,
}

fn serialize_id<S: serde::Serializer>(rule: &Rule, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(rule.id())
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The API server refuses the Job, or the creation of its Pod.
    Error,
    /// It is accepted, but changed or known to fail.
    Warning,
}

/// The kind of a fault: the API server's `details.causes[].reason`, and kinds of our own where it
/// has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Code {
    FieldValueInvalid,
    FieldValueRequired,
    FieldValueDuplicate,
    FieldValueNotSupported,
    FieldValueNotFound,
    FieldValueTooLong,
    FieldValueTypeInvalid,
    UnknownField,
    ObjectTooLarge,
    PodRejected,
    ExecLimit,
    Expansion,
}

/// The findings so far.
#[derive(Debug, Default)]
pub struct Findings(pub Vec<Finding>);

impl Findings {
    /// Adds a finding.
    pub fn report(&mut self, rule: Rule, code: Code, path: &dyn Display, message: String) {
        let severity = rule.severity();
        self.0.push(Finding { path: path.to_string(), code, rule, message, severity });
    }

    /// Whether there is an error among those after the first `count`.
    pub fn has_error_after(&self, count: usize) -> bool {
        self.0.iter().skip(count).any(|finding| finding.severity == Severity::Error)
    }

    /// Kubernetes' `field.Invalid`.
    pub fn invalid(&mut self, rule: Rule, path: &Path, value: impl Display, detail: impl Display) {
        let message = format!("Invalid value: {value}: {detail}");
        self.report(rule, Code::FieldValueInvalid, path, message);
    }

    /// [`Self::invalid`] for each complaint about a text.
    pub fn complaints(
        &mut self,
        rule: Rule,
        path: &Path,
        value: &str,
        complaints: impl IntoIterator<Item: Display>,
    ) {
        for complaint in complaints {
            self.invalid(rule, path, Quoted(value), complaint);
        }
    }

    /// Kubernetes' `field.Required`.
    pub fn required(&mut self, rule: Rule, path: &Path, detail: &str) {
        let separator = if detail.is_empty() { "" } else { ": " };
        let message = format!("Required value{separator}{detail}");
        self.report(rule, Code::FieldValueRequired, path, message);
    }

    /// Kubernetes' `field.Duplicate`.
    pub fn duplicate(&mut self, rule: Rule, path: &Path, value: impl Display) {
        self.report(rule, Code::FieldValueDuplicate, path, format!("Duplicate value: {value}"));
    }

    /// Kubernetes' `field.NotFound`.
    pub fn not_found(&mut self, rule: Rule, path: &Path, value: impl Display) {
        self.report(rule, Code::FieldValueNotFound, path, format!("Not found: {value}"));
    }

    /// Kubernetes' `field.NotSupported`.
    pub fn not_supported(
        &mut self,
        rule: Rule,
        path: &Path,
        value: impl Display,
        supported: &[&str],
    ) {
        let supported = QuotedList(supported);
        let message = format!("Unsupported value: {value}: supported values: {supported}");
        self.report(rule, Code::FieldValueNotSupported, path, message);
    }

    /// Kubernetes' `field.TooLong`.
    pub fn too_long(&mut self, rule: Rule, path: &Path, limit: usize) {
        let message = format!("Too long: may not be more than {limit} bytes");
        self.report(rule, Code::FieldValueTooLong, path, message);
    }
}
