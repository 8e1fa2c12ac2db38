//! Resource claims of a Pod: `validatePodResourceClaims` of `pkg/apis/core/validation`.

use std::collections::BTreeSet;

use super::finding::Findings;
use super::names;
use super::path::Path;
use super::quote::{Json, JsonOption, Quoted};
use super::rules::Rule;
use super::schema::PodResourceClaim;
use super::value::List;

/// The rule that is broken here.
const RULE: Rule = Rule::POD_RESOURCE_CLAIM;

/// Checks the claims.
pub fn check<'a>(claims: List<'a, PodResourceClaim<'a>>, list: &Path, findings: &mut Findings) {
    let mut seen = BTreeSet::new();
    for (index, claim) in claims.iter().enumerate() {
        let item = list.index(index);
        let path = item.field("name");
        let name = claim.name();
        if name.is_empty() {
            findings.required(RULE, &path, "");
        } else if seen.insert(name) {
            findings.problems(RULE, &path, name, names::dns_label(name));
        } else {
            findings.duplicate(RULE, &path, Quoted(name));
        }
        check_source(claim, &item, findings);
    }
}

/// The claim, or the template that it is made from.
fn check_source(claim: PodResourceClaim, item: &Path, findings: &mut Findings) {
    let sources = [
        ("resourceClaimName", claim.resource_claim_name()),
        ("resourceClaimTemplateName", claim.resource_claim_template_name()),
    ];
    let detail = match sources.iter().filter(|(_, name)| name.is_some()).count() {
        0 => Some("must specify one of: `resourceClaimName`, `resourceClaimTemplateName`"),
        1 => None,
        _ => Some(
            "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified",
        ),
    };
    if let Some(detail) = detail {
        // Go's own struct, whose fields have no names for JSON.
        let value = format!(
            r#"{{"Name":{},"ResourceClaimName":{},"ResourceClaimTemplateName":{}}}"#,
            Json(claim.name()),
            JsonOption(claim.resource_claim_name().map(Json)),
            JsonOption(claim.resource_claim_template_name().map(Json)),
        );
        findings.invalid(RULE, item, value, detail);
    }
    for (field, name) in sources {
        if let Some(name) = name {
            findings.problems(RULE, &item.field(field), name, names::dns_subdomain(name));
        }
    }
}
