//! What the API server's own admission plugins refuse of a Pod, as far as it does not depend on the
//! objects of a cluster: `plugin/pkg/admission/{priority,runtimeclass}`.

use super::finding::{Code, Findings};
use super::path::Path;
use super::rules::Rule;
use super::schema::PodSpec;

/// Checks a Pod after its validation.
pub fn check(pod: PodSpec, path: &Path, findings: &mut Findings) {
    check_priority(pod, path, findings);
    if !pod.overhead().is_empty() && pod.runtime_class_name().is_none() {
        let message = "pod rejected: Pod Overhead set without corresponding RuntimeClass defined \
                       Overhead";
        let path = path.field("overhead");
        findings.report_for_pod(Rule::OVERHEAD_CLASS, Code::PodRejected, &path, message.to_owned());
    }
}

/// `admitPod` of the plugin Priority. Other classes than these are up to the cluster, and so is a
/// class for all Pods without one, which clusters do not have at first.
fn check_priority(pod: PodSpec, path: &Path, findings: &mut Findings) {
    let computed = match pod.priority_class_name() {
        "" => 0,
        "system-cluster-critical" => 2_000_000_000,
        "system-node-critical" => 2_000_001_000,
        _ => return,
    };
    if let Some(priority) = pod.priority().filter(|&priority| priority != computed) {
        let message = format!(
            "the integer value of priority ({priority}) must not be provided in pod spec; \
             priority admission controller computed {computed} from the given PriorityClass name"
        );
        let path = path.field("priority");
        findings.report_for_pod(Rule::PRIORITY, Code::PodRejected, &path, message);
    }
    if pod.preemption_policy() == Some("Never") {
        let message = "the string value of PreemptionPolicy (Never) must not be provided in pod \
                       spec; priority admission controller computed PreemptLowerPriority from the \
                       given PriorityClass name";
        let path = path.field("preemptionPolicy");
        findings.report_for_pod(Rule::PRIORITY, Code::PodRejected, &path, message.to_owned());
    }
}
