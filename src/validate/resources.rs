//! Requests and limits: `ValidateContainerResourceRequirements` of `pkg/apis/core/validation`.

use std::borrow::Cow;

use super::finding::{Code, Findings, Subject};
use super::names;
use super::path::Path;
use super::quantity::Quantity;
use super::quote::{self, Json, Quoted};
use super::rules::Rule;
use super::schema::ResourceRequirements;
use super::value::Map;

/// The start of the names of huge pages; their size follows.
const HUGE_PAGES: &str = "hugepages-";

/// `standardContainerResources`.
const OF_CONTAINERS: [&str; 3] = ["cpu", "ephemeral-storage", "memory"];

/// `standardResources` that are not those of containers.
const STANDARD: [&str; 17] = [
    "configmaps",
    "limits.cpu",
    "limits.ephemeral-storage",
    "limits.memory",
    "persistentvolumeclaims",
    "pods",
    "replicationcontrollers",
    "requests.cpu",
    "requests.ephemeral-storage",
    "requests.memory",
    "requests.storage",
    "resourcequotas",
    "secrets",
    "services",
    "services.loadbalancers",
    "services.nodeports",
    "storage",
];

/// `integerResources`.
const COUNTED: [&str; 9] = [
    "configmaps",
    "persistentvolumeclaims",
    "pods",
    "replicationcontrollers",
    "resourcequotas",
    "secrets",
    "services",
    "services.loadbalancers",
    "services.nodeports",
];

/// Amounts of resources, by name.
pub type Amounts<'a> = Map<'a, Option<&'a Quantity>>;

/// Whose resources they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A container.
    Container,
    /// What a Pod needs besides its containers, which has the names of a container's resources.
    Overhead,
    /// A Pod as a whole.
    Pod,
}

/// Checks the resources of a container.
pub fn check(
    requirements: ResourceRequirements,
    defaults_of: Subject,
    path: &Path,
    findings: &mut Findings,
) {
    let lists = [requirements.limits(), requirements.requests()];
    check_lists(Owner::Container, lists, false, path, findings);
    if defaults_of == Subject::Pod {
        // `SetDefaults_Pod`: what a container does not request, it requests up to its limit.
        check_default_requests(Owner::Container, requirements, |_| true, path, findings);
    }
}

/// Checks the limits that become requests.
pub fn check_default_requests(
    owner: Owner,
    requirements: ResourceRequirements,
    is_default: impl Fn(&str) -> bool,
    path: &Path,
    findings: &mut Findings,
) {
    let requests = requirements.requests();
    let path = path.field("requests");
    for (name, amount) in requirements.limits().iter() {
        if !requests.contains(name) && is_default(name) {
            check_resource(owner, name, amount, &path, findings);
        }
    }
}

/// `validateResourceRequirements`, without the claims. With defaults, there are more requests for what
/// processes need.
pub fn check_lists(
    owner: Owner,
    [limits, requests]: [Amounts; 2],
    has_defaults: bool,
    path: &Path,
    findings: &mut Findings,
) {
    let limits_path = path.field("limits");
    for (name, amount) in limits.iter() {
        check_resource(owner, name, amount, &limits_path, findings);
    }
    let requests_path = path.field("requests");
    for (name, amount) in requests.iter() {
        let request = check_resource(owner, name, amount, &requests_path, findings);
        match (request, limits.get(name)) {
            (Some(request), Some(Some(limit))) => {
                findings.about(&[&requests_path.key(name), &limits_path.key(name)], |findings| {
                    compare(name, &request, &limit.in_millis(), &requests_path, findings);
                });
            }
            (Some(_), None) if is_device(name) => {
                let detail = "Limit must be set for non overcommitable resources";
                findings.required(Rule::REQUEST_OVER_LIMIT, &limits_path, detail);
            }
            _ => {}
        }
    }
    let has = |is_sought: fn(&str) -> bool| {
        limits.iter().chain(requests.iter()).any(|(name, _)| is_sought(name))
    };
    if has(is_huge_page) && !has(is_of_processes) && !has_defaults {
        findings.forbidden(Rule::HUGE_PAGES, path, "HugePages require cpu or memory");
    }
}

/// What each process needs, and huge pages with it: `supportedQoSComputeResources`.
pub fn is_of_processes(name: &str) -> bool {
    matches!(name, "cpu" | "memory")
}

/// One resource; returns its amount.
fn check_resource(
    owner: Owner,
    name: &str,
    amount: Option<&Quantity>,
    list: &Path,
    findings: &mut Findings,
) -> Option<Quantity> {
    let path = list.key(name);
    match owner {
        Owner::Container | Owner::Overhead => check_name(name, &path, findings),
        Owner::Pod => check_pod_name(name, &path, findings),
    }
    let amount = amount?.in_millis();
    check_amount(name, &amount, &path, findings);
    if owner == Owner::Container && matches!(name, "memory" | "ephemeral-storage") {
        warn_of_fraction(&amount, &path, findings);
    }
    Some(amount)
}

/// Whether a Pod as a whole can have it: `IsSupportedPodLevelResource`.
pub fn is_of_pod(name: &str) -> bool {
    is_of_processes(name) || is_huge_page(name)
}

/// `IsHugePageResourceName`.
pub fn is_huge_page(name: &str) -> bool {
    name.starts_with(HUGE_PAGES)
}

/// `ValidateResourceQuantityValue`, and the size of huge pages.
fn check_amount(name: &str, amount: &Quantity, path: &Path, findings: &mut Findings) {
    let value = || amount.to_string();
    if amount.sign().is_lt() {
        let detail = "must be greater than or equal to 0";
        findings.invalid(Rule::QUANTITY_NEGATIVE, path, Quoted(&value()), detail);
    }
    if (COUNTED.contains(&name) || is_extended(name)) && !amount.is_whole() {
        findings.invalid(Rule::QUANTITY_INTEGER, path, Quoted(&value()), "must be an integer");
    }
    if let Some(size) = name.strip_prefix(HUGE_PAGES) {
        // `IsHugePageResourceValueDivisible`.
        let is_divisible = Quantity::parse(size).is_ok_and(|size| amount.is_multiple_of(&size));
        if !is_divisible {
            let value = value();
            let (start, name) = (quote::start(&value), quote::start(name));
            let detail = format!("{start} is not positive integer multiple of {name}");
            findings.invalid(Rule::HUGE_PAGES, path, Quoted(&value), detail);
        }
    }
}

/// `GetWarningsForPodTemplate`: bytes are whole numbers.
pub fn warn_of_fraction(amount: &Quantity, path: &Path, findings: &mut Findings) {
    if !amount.is_whole() {
        let value = amount.to_string();
        let message =
            format!("fractional byte value {} is invalid, must be an integer", Quoted(&value));
        findings.warn(Rule::QUANTITY_FRACTION, Code::FieldValueInvalid, path, message);
    }
}

/// `validateContainerResourceName`.
fn check_name(name: &str, path: &Path, findings: &mut Findings) {
    let mut problems = names::label_key(name);
    if name.contains('/') {
        if !is_native(name) && !is_extended(name) {
            problems.push("doesn't follow extended resource name standard".into());
        }
    } else if !OF_CONTAINERS.contains(&name) && !is_huge_page(name) {
        problems.extend(standard_problem(name).filter(|_| problems.is_empty()));
        problems.push("must be a standard resource for containers".into());
    }
    for problem in problems {
        findings.invalid(Rule::RESOURCE_NAME, path, Json(name), problem);
    }
}

/// `validateResourceName`: a name without a domain.
fn standard_problem(name: &str) -> Option<Cow<'static, str>> {
    let is_standard = OF_CONTAINERS.contains(&name)
        || STANDARD.contains(&name)
        || is_huge_page(name)
        || name.starts_with("requests.hugepages-");
    (!is_standard).then(|| "must be a standard resource type or fully qualified".into())
}

/// `validatePodResourceName`.
fn check_pod_name(name: &str, path: &Path, findings: &mut Findings) {
    let mut problems = names::label_key(name);
    if problems.is_empty() && !name.contains('/') {
        problems.extend(standard_problem(name));
    }
    if problems.is_empty() && !is_of_pod(name) {
        let supported = ["cpu", HUGE_PAGES, "memory"];
        findings.not_supported(Rule::RESOURCE_NAME, path, Json(name), &supported);
    }
    for problem in problems {
        findings.invalid(Rule::RESOURCE_NAME, path, Json(name), problem);
    }
}

/// `IsNativeResource`.
fn is_native(name: &str) -> bool {
    !name.contains('/') || name.contains("kubernetes.io/")
}

/// `IsExtendedResourceName`: a device whose name a quota can name too.
fn is_extended(name: &str) -> bool {
    !is_native(name)
        && !name.starts_with("requests.")
        && names::label_key(&format!("requests.{name}")).is_empty()
}

/// What a node cannot lend twice: `IsOvercommitAllowed`.
fn is_device(name: &str) -> bool {
    name.starts_with(HUGE_PAGES) || !is_native(name)
}

/// A request and its limit. The server writes both in canonical form.
fn compare(name: &str, request: &Quantity, limit: &Quantity, path: &Path, findings: &mut Findings) {
    if let Some(problem) = mismatch(name, request, limit) {
        findings.report(Rule::REQUEST_OVER_LIMIT, Code::FieldValueInvalid, path, problem);
    } else if findings.subject() == Subject::Job
        && let Some(problem) = mismatch(name, &request.stored(), &limit.stored())
    {
        // A Job's Pods are made from what was stored, which is another amount where no suffix is
        // large enough.
        findings.report_for_pod(Rule::REQUEST_OVER_LIMIT, Code::FieldValueInvalid, path, problem);
    }
}

/// What is wrong with a request and its limit.
fn mismatch(name: &str, request: &Quantity, limit: &Quantity) -> Option<String> {
    let relation = if is_device(name) && request != limit {
        "equal to"
    } else if request > limit {
        "less than or equal to"
    } else {
        return None;
    };
    let (value, limit) = (request.to_string(), limit.to_string());
    let (name, limit) = (quote::start(name), quote::start(&limit));
    let detail = format!("must be {relation} {name} limit of {limit}");
    Some(format!("Invalid value: {}: {detail}", Quoted(&value)))
}
