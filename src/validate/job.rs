//! The Job: `ValidateJob` of `pkg/apis/batch/validation`, after the defaults of `SetDefaults_Job`.

use super::finding::{Code, Findings};
use super::labels::{self, Uid};
use super::options::Options;
use super::path::Path;
use super::quote::{self, Quoted};
use super::rules::Rule;
use super::schema::{Job, JobSpec};
use super::versions::Change;
use super::{
    completions, failure_policy, metadata, names, pod, selector, success_policy, type_meta,
};

/// The greatest number of seconds whose nanoseconds fit into Go's `time.Duration`.
const LONGEST_DEADLINE: i64 = i64::MAX / 1_000_000_000;

/// Checks a Job.
pub fn check(job: Job, options: &Options, findings: &mut Findings) {
    type_meta::check([job.api_version(), job.kind()], ["batch/v1", "Job"], findings);
    let metadata = job.metadata().unwrap_or_default();
    let spec = job.spec().unwrap_or_default();
    let template = spec.template().unwrap_or_default();
    let own_labels = template.metadata().unwrap_or_default().labels();
    let is_generated = spec.manual_selector() != Some(true);
    let uid = Uid::of(metadata);
    let name = metadata::name(metadata);
    let all_labels = labels::of_template(own_labels, is_generated.then_some((&*name, uid)));

    metadata::check(metadata, options, findings);
    if metadata.labels().is_empty() && own_labels.is_set() {
        // `SetDefaults_Job`: the template's labels become the Job's.
        let path = Path::root("metadata.labels");
        labels::check_all(&all_labels, own_labels, &path, findings);
    }
    // `WarningsOnCreate` of `pkg/registry/batch/job`.
    metadata::warn_of_name(&name, "Pod names and hostnames", findings);
    if is_generated {
        labels::check_generated(&all_labels, &name, uid, findings);
        selector::check_generated(spec.selector(), &name, uid, findings);
    }
    check_spec(spec, options, findings);
    let path = Path::root("spec.template");
    labels::check_all(&all_labels, own_labels, &path.field("labels"), findings);
    pod::check_template(template, options, &path, findings);
    check_restart_policy(spec, findings);
    let labels = (is_generated || own_labels.is_set()).then_some(&all_labels);
    selector::check_template(spec.selector(), is_generated.then_some(uid), labels, findings);
    completions::check_hostnames(spec, &name, findings);
}

/// `validateJobSpec`, up to the template.
fn check_spec(spec: JobSpec, options: &Options, findings: &mut Findings) {
    let path = Path::root("spec");
    check_numbers(spec, &path, findings);
    if let Some(manager) = spec.managed_by().filter(|_| options.has(Change::JobManagedBy)) {
        check_manager(manager, &path.field("managedBy"), findings);
    }
    completions::check(spec, &path, findings);
    if let Some(policy) = spec.pod_failure_policy() {
        failure_policy::check(policy, spec, &path.field("podFailurePolicy"), findings);
    }
    if let Some(policy) = spec.success_policy().filter(|_| options.has(Change::JobSuccessPolicy)) {
        success_policy::check(policy, spec, &path.field("successPolicy"), findings);
    }
    check_replacement_policy(spec, &path.field("podReplacementPolicy"), findings);
}

/// `validateJobSpec`: its numbers.
fn check_numbers(spec: JobSpec, path: &Path, findings: &mut Findings) {
    let numbers = [
        ("parallelism", spec.parallelism()),
        ("completions", spec.completions()),
        ("activeDeadlineSeconds", spec.active_deadline_seconds()),
        ("backoffLimit", spec.backoff_limit()),
        ("ttlSecondsAfterFinished", spec.ttl_seconds_after_finished()),
        ("backoffLimitPerIndex", spec.backoff_limit_per_index()),
        ("maxFailedIndexes", spec.max_failed_indexes()),
    ];
    for (name, number) in numbers {
        if let Some(number) = number.filter(|&number| number < 0) {
            let detail = "must be greater than or equal to 0";
            findings.invalid(Rule::NEGATIVE_NUMBER, &path.field(name), number, detail);
        }
    }
    if spec.max_failed_indexes().is_some() && spec.backoff_limit_per_index().is_none() {
        let path = path.field("backoffLimitPerIndex");
        findings.required(Rule::BACKOFF_PER_INDEX, &path, "when maxFailedIndexes is specified");
    }
    if spec.ttl_seconds_after_finished() == Some(0) {
        let message = "Kubernetes deletes the Job the moment it ends, and its status and its log \
                       with it";
        let path = path.field("ttlSecondsAfterFinished");
        findings.warn(Rule::TTL_ZERO, Code::FieldValueInvalid, &path, message);
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

/// `IsDomainPrefixedPath` of `util/validation`, and the length.
fn check_manager(manager: &str, path: &Path, findings: &mut Findings) {
    const LIMIT: usize = 63;
    let rule = Rule::MANAGED_BY;
    match manager.split_once('/') {
        _ if manager.is_empty() => findings.required(rule, path, ""),
        Some((host, rest)) if !host.is_empty() && !rest.is_empty() => {
            findings.problems(rule, path, host, names::dns_subdomain(host));
            findings.problems(rule, path, rest, names::http_path(rest));
        }
        _ => {
            let detail = "must be a domain-prefixed path (such as \"acme.io/foo\")";
            findings.invalid(rule, path, Quoted(manager), detail);
        }
    }
    if manager.len() > LIMIT {
        findings.too_long(rule, path, LIMIT);
    }
}

/// `validatePodReplacementPolicy`.
fn check_replacement_policy(spec: JobSpec, path: &Path, findings: &mut Findings) {
    let supported: &[&str] = match spec.pod_failure_policy() {
        Some(_) => &["Failed"],
        None => &["Failed", "TerminatingOrFailed"],
    };
    if let Some(policy) = spec.pod_replacement_policy()
        && !supported.contains(&policy)
    {
        let rule = Rule::POD_REPLACEMENT_POLICY;
        findings.not_supported(rule, path, quote::Json(policy), supported);
    }
}

/// `validateJobSpec`: a finished Pod of a Job is not started again.
fn check_restart_policy(spec: JobSpec, findings: &mut Findings) {
    let policy = spec.template().unwrap_or_default().spec().unwrap_or_default().restart_policy();
    let path = Path::root("spec.template.spec.restartPolicy");
    let rule = Rule::RESTART_POLICY;
    match policy {
        "Never" => {}
        "OnFailure" if spec.pod_failure_policy().is_none() => {}
        "OnFailure" => {
            let detail = r#"only "Never" is supported when podFailurePolicy is specified"#;
            findings.invalid(rule, &path, Quoted(policy), detail);
        }
        // The default is `Always`.
        "" | "Always" => {
            findings.required(rule, &path, r#"valid values: "OnFailure", "Never""#);
        }
        _ => {
            let supported = ["OnFailure", "Never"];
            findings.not_supported(rule, &path, quote::Json(policy), &supported);
        }
    }
}
