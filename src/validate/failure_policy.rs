//! Which failures of Pods count: `validatePodFailurePolicy` of `pkg/apis/batch/validation`.

use std::collections::BTreeSet;

use super::finding::{Code, Findings};
use super::names;
use super::path::Path;
use super::quote::{Json, JsonNumbers, Quoted};
use super::rules::Rule;
use super::schema::{
    JobSpec, PodFailurePolicy, PodFailurePolicyOnExitCodesRequirement,
    PodFailurePolicyOnPodConditionsPattern, PodFailurePolicyRule,
};
use super::value::List;
use super::words;

/// The most rules of a policy.
const RULES_LIMIT: usize = 20;
/// The most exit codes of a rule.
const VALUES_LIMIT: usize = 255;
/// The most Pod conditions of a rule.
const PATTERNS_LIMIT: usize = 20;

/// Checks the policy.
pub fn check(policy: PodFailurePolicy, spec: JobSpec, path: &Path, findings: &mut Findings) {
    let path = path.field("rules");
    if policy.rules().len() > RULES_LIMIT {
        findings.too_many(Rule::FAILURE_POLICY, &path, policy.rules().len(), RULES_LIMIT);
    }
    let pod = spec.template().unwrap_or_default().spec().unwrap_or_default();
    let containers: BTreeSet<&str> = pod
        .containers()
        .iter()
        .chain(pod.init_containers().iter())
        .map(|container| container.name())
        .collect();
    for (index, rule) in policy.rules().iter().enumerate() {
        check_rule(rule, spec, &containers, &path.index(index), findings);
    }
}

/// `validatePodFailurePolicyRule`.
fn check_rule(
    rule: PodFailurePolicyRule,
    spec: JobSpec,
    containers: &BTreeSet<&str>,
    path: &Path,
    findings: &mut Findings,
) {
    let at = path.field("action");
    match rule.action() {
        "" => {
            let detail = r#"valid values: ["Count" "FailIndex" "FailJob" "Ignore"]"#;
            findings.required(Rule::FAILURE_POLICY, &at, detail);
        }
        action @ "FailIndex" if spec.backoff_limit_per_index().is_none() => {
            let detail = "requires the backoffLimitPerIndex to be set";
            findings.invalid(Rule::FAILURE_POLICY, &at, Json(action), detail);
        }
        "Count" | "FailIndex" | "FailJob" | "Ignore" => {}
        action => {
            let supported = ["Count", "FailIndex", "FailJob", "Ignore"];
            findings.not_supported(Rule::FAILURE_POLICY, &at, Json(action), &supported);
        }
    }
    if let Some(codes) = rule.on_exit_codes() {
        check_exit_codes(codes, containers, &path.field("onExitCodes"), findings);
    }
    check_conditions(rule.on_pod_conditions(), &path.field("onPodConditions"), findings);
    let detail = match (rule.on_exit_codes().is_some(), !rule.on_pod_conditions().is_empty()) {
        (true, true) => "specifying both OnExitCodes and OnPodConditions is not supported",
        (false, false) => "specifying one of OnExitCodes and OnPodConditions is required",
        _ => return,
    };
    let message = format!("Invalid value: {detail}");
    findings.report(Rule::FAILURE_POLICY, Code::FieldValueInvalid, path, message);
}

/// `validatePodFailurePolicyRuleOnExitCodes`.
fn check_exit_codes(
    codes: PodFailurePolicyOnExitCodesRequirement,
    containers: &BTreeSet<&str>,
    path: &Path,
    findings: &mut Findings,
) {
    let rule = Rule::FAILURE_POLICY;
    let at = path.field("operator");
    match codes.operator() {
        "" => findings.required(rule, &at, r#"valid values: ["In" "NotIn"]"#),
        "In" | "NotIn" => {}
        operator => findings.not_supported(rule, &at, Json(operator), &["In", "NotIn"]),
    }
    if let Some(name) = codes.container_name().filter(|name| !containers.contains(name)) {
        let detail = "must be one of the container or initContainer names in the pod template";
        findings.invalid(rule, &path.field("containerName"), Quoted(name), detail);
    }
    let values = codes.values();
    let at = path.field("values");
    if values.is_empty() {
        findings.invalid(rule, &at, JsonNumbers(values), "at least one value is required");
    } else if values.len() > VALUES_LIMIT {
        findings.too_many(rule, &at, values.len(), VALUES_LIMIT);
    }
    let mut seen = BTreeSet::new();
    for (index, value) in values.iter().enumerate() {
        let at = at.index(index);
        if codes.operator() == "In" && value == 0 {
            findings.invalid(rule, &at, value, "must not be 0 for the In operator");
        }
        if !seen.insert(value) {
            findings.duplicate(rule, &at, value);
        }
    }
    if !values.iter().is_sorted() {
        findings.invalid(rule, &at, JsonNumbers(values), "must be ordered");
    }
}

/// `validatePodFailurePolicyRuleOnPodConditions`.
fn check_conditions<'a>(
    patterns: List<'a, PodFailurePolicyOnPodConditionsPattern<'a>>,
    path: &Path,
    findings: &mut Findings,
) {
    let rule = Rule::FAILURE_POLICY;
    if patterns.len() > PATTERNS_LIMIT {
        findings.too_many(rule, path, patterns.len(), PATTERNS_LIMIT);
    }
    for (index, pattern) in patterns.iter().enumerate() {
        let path = path.index(index);
        let kind = pattern.type_();
        findings.problems(rule, &path.field("type"), kind, names::label_key(kind));
        // The default is `True`.
        let (status, at) = (pattern.status(), path.field("status"));
        words::check_unless_empty(rule, status, &["False", "True", "Unknown"], &at, findings);
    }
}
