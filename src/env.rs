//! The environment variables that every agent run knows, and their values.

use crate::bridge::engine::{Host, Made};
use crate::input::{Input, SLOT, Slot};
use crate::text::json;
use crate::text::units::Units;

/// The value of a known variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It is left out.
    Absent,
    /// That of its slot.
    Slot,
    /// One that was made.
    Made(Made),
}

impl Known {
    const fn slot_if(condition: bool) -> Self {
        if condition { Self::Slot } else { Self::Absent }
    }
}

/// The values that may have to be made.
struct Makings {
    wake_json: Known,
    linked_issues: Known,
}

/// Lists the variables in the order in which they are set: a name, and a field that is `always`
/// there or is there where it is `given`, or a value that is `made`.
macro_rules! variables {
    ($($name:literal: $kind:ident $field:ident $(or $slot:ident)?,)*) => {
        /// The names of the variables that every agent run knows, with the slots of the values
        /// that they commonly have; `None` where it is always made.
        pub const KNOWN: [(&str, Option<Slot>); [$($name),*].len()] =
            [$(($name, variables!(@slot $kind $field $($slot)?))),*];

        fn states<V>(input: &Input<V>, made: &Makings) -> [Known; KNOWN.len()] {
            [$(variables!(@state $kind $field input made)),*]
        }
    };
    (@slot made $field:ident) => { None };
    (@slot made $field:ident $slot:ident) => { Some(SLOT.$slot) };
    (@slot $kind:ident $field:ident) => { Some(SLOT.$field) };
    (@state always $field:ident $input:ident $made:ident) => { Known::Slot };
    (@state given $field:ident $input:ident $made:ident) => { Known::slot_if($input.$field) };
    (@state made $field:ident $input:ident $made:ident) => { $made.$field };
}

variables! {
    "PAPERCLIP_AGENT_ID": always agent_id,
    "PAPERCLIP_COMPANY_ID": always company_id,
    "PAPERCLIP_API_URL": always api_url,
    "PAPERCLIP_RUN_ID": always run_id,
    "PAPERCLIP_TASK_ID": given task_id,
    "PAPERCLIP_WAKE_REASON": given context_wake_reason,
    "PAPERCLIP_WAKE_COMMENT_ID": given wake_comment_id,
    "PAPERCLIP_APPROVAL_ID": given approval_id,
    "PAPERCLIP_APPROVAL_STATUS": given approval_status,
    "PAPERCLIP_WAKE_PAYLOAD_JSON": made wake_json or wake_json,
    "PAPERCLIP_WORKSPACE_CWD": given workspace_cwd,
    "PAPERCLIP_WORKSPACE_SOURCE": given workspace_source,
    "PAPERCLIP_WORKSPACE_STRATEGY": given workspace_strategy,
    "PAPERCLIP_WORKSPACE_ID": given workspace_id,
    "PAPERCLIP_WORKSPACE_REPO_URL": given workspace_repo_url,
    "PAPERCLIP_WORKSPACE_REPO_REF": given workspace_repo_ref,
    "PAPERCLIP_WORKSPACE_BRANCH": given workspace_branch,
    "PAPERCLIP_WORKSPACE_WORKTREE_PATH": given workspace_worktree_path,
    "AGENT_HOME": given agent_home,
    "PAPERCLIP_LINKED_ISSUE_IDS": made linked_issues,
    "PAPERCLIP_WORKSPACES_JSON": given workspaces_json,
    "PAPERCLIP_RUNTIME_SERVICE_INTENTS_JSON": given service_intents_json,
    "PAPERCLIP_RUNTIME_SERVICES_JSON": given services_json,
    "PAPERCLIP_RUNTIME_PRIMARY_URL": given primary_url,
    "PAPERCLIP_API_KEY": given auth_token,
}

/// The values of [`KNOWN`], in that order.
pub fn known<H: Host>(
    host: &mut H,
    input: &Input<H::Value>,
    units: &Units,
    scratch: &mut Vec<u16>,
) -> Result<[Known; KNOWN.len()], H::Error> {
    scratch.clear();
    write_linked_issues(scratch, input, units);
    let linked_issues = match &scratch[..] {
        [] => Known::Absent,
        ids => Known::Made(host.make(ids)?),
    };
    let wake_json = if input.wake_parts.is_empty() {
        Known::slot_if(input.wake_json)
    } else {
        scratch.clear();
        write_wake_json(scratch, input, units);
        Known::Made(host.make(scratch)?)
    };
    Ok(states(input, &Makings { wake_json, linked_issues }))
}

/// The issue ids, joined by commas.
fn write_linked_issues<V>(out: &mut Vec<u16>, input: &Input<V>, units: &Units) {
    for id in units.list(&input.issue_ids).flatten() {
        if !out.is_empty() {
            out.push(u16::from(b','));
        }
        out.extend_from_slice(id);
    }
}

/// The length from which on a comment is put into the wake's JSON text here.
pub const LONG_COMMENT: usize = 256;

/// The wake as JSON text, put together of parts and long comments.
fn write_wake_json<V>(out: &mut Vec<u16>, input: &Input<V>, units: &Units) {
    let mut parts = units.list(&input.wake_parts).flatten();
    out.extend_from_slice(parts.next().unwrap_or_default());
    let comments = units.list(&input.wake_comments).flatten();
    for (comment, part) in comments.filter(|comment| comment.len() >= LONG_COMMENT).zip(parts) {
        json::push_quoted(out, comment);
        out.extend_from_slice(part);
    }
}
