//! Resource claims that containers and Pods refer to: `validateResourceClaimNames` of
//! `pkg/apis/core/validation`.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fmt::{self, Display, Formatter};

use super::finding::{Code, Findings};
use super::names;
use super::path::Path;
use super::quote::{Quoted, start};
use super::rules::Rule;
use super::schema::ResourceClaim;
use super::value::List;

/// The most bytes of names that a message lists, about.
const LONGEST: usize = 1024;

/// Checks references to claims; those of the Pod are `known`.
pub fn check<'a>(
    claims: List<'a, ResourceClaim<'a>>,
    known: &BTreeSet<&str>,
    list: &Path,
    findings: &mut Findings,
) {
    let mut seen = Seen::default();
    let mut all = None;
    for (index, claim) in claims.iter().enumerate() {
        let (item, name) = (list.index(index), claim.name());
        if name.is_empty() {
            findings.required(Rule::RESOURCE_CLAIM, &item, "");
            continue;
        }
        check_new(claim, &mut seen, &item, findings);
        if !known.contains(name) {
            let all = all.get_or_insert_with(|| Known(known).to_string());
            let message = format!(
                "Not found: {}: must be one of the names in pod.spec.resourceClaims{all}",
                Quoted(name)
            );
            findings.report(Rule::RESOURCE_CLAIM, Code::FieldValueNotFound, &item, message);
        }
    }
}

/// The claims of a container so far, as `name` or `name/request`.
#[derive(Default)]
struct Seen {
    /// Each once.
    keys: HashSet<String>,
    /// How many keys begin with a name and `/`.
    requests: HashMap<String, usize>,
}

/// A claim, or a request of it, is referred to once.
fn check_new(claim: ResourceClaim, seen: &mut Seen, path: &Path, findings: &mut Findings) {
    let (name, request) = (claim.name(), claim.request());
    if seen.keys.contains(name) {
        return findings.duplicate(Rule::RESOURCE_CLAIM, path, Quoted(name));
    }
    let mut key = name.to_owned();
    if request.is_empty() {
        // The server names it once for each request.
        for _ in 0..seen.requests.get(name).copied().unwrap_or_default() {
            findings.duplicate(Rule::RESOURCE_CLAIM, path, Quoted(name));
        }
    } else {
        let problems = names::dns_label(request);
        findings.problems(Rule::RESOURCE_CLAIM, &path.field("request"), request, problems);
        key = format!("{name}/{request}");
        if seen.keys.contains(&key) {
            findings.duplicate(Rule::RESOURCE_CLAIM, path, Quoted(&key));
        }
    }
    let prefix = key.split_once('/').map(|(prefix, _)| prefix.to_owned());
    if seen.keys.insert(key)
        && let Some(prefix) = prefix
    {
        *seen.requests.entry(prefix).or_default() += 1;
    }
}

/// The names of the Pod's claims at the end of a sentence.
struct Known<'a>(&'a BTreeSet<&'a str>);

impl Display for Known<'_> {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        if self.0.is_empty() {
            return formatter.write_str(" which is empty");
        }
        let mut length = 0;
        for (index, name) in self.0.iter().enumerate() {
            formatter.write_str(if index == 0 { ": " } else { ", " })?;
            if length > LONGEST {
                return formatter.write_str("…");
            }
            formatter.write_str(start(name))?;
            length += name.len();
        }
        Ok(())
    }
}
