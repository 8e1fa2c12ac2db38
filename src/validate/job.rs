//! The Job: `ValidateJob` of `pkg/apis/batch/validation`.

use k8s_openapi::api::batch::v1::{Job, JobSpec};

use super::finding::{Code, Findings};
use super::labels::{self, Labels};
use super::metadata;
use super::options::Options;
use super::path::Path;
use super::pod;
use super::quote::Quoted;
use super::rules::Rule;

/// The greatest number of seconds whose nanoseconds fit into Go's `time.Duration`.
const LONGEST_DEADLINE: i64 = i64::MAX / 1_000_000_000;

/// Checks a Job.
pub fn check(job: &Job, options: &Options, findings: &mut Findings) {
    metadata::check(&job.metadata, findings);
    let no_spec = JobSpec::default();
    let spec = job.spec.as_ref().unwrap_or(&no_spec);
    let template = &spec.template;
    let name = job.metadata.name.as_deref().unwrap_or_default();
    let no_labels = Labels::new();
    let labels = template
        .metadata
        .as_ref()
        .and_then(|metadata| metadata.labels.as_ref())
        .unwrap_or(&no_labels);
    let is_generated = spec.manual_selector != Some(true);

    if is_generated {
        labels::check_generated(labels, name, findings);
    }
    check_numbers(spec, findings);
    let path = Path::root("spec.template");
    labels::check(labels, &path.field("labels"), findings);
    if is_generated && !labels.contains_key("job-name") {
        // The server adds the name as a label, whose values are shorter than names.
        labels::check_value(name, &path.field("labels"), findings);
    }
    if let Some(annotations) =
        template.metadata.as_ref().and_then(|metadata| metadata.annotations.as_ref())
    {
        metadata::check_annotations(annotations, &path.field("annotations"), findings);
    }
    let no_pod = Default::default();
    let pod = template.spec.as_ref().unwrap_or(&no_pod);
    pod::check(pod, options, &path.field("spec"), findings);
    check_restart_policy(pod.restart_policy.as_deref().unwrap_or_default(), findings);
    if is_generated {
        labels::check_selected(labels, findings);
    }
}

/// `validateJobSpec`: its numbers.
fn check_numbers(spec: &JobSpec, findings: &mut Findings) {
    let path = Path::root("spec");
    let numbers = [
        ("parallelism", spec.parallelism.map(i64::from)),
        ("completions", spec.completions.map(i64::from)),
        ("activeDeadlineSeconds", spec.active_deadline_seconds),
        ("backoffLimit", spec.backoff_limit.map(i64::from)),
        ("ttlSecondsAfterFinished", spec.ttl_seconds_after_finished.map(i64::from)),
    ];
    for (name, number) in numbers {
        if let Some(number) = number.filter(|&number| number < 0) {
            let detail = "must be greater than or equal to 0";
            findings.invalid(Rule::NegativeNumber, &path.field(name), number, detail);
        }
    }
    // `pastActiveDeadline` of `pkg/controller/job`.
    if let Some(seconds) = spec.active_deadline_seconds.filter(|&number| number > LONGEST_DEADLINE)
    {
        let message = format!(
            "Invalid value: {seconds}: over {LONGEST_DEADLINE} seconds, the Job controller takes \
             the deadline for passed at once or for years off"
        );
        let path = path.field("activeDeadlineSeconds");
        findings.report(Rule::DeadlineOverflow, Code::FieldValueInvalid, &path, message);
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
            findings.required(Rule::RestartPolicy, &path, detail);
        }
        _ => {
            let supported = ["OnFailure", "Never"];
            findings.not_supported(Rule::RestartPolicy, &path, Quoted(policy), &supported);
        }
    }
}
