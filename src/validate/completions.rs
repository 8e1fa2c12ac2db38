//! Completions by index: `validateJobSpec` of `pkg/apis/batch/validation`.

use super::finding::{Code, Findings};
use super::names;
use super::path::Path;
use super::quote::{self, Json, Quoted};
use super::rules::Rule;
use super::schema::JobSpec;

/// The most Pods at once of an indexed Job with many completions.
const PARALLELISM_LIMIT: i64 = 100_000;
/// The most failed indexes of a Job.
const FAILED_INDEXES_LIMIT: i64 = 100_000;
/// The number of completions from which on further limits hold.
const MANY_COMPLETIONS: i64 = 100_000;
/// The limit of both for a Job of many completions.
const LIMIT_OF_MANY: i64 = 10_000;

/// The completion mode in which each Pod has an index.
const INDEXED: &str = "Indexed";

/// Whether the Pods of a Job have an index.
pub fn is_indexed(spec: JobSpec) -> bool {
    spec.completion_mode() == Some(INDEXED)
}

/// The number of completions, after `SetDefaults_Job`.
pub fn count(spec: JobSpec) -> Option<i64> {
    spec.completions().or_else(|| spec.parallelism().is_none().then_some(1))
}

/// Checks the mode, and what depends on it.
pub fn check(spec: JobSpec, path: &Path, findings: &mut Findings) {
    match spec.completion_mode() {
        Some(INDEXED) => check_indexed(spec, path, findings),
        None | Some("NonIndexed") => check_others(spec, path, findings),
        Some(mode) => {
            let path = path.field("completionMode");
            let supported = ["NonIndexed", INDEXED];
            findings.not_supported(Rule::COMPLETION_MODE, &path, Json(mode), &supported);
        }
    }
}

/// Checks what only an indexed Job may have.
fn check_indexed(spec: JobSpec, path: &Path, findings: &mut Findings) {
    let completions = count(spec);
    let parallelism = (path.field("parallelism"), spec.parallelism());
    let failed_indexes = (path.field("maxFailedIndexes"), spec.max_failed_indexes());
    if completions.is_none() {
        let detail = "when completion mode is Indexed";
        findings.required(Rule::INDEXED_JOB, &path.field("completions"), detail);
    }
    let detail = "100000 when completion mode is Indexed";
    limit(&parallelism, PARALLELISM_LIMIT, detail, findings);
    limit(&failed_indexes, completions.unwrap_or(i64::MAX), "completions", findings);
    limit(&failed_indexes, FAILED_INDEXES_LIMIT, "100000", findings);
    if completions.is_none_or(|completions| completions <= MANY_COMPLETIONS) {
        return;
    }
    if spec.backoff_limit_per_index().is_some() {
        let (path, number) = &failed_indexes;
        if number.is_none() {
            let detail = "must be specified when completions is above 100000";
            findings.required(Rule::INDEXED_JOB, path, detail);
        }
        let detail =
            "10000 when completions are above 100000 and used with backoff limit per index";
        limit(&parallelism, LIMIT_OF_MANY, detail, findings);
        limit(&failed_indexes, LIMIT_OF_MANY, detail, findings);
    }
    // `WarningsForJobSpec` of `pkg/api/job`.
    if spec.parallelism().is_some_and(|number| number > LIMIT_OF_MANY) {
        let message = "In Indexed Jobs with a number of completions higher than 10^5 and a \
                       parallelism higher than 10^4, Kubernetes might not be able to track \
                       completedIndexes when a big number of indexes fail";
        findings.warn(Rule::INDEXED_TRACKING, Code::FieldValueInvalid, path, message);
    }
}

/// A field's number may not be greater than `most`, which the text names.
fn limit(field: &(Path, Option<i64>), most: i64, text: &str, findings: &mut Findings) {
    let (path, number) = field;
    if let Some(number) = number.filter(|&number| number > most) {
        let detail = format!("must be less than or equal to {text}");
        findings.invalid(Rule::INDEXED_JOB, path, number, detail);
    }
}

/// Checks what a Job that is not indexed may not have.
fn check_others(spec: JobSpec, path: &Path, findings: &mut Findings) {
    let numbers = [
        ("backoffLimitPerIndex", spec.backoff_limit_per_index()),
        ("maxFailedIndexes", spec.max_failed_indexes()),
    ];
    for (field, number) in numbers {
        if let Some(number) = number {
            let detail = "requires indexed completion mode";
            findings.invalid(Rule::BACKOFF_PER_INDEX, &path.field(field), number, detail);
        }
    }
}

/// `ValidateJob`: the index becomes part of the hostname of a Pod.
pub fn check_hostnames(spec: JobSpec, name: &str, findings: &mut Findings) {
    let Some(completions) = count(spec).filter(|&count| is_indexed(spec) && count > 0) else {
        return;
    };
    let hostname = format!("{name}-{}", completions - 1);
    if !names::dns_label(&hostname).is_empty() {
        let detail = format!(
            "will not able to create pod with invalid DNS label: {}",
            quote::start(&hostname)
        );
        findings.invalid(Rule::NAME, &Path::root("metadata.name"), Quoted(name), detail);
    }
}
