//! DNS: `validatePodDNSConfig` of `pkg/apis/core/validation`.

use super::finding::{Code, Findings};
use super::ip;
use super::names;
use super::options::Options;
use super::path::Path;
use super::quote::{JsonList, Quoted};
use super::rules::Rule;
use super::schema::{PodDNSConfig, PodSpec};
use super::versions::Change;

/// `MaxDNSNameservers`.
const MAX_NAMESERVERS: usize = 3;
/// `MaxDNSSearchPaths`.
const MAX_SEARCHES: usize = 32;
/// `MaxDNSSearchListChars`.
const MAX_SEARCH_CHARACTERS: usize = 2048;

/// Checks the DNS configuration of a Pod.
pub fn check(pod: PodSpec, options: &Options, path: &Path, findings: &mut Findings) {
    let is_none = pod.dns_policy() == "None";
    let Some(config) = pod.dns_config() else {
        if is_none {
            let detail = "must provide `dnsConfig` when `dnsPolicy` is None";
            findings.required(Rule::DNS_NAMESERVERS, path, detail);
        }
        return;
    };
    if is_none && config.nameservers().is_empty() {
        let detail = "must provide at least one DNS nameserver when `dnsPolicy` is None";
        return findings.required(Rule::DNS_NAMESERVERS, &path.field("nameservers"), detail);
    }
    check_nameservers(config, options, &path.field("nameservers"), findings);
    check_searches(config, options, &path.field("searches"), findings);
    let list = path.field("options");
    for (index, option) in config.options().iter().enumerate() {
        if option.name().is_empty() {
            findings.required(Rule::DNS_OPTIONS, &list.index(index), "must not be empty");
        }
    }
}

/// Checks the nameservers.
fn check_nameservers(
    config: PodDNSConfig,
    options: &Options,
    path: &Path,
    findings: &mut Findings,
) {
    let rule = Rule::DNS_NAMESERVERS;
    let servers = config.nameservers();
    if servers.len() > MAX_NAMESERVERS {
        let detail = format!("must not have more than {MAX_NAMESERVERS} nameservers");
        findings.invalid(rule, path, JsonList(servers), detail);
    }
    for (index, server) in servers.iter().enumerate() {
        let path = path.index(index);
        if let Some(problem) = ip::problem(server, options) {
            findings.invalid(rule, &path, Quoted(server), problem);
        } else if let Some(warning) = ip::warning(server) {
            findings.warn(Rule::IP_FORM, Code::FieldValueInvalid, &path, warning);
        }
    }
}

/// Checks the search domains.
fn check_searches(config: PodDNSConfig, options: &Options, path: &Path, findings: &mut Findings) {
    let rule = Rule::DNS_SEARCHES;
    let searches = config.searches();
    let length = searches.iter().map(str::len).sum::<usize>() + searches.len().saturating_sub(1);
    if searches.len() > MAX_SEARCHES {
        let detail = format!("must not have more than {MAX_SEARCHES} search paths");
        findings.invalid(rule, path, JsonList(searches), detail);
    }
    if length > MAX_SEARCH_CHARACTERS {
        let detail = format!(
            "must not have more than {MAX_SEARCH_CHARACTERS} characters (including spaces) in \
             the search list"
        );
        findings.invalid(rule, path, JsonList(searches), detail);
    }
    let is_relaxed = options.has(Change::RelaxedSearchDomains);
    for (index, search) in searches.iter().enumerate() {
        if is_relaxed && search == "." {
            continue;
        }
        let domain = search.strip_suffix('.').unwrap_or(search);
        let problems =
            if is_relaxed { names::search_domain(domain) } else { names::dns_subdomain(domain) };
        findings.problems(rule, &path.index(index), domain, problems);
    }
}
