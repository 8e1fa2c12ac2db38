//! What is read of `ctx`, `selfPod` and `process.env`, by name.
//!
//! Each field is written once, here: the reader in JavaScript is generated from [`BINDINGS`],
//! [`PASSED`] and [`FIELDS`], and [`Input`] is filled from what that reader hands over, in the same
//! order. The expressions call the functions of `node/glue`, and may name bindings and earlier
//! fields. What is read for one variable of the environment alone is in [`env`](crate::env).

mod field;

use crate::text::units::Units;
pub use field::{Field, Id, IdSpans, Kind, Slot, Source};
use field::{NotPassed, fields};

/// The objects that fields are read from: a name and its value, in the order in which they are
/// bound.
pub const BINDINGS: &[(&str, &str)] = &[
    ("{ ctx, selfPod }", "requireObject(input, 'input')"),
    ("agent", "requireObject(requireObject(ctx, 'ctx').agent, 'ctx.agent')"),
    ("runtime", "requireObject(ctx.runtime, 'ctx.runtime')"),
    ("sessionParams", "plainObjectOrEmpty(runtime.sessionParams)"),
    // Read even where `sessionParams` decides: if this throws, the whole call does.
    ("legacySession", "runtime.sessionId"),
    ("context", "requireObject(ctx.context, 'ctx.context')"),
    ("config", "plainObjectOrEmpty(ctx.config)"),
    ("resources", "plainObjectOrEmpty(config.resources)"),
    ("requests", "plainObjectOrEmpty(resources.requests)"),
    ("limits", "plainObjectOrEmpty(resources.limits)"),
    ("workspace", "plainObjectOrEmpty(context.paperclipWorkspace)"),
    // Read even where the workspace decides.
    ("configuredCwd", "config.cwd"),
    ("promptTemplate", "nonEmptyString(config.promptTemplate)"),
    ("bootstrapTemplate", "nonEmptyString(config.bootstrapPromptTemplate)"),
    ("wake", "readWake(context.paperclipWake)"),
    ("pod", "requireObject(selfPod, 'selfPod')"),
    ("inheritedEnv", "requireObject(pod.inheritedEnv, 'selfPod.inheritedEnv')"),
    ("inheritedUrl", "inheritedEnv.PAPERCLIP_API_URL"),
];

fields! {
    passed {
        /// The agent's name.
        agent_name = "agent.name",
        /// The company's id.
        company_id = "agent.companyId",
        /// The namespace of Job and Secret.
        namespace = "nonEmptyString(config.namespace) ?? pod.namespace",
        /// The image of the main container.
        image = "nonEmptyString(config.image) ?? pod.image",
        /// Its pull policy.
        image_pull_policy = "nonEmptyString(config.imagePullPolicy) ?? 'IfNotPresent'",
        /// Its working directory.
        working_dir = "nonEmptyString(workspace.cwd) ?? nonEmptyString(configuredCwd) ?? '/paperclip'",
        /// The Pod's service account.
        service_account_name = "nonEmptyString(config.serviceAccountName)",
        /// The seconds for which a finished Job is kept.
        ttl = "finiteNumber(config.ttlSecondsAfterFinished) ?? 300",
        /// CPU requested by the main container.
        requests_cpu = "nonEmptyString(requests.cpu) ?? '1000m'",
        /// Memory requested by the main container.
        requests_memory = "nonEmptyString(requests.memory) ?? '2Gi'",
        /// CPU limit of the main container.
        limits_cpu = "nonEmptyString(limits.cpu) ?? '4000m'",
        /// Memory limit of the main container.
        limits_memory = "nonEmptyString(limits.memory) ?? '8Gi'",
        /// Further arguments for the command line.
        extra_args = "commandArguments(config.extraArgs)",
        /// The node selector.
        node_selector = "parseKeyValue(config.nodeSelector)",
        /// Further labels.
        labels = "parseKeyValue(config.labels)",
        /// The secret volumes: rows of volume name, secret name, mode and mount path.
        secret_volumes = "secretVolumeRows(pod.secretVolumes)",
        /// The texts of the wake section.
        wake_texts = "wake.texts",
        /// The length of the wake section as UTF-8, where it was counted.
        wake_utf8_length = "wake.utf8Length",
    }
    read {
        /// The run's id, commonly a string.
        run_id: Id = "ctx.runId",
        /// The agent's id, commonly a string.
        agent_id: Id = "agent.id",

        /// The session to resume.
        session: Optional = "nonEmptyString(sessionParams.sessionId) ?? legacySession",
        /// The model, for the command line.
        model: Optional = "nonEmptyString(config.model)",
        /// The effort, for the command line.
        effort: Optional = "nonEmptyString(config.effort)",
        /// The greatest number of turns, as text, where it is positive.
        max_turns: Optional = "decimal(positiveNumber(config.maxTurnsPerRun))",
        /// Whether permission prompts are skipped.
        skips_permissions: Flag = "config.dangerouslySkipPermissions !== false",
        /// The path of a file that is appended to the system prompt.
        instructions_file: Optional = "trimmed(config.instructionsFilePath) || undefined",
        /// Whether there are further arguments for the command line.
        has_extra_args: Flag = "extra_args.length > 0",

        /// The Job's deadline in seconds.
        timeout: Optional = "positiveNumber(config.timeoutSec)",
        /// Whether there is a node selector.
        selects_nodes: Flag = "hasMembers(node_selector)",
        /// Whether there are further labels.
        has_labels: Flag = "hasMembers(labels)",
        /// The Pod's tolerations.
        tolerations: Optional = "nonEmptyArray(config.tolerations)",

        /// The bootstrap section, rendered and trimmed: what comes before the first prompt of a
        /// session.
        bootstrap: Length = "renderBootstrap(bootstrapTemplate, session, ctx, agent, context)",
        /// The note that another session left, trimmed.
        handoff: Length = "trimmed(context.paperclipSessionHandoffMarkdown) ?? ''",
        /// What the prompt template says, rendered.
        heartbeat: Length = "renderHeartbeat(promptTemplate, session, wake, ctx, agent, context)",
        /// Whether that is blank.
        heartbeat_is_blank: Flag = "isBlank(heartbeat, promptTemplate)",
        /// The section about why the agent was woken.
        wake_section: Length = "wake.section",

        /// The environment's other sources.
        env_from: Optional = "nonEmptyList(pod.inheritedEnvFrom, 'selfPod.inheritedEnvFrom')",
        /// The claim of the shared volume.
        claim_name: Optional = "pod.pvcClaimName",
        /// The secrets that pull the image.
        image_pull_secrets: Optional = "nonEmptyList(pod.imagePullSecrets, 'selfPod.imagePullSecrets')",
        /// The Pod's DNS configuration.
        dns_config: Optional = "pod.dnsConfig",
    }
}
