//! Environment variables: `ValidateEnv` of `pkg/apis/core/validation`.

use k8s_openapi::api::core::v1::EnvVar;
use rustc_hash::FxHashSet;

use super::env_source;
use super::finding::{Code, Findings};
use super::names::{self, Complaints};
use super::options::Options;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;

/// The variable that carries the prompt into the init container.
const PROMPT: &str = "PROMPT_CONTENT";

/// Checks the variables of a container.
pub fn check(entries: &[EnvVar], options: &Options, path: &Path, findings: &mut Findings) {
    let mut names = FxHashSet::default();
    for (index, entry) in entries.iter().enumerate() {
        let path = path.index(index);
        let name = entry.name.as_str();
        if name.is_empty() {
            findings.required(Rule::EnvName, &path.field("name"), "");
        } else {
            findings.complaints(
                Rule::EnvName,
                &path.field("name"),
                name,
                complaints(name, options),
            );
        }
        env_source::check(entry, &path, findings);
        if !names.insert(name) {
            // `GetWarningsForPod` of `pkg/api/pod`.
            let message = format!(
                "hides previous definition of {}, which may be dropped when using apply",
                Quoted(name)
            );
            findings.report(Rule::EnvDuplicate, Code::FieldValueDuplicate, &path, message);
        }
        if name == PROMPT && entry.value_from.is_none() {
            check_prompt(entry.value.as_deref().unwrap_or_default(), &path, findings);
        }
    }
}

fn check_prompt(prompt: &str, entry: &Path, findings: &mut Findings) {
    if prompt.trim().is_empty() {
        let message = "Required value: the prompt is empty: the agent has nothing to do";
        let path = entry.field("value");
        findings.report(Rule::PromptEmpty, Code::FieldValueRequired, &path, message.to_owned());
    }
}

/// What is wrong with a variable's name or a prefix of names: Kubernetes 1.32 relaxed the rule.
pub fn complaints(name: &str, options: &Options) -> Complaints {
    if options.minor >= 32 { names::env_name(name) } else { names::strict_env_name(name) }
}
