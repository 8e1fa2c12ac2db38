//! Resources of a Pod as a whole, and its overhead: `validatePodResources` and `validateOverhead` of
//! `pkg/apis/core/validation`.

mod total;

use std::collections::BTreeSet;

use super::claims;
use super::finding::{Code, Findings, Subject};
use super::options::Options;
use super::path::Path;
use super::pod_os;
use super::quantity::Quantity;
use super::quote::Quoted;
use super::resources::{self, Amounts, Owner};
use super::rules::Rule;
use super::schema::{PodSpec, ResourceRequirements};
use super::versions::Change;
use total::Totals;

/// The rule that is broken here.
const RULE: Rule = Rule::POD_RESOURCES;

/// Checks the `resources` of a Pod; its claims have these names.
pub fn check(
    pod: PodSpec,
    claims: &BTreeSet<&str>,
    options: &Options,
    path: &Path,
    findings: &mut Findings,
) {
    let Some(own) = pod.resources().filter(|_| options.has(Change::PodResources)) else {
        return;
    };
    let path = path.field("resources");
    if pod_os::is_windows(pod) {
        return findings.forbidden(RULE, &path, "may not be set for a windows pod");
    }
    let claims_path = path.field("claims");
    if own.claims().is_set() {
        let detail = "claims may not be set for Resources at pod-level";
        findings.forbidden(RULE, &claims_path, detail);
    }
    let of_containers = total::requests(pod, true);
    let has_defaults = findings.subject() == Subject::Pod && !own.limits().is_empty();
    resources::check_lists(
        Owner::Pod,
        [own.limits(), own.requests()],
        has_defaults && of_containers.keys().any(|name| resources::is_of_processes(name)),
        &path,
        findings,
    );
    if has_defaults {
        // `SetDefaults_Pod`: what neither a Pod nor its containers request, it requests up to its
        // limit.
        let is_default = |name: &str| {
            resources::is_of_pod(name)
                && (resources::is_huge_page(name) || !of_containers.contains_key(name))
        };
        resources::check_default_requests(Owner::Pod, own, is_default, &path, findings);
    }
    claims::check(own.claims(), claims, &claims_path, findings);
    check_requests(pod, own, &path, findings);
    check_huge_pages(pod, own, &path, findings);
    check_limits(pod, own, &path, findings);
}

/// Checks the `overhead` of a Pod.
pub fn check_overhead(pod: PodSpec, path: &Path, findings: &mut Findings) {
    let path = path.field("overhead");
    let overhead = pod.overhead();
    let lists = [overhead, Amounts::default()];
    resources::check_lists(Owner::Overhead, lists, false, &path, findings);
    for name in ["memory", "ephemeral-storage"] {
        if let Some(Some(amount)) = overhead.get(name) {
            resources::warn_of_fraction(&amount.in_millis(), &path.key(name), findings);
        }
    }
}

/// `validatePodResourceConsistency`: what the containers request together.
fn check_requests(pod: PodSpec, own: ResourceRequirements, path: &Path, findings: &mut Findings) {
    let before = findings.errors();
    if findings.subject() == Subject::Job {
        let sums = total::requests(pod, false);
        compare_requests(&sums, own, path, |path, message| {
            findings.report(RULE, Code::FieldValueInvalid, path, message);
        });
    }
    if findings.errors() > before {
        return;
    }
    // `SetDefaults_Pod`: containers request up to their limits, and the Pod what its containers do.
    let sums = total::requests(pod, true);
    compare_requests(&sums, own, path, |path, message| {
        findings.report_for_pod(RULE, Code::FieldValueInvalid, path, message);
    });
    for (name, sum) in &sums {
        let limit = own.limits().get(name).flatten().map(Quantity::in_millis);
        let is_default = resources::is_of_processes(name) && !own.requests().contains(name);
        if let Some(limit) = limit.filter(|limit| is_default && sum > limit) {
            let sum = sum.to_string();
            let message = format!(
                "Invalid value: {}: must be less than or equal to {name} limit of {limit}",
                Quoted(&sum)
            );
            let path = path.field("requests");
            findings.report_for_pod(RULE, Code::FieldValueInvalid, &path, message);
        }
    }
}

/// The sums of the containers, and what the Pod requests.
fn compare_requests(
    sums: &Totals,
    own: ResourceRequirements,
    path: &Path,
    mut report: impl FnMut(&Path, String),
) {
    let list = path.field("requests");
    for (name, sum) in sums {
        let request = own.requests().get(name).flatten().map(Quantity::in_millis);
        if let Some(request) = request.filter(|request| sum > request) {
            let request = request.to_string();
            let message = format!(
                "Invalid value: {}: must be greater than or equal to aggregate container requests \
                 of {sum}",
                Quoted(&request)
            );
            report(&list.key(name), message);
        }
    }
}

/// `validatePodResourceConsistency`: the huge pages of all containers together.
fn check_huge_pages(pod: PodSpec, own: ResourceRequirements, path: &Path, findings: &mut Findings) {
    let list = path.field("limits");
    for (name, sum) in &total::limits(pod) {
        let limit = own.limits().get(name).flatten().map(Quantity::in_millis);
        let is_huge_page = resources::is_huge_page(name);
        if let Some(limit) = limit.filter(|limit| is_huge_page && sum > limit) {
            let limit = limit.to_string();
            let detail =
                format!("must be greater than or equal to aggregate container limits of {sum}");
            findings.invalid(RULE, &list.key(name), Quoted(&limit), detail);
        }
    }
}

/// `validatePodResourceConsistency`: the limit of each container.
fn check_limits(pod: PodSpec, own: ResourceRequirements, path: &Path, findings: &mut Findings) {
    let list = path.field("containers");
    for (index, container) in pod.containers().iter().enumerate() {
        let item = list.index(index);
        let limits = container.resources().unwrap_or_default().limits();
        for (name, limit) in limits.iter() {
            let of_pod = own.limits().get(name).flatten().map(Quantity::in_millis);
            if let (Some(limit), Some(of_pod)) = (limit.map(Quantity::in_millis), of_pod)
                && limit > of_pod
            {
                let limit = limit.to_string();
                let path = item.key(name);
                let detail = format!("must be less than or equal to pod limits of {of_pod}");
                findings.invalid(RULE, &path.field("limits"), Quoted(&limit), detail);
            }
        }
    }
}
