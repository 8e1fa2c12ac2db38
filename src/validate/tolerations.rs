//! Tolerations: `ValidateTolerations` of `pkg/apis/core/validation`.

use super::finding::{Code, Findings};
use super::names;
use super::options::Options;
use super::path::Path;
use super::quote::{Json, Quoted};
use super::rules::Rule;
use super::schema::Toleration;
use super::value::List;
use super::versions::Change;

/// The operators.
const OPERATORS: [&str; 2] = ["Equal", "Exists"];
/// The effects of taints.
const EFFECTS: [&str; 3] = ["NoSchedule", "PreferNoSchedule", "NoExecute"];

/// Checks the tolerations of a Pod.
pub fn check<'a>(
    tolerations: List<'a, Toleration<'a>>,
    options: &Options,
    list: &Path,
    findings: &mut Findings,
) {
    for (index, toleration) in tolerations.iter().enumerate() {
        check_toleration(toleration, options, &list.index(index), findings);
    }
}

/// Checks one toleration.
fn check_toleration(
    toleration: Toleration,
    options: &Options,
    item: &Path,
    findings: &mut Findings,
) {
    let key = toleration.key();
    let operator = toleration.operator();
    let effect = toleration.effect();

    if key.is_empty() {
        if operator != "Exists" {
            let path = item.field("operator");
            let detail = "operator must be Exists when `key` is empty, which means \
                          \"match all values and all keys\"";
            findings.invalid(Rule::TOLERATION_OPERATOR, &path, Json(operator), detail);
        }
    } else {
        let problems = names::label_key(key);
        findings.problems(Rule::TOLERATION_KEY, &item.field("key"), key, problems);
    }
    let path = item.field("effect");
    if toleration.toleration_seconds().is_some() && effect != "NoExecute" {
        let detail = "effect must be 'NoExecute' when `tolerationSeconds` is set";
        findings.invalid(Rule::TOLERATION_EFFECT, &path, Json(effect), detail);
    }
    let value = toleration.value();
    check_operator(operator, value, options, &item.field("operator"), findings);
    if !effect.is_empty() && !EFFECTS.contains(&effect) {
        findings.not_supported(Rule::TOLERATION_EFFECT, &path, Json(effect), &EFFECTS);
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
            let problems = names::label_value(value).join(";");
            if !problems.is_empty() {
                findings.invalid(Rule::TOLERATION_VALUE, path, Quoted(value), problems);
            }
        }
        "Exists" if !value.is_empty() => {
            let detail = "value must be empty when `operator` is 'Exists'";
            findings.invalid(Rule::TOLERATION_VALUE, path, Quoted(value), detail);
        }
        "Exists" => {}
        "Gt" | "Lt" if options.has(Change::ComparingTolerations) => {
            let message = format!(
                "Unsupported value: {}: needs the feature gate TaintTolerationComparisonOperators",
                Json(operator)
            );
            let code = Code::FieldValueNotSupported;
            findings.warn(Rule::TOLERATION_COMPARISON, code, path, message);
        }
        "Gt" | "Lt" if options.has(Change::NamedComparisons) => {
            let supported = ["Equal", "Exists", "Lt", "Gt"];
            findings.not_supported(Rule::TOLERATION_OPERATOR, path, Json(operator), &supported);
        }
        _ => findings.not_supported(Rule::TOLERATION_OPERATOR, path, Json(operator), &OPERATORS),
    }
}
