//! Affinity and anti-affinity to other Pods: `validatePodAffinity` and `validatePodAntiAffinity` of
//! `pkg/apis/core/validation`.

use super::{Context, check_weight, warn_about_selector};
use crate::validate::finding::Findings;
use crate::validate::label_keys::{self, LabelKeys};
use crate::validate::names;
use crate::validate::path::Path;
use crate::validate::rules::Rule;
use crate::validate::schema::{PodAffinityTerm, WeightedPodAffinityTerm};
use crate::validate::selector;
use crate::validate::value::List;
use crate::validate::versions::Change;

/// The rule that is broken here.
const RULE: Rule = Rule::POD_AFFINITY;

/// Checks the Pods that a Pod has to be near to, or away from.
pub fn check<'a>(
    required: List<'a, PodAffinityTerm<'a>>,
    preferred: List<'a, WeightedPodAffinityTerm<'a>>,
    context: Context,
    path: &Path,
    findings: &mut Findings,
) {
    let list = path.field("requiredDuringSchedulingIgnoredDuringExecution");
    for (index, term) in required.iter().enumerate() {
        check_term(term, context, &list.index(index), findings);
    }
    let list = path.field("preferredDuringSchedulingIgnoredDuringExecution");
    for (index, weighted) in preferred.iter().enumerate() {
        let item = list.index(index);
        check_weight(weighted.weight(), &item, findings);
        let term = weighted.pod_affinity_term().unwrap_or_default();
        check_term(term, context, &item.field("podAffinityTerm"), findings);
    }
}

/// `validatePodAffinityTerm`.
fn check_term(term: PodAffinityTerm, context: Context, path: &Path, findings: &mut Findings) {
    let selectors = [
        ("labelSelector", term.label_selector()),
        ("namespaceSelector", term.namespace_selector()),
    ];
    for (field, selector) in selectors {
        if let Some(selector) = selector {
            selector::check(Rule::LABEL_SELECTOR, selector, &path.field(field), findings);
        }
    }
    for namespace in term.namespaces().iter() {
        // The server leaves out the index and the "s".
        let path = path.field("namespace");
        findings.problems(RULE, &path, namespace, names::dns_label(namespace));
    }
    if context.options.has(Change::AffinityLabelKeys) {
        let keys = LabelKeys {
            selector: term.label_selector(),
            matches: term.match_label_keys(),
            mismatches: term.mismatch_label_keys(),
        };
        label_keys::check(keys, context.pod_labels, path, findings);
    }
    let key = term.topology_key();
    let path_of_key = path.field("topologyKey");
    if key.is_empty() {
        findings.required(RULE, &path_of_key, "can not be empty");
    }
    findings.problems(RULE, &path_of_key, key, names::label_key(key));
    if term.label_selector().is_none() {
        warn_about_selector(&path.field("labelSelector"), findings);
    }
}
