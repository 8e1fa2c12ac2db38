//! Owners of an object: `ValidateOwnerReferences` of `apimachinery/pkg/api/validation`. All findings
//! have the path of the list.

use super::finding::Findings;
use super::path::Path;
use super::quote::{self, Json, JsonItems, Quoted};
use super::rules::Rule;
use super::schema::OwnerReference;
use super::value::List;

/// Checks the references.
pub fn check<'a>(owners: List<'a, OwnerReference<'a>>, path: &Path, findings: &mut Findings) {
    let mut controller = None;
    for owner in owners.iter() {
        check_owner(owner, path, findings);
        if owner.controller() == Some(true) {
            let name = format!("{}/{}", quote::start(owner.kind()), quote::start(owner.name()));
            if let Some(first) = &controller {
                let detail = format!(
                    "Only one reference can have Controller set to true. Found \"true\" in \
                     references for {first} and {name}"
                );
                findings.invalid(Rule::OWNER_REFERENCE, path, json_list(owners), detail);
            } else {
                controller = Some(name);
            }
        }
    }
}

/// `validateOwnerReference`.
fn check_owner(owner: OwnerReference, path: &Path, findings: &mut Findings) {
    let rule = Rule::OWNER_REFERENCE;
    let api_version = owner.api_version();
    let (group, version) = match api_version.split_once('/') {
        None => ("", api_version),
        Some((_, version)) if version.contains('/') => ("", ""),
        Some((group, version)) => (group, version),
    };
    if version.is_empty() {
        let path = path.field("apiVersion");
        findings.invalid(rule, &path, Quoted(api_version), "version must not be empty");
    }
    for (field, text) in [("kind", owner.kind()), ("name", owner.name()), ("uid", owner.uid())] {
        if text.is_empty() {
            findings.invalid(rule, &path.field(field), Quoted(""), "must not be empty");
        }
    }
    if (group, version, owner.kind()) == ("", "v1", "Event") {
        let detail = "/v1, Kind=Event is disallowed from being an owner";
        findings.invalid(rule, path, json(owner), detail);
    }
}

/// The references as the server prints them.
fn json_list<'a>(owners: List<'a, OwnerReference<'a>>) -> String {
    JsonItems(owners.iter().map(json)).to_string()
}

/// An owner as `json.Marshal` prints it.
fn json(owner: OwnerReference) -> String {
    let mut text = format!(
        r#"{{"apiVersion":{},"kind":{},"name":{},"uid":{}"#,
        Json(owner.api_version()),
        Json(owner.kind()),
        Json(owner.name()),
        Json(owner.uid())
    );
    let flags =
        [("controller", owner.controller()), ("blockOwnerDeletion", owner.block_owner_deletion())];
    for (name, flag) in flags {
        if let Some(flag) = flag {
            text.extend([",\"", name, "\":", if flag { "true" } else { "false" }]);
        }
    }
    text.push('}');
    text
}
