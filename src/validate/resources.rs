//! Requests and limits: `ValidateResourceRequirements` of `pkg/apis/core/validation`.

use super::finding::{Code, Findings};
use super::names;
use super::path::Path;
use super::quantity::Quantity;
use super::quote::{self, Quoted};
use super::rules::Rule;
use super::schema::ResourceRequirements;

/// Checks the resources of a container.
pub fn check(requirements: ResourceRequirements, path: &Path, findings: &mut Findings) {
    let (limits, requests) = (requirements.limits(), requirements.requests());
    let limits_path = path.field("limits");
    for (name, amount) in limits.iter() {
        check_resource(name, amount, &limits_path, findings);
    }
    for (name, amount) in requests.iter() {
        let path = path.field("requests");
        let request = check_resource(name, amount, &path, findings);
        match (request, limits.get(name)) {
            (Some(request), Some(Some(limit))) => {
                compare(name, &request, &limit.in_millis(), &path, findings);
            }
            (Some(_), None) if is_device(name) => {
                let detail = "Limit must be set for non overcommitable resources";
                findings.required(Rule::REQUEST_OVER_LIMIT, &limits_path, detail);
            }
            _ => {}
        }
    }
}

/// One resource; returns its amount.
fn check_resource(
    name: &str,
    amount: Option<&Quantity>,
    path: &Path,
    findings: &mut Findings,
) -> Option<Quantity> {
    let path = path.key(name);
    check_name(name, &path, findings);
    let amount = amount?.in_millis();
    // `ValidateResourceQuantityValue`.
    if amount.sign().is_lt() {
        let detail = "must be greater than or equal to 0";
        let value = amount.to_string();
        findings.invalid(Rule::QUANTITY_NEGATIVE, &path, Quoted(&value), detail);
    }
    if !amount.is_whole() {
        if name.contains('/') {
            let value = amount.to_string();
            findings.invalid(Rule::QUANTITY_INTEGER, &path, Quoted(&value), "must be an integer");
        } else if matches!(name, "memory" | "ephemeral-storage") {
            warn_of_fraction(&amount, &path, findings);
        }
    }
    Some(amount)
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
    let problems = names::label_key(name);
    if problems.is_empty() {
        let is_known = matches!(name, "cpu" | "memory" | "ephemeral-storage")
            || name.starts_with("hugepages-");
        let is_extended = is_device(name) && !name.starts_with("requests.");
        let detail = match name.contains('/') {
            false if !is_known => "must be a standard resource for containers",
            true if !name.contains("kubernetes.io/") && !is_extended => {
                "doesn't follow extended resource name standard"
            }
            _ => return,
        };
        findings.invalid(Rule::RESOURCE_NAME, path, Quoted(name), detail);
    }
    findings.problems(Rule::RESOURCE_NAME, path, name, problems);
}

/// What a node cannot lend twice: `IsOvercommitAllowed`.
fn is_device(name: &str) -> bool {
    name.starts_with("hugepages-") || (name.contains('/') && !name.contains("kubernetes.io/"))
}

/// A request and its limit. The server writes both in canonical form.
fn compare(name: &str, request: &Quantity, limit: &Quantity, path: &Path, findings: &mut Findings) {
    if let Some(problem) = mismatch(name, request, limit) {
        findings.report(Rule::REQUEST_OVER_LIMIT, Code::FieldValueInvalid, path, problem);
    } else if let Some(problem) = mismatch(name, &request.stored(), &limit.stored()) {
        // Pods are made from what was stored, which is another amount where no suffix is large
        // enough.
        findings.report_for_pod(Rule::REQUEST_OVER_LIMIT, Code::FieldValueInvalid, path, problem);
    }
}

fn mismatch(name: &str, request: &Quantity, limit: &Quantity) -> Option<String> {
    let relation = if is_device(name) && request != limit {
        "equal to"
    } else if request > limit {
        "less than or equal to"
    } else {
        return None;
    };
    let value = request.to_string();
    let detail = format!("must be {relation} {name} limit of {}", quote::start(&limit.to_string()));
    Some(format!("Invalid value: {}: {detail}", Quoted(&value)))
}
