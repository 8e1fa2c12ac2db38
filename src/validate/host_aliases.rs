//! Host aliases: `ValidateHostAliases` of `pkg/apis/core/validation`.

use std::collections::BTreeSet;

use super::finding::{Code, Findings};
use super::ip;
use super::names;
use super::options::Options;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;
use super::schema::HostAlias;
use super::value::List;

/// The rule that is broken here.
const RULE: Rule = Rule::HOST_ALIAS;

/// Checks the lines that a Pod adds to `/etc/hosts`.
pub fn check<'a>(
    aliases: List<'a, HostAlias<'a>>,
    options: &Options,
    list: &Path,
    findings: &mut Findings,
) {
    let mut addresses = BTreeSet::new();
    for (index, alias) in aliases.iter().enumerate() {
        let item = list.index(index);
        let path = item.field("ip");
        let address = alias.ip();
        if let Some(problem) = ip::problem(address, options) {
            findings.invalid(RULE, &path, Quoted(address), problem);
        } else if let Some(warning) = ip::warning(address) {
            findings.warn(Rule::IP_FORM, Code::FieldValueInvalid, &path, warning);
        }
        let hostnames = item.field("hostnames");
        for (index, name) in alias.hostnames().iter().enumerate() {
            findings.problems(RULE, &hostnames.index(index), name, names::dns_subdomain(name));
        }
        if !addresses.insert(address) {
            let message = format!("duplicate ip {}", Quoted(address));
            let rule = Rule::HOST_ALIAS_DUPLICATE;
            findings.warn(rule, Code::FieldValueDuplicate, &path, message);
        }
    }
}
