//! Labels whose values come from the Pod: `matchLabelKeys` and `mismatchLabelKeys` of affinities and
//! topology spread constraints.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::{Code, Findings, Subject};
use super::names;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;
use super::schema::{LabelSelector, LabelSelectorRequirement};
use super::value::List;

/// The rule that is broken here.
const RULE: Rule = Rule::MATCH_LABEL_KEYS;

/// The keys, and the selector that they add to.
#[derive(Clone, Copy)]
pub struct LabelKeys<'a> {
    /// The selector.
    pub selector: Option<LabelSelector<'a>>,
    /// `matchLabelKeys`.
    pub matches: List<'a, &'a str>,
    /// `mismatchLabelKeys`.
    pub mismatches: List<'a, &'a str>,
}

/// `ValidateMatchLabelKeysAndMismatchLabelKeys`. The server has added expressions to the selector of
/// a Pod before it looks at it, but not to that of a Job's template.
pub fn check(keys: LabelKeys, pod_labels: &BTreeSet<&str>, path: &Path, findings: &mut Findings) {
    check_names(keys, "matchLabelKeys", keys.matches, path, findings);
    check_names(keys, "mismatchLabelKeys", keys.mismatches, path, findings);
    if let Some(selector) = keys.selector {
        let in_template = repeated(selector, keys, None);
        let in_pod = repeated(selector, keys, Some(pod_labels));
        let is_pod = findings.subject() == Subject::Pod;
        let is_later = in_template.is_empty();
        let repeated_keys = if is_pod || is_later { in_pod } else { in_template };
        for (index, key) in repeated_keys {
            // The server leaves out the name of the list.
            let path = path.index(index);
            let detail = "exists in both matchLabelKeys and labelSelector";
            if is_later {
                let message = format!("Invalid value: {}: {detail}", Quoted(key));
                findings.report_for_pod(RULE, Code::FieldValueInvalid, &path, message);
            } else {
                findings.invalid(RULE, &path, Quoted(key), detail);
            }
        }
    }
    let mismatches: BTreeSet<&str> = keys.mismatches.iter().collect();
    let list = path.field("matchLabelKeys");
    for (index, key) in keys.matches.iter().enumerate() {
        if mismatches.contains(key) {
            let detail = "exists in both matchLabelKeys and mismatchLabelKeys";
            findings.invalid(RULE, &list.index(index), Quoted(key), detail);
        }
    }
}

/// `ValidateMatchLabelKeysInTopologySpread`, the only check before Kubernetes 1.34.
pub fn check_before_merge(keys: LabelKeys, path: &Path, findings: &mut Findings) {
    let list = path.field("matchLabelKeys");
    if keys.matches.is_empty() {
        return;
    }
    if keys.selector.is_none() {
        without_selector(&list, findings);
    }
    let selector = keys.selector.unwrap_or_default();
    let mut selected: BTreeSet<&str> = selector.match_labels().iter().map(|(key, _)| key).collect();
    selected.extend(selector.match_expressions().iter().map(LabelSelectorRequirement::key));
    for (index, key) in keys.matches.iter().enumerate() {
        let path = list.index(index);
        findings.problems(RULE, &path, key, names::label_key(key));
        if selected.contains(key) {
            let detail = "exists in both matchLabelKeys and labelSelector";
            findings.invalid(RULE, &path, Quoted(key), detail);
        }
    }
}

/// `validateLabelKeys`.
fn check_names<'a>(
    keys: LabelKeys,
    name: &str,
    list: List<'a, &'a str>,
    path: &Path,
    findings: &mut Findings,
) {
    let path = path.field(name);
    if list.is_empty() {
        return;
    }
    if keys.selector.is_none() {
        return without_selector(&path, findings);
    }
    for (index, key) in list.iter().enumerate() {
        findings.problems(RULE, &path.index(index), key, names::label_key(key));
    }
}

/// Keys that have nothing to add to.
fn without_selector(path: &Path, findings: &mut Findings) {
    findings.forbidden(RULE, path, "must not be specified when labelSelector is not set");
}

/// The `matchLabelKeys` that the selector asks for twice, and where they are in their list. With the
/// Pod's labels, also those that `applyMatchLabelKeysAndMismatchLabelKeys` of
/// `pkg/registry/core/pod` adds.
fn repeated<'a>(
    selector: LabelSelector<'a>,
    keys: LabelKeys<'a>,
    pod_labels: Option<&BTreeSet<&str>>,
) -> Vec<(usize, &'a str)> {
    let places: BTreeMap<&str, usize> =
        keys.matches.iter().enumerate().map(|(index, key)| (key, index)).collect();
    let mut seen: BTreeSet<&str> = selector.match_labels().iter().map(|(key, _)| key).collect();
    let own = selector.match_expressions().iter().map(LabelSelectorRequirement::key);
    let is_label = |key: &&str| pod_labels.is_some_and(|labels| labels.contains(key));
    let added = keys.matches.iter().chain(keys.mismatches.iter()).filter(is_label);
    own.chain(added)
        .filter(|key| !seen.insert(key))
        .filter_map(|key| places.get(key).map(|&index| (index, key)))
        .collect()
}
