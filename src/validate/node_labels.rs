//! Labels of nodes, and what the server says of those that a Pod asks for: `pkg/api/node`.

use super::finding::{Code, Findings};
use super::labels::Labels;
use super::names;
use super::path::Path;
use super::quote;
use super::rules::Rule;

/// `GetNodeLabelDeprecatedMessage`.
fn deprecation(key: &str) -> Option<&'static str> {
    Some(match key {
        "beta.kubernetes.io/arch" => r#"deprecated since v1.14; use "kubernetes.io/arch" instead"#,
        "beta.kubernetes.io/os" => r#"deprecated since v1.14; use "kubernetes.io/os" instead"#,
        "failure-domain.beta.kubernetes.io/region" => {
            r#"deprecated since v1.17; use "topology.kubernetes.io/region" instead"#
        }
        "failure-domain.beta.kubernetes.io/zone" => {
            r#"deprecated since v1.17; use "topology.kubernetes.io/zone" instead"#
        }
        "beta.kubernetes.io/instance-type" => {
            r#"deprecated since v1.17; use "node.kubernetes.io/instance-type" instead"#
        }
        "app.kubernetes.io/created-by" => "deprecated since v1.9",
        "scheduler.alpha.kubernetes.io/preferAvoidPods" => {
            "deprecated since v1.22; use Taints and Tolerations instead"
        }
        "node-role.kubernetes.io/master" => {
            r#"use "node-role.kubernetes.io/control-plane" instead"#
        }
        _ => return None,
    })
}

/// Warns of deprecated keys in a node selector.
pub fn warn_of_selector(selector: Labels, path: &Path, findings: &mut Findings) {
    for (key, _) in selector.iter() {
        if let Some(message) = deprecation(key) {
            warn(&path.key(key), message, findings);
        }
    }
}

/// Warns of a deprecated key at its own path.
pub fn warn_of_key(key: &str, path: &Path, findings: &mut Findings) {
    if let Some(message) = deprecation(key) {
        warn(path, &format!("{key} is {message}"), findings);
    }
}

/// A label that has a successor.
fn warn(path: &Path, message: &str, findings: &mut Findings) {
    findings.warn(Rule::NODE_LABEL_DEPRECATED, Code::FieldValueNotSupported, path, message);
}

/// Warns of a value that no label has.
pub fn warn_of_value(value: &str, path: &Path, findings: &mut Findings) {
    for problem in names::label_value(value) {
        let message = format!("{} is invalid, {problem}", quote::start(value));
        findings.warn(Rule::NODE_LABEL_VALUE, Code::FieldValueInvalid, path, message);
    }
}
