//! DNS: `validatePodDNSConfig` of `pkg/apis/core/validation`.

use std::net::IpAddr;

use super::finding::Findings;
use super::names;
use super::options::Options;
use super::path::Path;
use super::quote::{Json, Quoted};
use super::rules::Rule;
use super::schema::{PodDNSConfig, PodSpec};
use super::value::List;
use super::versions::Change;

const MAX_NAMESERVERS: usize = 3;
const MAX_SEARCHES: usize = 32;
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
    check_nameservers(config, is_none, &path.field("nameservers"), findings);
    check_searches(config, options, &path.field("searches"), findings);
    let list = path.field("options");
    for (index, option) in config.options().iter().enumerate() {
        if option.name().is_empty() {
            findings.required(Rule::DNS_OPTIONS, &list.index(index), "must not be empty");
        }
    }
}

fn check_nameservers(config: PodDNSConfig, is_none: bool, path: &Path, findings: &mut Findings) {
    let rule = Rule::DNS_NAMESERVERS;
    let servers = config.nameservers();
    if is_none && servers.is_empty() {
        let detail = "must provide at least one DNS nameserver when `dnsPolicy` is None";
        findings.required(rule, path, detail);
    }
    if servers.len() > MAX_NAMESERVERS {
        let detail = format!("must not have more than {MAX_NAMESERVERS} nameservers");
        findings.invalid(rule, path, json(servers), detail);
    }
    for (index, server) in servers.iter().enumerate() {
        if let Some(problem) = address_problem(server) {
            findings.invalid(rule, &path.index(index), Quoted(server), problem);
        }
    }
}

/// `IsValidIP`.
fn address_problem(text: &str) -> Option<&'static str> {
    match text.parse::<IpAddr>() {
        Ok(IpAddr::V6(address)) if address.to_ipv4_mapped().is_some() => {
            Some("must not be an IPv4-mapped IPv6 address")
        }
        Ok(_) => None,
        Err(_) => {
            let without_zeros =
                text.split('.').map(|part| part.trim_start_matches('0')).collect::<Vec<_>>();
            let padded = without_zeros.iter().map(|part| if part.is_empty() { "0" } else { part });
            let is_padded = padded.collect::<Vec<_>>().join(".").parse::<std::net::Ipv4Addr>();
            let is_padded = is_padded.is_ok() && !text.split('.').any(str::is_empty);
            Some(if is_padded {
                "must not have leading 0s"
            } else {
                "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"
            })
        }
    }
}

fn check_searches(config: PodDNSConfig, options: &Options, path: &Path, findings: &mut Findings) {
    let rule = Rule::DNS_SEARCHES;
    let searches = config.searches();
    let length = searches.iter().map(str::len).sum::<usize>() + searches.len().saturating_sub(1);
    if searches.len() > MAX_SEARCHES {
        let detail = format!("must not have more than {MAX_SEARCHES} search paths");
        findings.invalid(rule, path, json(searches), detail);
    }
    if length > MAX_SEARCH_CHARACTERS {
        let detail = format!(
            "must not have more than {MAX_SEARCH_CHARACTERS} characters (including spaces) in \
             the search list"
        );
        findings.invalid(rule, path, json(searches), detail);
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

/// The list as the server prints it.
fn json<'a>(texts: List<'a, &'a str>) -> String {
    format!("[{}]", texts.iter().map(|text| Json(text).to_string()).collect::<Vec<_>>().join(","))
}
