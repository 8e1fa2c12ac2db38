//! Credentials that are literal values of a container: whoever may read Pods reads them. Opt-in.

use super::finding::{Code, Findings};
use super::options::Options;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;
use super::schema::Container;
use crate::credentials;
use crate::env::VARIABLES;

/// Checks the variables of a container. Only names are reported.
pub fn check(container: Container, options: &Options, path: &Path, findings: &mut Findings) {
    if !options.reports_secrets {
        return;
    }
    let path = path.field("env");
    for (index, entry) in container.env().iter().enumerate() {
        let name = entry.name();
        // The run's own token is a literal value by design.
        let is_of_run = VARIABLES.iter().any(|variable| variable.name == name);
        if !is_of_run && credentials::is_literal(name, entry.value()) {
            let message = format!(
                "the value of {} is a credential that whoever may read Pods reads; put it into a \
                 Secret and refer to that with valueFrom.secretKeyRef",
                Quoted(name)
            );
            let path = path.index(index);
            findings.warn(Rule::SECRET_LITERAL, Code::Exposed, &path.field("value"), message);
        }
    }
}
