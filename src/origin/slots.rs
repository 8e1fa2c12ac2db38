//! Where in the input a slot of the manifest comes from.

use std::collections::BTreeSet;

use super::steps::{Step, Steps};
use crate::env::{self, Presence, VARIABLES};
use crate::input::SLOT;
use crate::validate_input::{Candidate, Reads, Value, absolute, item, member};

/// What no setting changes.
pub const FIXED: &str = "fixed by buildJobManifest";

/// The slot of the main container's variables.
pub const ENVIRONMENT: &str = env::ENVIRONMENT.0;

/// The slot of the secret volumes.
pub const SECRET_VOLUMES: &str = SLOT.secret_volumes.0;

/// The members of a secret volume, in the order of the columns of its row.
const COLUMNS: [&str; 4] = ["volumeName", "secretName", "defaultMode", "mountPath"];

/// The process's own variables, from which the API's URL comes where none is inherited.
const PROCESS: &str = "process.env";

/// Where a value comes from.
pub struct Origin {
    /// The path, or the default of the value at a path.
    pub path: String,
    /// Whether it is set there.
    pub is_set: bool,
}

/// The slots of one input.
pub struct Slots<'i> {
    /// The input.
    input: &'i Value,
    /// What is read of it.
    reads: &'static Reads,
}

impl<'i> Slots<'i> {
    /// The slots of an input.
    pub fn new(input: &'i Value) -> Self {
        Self { input, reads: Reads::get() }
    }

    /// Where the value of a slot comes from, or what is further inside.
    pub fn of(&self, name: &str, rest: Steps) -> Origin {
        let candidates = self.reads.reading(name).map_or(&[][..], |reading| &reading.candidates);
        let mut last = None;
        for candidate in candidates {
            match candidate {
                Candidate::At { path, expected, hides } => {
                    let value = self.input.at(path);
                    let is_given = !matches!(value, Value::Unset);
                    if is_given && (*hides || expected.accepts(value)) {
                        return Origin { path: inside(absolute(path), value, rest), is_set: true };
                    }
                    last = Some(path);
                }
                Candidate::Default(_) => {
                    let path = last.map_or_else(String::new, |path| absolute(path));
                    return Origin { path: format!("default of {path}"), is_set: false };
                }
            }
        }
        let path = last.map_or_else(|| FIXED.to_owned(), |path| absolute(path));
        Origin { path, is_set: false }
    }

    /// Where a member comes from that a slot's members are added with, if it is one of these.
    pub fn of_assigned(&self, slot: &str, name: &str) -> Option<String> {
        let reading = self.reads.reading(slot)?;
        reading.candidates.iter().find_map(|candidate| match candidate {
            Candidate::At { path, .. } => match self.input.at(path) {
                Value::Text(lines) => has_line(lines, name).then(|| absolute(path)),
                value => value.get(name).text().map(|_| member(&absolute(path), name)),
            },
            Candidate::Default(_) => None,
        })
    }

    /// Of these paths those whose text has a character in it, down to the item of a list; all of
    /// them if none has.
    pub fn with(&self, character: char, origins: Vec<String>) -> Vec<String> {
        let has = |value: &Value| value.text().is_some_and(|text| text.contains(character));
        let mut found = Vec::new();
        for origin in &origins {
            for read in self.reads.all() {
                let path = absolute(read.path);
                let is_inside = path
                    .strip_prefix(origin.as_str())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
                if is_inside {
                    let value = self.input.at(read.path);
                    let items = value.items().iter().enumerate().filter(|(_, value)| has(value));
                    found.extend(items.map(|(index, _)| item(&path, index)));
                    found.extend(has(value).then_some(path));
                }
            }
        }
        if found.is_empty() { origins } else { dedup(found) }
    }

    /// Where a column of a row comes from.
    pub fn of_row(&self, slot: &str, row: usize, column: usize) -> String {
        let Origin { path, .. } = self.of(slot, &[]);
        if slot != SECRET_VOLUMES {
            return path;
        }
        let path = item(&path, row);
        COLUMNS.get(column).map_or_else(|| path.clone(), |name| member(&path, name))
    }

    /// What the Job's name is put together from.
    pub fn of_job_name(&self) -> [String; 2] {
        ["agent_id", "run_id"].map(|name| self.of(name, &[]).path)
    }

    /// Where a variable of the main container comes from. Its name is looked up in the Job.
    pub fn variables(&self, steps: Steps, job: &serde_json::Value) -> Vec<String> {
        let [Step::Index(index), rest @ ..] = steps else {
            return ["ctx.config.env", "selfPod.inheritedEnv"].map(str::to_owned).to_vec();
        };
        let pointer = format!("/spec/template/spec/containers/0/env/{index}/name");
        let name = job.pointer(&pointer).and_then(serde_json::Value::as_str);
        name.and_then(|name| self.layer_of(name, rest)).into_iter().collect()
    }

    /// The layer that a variable is in: the last one that sets it.
    fn layer_of(&self, name: &str, rest: Steps) -> Option<String> {
        if name == "HOME" {
            return Some(FIXED.to_owned());
        }
        let has = |path: &[&str]| self.input.at(path).entries().iter().find(|(key, _)| key == name);
        let configured = ["ctx", "config", "env"];
        if has(&configured).is_some_and(|(_, value)| value.text().is_some()) {
            return Some(member(&absolute(&configured), name));
        }
        if let Some(variable) = VARIABLES.iter().find(|variable| variable.name == name) {
            let origin = self.of(name, &[]);
            if name == "PAPERCLIP_API_URL" && !origin.is_set {
                return Some(PROCESS.to_owned());
            }
            if origin.is_set || variable.presence == Presence::Always {
                return Some(origin.path);
            }
        }
        let inherited = ["selfPod", "inheritedEnv"];
        if has(&inherited).is_some() {
            return Some(member(&absolute(&inherited), name));
        }
        let sources = ["selfPod", "inheritedEnvValueFrom"];
        let entries = self.input.at(&sources).items();
        let index = entries.iter().position(|entry| entry.get("name").text() == Some(name))?;
        Some(inside(item(&absolute(&sources), index), &Value::Unset, rest))
    }
}

/// Each of them once.
fn dedup(mut paths: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    paths.retain(|path| seen.insert(path.clone()));
    paths
}

/// Whether a line sets that key.
fn has_line(lines: &str, key: &str) -> bool {
    lines.lines().any(|line| line.split_once('=').is_some_and(|(name, _)| name.trim() == key))
}

/// The path of what is further inside. There is nothing inside a text that stands for an object.
fn inside(mut path: String, value: &Value, rest: Steps) -> String {
    if value.text().is_some() {
        return path;
    }
    for step in rest {
        path = match step {
            Step::Index(index) => item(&path, *index),
            Step::Field(name) | Step::Key(name) => member(&path, name),
        };
    }
    path
}
