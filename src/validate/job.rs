//! The Job: `ValidateJob` of `pkg/apis/batch/validation`.

use super::finding::{Code, Findings};
use super::labels;
use super::metadata;
use super::options::Options;
use super::path::Path;
use super::pod;
use super::quote::Quoted;
use super::rules::Rule;
use super::schema::{Job, JobSpec};
use super::type_meta;

/// The greatest number of seconds whose nanoseconds fit into Go's `time.Duration`.
const LONGEST_DEADLINE: i64 = i64::MAX / 1_000_000_000;

/// Checks a Job.
pub fn check(job: Job, options: &Options, findings: &mut Findings) {
    type_meta::check([job.api_version(), job.kind()], ["batch/v1", "Job"], findings);
    let metadata = job.metadata().unwrap_or_default();
    metadata::check(metadata, findings);
    let spec = job.spec().unwrap_or_default();
    let template = spec.template().unwrap_or_default();
    let template_metadata = template.metadata().unwrap_or_default();
    let labels = template_metadata.labels();
    let is_generated = spec.manual_selector() != Some(true);

    let all_labels = labels::with_generated(labels, metadata.name());

    if is_generated {
        labels::check_generated(&all_labels, metadata.name(), findings);
    }
    check_numbers(spec, findings);
    let path = Path::root("spec.template");
    labels::check(labels, &path.field("labels"), findings);
    if is_generated && !labels.contains("job-name") {
        // The server adds the name as a label, whose values are shorter than names.
        labels::check_value(metadata.name(), &path.field("labels"), findings);
    }
    metadata::check_annotations(
        template_metadata.annotations(),
        &path.field("annotations"),
        findings,
    );
    let pod = template.spec().unwrap_or_default();
    pod::check(pod, options, &path.field("spec"), findings);
    check_restart_policy(pod.restart_policy(), findings);
    if is_generated {
        labels::check_selected(&all_labels, findings);
    }
}

/// `validateJobSpec`: its numbers.
fn check_numbers(spec: JobSpec, findings: &mut Findings) {
    let path = Path::root("spec");
    let numbers = [
        ("parallelism", spec.parallelism()),
        ("completions", spec.completions()),
        ("activeDeadlineSeconds", spec.active_deadline_seconds()),
        ("backoffLimit", spec.backoff_limit()),
        ("ttlSecondsAfterFinished", spec.ttl_seconds_after_finished()),
    ];
    for (name, number) in numbers {
        if let Some(number) = number.filter(|&number| number < 0) {
            let detail = "must be greater than or equal to 0";
            findings.invalid(Rule::NEGATIVE_NUMBER, &path.field(name), number, detail);
        }
    }
    // `pastActiveDeadline` of `pkg/controller/job`.
    let deadline = spec.active_deadline_seconds().filter(|&number| number > LONGEST_DEADLINE);
    if let Some(seconds) = deadline {
        let message = format!(
            "Invalid value: {seconds}: over {LONGEST_DEADLINE} seconds, the Job controller takes \
             the deadline for passed at once or for years off"
        );
        let path = path.field("activeDeadlineSeconds");
        findings.warn(Rule::DEADLINE_OVERFLOW, Code::FieldValueInvalid, &path, message);
    }
}

/// `validateJobSpec`: a finished Pod of a Job is not started again.
fn check_restart_policy(policy: &str, findings: &mut Findings) {
    let path = Path::root("spec.template.spec.restartPolicy");
    match policy {
        "Never" | "OnFailure" => {}
        // The default is `Always`.
        "" | "Always" => {
            let detail = r#"valid values: "OnFailure", "Never""#;
            findings.required(Rule::RESTART_POLICY, &path, detail);
        }
        _ => {
            let supported = ["OnFailure", "Never"];
            findings.not_supported(Rule::RESTART_POLICY, &path, Quoted(policy), &supported);
        }
    }
}
