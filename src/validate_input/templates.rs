//! Templates: placeholders that name nothing, and braces that are not a placeholder.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::finding::Findings;
use super::keys::nearest;
use super::path::absolute;
use super::reads::Reads;
use super::rules::Rule;
use crate::template::placeholders;

/// A template of the configuration.
pub struct Template {
    /// Its setting.
    pub setting: &'static str,
    /// Its text.
    pub text: Vec<u16>,
}

/// The settings that are templates.
pub const SETTINGS: [&str; 2] = ["promptTemplate", "bootstrapPromptTemplate"];

/// A path of a placeholder that leads to nothing that a prompt can have.
#[derive(Deserialize)]
pub struct Missing {
    /// The path.
    path: String,
    /// The number of its names that lead somewhere.
    depth: usize,
    /// Whether they lead to `null`.
    #[serde(rename = "endsInNull")]
    ends_in_null: bool,
    /// Which list has the names that are there instead, or the first of them; -1 if there are none.
    names: isize,
}

/// The paths that lead to nothing, by themselves.
pub struct Unresolved<'a> {
    /// The paths.
    missing: BTreeMap<&'a str, &'a Missing>,
    /// The lists of names: many paths may end at one object.
    names: &'a [Vec<String>],
}

impl<'a> Unresolved<'a> {
    /// What the glue hands over.
    pub fn new(missing: &'a [Missing], names: &'a [Vec<String>]) -> Self {
        let missing = missing.iter().map(|missing| (missing.path.as_str(), missing)).collect();
        Self { missing, names }
    }

    /// The names that are where a path leads to nothing.
    fn names(&self, missing: &Missing) -> impl Iterator<Item = &'a str> {
        let place = usize::try_from(missing.names).ok();
        let names = place.and_then(|place| self.names.get(place));
        names.into_iter().flatten().map(String::as_str)
    }
}

/// What templates reach, apart from the agent's row and the context.
const ROOTS: [&str; 12] = [
    "agent.id",
    "agent.name",
    "agent.companyId",
    "agent.adapterType",
    "agent.adapterConfig",
    "agentId",
    "company.id",
    "companyId",
    "context",
    "run.id",
    "run.source",
    "runId",
];

/// The paths of a template's placeholders, each once.
pub fn paths(template: &[u16]) -> Vec<String> {
    let mut places = BTreeMap::new();
    for (index, placeholder) in placeholders(template).enumerate() {
        let path = template.get(placeholder.path).unwrap_or_default();
        places.entry(path).or_insert(index);
    }
    let mut paths: Vec<_> = places.into_iter().collect();
    paths.sort_by_key(|&(_, index)| index);
    paths.into_iter().map(|(path, _)| String::from_utf16_lossy(path)).collect()
}

/// Checks the templates; `unresolved` are the paths that the glue did not find.
pub fn check(
    reads: &Reads,
    templates: &[Template],
    unresolved: &Unresolved,
    findings: &mut Findings,
) {
    let known = known_paths(reads);
    for template in templates {
        let path = absolute(&["ctx", "config", template.setting]);
        let mut places = Places::new(&template.text);
        let mut seen = BTreeSet::new();
        let mut end = 0;
        for placeholder in placeholders(&template.text) {
            check_literal(
                &template.text,
                end..placeholder.range.start,
                &mut places,
                &path,
                findings,
            );
            end = placeholder.range.end;
            let name = template.text.get(placeholder.path.clone()).unwrap_or_default();
            let name = String::from_utf16_lossy(name);
            if !seen.insert(name.clone()) {
                continue;
            }
            let Some(missing) = unresolved.missing.get(name.as_str()) else {
                continue;
            };
            if may_be_missing(&name, missing, reads) {
                continue;
            }
            let place = places.of(placeholder.range.start);
            let suggestion = suggestion(&name, missing, unresolved, &known);
            let message = unknown_message(&name, &place, suggestion.as_deref());
            findings.report(Rule::PLACEHOLDER_UNKNOWN, path.clone(), message);
        }
        check_literal(&template.text, end..template.text.len(), &mut places, &path, findings);
    }
}

/// The paths that templates reach, as far as they are the same in every run.
fn known_paths(reads: &Reads) -> Vec<String> {
    let context = reads.members(&["ctx", "context"]);
    let workspace = reads.members(&["ctx", "context", "paperclipWorkspace"]);
    ROOTS
        .iter()
        .map(ToString::to_string)
        .chain(context.iter().map(|name| format!("context.{name}")))
        .chain(workspace.iter().map(|name| format!("context.paperclipWorkspace.{name}")))
        .collect()
}

/// A name that runs have or lack: what the builder itself reads of the context, and the two
/// optional members of an agent.
fn may_be_missing(name: &str, missing: &Missing, reads: &Reads) -> bool {
    let names: Vec<&str> = name.split('.').collect();
    let [root, first, ..] = names[..] else {
        return false;
    };
    match root {
        "agent" => missing.depth == 1 && matches!(first, "adapterType" | "adapterConfig" | "name"),
        "context" if missing.depth == 1 => reads.members(&["ctx", "context"]).contains(&first),
        "context" => {
            let last = names.get(missing.depth).copied().unwrap_or_default();
            missing.ends_in_null
                || (missing.depth == 2 && reads.members(&["ctx", "context", first]).contains(&last))
        }
        _ => false,
    }
}

/// A path that differs little from a known one, or from one that is there.
fn suggestion(
    name: &str,
    missing: &Missing,
    unresolved: &Unresolved,
    known: &[String],
) -> Option<String> {
    let names: Vec<&str> = name.split('.').collect();
    if let Some(near) = nearest(name, known.iter().map(String::as_str)) {
        return Some(near.to_owned());
    }
    let (found, rest) = names.split_at_checked(missing.depth)?;
    let wrong = rest.first()?;
    let near = nearest(wrong, unresolved.names(missing))?;
    Some(found.iter().copied().chain([near]).collect::<Vec<_>>().join("."))
}

/// A name is shown where it is a slip: any other one may be a part of the prompt.
fn unknown_message(name: &str, place: &str, suggestion: Option<&str>) -> String {
    let Some(suggestion) = suggestion else {
        return format!(
            "the placeholder at {place} names nothing in this run: the prompt has nothing in its \
             place; templates reach agent, company.id, run.id and context"
        );
    };
    format!(
        "{{{{{name}}}}} at {place} names nothing: the prompt has nothing in its place; write \
         {{{{{suggestion}}}}}"
    )
}

/// Braces in literal text.
fn check_literal(
    template: &[u16],
    range: std::ops::Range<usize>,
    places: &mut Places,
    path: &str,
    findings: &mut Findings,
) {
    const OPEN: u16 = b'{' as u16;
    let literal = template.get(range.clone()).unwrap_or_default();
    let mut from = 0;
    while let Some(at) = literal.get(from..).and_then(|rest| pair(rest, OPEN)) {
        let start = from + at;
        let place = places.of(range.start + start);
        let message = format!(
            "the braces at {place} are not a placeholder and stay in the prompt; write {{{{path}}}}: \
             two braces on both sides, and between them letters, digits, \"_\", \".\" and \"-\""
        );
        findings.report(Rule::PLACEHOLDER_MALFORMED, path.to_owned(), message);
        // Further braces at the same place are the same fault.
        let run = literal.get(start..).unwrap_or_default();
        from = start + run.iter().take_while(|&&unit| unit == OPEN).count();
    }
}

/// The first place of two equal units.
fn pair(text: &[u16], unit: u16) -> Option<usize> {
    text.windows(2).position(|two| two == [unit, unit])
}

/// Lines and columns of ascending places.
struct Places<'t> {
    /// The text.
    text: &'t [u16],
    /// The place that was asked for last.
    at: usize,
    /// Its line.
    line: usize,
    /// Where the line starts.
    start: usize,
}

impl<'t> Places<'t> {
    /// The places of a text, from its start.
    const fn new(text: &'t [u16]) -> Self {
        Self { text, at: 0, line: 1, start: 0 }
    }

    /// Where a unit is, not before the one that was asked for last.
    fn of(&mut self, place: usize) -> String {
        while self.at < place {
            if self.text.get(self.at) == Some(&u16::from(b'\n')) {
                self.line += 1;
                self.start = self.at + 1;
            }
            self.at += 1;
        }
        format!("line {}, column {}", self.line, place - self.start + 1)
    }
}
