//! Selectors of labels: `ValidateLabelSelector` of `apimachinery/pkg/apis/meta/v1/validation`, and the
//! Job's own, which has to select its Pods.

use std::collections::BTreeMap;

use super::finding::Findings;
use super::labels::{self, Labels, Uid};
use super::names;
use super::path::Path;
use super::quote::{Json, JsonItems, JsonList, JsonOption};
use super::rules::Rule;
use super::schema::{LabelSelector, LabelSelectorRequirement};

/// `ValidateLabelSelector`.
pub fn check(rule: Rule, selector: LabelSelector, path: &Path, findings: &mut Findings) {
    labels::check([rule, rule], selector.match_labels(), &path.field("matchLabels"), findings);
    let list = path.field("matchExpressions");
    for (index, expression) in selector.match_expressions().iter().enumerate() {
        check_requirement(rule, expression, &list.index(index), findings);
    }
}

/// `ValidateLabelSelectorRequirement`.
fn check_requirement(
    rule: Rule,
    expression: LabelSelectorRequirement,
    path: &Path,
    findings: &mut Findings,
) {
    let values = expression.values();
    let at = path.field("values");
    match expression.operator() {
        "In" | "NotIn" if values.is_empty() => {
            let detail = "must be specified when `operator` is 'In' or 'NotIn'";
            findings.required(rule, &at, detail);
        }
        "Exists" | "DoesNotExist" if !values.is_empty() => {
            let detail = "may not be specified when `operator` is 'Exists' or 'DoesNotExist'";
            findings.forbidden(rule, &at, detail);
        }
        "In" | "NotIn" | "Exists" | "DoesNotExist" => {}
        operator => {
            let detail = "not a valid selector operator";
            findings.invalid(rule, &path.field("operator"), Json(operator), detail);
        }
    }
    let key = expression.key();
    findings.problems(rule, &path.field("key"), key, names::label_key(key));
    for (index, value) in values.iter().enumerate() {
        findings.problems(rule, &at.index(index), value, names::label_value(value));
    }
}

/// `validateGeneratedSelector`: what the caller asks for has to be true of the labels that the server
/// gives.
pub fn check_generated(
    selector: Option<LabelSelector>,
    job_name: &str,
    uid: Uid,
    findings: &mut Findings,
) {
    let generated = labels::generated(job_name, uid).into();
    if let Some(selector) = selector
        && matches(selector, Some(uid), &generated) == Some(false)
    {
        let detail = "`selector` not auto-generated";
        let value = json(selector, Some(uid));
        findings.invalid(Rule::SELECTOR, &Path::root("spec.selector"), value, detail);
    }
}

/// `ValidateJobSpec`: the selector, with the id that the server adds to it, and the template's labels,
/// if it has any.
pub fn check_template(
    selector: Option<LabelSelector>,
    generated: Option<Uid>,
    labels: Option<&BTreeMap<&str, &str>>,
    findings: &mut Findings,
) {
    let path = Path::root("spec.selector");
    let none = BTreeMap::new();
    let all = labels.unwrap_or(&none);
    let is_match = match selector {
        Some(selector) => {
            check(Rule::SELECTOR, selector, &path, findings);
            matches(selector, generated, all)
        }
        None if generated.is_some() => matches(LabelSelector::default(), generated, all),
        None => {
            findings.required(Rule::SELECTOR, &path, "");
            Some(false)
        }
    };
    if is_match == Some(false) {
        let path = Path::root("spec.template.metadata.labels");
        let detail = "`selector` does not match template `labels`";
        // Labels that the server would have set to something else.
        let is_own = selector.is_none() && generated.is_some();
        let rule = if is_own { Rule::LABEL_RESERVED } else { Rule::SELECTOR };
        findings.invalid(rule, &path, JsonOption(labels.map(labels::json)), detail);
    }
}

/// `LabelSelectorAsSelector` and `Matches`; `None` for a selector that is not valid.
fn matches(
    selector: LabelSelector,
    generated: Option<Uid>,
    labels: &BTreeMap<&str, &str>,
) -> Option<bool> {
    let mut is_match = true;
    for (key, value) in selector.match_labels().iter() {
        is_valid(key, [value])?;
    }
    for (key, value) in equalities(selector.match_labels(), generated) {
        is_match &= labels.get(key) == Some(&value);
    }
    for expression in selector.match_expressions().iter() {
        let (key, values) = (expression.key(), expression.values());
        is_valid(key, values.iter())?;
        let value = labels.get(key);
        let is_listed = || values.iter().any(|listed| Some(&listed) == value);
        is_match &= match (expression.operator(), values.is_empty()) {
            ("In", false) => is_listed(),
            ("NotIn", false) => !is_listed(),
            ("Exists", true) => value.is_some(),
            ("DoesNotExist", true) => value.is_none(),
            _ => return None,
        };
    }
    Some(is_match)
}

/// `Some` if a key and its values have the right form.
fn is_valid<'a>(key: &str, values: impl IntoIterator<Item = &'a str>) -> Option<()> {
    let is_fine = |value| names::label_value(value).is_empty();
    (names::label_key(key).is_empty() && values.into_iter().all(is_fine)).then_some(())
}

/// `generateSelector` of `pkg/registry/batch/job`: the Job's id is asked for, unless another one is.
fn equalities<'a>(given: Labels<'a>, generated: Option<Uid<'a>>) -> BTreeMap<&'a str, &'a str> {
    let generated = generated.map(|uid| (labels::CONTROLLER_UID, uid.text()));
    generated.into_iter().chain(given.iter()).collect()
}

/// The selector as the server prints it.
fn json(selector: LabelSelector, generated: Option<Uid>) -> String {
    let mut parts = Vec::new();
    let equalities = equalities(selector.match_labels(), generated);
    if !equalities.is_empty() {
        parts.push(format!("\"matchLabels\":{}", labels::json(&equalities)));
    }
    if !selector.match_expressions().is_empty() {
        let expressions = selector.match_expressions().iter().map(|expression| {
            let (key, operator) = (Json(expression.key()), Json(expression.operator()));
            let values = expression.values();
            let values = if values.is_empty() {
                String::new()
            } else {
                format!(",\"values\":{}", JsonList(values))
            };
            format!("{{\"key\":{key},\"operator\":{operator}{values}}}")
        });
        parts.push(format!("\"matchExpressions\":{}", JsonItems(expressions)));
    }
    format!("{{{}}}", parts.join(","))
}
