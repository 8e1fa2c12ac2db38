//! Tolerations: `ValidateTolerations` of `pkg/apis/core/validation`.

use k8s_openapi::api::core::v1::Toleration;

use super::finding::{Code, Findings};
use super::names;
use super::options::Options;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;

const OPERATORS: [&str; 2] = ["Equal", "Exists"];
const EFFECTS: [&str; 3] = ["NoSchedule", "PreferNoSchedule", "NoExecute"];

/// Checks the tolerations of a Pod.
pub fn check(tolerations: &[Toleration], options: &Options, list: &Path, findings: &mut Findings) {
    for (index, toleration) in tolerations.iter().enumerate() {
        check_toleration(toleration, options, &list.index(index), findings);
    }
}

fn check_toleration(
    toleration: &Toleration,
    options: &Options,
    item: &Path,
    findings: &mut Findings,
) {
    let key = toleration.key.as_deref().unwrap_or_default();
    let operator = toleration.operator.as_deref().unwrap_or_default();
    let effect = toleration.effect.as_deref().unwrap_or_default();

    if key.is_empty() {
        if operator != "Exists" {
            let path = item.field("operator");
            let detail = "operator must be Exists when `key` is empty, which means \
                          \"match all values and all keys\"";
            findings.invalid(Rule::TolerationOperator, &path, Quoted(operator), detail);
        }
    } else {
        let complaints = names::label_key(key);
        findings.complaints(Rule::TolerationKey, &item.field("key"), key, complaints);
    }
    let path = item.field("effect");
    if toleration.toleration_seconds.is_some() && effect != "NoExecute" {
        let detail = "effect must be 'NoExecute' when `tolerationSeconds` is set";
        findings.invalid(Rule::TolerationEffect, &path, Quoted(effect), detail);
    }
    let value = toleration.value.as_deref().unwrap_or_default();
    check_operator(operator, value, options, &item.field("operator"), findings);
    if !effect.is_empty() && !EFFECTS.contains(&effect) {
        findings.not_supported(Rule::TolerationEffect, &path, Quoted(effect), &EFFECTS);
    }
}

/// The operator, and the value as it asks for it.
fn check_operator(
    operator: &str,
    value: &str,
    options: &Options,
    path: &Path,
    findings: &mut Findings,
) {
    match operator {
        "" | "Equal" => {
            let complaints = names::label_value(value).join(";");
            if !complaints.is_empty() {
                findings.invalid(Rule::TolerationValue, path, Quoted(value), complaints);
            }
        }
        "Exists" if !value.is_empty() => {
            let detail = "value must be empty when `operator` is 'Exists'";
            findings.invalid(Rule::TolerationValue, path, Quoted(value), detail);
        }
        "Exists" => {}
        "Gt" | "Lt" if options.minor > 36 => {
            let message = format!(
                "Unsupported value: {}: needs the feature gate TaintTolerationComparisonOperators",
                Quoted(operator)
            );
            let code = Code::FieldValueNotSupported;
            findings.report(Rule::TolerationComparison, code, path, message);
        }
        _ => findings.not_supported(Rule::TolerationOperator, path, Quoted(operator), &OPERATORS),
    }
}
