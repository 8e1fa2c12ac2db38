//! Affinity: `validateAffinity` of `pkg/apis/core/validation`.

mod node;
mod pods;

use std::collections::BTreeSet;

use super::finding::{Code, Findings};
use super::options::Options;
use super::path::Path;
use super::rules::Rule;
use super::schema::PodSpec;

/// What selectors of Pods are checked against.
#[derive(Clone, Copy)]
pub struct Context<'c> {
    /// How the manifest is looked at.
    pub options: &'c Options,
    /// The keys of the Pod's own labels.
    pub pod_labels: &'c BTreeSet<&'c str>,
}

/// Checks the nodes and Pods that a Pod has to be near to, or away from.
pub fn check(pod: PodSpec, context: Context, path: &Path, findings: &mut Findings) {
    let affinity = pod.affinity().unwrap_or_default();
    let path = path.field("affinity");
    if let Some(affinity) = affinity.node_affinity() {
        node::check(affinity, context.options, &path.field("nodeAffinity"), findings);
    }
    if let Some(affinity) = affinity.pod_affinity() {
        let required = affinity.required_during_scheduling_ignored_during_execution();
        let preferred = affinity.preferred_during_scheduling_ignored_during_execution();
        let path = path.field("podAffinity");
        pods::check(required, preferred, context, &path, findings);
    }
    if let Some(affinity) = affinity.pod_anti_affinity() {
        let required = affinity.required_during_scheduling_ignored_during_execution();
        let preferred = affinity.preferred_during_scheduling_ignored_during_execution();
        let path = path.field("podAntiAffinity");
        pods::check(required, preferred, context, &path, findings);
    }
}

/// The weight of a preference.
fn check_weight(weight: Option<i64>, item: &Path, findings: &mut Findings) {
    let weight = weight.unwrap_or_default();
    if !(1..=100).contains(&weight) {
        let detail = "must be in the range 1-100";
        findings.invalid(Rule::AFFINITY_WEIGHT, &item.field("weight"), weight, detail);
    }
}

/// `GetWarningsForPodTemplate` of `pkg/api/pod`: no selector at all is not the same as an empty one.
pub fn warn_about_selector(path: &Path, findings: &mut Findings) {
    let message = "a null labelSelector results in matching no pod";
    findings.warn(Rule::LABEL_SELECTOR_MISSING, Code::FieldValueRequired, path, message);
}
