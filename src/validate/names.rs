//! The forms of names, keys and label values: Kubernetes' `apimachinery/pkg/util/validation`.
//! Each function returns the problems of its argument.

use std::borrow::Cow;

use super::options::Options;
use super::versions::Change;

/// What is wrong with a name; mostly nothing.
pub type Problems = Vec<Cow<'static, str>>;

/// Problem of a label value.
const LABEL_VALUE: &str = "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
/// Problem of the part of a key after `/`.
const NAME_PART: &str = "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
/// Problem of a label key as a whole.
const LABEL_KEY: &str = "a valid label key must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";
/// Problem of a DNS label.
const DNS_LABEL: &str = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
/// Problem of a DNS subdomain.
const DNS_SUBDOMAIN: &str = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
/// Problem of a DNS search domain.
const SEARCH_DOMAIN: &str = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*')";
/// Problem of a key of a `ConfigMap` or Secret.
const CONFIG_KEY: &str = "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')";
/// Problem of the name of a variable.
const ENV_NAME: &str = "a valid environment variable name must consist only of printable ASCII characters other than '='";
/// Problem of the name of a variable before Kubernetes 1.32.
const STRICT_ENV_NAME: &str = "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit (e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used for validation is '[-._a-zA-Z][-._a-zA-Z0-9]*')";
/// Problem of the name of an HTTP header.
const HTTP_HEADER: &str = "a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', regex used for validation is '[-A-Za-z0-9]+')";

/// The problem, unless the value is fine.
fn problem(is_fine: bool, text: &'static str) -> Option<Cow<'static, str>> {
    (!is_fine).then_some(Cow::Borrowed(text))
}

/// `MaxLenError` of `api/validate/content`, which labels use.
fn bytes(value: &str, limit: usize) -> Option<Cow<'static, str>> {
    (value.len() > limit).then(|| format!("must be no more than {limit} bytes").into())
}

/// `MaxLenError` of `util/validation`, which counts bytes too.
fn characters(value: &str, limit: usize) -> Option<Cow<'static, str>> {
    (value.len() > limit).then(|| format!("must be no more than {limit} characters").into())
}

/// Whether all is of the given characters, with letters or digits at both ends.
fn is_name(value: &str, is_end: fn(u8) -> bool, others: &[u8]) -> bool {
    let bytes = value.as_bytes();
    bytes.iter().all(|&byte| is_end(byte) || others.contains(&byte))
        && bytes.first().is_some_and(|&byte| is_end(byte))
        && bytes.last().is_some_and(|&byte| is_end(byte))
}

/// Whether a byte is a letter or a digit of ASCII.
const fn is_alphanumeric(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

/// Whether a byte is a lower-case letter or a digit of ASCII.
const fn is_lower_alphanumeric(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

/// Whether a text consists of DNS labels, joined by dots.
fn is_subdomain(value: &str) -> bool {
    value.split('.').all(|label| is_name(label, is_lower_alphanumeric, b"-"))
}

/// `IsValidLabelValue`.
pub fn label_value(value: &str) -> Problems {
    let is_fine = value.is_empty() || is_name(value, is_alphanumeric, b"-_.");
    bytes(value, 63).into_iter().chain(problem(is_fine, LABEL_VALUE)).collect()
}

/// `IsQualifiedName`, which labels call `IsLabelKey`.
pub fn label_key(key: &str) -> Problems {
    let (prefix, name) = match key.split_once('/') {
        Some((_, name)) if name.contains('/') => return vec![LABEL_KEY.into()],
        Some((prefix, name)) => (Some(prefix), name),
        None => (None, key),
    };
    let mut problems = Problems::new();
    match prefix {
        Some("") => problems.push("prefix part must be non-empty".into()),
        Some(prefix) => {
            let form = problem(is_subdomain(prefix), DNS_SUBDOMAIN);
            let of_prefix = bytes(prefix, 253).into_iter().chain(form);
            problems.extend(of_prefix.map(|text| format!("prefix part {text}").into()));
        }
        None => {}
    }
    if name.is_empty() {
        problems.push("name part must be non-empty".into());
    } else {
        problems.extend(bytes(name, 63).map(|text| format!("name part {text}").into()));
    }
    problems.extend(problem(is_name(name, is_alphanumeric, b"-_."), NAME_PART));
    problems
}

/// `IsDNS1123Label`, the form of namespaces, volumes and containers.
pub fn dns_label(value: &str) -> Problems {
    let form = if is_name(value, is_lower_alphanumeric, b"-") {
        None
    } else if is_subdomain(value) {
        Some("must not contain dots".into())
    } else {
        Some(DNS_LABEL.into())
    };
    characters(value, 63).into_iter().chain(form).collect()
}

/// `IsDNS1123Subdomain`.
pub fn dns_subdomain(value: &str) -> Problems {
    characters(value, 253).into_iter().chain(problem(is_subdomain(value), DNS_SUBDOMAIN)).collect()
}

/// `NameIsDNSSubdomain` for the start of a name, which may end with a dash: `maskTrailingDash`.
pub fn dns_subdomain_prefix(prefix: &str) -> Problems {
    let mut characters = prefix.chars();
    match (characters.next_back(), characters.next_back()) {
        (Some('-'), Some('\0'..='\u{7f}')) => dns_subdomain(&format!("{}a", characters.as_str())),
        _ => dns_subdomain(prefix),
    }
}

/// `IsDNS1123SubdomainWithUnderscore`.
pub fn search_domain(value: &str) -> Problems {
    let is_label = |label: &str| {
        let label = label.strip_prefix('_').unwrap_or(label);
        is_name(label, is_lower_alphanumeric, b"-_")
    };
    let is_fine = value.split('.').all(is_label);
    characters(value, 253).into_iter().chain(problem(is_fine, SEARCH_DOMAIN)).collect()
}

/// `IsConfigMapKey`.
pub fn config_key(key: &str) -> Problems {
    let is_fine =
        !key.is_empty() && key.bytes().all(|byte| is_alphanumeric(byte) || b"-._".contains(&byte));
    let mut problems: Problems =
        characters(key, 253).into_iter().chain(problem(is_fine, CONFIG_KEY)).collect();
    problems.extend(directory(key));
    problems
}

/// The name of a variable, or a prefix of such names.
pub fn env_name(name: &str, options: &Options) -> Problems {
    if options.has(Change::RelaxedEnvNames) {
        relaxed_env_name(name)
    } else {
        strict_env_name(name)
    }
}

/// `IsRelaxedEnvVarName`.
pub fn relaxed_env_name(name: &str) -> Problems {
    let is_fine = name.bytes().all(|byte| matches!(byte, b' '..=b'~') && byte != b'=');
    problem(is_fine, ENV_NAME).into_iter().collect()
}

/// `IsEnvVarName`.
fn strict_env_name(name: &str) -> Problems {
    let is_fine = !name.starts_with(|first: char| first.is_ascii_digit())
        && name.bytes().all(|byte| is_alphanumeric(byte) || b"-._".contains(&byte));
    problem(is_fine, STRICT_ENV_NAME).into_iter().chain(directory(name)).collect()
}

/// `hasChDirPrefix`.
fn directory(name: &str) -> Option<Cow<'static, str>> {
    match name {
        "." => Some("must not be '.'".into()),
        ".." => Some("must not be '..'".into()),
        _ if name.starts_with("..") => Some("must not start with '..'".into()),
        _ => None,
    }
}

/// `strings.ToLower` of Go, which maps each character to one: `İ` becomes `i`.
pub fn to_lower(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars().filter_map(|character| character.to_lowercase().next()).collect()
}

/// `validatePathNoBacksteps`: a relative path stays inside.
pub fn no_backsteps(path: &str) -> Option<&'static str> {
    path.split('/').any(|part| part == "..").then_some("must not contain '..'")
}

/// `httpPathRegexp`: the characters of a path in a URL.
pub fn http_path(path: &str) -> Option<&'static str> {
    let is_fine = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~%!$&'()*+,;=:".contains(&byte);
    let problem = "Invalid path (regex used for validation is \
                   '[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+')";
    (!path.bytes().all(is_fine)).then_some(problem)
}

/// `IsValidPortNum`.
pub fn port_number(port: i64) -> Option<&'static str> {
    (!(1..=65535).contains(&port)).then_some("must be between 1 and 65535, inclusive")
}

/// `IsValidPortName`.
pub fn port_name(name: &str) -> Problems {
    let is_in_set = |byte: u8| is_lower_alphanumeric(byte) || byte == b'-';
    let problems = [
        problem(
            !name.is_empty() && name.bytes().all(is_in_set),
            "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)",
        ),
        problem(
            name.bytes().any(|byte| byte.is_ascii_lowercase()),
            "must contain at least one letter (a-z)",
        ),
        problem(!name.contains("--"), "must not contain consecutive hyphens"),
        problem(
            !name.starts_with('-') && !name.ends_with('-'),
            "must not begin or end with a hyphen",
        ),
    ];
    characters(name, 15).into_iter().chain(problems.into_iter().flatten()).collect()
}

/// `IsHTTPHeaderName`.
pub fn http_header(name: &str) -> Option<&'static str> {
    let is_fine =
        !name.is_empty() && name.bytes().all(|byte| is_alphanumeric(byte) || byte == b'-');
    (!is_fine).then_some(HTTP_HEADER)
}
