//! What is wrong with a manifest, in the words of Kubernetes' `field.Error`.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::ops::Bound;

use serde::Serialize;

use super::path::Path;
use super::quote::{Quoted, QuotedList};
use super::rules::{Rule, Severity};
use super::versions;

/// The most findings of one manifest.
pub const LIMIT: usize = 1000;

/// One thing that is wrong.
#[derive(Debug, Serialize)]
pub struct Finding {
    /// The field.
    pub path: String,
    /// What kind of fault it is.
    pub code: Code,
    /// The rule that is broken.
    pub rule: Rule,
    /// What Kubernetes says, or where it says nothing, what happens.
    pub message: String,
    /// How bad it is.
    pub severity: Severity,
    /// The part of the input that the value comes from, if the input is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What the finding is about, where that is not the field itself.
    #[serde(skip)]
    pub about: Vec<String>,
    /// Whether it is about the Secret and not about the Job.
    #[serde(skip)]
    pub is_of_secret: bool,
}

impl Finding {
    /// A finding of which no more is known.
    pub const fn new(
        path: String,
        code: Code,
        rule: Rule,
        message: String,
        severity: Severity,
    ) -> Self {
        Self {
            path,
            code,
            rule,
            message,
            severity,
            source: None,
            about: Vec::new(),
            is_of_secret: false,
        }
    }
}

/// The kind of a fault: the API server's `details.causes[].reason`, and kinds of our own where it
/// has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Code {
    /// The value is not valid.
    FieldValueInvalid,
    /// The value is missing.
    FieldValueRequired,
    /// The value occurs before.
    FieldValueDuplicate,
    /// The value is not one of the supported ones.
    FieldValueNotSupported,
    /// The value names something that does not exist.
    FieldValueNotFound,
    /// The field may not be set here.
    FieldValueForbidden,
    /// The value is too long.
    FieldValueTooLong,
    /// The list has too many items.
    FieldValueTooMany,
    /// The value has the wrong type.
    FieldValueTypeInvalid,
    /// Kubernetes does not know the field.
    UnknownField,
    /// The object is too large to be stored or sent.
    ObjectTooLarge,
    /// The Job is accepted, and its Pods are refused.
    PodRejected,
    /// Linux cannot start the program.
    ExecLimit,
    /// The kubelet changes the text.
    Expansion,
    /// A secret is readable.
    Exposed,
    /// There are further findings.
    MoreFindings,
}

/// What is validated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A Job.
    Job,
    /// A Pod.
    Pod,
}

impl Subject {
    /// The path of a manifest as a whole, which has none for the API server.
    pub const fn whole(self) -> &'static str {
        match self {
            Self::Job => "job",
            Self::Pod => "pod",
        }
    }
}

/// The findings so far: at most [`LIMIT`], for a manifest can have millions.
#[derive(Debug)]
pub struct Findings {
    /// The kind of manifest.
    subject: Subject,
    /// The findings, in the order in which they were made.
    list: Vec<Finding>,
    /// How many more there are.
    omitted: usize,
    /// How many of those are errors.
    omitted_errors: usize,
    /// How many errors there are in all.
    errors: usize,
    /// How many of those the server only has for the Pods of a Job.
    errors_of_pods: usize,
    /// The paths of values that could not be read.
    left_out: BTreeSet<String>,
}

impl Findings {
    /// None yet.
    pub const fn new(subject: Subject) -> Self {
        Self {
            subject,
            list: Vec::new(),
            omitted: 0,
            omitted_errors: 0,
            errors: 0,
            errors_of_pods: 0,
            left_out: BTreeSet::new(),
        }
    }

    /// What is validated.
    pub const fn subject(&self) -> Subject {
        self.subject
    }

    /// Adds a finding about the manifest as a whole.
    pub fn report_whole(&mut self, rule: Rule, code: Code, message: String) {
        self.report(rule, code, &self.subject.whole(), message);
    }

    /// Adds an error that the server only has for Pods: it accepts a Job that none of its Pods can be
    /// created of.
    pub fn report_for_pod(&mut self, rule: Rule, code: Code, path: &dyn Display, message: String) {
        if self.subject == Subject::Pod {
            return self.report(rule, code, path, message);
        }
        let before = self.errors;
        self.report(rule, Code::PodRejected, path, message);
        self.errors_of_pods += self.errors - before;
    }

    /// Adds a finding, unless it only follows from a value that could not be read.
    pub fn report(&mut self, rule: Rule, code: Code, path: &dyn Display, message: String) {
        let severity = rule.severity();
        let errors = usize::from(severity == Severity::Error);
        if self.list.len() >= LIMIT {
            self.errors += errors;
            self.omitted += 1;
            self.omitted_errors += errors;
            return;
        }
        let path = path.to_string();
        if !self.follows(&path) {
            self.errors += errors;
            self.list.push(Finding::new(path, code, rule, message, severity));
        }
    }

    /// Notes what the findings of `report` are about, where their paths do not name it: the server
    /// leaves the key of a label out.
    pub fn about(&mut self, paths: &[&dyn Display], report: impl FnOnce(&mut Self)) {
        let before = self.list.len();
        report(self);
        for finding in self.list.iter_mut().skip(before) {
            finding.about = paths.iter().map(ToString::to_string).collect();
        }
    }

    /// Counts errors that are not listed.
    pub const fn omit_errors(&mut self, count: usize) {
        self.errors += count;
        self.omitted += count;
        self.omitted_errors += count;
    }

    /// The number of errors so far.
    pub const fn errors(&self) -> usize {
        self.errors
    }

    /// The number of errors so far that the server only has for the Pods of a Job.
    pub const fn errors_of_pods(&self) -> usize {
        self.errors_of_pods
    }

    /// Marks a value that could not be read: the rules take it for unset.
    pub fn leave_out(&mut self, path: String) {
        // Beyond so many, what follows from them is counted too.
        if self.left_out.len() < LIMIT {
            self.left_out.insert(path);
        }
    }

    /// Whether something in the list or the object at `path` could not be read.
    pub fn has_left_out(&self, path: &Path) -> bool {
        if self.left_out.is_empty() {
            return false;
        }
        let path = path.to_string();
        self.left_out
            .range::<str, _>((Bound::Included(&*path), Bound::Unbounded))
            .next()
            .is_some_and(|next| next.starts_with(&path))
            || self.follows(&path)
    }

    /// Whether the value at `path`, or one that it is in, could not be read.
    fn follows(&self, path: &str) -> bool {
        !self.left_out.is_empty()
            && (self.left_out.contains(self.subject.whole())
                || self.left_out.contains(path)
                || path.match_indices(['.', '[']).any(|(end, _)| {
                    path.get(..end).is_some_and(|path| self.left_out.contains(path))
                }))
    }

    /// All of them, sorted by `rank`, in the words of a version, and how many more there are.
    pub fn sorted<R: Ord>(mut self, minor: u32, rank: impl Fn(&str) -> R) -> Vec<Finding> {
        self.list.sort_by_key(|finding| rank(&finding.path));
        for finding in &mut self.list {
            versions::put_in_words_of(minor, &mut finding.message);
        }
        if self.omitted > 0 {
            let has_errors = self.omitted_errors > 0;
            let message = format!(
                "{} more findings, {} of them errors, are not listed",
                self.omitted, self.omitted_errors
            );
            self.list.push(Finding::new(
                self.subject.whole().to_owned(),
                Code::MoreFindings,
                Rule::MORE_FINDINGS,
                message,
                if has_errors { Severity::Error } else { Severity::Warning },
            ));
        }
        self.list
    }

    /// Kubernetes' `field.Invalid`.
    pub fn invalid(&mut self, rule: Rule, path: &Path, value: impl Display, detail: impl Display) {
        let message = format!("Invalid value: {value}: {detail}");
        self.report(rule, Code::FieldValueInvalid, path, message);
    }

    /// [`Self::invalid`] for each problem of a text.
    pub fn problems(
        &mut self,
        rule: Rule,
        path: &Path,
        value: &str,
        problems: impl IntoIterator<Item: Display>,
    ) {
        for problem in problems {
            self.invalid(rule, path, Quoted(value), problem);
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

    /// Kubernetes' `field.Forbidden`.
    pub fn forbidden(&mut self, rule: Rule, path: &Path, detail: impl Display) {
        self.report(rule, Code::FieldValueForbidden, path, format!("Forbidden: {detail}"));
    }

    /// Kubernetes' `field.TooMany`.
    pub fn too_many(&mut self, rule: Rule, path: &Path, count: usize, limit: usize) {
        let message = format!("Too many: {count}: must have at most {limit} items");
        self.report(rule, Code::FieldValueTooMany, path, message);
    }

    /// A warning in the server's words or ours.
    pub fn warn(&mut self, rule: Rule, code: Code, path: &Path, message: impl Display) {
        self.report(rule, code, path, message.to_string());
    }

    /// Kubernetes' `field.TooLong`.
    pub fn too_long(&mut self, rule: Rule, path: &Path, limit: usize) {
        let message = format!("Too long: may not be more than {limit} bytes");
        self.report(rule, Code::FieldValueTooLong, path, message);
    }
}
