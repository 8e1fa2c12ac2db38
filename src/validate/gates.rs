//! Readiness and scheduling gates: `validateReadinessGates` and `validateSchedulingGates` of
//! `pkg/apis/core/validation`.

use std::collections::BTreeSet;

use super::finding::{Code, Findings};
use super::names;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;
use super::schema::PodSpec;

/// Checks the conditions that a Pod waits for before it counts as ready.
pub fn check_readiness(pod: PodSpec, path: &Path, findings: &mut Findings) {
    let list = path.field("readinessGates");
    for (index, gate) in pod.readiness_gates().iter().enumerate() {
        let item = list.index(index);
        let condition = gate.condition_type();
        let problems = names::label_key(condition);
        findings.problems(Rule::READINESS_GATE, &item.field("conditionType"), condition, problems);
    }
}

/// Checks what holds a Pod back from being scheduled.
pub fn check_scheduling(pod: PodSpec, path: &Path, findings: &mut Findings) {
    let list = path.field("schedulingGates");
    let mut seen = BTreeSet::new();
    for (index, gate) in pod.scheduling_gates().iter().enumerate() {
        let item = list.index(index);
        let name = gate.name();
        findings.problems(Rule::SCHEDULING_GATE, &item, name, names::label_key(name));
        if !seen.insert(name) {
            findings.duplicate(Rule::SCHEDULING_GATE, &item, Quoted(name));
        }
    }
}

/// `ValidatePodCreate`: a Pod that is held back cannot have a node already.
pub fn check_node(pod: PodSpec, path: &Path, findings: &mut Findings) {
    if !pod.node_name().is_empty() && !pod.scheduling_gates().is_empty() {
        let message = "Forbidden: cannot be set until all schedulingGates have been cleared";
        let (rule, code) = (Rule::SCHEDULING_GATE_NODE, Code::FieldValueForbidden);
        findings.report_for_pod(rule, code, &path.field("nodeName"), message.to_owned());
    }
}
