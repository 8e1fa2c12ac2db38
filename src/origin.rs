//! From a finding about a Job back to the setting: which part of the input a field of the Job comes
//! from.
//!
//! The description of the [`manifest`](crate::manifest) is read once more, as a [`Layout`] that
//! knows which slots a field is filled from, and the expressions that read these slots say where in
//! the input they are.

mod layout;
mod slots;
mod steps;

use layout::{Layout, Node, Piece};
use slots::{FIXED, Slots};
use steps::Steps;

use crate::validate::{Code, Finding, Rule, Subject};
use crate::validate_input::Value;

/// The path of the Job as a whole.
const WHOLE: &str = Subject::Job.whole();

/// The most origins of one finding.
const MOST: usize = 8;

/// Adds to each finding where the value comes from. `job` is the Job's JSON text.
pub fn add(findings: &mut [Finding], job: &str, input: &Value) {
    let slots = Slots::new(input);
    let layout = Layout::new(input);
    let job = serde_json::from_str(job).unwrap_or_default();
    for finding in findings {
        let root = if finding.is_of_secret { "promptSecret" } else { "job" };
        let paths = if finding.about.is_empty() {
            std::slice::from_ref(&finding.path)
        } else {
            &finding.about[..]
        };
        let mut origins = Vec::new();
        for whole in paths {
            // The record with the Secret has no metadata.
            let path = whole.strip_prefix("metadata.").filter(|_| finding.is_of_secret);
            let steps = steps::parse(path.unwrap_or(whole));
            let (node, rest) = layout.find(root, &steps);
            collect(&slots, &layout, node, rest, &job, &mut origins);
        }
        if finding.about.is_empty() {
            origins = match finding.rule {
                Rule::EXEC_NUL => slots.with('\0', origins),
                _ if finding.code == Code::Expansion => slots.with('$', origins),
                _ => origins,
            };
        }
        if finding.path == WHOLE {
            origins = ["ctx", "selfPod"].map(str::to_owned).to_vec();
        }
        if origins.is_empty() {
            origins.push(FIXED.to_owned());
        }
        finding.source = Some(origins.join(", "));
    }
}

/// Adds the origins of a node.
fn collect(
    slots: &Slots,
    layout: &Layout,
    node: &Node,
    rest: Steps,
    job: &serde_json::Value,
    origins: &mut Vec<String>,
) {
    let node = layout.resolve(node);
    let mut add = |origin: String| {
        if !origins.contains(&origin) && origins.len() < MOST {
            origins.push(origin);
        }
    };
    let mut unset = None;
    for piece in &node.pieces {
        match *piece {
            Piece::Slot(name) if name == slots::ENVIRONMENT => {
                slots.variables(rest, job).into_iter().for_each(&mut add);
            }
            Piece::Slot(name) => match slots.of(name, rest) {
                // Of several texts in one, those that are set.
                origin if node.pieces.len() > 1 && !origin.is_set => unset = Some(origin.path),
                origin => add(origin.path),
            },
            Piece::Row { slot, row, column } => add(slots.of_row(slot, row, column)),
            Piece::JobName => slots.of_job_name().into_iter().for_each(&mut add),
        }
    }
    if origins.is_empty() {
        origins.extend(unset);
    }
    match (node.assigned, rest) {
        (Some(slot), [step, rest @ ..]) => {
            let name = step.name();
            if let Some(origin) = slots.of_assigned(slot, &name) {
                origins.push(origin);
            } else if let Some(member) = node.members.get(&name) {
                collect(slots, layout, member, rest, job, origins);
            }
        }
        // An object of values: what is in it.
        (_, []) if node.members.values().all(|node| node.members.is_empty()) => {
            for node in node.members.values() {
                collect(slots, layout, node, &[], job, origins);
            }
        }
        _ => {}
    }
}
