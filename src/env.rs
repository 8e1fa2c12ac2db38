//! The environment variables that every agent run knows, and their values.

use crate::host::{Host, trimmed};
use crate::input::{Input, Text, Units};
use crate::{json, text};

/// The variables that every agent run knows, in the order in which they are set; `HOME` is last,
/// and its value is fixed.
pub const KNOWN: [&str; 26] = [
    "PAPERCLIP_AGENT_ID",
    "PAPERCLIP_COMPANY_ID",
    "PAPERCLIP_API_URL",
    "PAPERCLIP_RUN_ID",
    "PAPERCLIP_TASK_ID",
    "PAPERCLIP_WAKE_REASON",
    "PAPERCLIP_WAKE_COMMENT_ID",
    "PAPERCLIP_APPROVAL_ID",
    "PAPERCLIP_APPROVAL_STATUS",
    "PAPERCLIP_WAKE_PAYLOAD_JSON",
    "PAPERCLIP_WORKSPACE_CWD",
    "PAPERCLIP_WORKSPACE_SOURCE",
    "PAPERCLIP_WORKSPACE_STRATEGY",
    "PAPERCLIP_WORKSPACE_ID",
    "PAPERCLIP_WORKSPACE_REPO_URL",
    "PAPERCLIP_WORKSPACE_REPO_REF",
    "PAPERCLIP_WORKSPACE_BRANCH",
    "PAPERCLIP_WORKSPACE_WORKTREE_PATH",
    "AGENT_HOME",
    "PAPERCLIP_LINKED_ISSUE_IDS",
    "PAPERCLIP_WORKSPACES_JSON",
    "PAPERCLIP_RUNTIME_SERVICE_INTENTS_JSON",
    "PAPERCLIP_RUNTIME_SERVICES_JSON",
    "PAPERCLIP_RUNTIME_PRIMARY_URL",
    "PAPERCLIP_API_KEY",
    "HOME",
];

/// The index of `HOME` in [`KNOWN`].
pub const HOME: usize = KNOWN.len() - 1;

/// The values of the variables of [`KNOWN`] before `HOME`; `None` leaves one out.
pub fn known_values<H: Host>(
    host: &mut H,
    input: &Input<H::Value>,
    units: &Units,
    scratch: &mut Vec<u16>,
) -> Result<[Option<H::Value>; HOME], H::Error> {
    let api_url = match input.inherited_api_url.or(input.api_url) {
        Some(url) => url,
        None => {
            scratch.clear();
            write_api_url(scratch, input, units);
            host.string(scratch)?
        }
    };
    let linked_issues = linked_issues(host, input, units, scratch)?;
    let wake_json = wake_json(host, input, units, scratch)?;
    let mut set = |text: &Text<H::Value>| {
        trimmed(host, text, units).map(|text| text.map(|text| text.value))
    };
    Ok([
        Some(input.agent_id.value),
        Some(input.company_id.value),
        Some(api_url),
        Some(input.run_id.value),
        set(&input.task_id)?,
        set(&input.context_wake_reason)?,
        set(&input.wake_comment_id)?,
        set(&input.approval_id)?,
        set(&input.approval_status)?,
        wake_json,
        set(&input.workspace_cwd)?,
        set(&input.workspace_source)?,
        set(&input.workspace_strategy)?,
        set(&input.workspace_id)?,
        set(&input.workspace_repo_url)?,
        set(&input.workspace_repo_ref)?,
        set(&input.workspace_branch)?,
        set(&input.workspace_worktree_path)?,
        set(&input.agent_home)?,
        linked_issues,
        input.workspaces_json,
        input.service_intents_json,
        input.services_json,
        set(&input.primary_url)?,
        input.auth_token,
    ])
}

/// The URL of this process's own API.
fn write_api_url<V>(out: &mut Vec<u16>, input: &Input<V>, units: &Units) {
    let colon = u16::from(b':');
    let host = text::trim(units.text(&input.host).unwrap_or_default());
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
    out.extend_from_slice(units.text(&input.port_text).unwrap_or_default());
}

/// The issue ids that are not blank, joined by commas.
fn linked_issues<H: Host>(
    host: &mut H,
    input: &Input<H::Value>,
    units: &Units,
    scratch: &mut Vec<u16>,
) -> Result<Option<H::Value>, H::Error> {
    scratch.clear();
    let ids = units.list(&input.issue_ids).flatten().filter(|id| !text::is_blank(id));
    for id in ids {
        if !scratch.is_empty() {
            scratch.push(u16::from(b','));
        }
        scratch.extend_from_slice(id);
    }
    Ok(if scratch.is_empty() { None } else { Some(host.string(scratch)?) })
}

/// The length from which on a comment is put into the wake's JSON text here.
pub const LONG_COMMENT: usize = 256;

/// The wake as JSON text.
fn wake_json<H: Host>(
    host: &mut H,
    input: &Input<H::Value>,
    units: &Units,
    scratch: &mut Vec<u16>,
) -> Result<Option<H::Value>, H::Error> {
    let mut parts = units.list(&input.wake_parts).flatten();
    let Some(first) = parts.next() else {
        return Ok(input.wake_json);
    };
    scratch.clear();
    scratch.extend_from_slice(first);
    let comments = units.list(&input.wake_comments).flatten();
    for (comment, part) in comments.filter(|comment| comment.len() >= LONG_COMMENT).zip(parts) {
        json::push_quoted(scratch, comment);
        scratch.extend_from_slice(part);
    }
    host.string(scratch).map(Some)
}
