//! The environment variables that every agent run knows, and where their values come from.
//!
//! The layers of the main container's environment, each of which overrides the value of an entry
//! below it and leaves the entry in its place: what the Deployment has, [`VARIABLES`],
//! `config.env`, `HOME`. Entries with `valueFrom` come last and never override a literal one. The
//! glue's `environment.mjs` puts the layers together; the reader's statements for [`VARIABLES`] are
//! generated from this page.

use crate::input::Slot;

/// The finished list of the main container's variables.
pub const ENVIRONMENT: Slot = Slot("environment");

/// When a variable is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Always, whatever its value is.
    Always,
    /// Where its value is truthy.
    Given,
    /// Where the array that its JSON text is of has items.
    Listed,
}

/// A variable that every agent run knows.
#[derive(Clone, Copy, Debug)]
pub struct Variable {
    /// Its name.
    pub name: &'static str,
    /// When it is set.
    pub presence: Presence,
    /// The JavaScript expression that reads its value. It may name bindings and fields of
    /// [`input`](crate::input).
    pub source: &'static str,
}

/// A variable that is always set.
const fn always(name: &'static str, source: &'static str) -> Variable {
    Variable { name, presence: Presence::Always, source }
}

/// A variable that is set where its value is truthy.
const fn given(name: &'static str, source: &'static str) -> Variable {
    Variable { name, presence: Presence::Given, source }
}

/// A variable with the JSON text of an array, set where that has items.
const fn listed(name: &'static str, source: &'static str) -> Variable {
    Variable { name, presence: Presence::Listed, source }
}

/// The variables, in the order in which they are set.
pub const VARIABLES: &[Variable] = &[
    always("PAPERCLIP_AGENT_ID", "agent_id"),
    always("PAPERCLIP_COMPANY_ID", "company_id"),
    // The Deployment's, inherited properties included, else this process's own.
    always("PAPERCLIP_API_URL", "apiUrl(inheritedUrl)"),
    always("PAPERCLIP_RUN_ID", "run_id"),
    given("PAPERCLIP_TASK_ID", "trimmed(context.taskId ?? context.issueId)"),
    given("PAPERCLIP_WAKE_REASON", "trimmed(context.wakeReason)"),
    given("PAPERCLIP_WAKE_COMMENT_ID", "trimmed(context.wakeCommentId ?? context.commentId)"),
    given("PAPERCLIP_APPROVAL_ID", "trimmed(context.approvalId)"),
    given("PAPERCLIP_APPROVAL_STATUS", "trimmed(context.approvalStatus)"),
    given("PAPERCLIP_WAKE_PAYLOAD_JSON", "wake.json"),
    given("PAPERCLIP_WORKSPACE_CWD", "trimmed(workspace.cwd)"),
    given("PAPERCLIP_WORKSPACE_SOURCE", "trimmed(workspace.source)"),
    given("PAPERCLIP_WORKSPACE_STRATEGY", "trimmed(workspace.strategy)"),
    given("PAPERCLIP_WORKSPACE_ID", "trimmed(workspace.workspaceId)"),
    given("PAPERCLIP_WORKSPACE_REPO_URL", "trimmed(workspace.repoUrl)"),
    given("PAPERCLIP_WORKSPACE_REPO_REF", "trimmed(workspace.repoRef)"),
    given("PAPERCLIP_WORKSPACE_BRANCH", "trimmed(workspace.branchName)"),
    given("PAPERCLIP_WORKSPACE_WORKTREE_PATH", "trimmed(workspace.worktreePath)"),
    given("AGENT_HOME", "trimmed(workspace.agentHome)"),
    given("PAPERCLIP_LINKED_ISSUE_IDS", "joinNonBlank(context.issueIds)"),
    listed("PAPERCLIP_WORKSPACES_JSON", "context.paperclipWorkspaces"),
    listed("PAPERCLIP_RUNTIME_SERVICE_INTENTS_JSON", "context.paperclipRuntimeServiceIntents"),
    listed("PAPERCLIP_RUNTIME_SERVICES_JSON", "context.paperclipRuntimeServices"),
    given("PAPERCLIP_RUNTIME_PRIMARY_URL", "trimmed(context.paperclipRuntimePrimaryUrl)"),
    given("PAPERCLIP_API_KEY", "ctx.authToken"),
];

/// `HOME`, which nothing overrides: where the shared volume is mounted, so that a session can be
/// resumed.
pub const HOME: &str = "/paperclip";
