//! What is read of `ctx`, `selfPod` and `process.env`, by name.
//!
//! Each field is written once, here: the reader in JavaScript is generated from [`BINDINGS`] and
//! [`FIELDS`], and [`Input`] is filled from what that reader hands over, in the same order.
//! The expressions call the functions of `js/glue`, and may name bindings and earlier fields.

mod field;

use std::ops::Range;

use crate::text::units::Span;
pub use field::{Field, Id, Kind, Reader, Slot};
use field::{NotPassed, fields};

/// The objects that fields are read from: a name and its value, in the order in which they are
/// bound.
pub const BINDINGS: &[(&str, &str)] = &[
    ("{ ctx, selfPod }", "object(input, 'input')"),
    ("agent", "object(object(ctx, 'ctx').agent, 'ctx.agent')"),
    ("runtime", "object(ctx.runtime, 'ctx.runtime')"),
    ("sessionParams", "dictionary(runtime.sessionParams)"),
    // Read even where `sessionParams` decides: if this throws, the whole call does.
    ("legacySession", "runtime.sessionId"),
    ("context", "object(ctx.context, 'ctx.context')"),
    ("config", "dictionary(ctx.config)"),
    ("resources", "dictionary(config.resources)"),
    ("requests", "dictionary(resources.requests)"),
    ("limits", "dictionary(resources.limits)"),
    ("workspace", "dictionary(context.paperclipWorkspace)"),
    ("wake", "ifObject(context.paperclipWake)"),
    ("{ bodies, trimmedBodies }", "commentBodies(wake)"),
    // Read even where the workspace decides.
    ("configuredCwd", "config.cwd"),
    ("nodeSelector", "keyValue(config.nodeSelector)"),
    ("extraLabels", "keyValue(config.labels)"),
    ("sourceNames", "[]"),
    ("pod", "object(selfPod, 'selfPod')"),
    ("inheritedEnv", "object(pod.inheritedEnv, 'selfPod.inheritedEnv')"),
    ("inherited", "{ ...inheritedEnv }"),
    ("inheritedNames", "Object.keys(inherited)"),
    ("inheritedValues", "Object.values(inherited)"),
    ("inheritedUrl", "inheritedEnv.PAPERCLIP_API_URL"),
    ("ownUrl", "inheritedUrl && process.env === systemEnv ? undefined : ownApiUrl(process.env)"),
];

fields! {
    passed {
        /// The agent, for templates.
        agent = "agent",
        /// The company's id.
        company_id = "agent.companyId",
        /// The namespace of Job and Secret.
        namespace = "string(config.namespace) ?? pod.namespace",
        /// The image of the main container.
        image = "string(config.image) ?? pod.image",
        /// Its pull policy.
        image_pull_policy = "string(config.imagePullPolicy) ?? 'IfNotPresent'",
        /// Its working directory.
        working_dir = "string(workspace.cwd) ?? string(configuredCwd) ?? '/paperclip'",
        /// The Pod's service account.
        service_account_name = "string(config.serviceAccountName)",
        /// The seconds for which a finished Job is kept.
        ttl = "number(config.ttlSecondsAfterFinished) ?? 300",
        /// CPU requested by the main container.
        requests_cpu = "string(requests.cpu) ?? '1000m'",
        /// Memory requested by the main container.
        requests_memory = "string(requests.memory) ?? '2Gi'",
        /// CPU limit of the main container.
        limits_cpu = "string(limits.cpu) ?? '4000m'",
        /// Memory limit of the main container.
        limits_memory = "string(limits.memory) ?? '8Gi'",
        /// The context, for templates.
        context = "context",
        /// `PAPERCLIP_API_URL`: the Deployment's, inherited properties included, else this
        /// process's own.
        api_url = "inheritedUrl || ownUrl",
        /// The values of the literal environment entries, in the order of their names.
        env_values = "inheritedValues",
        /// The environment entries with `valueFrom`.
        value_from = "list(pod.inheritedEnvValueFrom, 'selfPod.inheritedEnvValueFrom', ({ name }) => append(sourceNames, name))",
        /// The secret volumes: rows of volume name, secret name, mode and mount path.
        secret_volumes = "secretRows(pod.secretVolumes)",
    }
    read {
        /// The run's id, commonly a string.
        run_id: Id = "ctx.runId",
        /// The API key of the agent.
        auth_token: Truthy = "ctx.authToken",

        /// Whether paths in templates can go through the agent.
        agent_is_path: Flag = "isDictionary(agent)",
        /// The agent's id, commonly a string.
        agent_id: Id = "agent.id",
        /// The agent's name.
        agent_name: Text = "agent.name",

        /// The session to resume.
        session: Text = "string(sessionParams.sessionId) ?? legacySession",
        /// Whether there is one.
        resumes: Flag = "session",
        /// The session, quoted by its own methods, where it is something else than a string.
        quoted_session: Read = "session && !isString(session) ? quote(session, 'ctx.runtime.sessionId') : undefined",

        /// The model, for the command line.
        model: Text = "config.model",
        /// The effort, for the command line.
        effort: Text = "config.effort",
        /// The greatest number of turns, as text, where it is positive.
        max_turns: Text = "decimal(positive(config.maxTurnsPerRun))",
        /// Whether permission prompts are skipped.
        skips_permissions: Flag = "config.dangerouslySkipPermissions !== false",
        /// The path of a file that is appended to the system prompt.
        instructions_file: Text = "trimmed(config.instructionsFilePath)",
        /// Further arguments for the command line.
        extra_args: PassedTexts = "argumentStrings(config.extraArgs)",
        /// The Job's deadline in seconds.
        timeout: Truthy = "positive(config.timeoutSec)",
        /// The node selector, where it is `key=value` text.
        node_selector_text: Read = "nodeSelector",
        /// The node selector as the flat array of its pairs; empty where it is text.
        node_selector: Array = "isString(nodeSelector) ? [] : nodeSelector",
        /// Whether it has any.
        selects_nodes: Flag = "node_selector.length > 0",
        /// Further labels, where they are `key=value` text.
        labels_text: Read = "extraLabels",
        /// Further labels as the flat array of their pairs; empty where they are text.
        labels: Array = "isString(extraLabels) ? [] : extraLabels",
        /// Whether there are any.
        has_labels: Flag = "labels.length > 0",
        /// The Pod's tolerations.
        tolerations: Truthy = "filledArray(config.tolerations)",

        /// The template of the prompt.
        prompt_template: Read = "config.promptTemplate",
        /// The template of what comes before the first prompt of a session.
        bootstrap_template: Read = "config.bootstrapPromptTemplate",
        /// The note that another session left.
        handoff: Read = "context.paperclipSessionHandoffMarkdown",
        /// Why the agent was woken.
        wake_reason: Read = "wake?.reason",
        /// The wake's JSON text between the long comments, if it is to be put together.
        wake_parts: Texts = "wakeParts(wake, bodies)",
        /// The comments that woke it: trimmed, unless they are to be put into that text.
        wake_comments: Texts = "wake_parts.length > 0 ? bodies : trimmedBodies",
        /// The wake as JSON text, if not.
        wake_json: Truthy = "wake_parts.length > 0 ? undefined : wakeJson(wake)",

        /// `PAPERCLIP_TASK_ID`.
        task_id: Truthy = "trimmed(context.taskId ?? context.issueId)",
        /// `PAPERCLIP_WAKE_REASON`.
        context_wake_reason: Truthy = "trimmed(context.wakeReason)",
        /// `PAPERCLIP_WAKE_COMMENT_ID`.
        wake_comment_id: Truthy = "trimmed(context.wakeCommentId ?? context.commentId)",
        /// `PAPERCLIP_APPROVAL_ID`.
        approval_id: Truthy = "trimmed(context.approvalId)",
        /// `PAPERCLIP_APPROVAL_STATUS`.
        approval_status: Truthy = "trimmed(context.approvalStatus)",
        /// `PAPERCLIP_WORKSPACE_CWD`.
        workspace_cwd: Truthy = "trimmed(workspace.cwd)",
        /// `PAPERCLIP_WORKSPACE_SOURCE`.
        workspace_source: Truthy = "trimmed(workspace.source)",
        /// `PAPERCLIP_WORKSPACE_STRATEGY`.
        workspace_strategy: Truthy = "trimmed(workspace.strategy)",
        /// `PAPERCLIP_WORKSPACE_ID`.
        workspace_id: Truthy = "trimmed(workspace.workspaceId)",
        /// `PAPERCLIP_WORKSPACE_REPO_URL`.
        workspace_repo_url: Truthy = "trimmed(workspace.repoUrl)",
        /// `PAPERCLIP_WORKSPACE_REPO_REF`.
        workspace_repo_ref: Truthy = "trimmed(workspace.repoRef)",
        /// `PAPERCLIP_WORKSPACE_BRANCH`.
        workspace_branch: Truthy = "trimmed(workspace.branchName)",
        /// `PAPERCLIP_WORKSPACE_WORKTREE_PATH`.
        workspace_worktree_path: Truthy = "trimmed(workspace.worktreePath)",
        /// `AGENT_HOME`.
        agent_home: Truthy = "trimmed(workspace.agentHome)",
        /// `PAPERCLIP_LINKED_ISSUE_IDS`: those that are not blank.
        issue_ids: Texts = "joinable(strings(context.issueIds, trimmed))",
        /// `PAPERCLIP_WORKSPACES_JSON`.
        workspaces_json: Json = "context.paperclipWorkspaces",
        /// `PAPERCLIP_RUNTIME_SERVICE_INTENTS_JSON`.
        service_intents_json: Json = "context.paperclipRuntimeServiceIntents",
        /// `PAPERCLIP_RUNTIME_SERVICES_JSON`.
        services_json: Json = "context.paperclipRuntimeServices",
        /// `PAPERCLIP_RUNTIME_PRIMARY_URL`.
        primary_url: Truthy = "trimmed(context.paperclipRuntimePrimaryUrl)",

        /// How many of the names below are inherited from the Deployment; the others are
        /// `config.env`'s.
        inherited_count: Count = "inheritedNames.length",
        /// The names of the literal environment entries.
        env_names: PassedTexts = "appendStrings(inheritedNames, inheritedValues, config.env)",
        /// The names of the entries with `valueFrom`.
        value_from_names: Texts = "sourceNames",
        /// The environment's other sources.
        env_from: Truthy = "nonEmpty(pod.inheritedEnvFrom, 'selfPod.inheritedEnvFrom')",

        /// The claim of the shared volume.
        claim_name: Truthy = "pod.pvcClaimName",
        /// The secrets that pull the image.
        image_pull_secrets: Truthy = "nonEmpty(pod.imagePullSecrets, 'selfPod.imagePullSecrets')",
        /// The Pod's DNS configuration.
        dns_config: Truthy = "pod.dnsConfig",
    }
}
