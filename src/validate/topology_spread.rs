//! Topology spread constraints: `validateTopologySpreadConstraints` of `pkg/apis/core/validation`.

use std::collections::BTreeMap;

use super::affinity::{self, Context};
use super::finding::Findings;
use super::label_keys::{self, LabelKeys};
use super::node_labels;
use super::path::Path;
use super::quote::{self, Json, Quoted};
use super::rules::Rule;
use super::schema::TopologySpreadConstraint;
use super::selector;
use super::value::List;
use super::versions::Change;
use super::words;

/// The rule that is broken here.
const RULE: Rule = Rule::TOPOLOGY_SPREAD;
/// What to do with a Pod that no node fits.
const ACTIONS: [&str; 2] = ["DoNotSchedule", "ScheduleAnyway"];
/// Which nodes count.
const POLICIES: [&str; 2] = ["Honor", "Ignore"];

/// Checks the constraints of a Pod.
pub fn check<'a>(
    constraints: List<'a, TopologySpreadConstraint<'a>>,
    context: Context,
    pod: &Path,
    findings: &mut Findings,
) {
    let list = pod.field("topologySpreadConstraints");
    let kind = |constraint: TopologySpreadConstraint<'a>| {
        (constraint.topology_key(), constraint.when_unsatisfiable())
    };
    let mut left = BTreeMap::<_, usize>::new();
    for constraint in constraints.iter() {
        *left.entry(kind(constraint)).or_default() += 1;
    }
    for (index, constraint) in constraints.iter().enumerate() {
        let item = list.index(index);
        check_constraint(constraint, &item, findings);
        // The server reports all but the last of a kind.
        let left = left.entry(kind(constraint)).or_default();
        *left = left.saturating_sub(1);
        if *left > 0 {
            let path = item.field("{topologyKey, whenUnsatisfiable}");
            let (key, action) = kind(constraint);
            let pair = format!("{{{}, {}}}", quote::start(key), quote::start(action));
            findings.duplicate(RULE, &path, Quoted(&pair));
        }
        check_domains(constraint, &item, findings);
        for (field, policy) in [
            ("nodeAffinityPolicy", constraint.node_affinity_policy()),
            ("nodeTaintsPolicy", constraint.node_taints_policy()),
        ] {
            words::check(RULE, policy, &POLICIES, &item.field(field), findings);
        }
        check_selector(constraint, context, &item, findings);
    }
}

/// What spreads the Pods, and how far.
fn check_constraint(constraint: TopologySpreadConstraint, item: &Path, findings: &mut Findings) {
    check_positive(constraint.max_skew().unwrap_or_default(), &item.field("maxSkew"), findings);
    let path = item.field("topologyKey");
    let key = constraint.topology_key();
    if key.is_empty() {
        findings.required(RULE, &path, "can not be empty");
    }
    node_labels::warn_of_key(key, &path, findings);
    let action = constraint.when_unsatisfiable();
    if !ACTIONS.contains(&action) {
        findings.not_supported(RULE, &item.field("whenUnsatisfiable"), Json(action), &ACTIONS);
    }
}

/// `ValidatePositiveField`.
fn check_positive(number: i64, path: &Path, findings: &mut Findings) {
    if number <= 0 {
        findings.invalid(RULE, path, number, "must be greater than zero");
    }
}

/// `validateMinDomains`.
fn check_domains(constraint: TopologySpreadConstraint, item: &Path, findings: &mut Findings) {
    let Some(domains) = constraint.min_domains() else {
        return;
    };
    let path = item.field("minDomains");
    check_positive(domains, &path, findings);
    let action = constraint.when_unsatisfiable();
    if action != "DoNotSchedule" {
        let action = quote::start(action);
        let detail =
            format!("can only use minDomains if whenUnsatisfiable=DoNotSchedule, not {action}");
        findings.invalid(RULE, &path, domains, detail);
    }
}

/// The Pods that are counted.
fn check_selector(
    constraint: TopologySpreadConstraint,
    context: Context,
    item: &Path,
    findings: &mut Findings,
) {
    let keys = LabelKeys {
        selector: constraint.label_selector(),
        matches: constraint.match_label_keys(),
        mismatches: List::default(),
    };
    if context.options.has(Change::SpreadSelectorMerge) {
        label_keys::check(keys, context.pod_labels, item, findings);
    } else {
        label_keys::check_before_merge(keys, item, findings);
    }
    let path = item.field("labelSelector");
    match constraint.label_selector() {
        Some(selector) => selector::check(Rule::LABEL_SELECTOR, selector, &path, findings),
        None => affinity::warn_about_selector(&path, findings),
    }
}
