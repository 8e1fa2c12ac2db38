//! The environment variables that every agent run knows, and their values.

use crate::host::Host;
use crate::input::{Input, SLOT, Slot};
use crate::units::{Span, Units};
use crate::{json, text};

/// The variables that every agent run knows, in the order in which they are set, with the values
/// that they commonly have; `None` where it is always made.
pub const KNOWN: [(&str, Option<Slot>); 25] = [
    ("PAPERCLIP_AGENT_ID", Some(SLOT.agent_id)),
    ("PAPERCLIP_COMPANY_ID", Some(SLOT.company_id)),
    ("PAPERCLIP_API_URL", Some(SLOT.api_url)),
    ("PAPERCLIP_RUN_ID", Some(SLOT.run_id)),
    ("PAPERCLIP_TASK_ID", Some(SLOT.task_id)),
    ("PAPERCLIP_WAKE_REASON", Some(SLOT.context_wake_reason)),
    ("PAPERCLIP_WAKE_COMMENT_ID", Some(SLOT.wake_comment_id)),
    ("PAPERCLIP_APPROVAL_ID", Some(SLOT.approval_id)),
    ("PAPERCLIP_APPROVAL_STATUS", Some(SLOT.approval_status)),
    ("PAPERCLIP_WAKE_PAYLOAD_JSON", Some(SLOT.wake_json)),
    ("PAPERCLIP_WORKSPACE_CWD", Some(SLOT.workspace_cwd)),
    ("PAPERCLIP_WORKSPACE_SOURCE", Some(SLOT.workspace_source)),
    (
        "PAPERCLIP_WORKSPACE_STRATEGY",
        Some(SLOT.workspace_strategy),
    ),
    ("PAPERCLIP_WORKSPACE_ID", Some(SLOT.workspace_id)),
    (
        "PAPERCLIP_WORKSPACE_REPO_URL",
        Some(SLOT.workspace_repo_url),
    ),
    (
        "PAPERCLIP_WORKSPACE_REPO_REF",
        Some(SLOT.workspace_repo_ref),
    ),
    ("PAPERCLIP_WORKSPACE_BRANCH", Some(SLOT.workspace_branch)),
    (
        "PAPERCLIP_WORKSPACE_WORKTREE_PATH",
        Some(SLOT.workspace_worktree_path),
    ),
    ("AGENT_HOME", Some(SLOT.agent_home)),
    ("PAPERCLIP_LINKED_ISSUE_IDS", None),
    ("PAPERCLIP_WORKSPACES_JSON", Some(SLOT.workspaces_json)),
    (
        "PAPERCLIP_RUNTIME_SERVICE_INTENTS_JSON",
        Some(SLOT.service_intents_json),
    ),
    ("PAPERCLIP_RUNTIME_SERVICES_JSON", Some(SLOT.services_json)),
    ("PAPERCLIP_RUNTIME_PRIMARY_URL", Some(SLOT.primary_url)),
    ("PAPERCLIP_API_KEY", Some(SLOT.auth_token)),
];

/// The value of a known variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It is left out.
    Absent,
    /// That of its slot.
    Slot,
    /// The one that was made, by its place among those.
    Made(usize),
}

/// The values of [`KNOWN`], in that order. Those that have to be made are appended to `made`.
pub fn known<H: Host>(
    made: &mut Vec<H::Value>,
    host: &mut H,
    input: &Input<H::Value>,
    units: &Units,
    scratch: &mut Vec<u16>,
) -> Result<[Known; KNOWN.len()], H::Error> {
    let slot_if = |condition| {
        if condition {
            Known::Slot
        } else {
            Known::Absent
        }
    };
    let mut make = |host: &mut H, text: &[u16]| {
        made.push(host.string(text)?);
        Ok(Known::Made(made.len() - 1))
    };

    let mut api_url = Known::Slot;
    if !input.api_url {
        scratch.clear();
        write_api_url(scratch, input, units);
        api_url = make(host, scratch)?;
    }
    scratch.clear();
    write_linked_issues(scratch, input, units);
    let linked_issues = if scratch.is_empty() {
        Known::Absent
    } else {
        make(host, scratch)?
    };
    let mut wake_json = slot_if(input.wake_json);
    if !input.wake_parts.is_empty() {
        scratch.clear();
        write_wake_json(scratch, input, units);
        wake_json = make(host, scratch)?;
    }

    // A text counts without its outer white space, if anything is left of it then.
    let mut set = |text: Option<Span>| {
        let Some(text) = units.text(text) else {
            return Ok(Known::Absent);
        };
        match text::trim(text) {
            [] => Ok(Known::Absent),
            inner if inner.len() == text.len() => Ok(Known::Slot),
            inner => make(host, inner),
        }
    };
    Ok([
        Known::Slot,
        Known::Slot,
        api_url,
        Known::Slot,
        set(input.task_id)?,
        set(input.context_wake_reason)?,
        set(input.wake_comment_id)?,
        set(input.approval_id)?,
        set(input.approval_status)?,
        wake_json,
        set(input.workspace_cwd)?,
        set(input.workspace_source)?,
        set(input.workspace_strategy)?,
        set(input.workspace_id)?,
        set(input.workspace_repo_url)?,
        set(input.workspace_repo_ref)?,
        set(input.workspace_branch)?,
        set(input.workspace_worktree_path)?,
        set(input.agent_home)?,
        linked_issues,
        slot_if(input.workspaces_json),
        slot_if(input.service_intents_json),
        slot_if(input.services_json),
        set(input.primary_url)?,
        slot_if(input.auth_token),
    ])
}

/// The URL of this process's own API.
fn write_api_url<V>(out: &mut Vec<u16>, input: &Input<V>, units: &Units) {
    let colon = u16::from(b':');
    let host = text::trim(units.text(input.api_host).unwrap_or_default());
    text::push_ascii(out, "http://");
    if host.is_empty() || text::equals(host, "0.0.0.0") || text::equals(host, "::") {
        text::push_ascii(out, "localhost");
    } else if host.contains(&colon)
        && host.first() != Some(&u16::from(b'['))
        && host.last() != Some(&u16::from(b']'))
    {
        text::push_ascii(out, "[");
        out.extend_from_slice(host);
        text::push_ascii(out, "]");
    } else {
        out.extend_from_slice(host);
    }
    out.push(colon);
    out.extend_from_slice(units.text(input.api_port).unwrap_or_default());
}

/// The issue ids that are not blank, joined by commas.
fn write_linked_issues<V>(out: &mut Vec<u16>, input: &Input<V>, units: &Units) {
    for id in units
        .list(&input.issue_ids)
        .flatten()
        .filter(|id| !text::is_blank(id))
    {
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
    for (comment, part) in comments
        .filter(|comment| comment.len() >= LONG_COMMENT)
        .zip(parts)
    {
        json::push_quoted(out, comment);
        out.extend_from_slice(part);
    }
}
