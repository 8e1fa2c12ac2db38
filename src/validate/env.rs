//! Environment variables: `ValidateEnv` of `pkg/apis/core/validation`.

use std::collections::HashSet;

use super::env_source;
use super::finding::{Code, Findings};
use super::names;
use super::options::Options;
use super::path::Path;
use super::quote::Quoted;
use super::rules::Rule;
use super::schema::EnvVar;
use super::value::List;

/// The variable that carries the prompt into the init container.
const PROMPT: &str = "PROMPT_CONTENT";

/// Checks the variables of a container.
pub fn check<'a>(
    entries: List<'a, EnvVar<'a>>,
    options: &Options,
    path: &Path,
    findings: &mut Findings,
) {
    let mut names = HashSet::with_capacity(entries.len());
    for (index, entry) in entries.iter().enumerate() {
        let path = path.index(index);
        let name = entry.name();
        if name.is_empty() {
            findings.required(Rule::ENV_NAME, &path.field("name"), "");
        } else {
            findings.problems(
                Rule::ENV_NAME,
                &path.field("name"),
                name,
                names::env_name(name, options),
            );
        }
        env_source::check(entry, options, &path, findings);
        if !names.insert(name) && hides_earlier(entry) {
            let message = format!(
                "hides previous definition of {}, which may be dropped when using apply",
                Quoted(name)
            );
            findings.report(Rule::ENV_DUPLICATE, Code::FieldValueDuplicate, &path, message);
        }
        if name == PROMPT && entry.value_from().is_none() {
            check_prompt(entry.value(), &path, findings);
        }
    }
}

/// `GetWarningsForPod` of `pkg/api/pod`: a variable can add to the earlier one of its name.
fn hides_earlier(entry: EnvVar) -> bool {
    let earlier = format!("$({})", entry.name());
    entry.value_from().is_some() || entry.value() == earlier || !entry.value().contains(&earlier)
}

/// The prompt of the adapter: an empty one is a mistake.
fn check_prompt(prompt: &str, entry: &Path, findings: &mut Findings) {
    if prompt.trim().is_empty() {
        let message = "Required value: the prompt is empty: the agent has nothing to do";
        let path = entry.field("value");
        findings.report(Rule::PROMPT_EMPTY, Code::FieldValueRequired, &path, message.to_owned());
    }
}
