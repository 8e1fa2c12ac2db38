//! Requests and limits: `ValidateResourceRequirements` of `pkg/apis/core/validation`.

use std::collections::BTreeMap;

use k8s_openapi::api::core::v1::ResourceRequirements;
use k8s_openapi::apimachinery::pkg::api::resource;

use super::finding::{Code, Findings};
use super::names;
use super::path::Path;
use super::quantity::{self, Quantity};
use super::quote::Quoted;
use super::rules::Rule;

type Resources = BTreeMap<String, resource::Quantity>;

/// Checks the resources of a container.
pub fn check(requirements: &ResourceRequirements, path: &Path, findings: &mut Findings) {
    let none = Resources::new();
    let limits = requirements.limits.as_ref().unwrap_or(&none);
    let requests = requirements.requests.as_ref().unwrap_or(&none);
    let limits_path = path.field("limits");
    for (name, text) in limits {
        check_resource(name, text, &limits_path, findings);
    }
    for (name, text) in requests {
        let path = path.field("requests");
        let request = check_resource(name, text, &path, findings);
        let limit = limits.get(name).and_then(|text| Quantity::parse(&text.0).ok());
        if let (Some(request), Some(limit)) = (request, limit.map(Quantity::in_millis)) {
            compare(name, request, limit, &path, findings);
        } else if is_device(name) && !limits.contains_key(name) {
            let detail = "Limit must be set for non overcommitable resources";
            findings.required(Rule::RequestOverLimit, &limits_path, detail);
        }
    }
}

/// One resource; returns its amount.
fn check_resource(
    name: &str,
    text: &resource::Quantity,
    path: &Path,
    findings: &mut Findings,
) -> Option<Quantity> {
    let path = path.key(name);
    check_name(name, &path, findings);
    let given = quantity::check(text, &path, findings)?;
    let quantity = given.in_millis();
    // `ValidateResourceQuantityValue`.
    if quantity.nanos() < 0 {
        let detail = "must be greater than or equal to 0";
        let value = quantity.to_string();
        findings.invalid(Rule::QuantityNegative, &path, Quoted(&value), detail);
    }
    if !quantity.is_integer() {
        if name.contains('/') {
            let value = quantity.to_string();
            findings.invalid(Rule::QuantityInteger, &path, Quoted(&value), "must be an integer");
        } else if matches!(name, "memory" | "ephemeral-storage") {
            let message = format!(
                "fractional byte value {} is invalid, must be an integer",
                Quoted(&quantity.to_string())
            );
            findings.report(Rule::QuantityFraction, Code::FieldValueInvalid, &path, message);
        }
    }
    Some(quantity)
}

/// `validateContainerResourceName`.
fn check_name(name: &str, path: &Path, findings: &mut Findings) {
    let complaints = names::label_key(name);
    if complaints.is_empty() {
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
        findings.invalid(Rule::ResourceName, path, Quoted(name), detail);
    }
    findings.complaints(Rule::ResourceName, path, name, complaints);
}

/// What a node cannot lend twice: `IsOvercommitAllowed`.
fn is_device(name: &str) -> bool {
    name.starts_with("hugepages-") || (name.contains('/') && !name.contains("kubernetes.io/"))
}

/// A request beside its limit. The server writes both in canonical form.
fn compare(name: &str, request: Quantity, limit: Quantity, path: &Path, findings: &mut Findings) {
    let relation = if is_device(name) && request.nanos() != limit.nanos() {
        "equal to"
    } else if request.nanos() > limit.nanos() {
        "less than or equal to"
    } else {
        return;
    };
    let detail = format!("must be {relation} {name} limit of {limit}");
    let value = request.to_string();
    findings.invalid(Rule::RequestOverLimit, path, Quoted(&value), detail);
}
