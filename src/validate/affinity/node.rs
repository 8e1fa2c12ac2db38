//! Node affinity: `validateNodeAffinity` of `pkg/apis/core/validation`.

use super::check_weight;
use crate::validate::finding::Findings;
use crate::validate::names;
use crate::validate::node_labels;
use crate::validate::options::Options;
use crate::validate::path::Path;
use crate::validate::quote::{Json, Quoted};
use crate::validate::rules::Rule;
use crate::validate::schema::{NodeAffinity, NodeSelectorRequirement, NodeSelectorTerm};
use crate::validate::versions::Change;

/// The rule that is broken here.
const RULE: Rule = Rule::NODE_AFFINITY;

/// Checks which nodes a Pod asks for and prefers.
pub fn check(affinity: NodeAffinity, options: &Options, path: &Path, findings: &mut Findings) {
    if let Some(selector) = affinity.required_during_scheduling_ignored_during_execution() {
        let path = path.field("requiredDuringSchedulingIgnoredDuringExecution");
        let list = path.field("nodeSelectorTerms");
        if selector.node_selector_terms().is_empty() {
            findings.required(RULE, &list, "must have at least one node selector term");
        }
        // The scheduler skips a preferred term that it cannot parse.
        let has_label_values = options.has(Change::NodeAffinityValues);
        for (index, term) in selector.node_selector_terms().iter().enumerate() {
            check_term(term, has_label_values, &list.index(index), findings);
        }
    }
    let list = path.field("preferredDuringSchedulingIgnoredDuringExecution");
    let preferred = affinity.preferred_during_scheduling_ignored_during_execution();
    for (index, term) in preferred.iter().enumerate() {
        let item = list.index(index);
        check_weight(term.weight(), &item, findings);
        let path = item.field("preference");
        let preference = term.preference().unwrap_or_default();
        check_term(preference, false, &path, findings);
        warn_about_values(preference, &path, findings);
    }
}

/// `ValidateNodeSelectorTerm`.
fn check_term(
    term: NodeSelectorTerm,
    has_label_values: bool,
    path: &Path,
    findings: &mut Findings,
) {
    let list = path.field("matchExpressions");
    for (index, expression) in term.match_expressions().iter().enumerate() {
        let item = list.index(index);
        check_expression(expression, has_label_values, &item, findings);
        node_labels::warn_of_key(expression.key(), &item.field("key"), findings);
    }
    let list = path.field("matchFields");
    for (index, field) in term.match_fields().iter().enumerate() {
        check_field(field, &list.index(index), findings);
    }
}

/// `ValidateNodeSelectorRequirement`.
fn check_expression(
    expression: NodeSelectorRequirement,
    has_label_values: bool,
    path: &Path,
    findings: &mut Findings,
) {
    let values = expression.values();
    let at = path.field("values");
    match (expression.operator(), values.len()) {
        ("In" | "NotIn", 0) => {
            findings.required(RULE, &at, "must be specified when `operator` is 'In' or 'NotIn'");
        }
        ("Exists" | "DoesNotExist", 1..) => {
            let detail = "may not be specified when `operator` is 'Exists' or 'DoesNotExist'";
            findings.forbidden(RULE, &at, detail);
        }
        ("Gt" | "Lt", 0 | 2..) => {
            let detail = "must be specified single value when `operator` is 'Lt' or 'Gt'";
            findings.required(RULE, &at, detail);
        }
        ("In" | "NotIn" | "Exists" | "DoesNotExist" | "Gt" | "Lt", _) => {}
        (operator, _) => invalid_operator(operator, path, findings),
    }
    let key = expression.key();
    findings.problems(RULE, &path.field("key"), key, names::label_key(key));
    if has_label_values {
        for (index, value) in values.iter().enumerate() {
            findings.problems(RULE, &at.index(index), value, names::label_value(value));
        }
    }
}

/// An operator that selectors of nodes do not have.
fn invalid_operator(operator: &str, path: &Path, findings: &mut Findings) {
    let path = path.field("operator");
    findings.invalid(RULE, &path, Json(operator), "not a valid selector operator");
}

/// `ValidateNodeFieldSelectorRequirement`: a node's only field is its name.
fn check_field(field: NodeSelectorRequirement, path: &Path, findings: &mut Findings) {
    let at = path.field("values");
    match field.operator() {
        "In" | "NotIn" if field.values().len() == 1 => {}
        "In" | "NotIn" => {
            let detail =
                "must be only one value when `operator` is 'In' or 'NotIn' for node field selector";
            findings.required(RULE, &at, detail);
        }
        operator => invalid_operator(operator, path, findings),
    }
    if field.key() == "metadata.name" {
        for (index, value) in field.values().iter().enumerate() {
            findings.problems(RULE, &at.index(index), value, names::dns_subdomain(value));
        }
    } else {
        let path = path.field("key");
        findings.invalid(RULE, &path, Quoted(field.key()), "not a valid field selector key");
    }
}

/// `GetWarningsForNodeSelectorTerm` of `pkg/api/node`: values that no node can have.
fn warn_about_values(term: NodeSelectorTerm, path: &Path, findings: &mut Findings) {
    let list = path.field("matchExpressions");
    for (index, expression) in term.match_expressions().iter().enumerate() {
        let item = list.index(index);
        let at = item.field("values");
        for (index, value) in expression.values().iter().enumerate() {
            node_labels::warn_of_value(value, &at.index(index), findings);
        }
    }
}
