/**
 * Builds the Kubernetes Job that runs one Paperclip agent with Claude Code.
 *
 * The Pod has an init container (`write-prompt`) that puts the prompt into a shared volume and a
 * main container (`claude`) that pipes it into the `claude` command. The function only computes:
 * it reads its input and `process.env`, touches no cluster and no file, and never changes what
 * it was given. Each result is fresh, except for what is passed through as the caller's own
 * object: `dnsConfig`, `tolerations`, `imagePullSecrets`, `envFrom` and the `valueFrom` entries.
 *
 * `process.env` of the calling process says where the agent finds the Paperclip API, unless
 * {@link SelfPodInfo.inheritedEnv} does: `PAPERCLIP_API_URL`, else `PAPERCLIP_RUNTIME_API_URL`,
 * else `http://HOST:PORT` from `PAPERCLIP_LISTEN_HOST` ?? `HOST` ?? `localhost` and
 * `PAPERCLIP_LISTEN_PORT` ?? `PORT` ?? `3100`.
 *
 * @throws {TypeError} where a required part is missing or of the wrong type: no input, no `ctx`,
 * `agent`, `runtime`, `context` or `selfPod`, an id that is not a string, a missing list in
 * `selfPod`, a cycle or a BigInt in `context.paperclipWorkspaces`. The message names the field.
 * @throws whatever a getter, a proxy or a `toJSON` of the caller throws, unchanged.
 *
 * @example
 * const { job, namespace, promptSecret } = buildJobManifest({ ctx, selfPod });
 * if (promptSecret) await createPromptSecret(promptSecret);
 * await batchApi.createNamespacedJob({ namespace, body: job });
 */
export function buildJobManifest(input: JobBuildInput): JobBuildResult;

/**
 * Reports what Kubernetes will refuse in a Job, or accept and then fail to start, without asking a
 * cluster: the rules of `batch/v1` for any `V1Job`, not only those of {@link buildJobManifest}. Each
 * rule has an entry in docs/rules.md, which also lists what is not checked, and why.
 *
 * Findings come in the API server's order. Unlike the server, which stops at the first field that it
 * cannot decode, they report decoding and validation together. What only the cluster knows (whether
 * a namespace, a service account, a claim or a Secret exists, quotas, admission webhooks) is out of
 * reach. There are at most 1,000, and then a last one, `more-findings`, with the number of others.
 * No message quotes the value of a variable, a command or a prompt.
 *
 * A Job as a cluster returns it (with `uid`, `creationTimestamp` and `resourceVersion`) may have the
 * labels, the selector and the status that the server has set.
 *
 * @returns what was found; an empty list when nothing is wrong.
 * @throws {TypeError} if `job` is not an object, or an option is not what it should be. A bad
 * manifest is never an exception, however large or cyclic.
 * @throws {RangeError} if `kubernetes` is a version that the rules do not cover.
 * @throws whatever a getter, a proxy or a `toJSON` of the caller throws, unchanged.
 *
 * @example
 * const errors = validateJobManifest(job).filter(({ severity }) => severity === "error");
 * if (errors.length > 0) {
 *   throw new Error(errors.map(({ path, message }) => `${path}: ${message}`).join("\n"));
 * }
 */
export function validateJobManifest(job: KubernetesManifest, options?: ValidateOptions): Finding[];

/**
 * Reports what Kubernetes will refuse in a Pod: the same rules as {@link validateJobManifest}, with
 * the paths of a Pod (`spec.containers[0].image`).
 *
 * @throws as {@link validateJobManifest} does.
 */
export function validatePodManifest(
  pod: KubernetesManifest,
  options?: Omit<ValidateOptions, "promptSecret">,
): Finding[];

/**
 * Reports what an input loses on its way into a Job, before a run is spent: settings that are
 * dropped, replaced or overridden, secrets that are exposed, and every place for which
 * {@link buildJobManifest} throws. The Job that is built from such an input is valid, so
 * {@link validateJobManifest} cannot report it.
 *
 * `null`, `undefined` and the empty string count as unset and give no finding. No value of a
 * variable, a secret or a prompt is ever part of a message.
 *
 * @returns what was found; an empty list when nothing is lost.
 * @throws {TypeError} if an option is not what it should be. A bad input is never an exception.
 * @throws whatever a getter or a proxy of the caller throws, unchanged.
 *
 * @example
 * for (const { path, message } of validateJobInput({ ctx, selfPod })) {
 *   console.warn(`${path}: ${message}`);
 * }
 */
export function validateJobInput(
  input: JobBuildInput,
  options?: ValidateInputOptions,
): InputFinding[];

/** What {@link buildJobManifest} is called with. */
export interface JobBuildInput {
  /** The run: who works on what, with which configuration. */
  ctx: JobBuildContext;
  /** The Pod of the calling server, from which the agent's Pod inherits. */
  selfPod: SelfPodInfo;
}

/**
 * The part of a run's context that the Job is built from. `AdapterExecutionContext` of
 * `@paperclipai/adapter-utils` can be passed unchanged; its other members are not read.
 */
export interface JobBuildContext {
  /**
   * Id of the run. Goes into the Job's name (lower case, `[a-z0-9-]`, cut to 16, and the hash),
   * the label `paperclip.io/run-id` and the variable `PAPERCLIP_RUN_ID`.
   *
   * Kubernetes refuses a label value over 63 bytes or outside `[A-Za-z0-9._-]`.
   *
   * @throws {TypeError} if it is not a string.
   */
  runId: string;
  /** The agent that runs. */
  agent: {
    /**
     * Id of the agent. Goes into the Job's name, the label `paperclip.io/agent-id` and the
     * variable `PAPERCLIP_AGENT_ID`.
     *
     * @throws {TypeError} if it is not a string.
     */
    id: string;
    /** Id of its company: label `paperclip.io/company-id`, variable `PAPERCLIP_COMPANY_ID`. */
    companyId: string;
    /** Its name: annotation `paperclip.io/agent-name`, placeholder `{{agent.name}}`. */
    name: string;
    /** Read by templates only, as `{{agent.adapterType}}`. */
    adapterType?: string | null;
    /** Read by templates only, as `{{agent.adapterConfig.…}}`. */
    adapterConfig?: unknown;
  };
  /** The Claude session of an earlier run, if this one goes on with it. */
  runtime: {
    /**
     * The session id where `sessionParams` has none; becomes `--resume ID`.
     *
     * @default null
     */
    sessionId?: string | null;
    /**
     * Its `sessionId`, if a non-empty string, becomes `--resume ID`.
     *
     * @default null
     */
    sessionParams?: Record<string, unknown> | null;
  };
  /**
   * The adapter's configuration of this agent; {@link AgentConfig} lists what is read. A field of
   * another type than the listed one counts as unset; anything but an object counts as `{}`.
   */
  config: AgentConfig | Record<string, unknown>;
  /**
   * Why the agent runs and where it works; {@link AgentContext} lists what is read. Templates
   * reach all of it, as `{{context.…}}`.
   */
  context: AgentContext | Record<string, unknown>;
  /**
   * The token with which the agent calls the Paperclip API: variable `PAPERCLIP_API_KEY`.
   *
   * @default none, and then no variable
   */
  authToken?: string;
}

/**
 * The keys of `ctx.config` that are read. `ctx.config` accepts any further key, so neither a typo
 * nor a value of another type is an error there. `satisfies` checks a literal:
 *
 * @example
 * const config = { model: "opus", timeoutSec: 3600 } satisfies AgentConfig;
 */
export interface AgentConfig {
  /**
   * Namespace of the Job and of the prompt's Secret: `metadata.namespace`.
   *
   * @default selfPod.namespace
   */
  namespace?: string;
  /**
   * Image of the main container: `containers[0].image`.
   *
   * @default selfPod.image
   */
  image?: string;
  /**
   * `Always`, `IfNotPresent` or `Never`: `containers[0].imagePullPolicy`.
   *
   * @default "IfNotPresent"
   */
  imagePullPolicy?: string;
  /**
   * Service account of the Pod: `template.spec.serviceAccountName`.
   *
   * @default none: the key is there with the value `undefined`, and the cluster's default applies
   */
  serviceAccountName?: string;
  /**
   * Model of the run: `--model`.
   *
   * @default none: Claude Code's own
   */
  model?: string;
  /**
   * Effort of the run: `--effort`.
   *
   * @default none: Claude Code's own
   */
  effort?: string;
  /**
   * Number of turns after which the agent stops: `--max-turns`, if over 0.
   *
   * @default 0, no limit
   */
  maxTurnsPerRun?: number;
  /**
   * Whether to pass `--dangerously-skip-permissions`: nobody answers a prompt in a Job.
   *
   * @default true
   */
  dangerouslySkipPermissions?: boolean;
  /**
   * Path of a file in the container, trimmed: `--append-system-prompt-file`.
   *
   * @default none
   */
  instructionsFilePath?: string;
  /**
   * Further arguments of `claude`, after all others, each quoted for the shell. Elements that are
   * not strings are dropped. The kubelet expands `$(NAME)` in them before the shell reads them.
   *
   * @default []
   */
  extraArgs?: string[];
  /**
   * Working directory of the main container, where the workspace has none: `workingDir`.
   *
   * @default "/paperclip"
   */
  cwd?: string;
  /**
   * Template of the prompt. `{{path}}` is replaced by a value: `agent.…`, `agentId`, `companyId`,
   * `company.id`, `runId`, `run.id`, `run.source`, `context.…`; an object by its JSON, what is
   * not there by nothing. Left out when a resumed session is woken by a reason or by comments.
   *
   * @default "You are agent {{agent.id}} ({{agent.name}}). Continue your Paperclip work."
   */
  promptTemplate?: string;
  /**
   * Template of a section before all others, only where no session is resumed.
   *
   * @default "", no such section
   */
  bootstrapPromptTemplate?: string;
  /**
   * Seconds after which Kubernetes stops the Job: `spec.activeDeadlineSeconds`, if over 0.
   *
   * @default 0, no deadline
   */
  timeoutSec?: number;
  /**
   * Seconds after which Kubernetes deletes the finished Job: `spec.ttlSecondsAfterFinished`.
   *
   * @default 300
   */
  ttlSecondsAfterFinished?: number;
  /**
   * Kubernetes quantities of the main container: `containers[0].resources`. Only `cpu` and
   * `memory` are read, and only strings. Each has its own default: if one side is set above the
   * other's default, Kubernetes refuses the Job, so set both.
   */
  resources?: {
    /** @default { cpu: "1000m", memory: "2Gi" } */
    requests?: { cpu?: string; memory?: string };
    /** @default { cpu: "4000m", memory: "8Gi" } */
    limits?: { cpu?: string; memory?: string };
  };
  /**
   * Labels that a node must have: `template.spec.nodeSelector`. An object, its JSON text, or
   * `key=value` lines (`#` starts a comment). Values that are not strings are dropped.
   *
   * @default {}, and then no key
   */
  nodeSelector?: string | Record<string, string>;
  /**
   * Taints that the Pod tolerates: `template.spec.tolerations`, passed on as this very array.
   *
   * @default [], and then no key
   */
  tolerations?: Toleration[];
  /**
   * Labels of the Job and its Pods, in addition to the built-in ones or instead of them. Forms as
   * in `nodeSelector`.
   *
   * @default {}
   */
  labels?: string | Record<string, string>;
  /**
   * Variables of the main container; each wins over an inherited or a Paperclip variable of its
   * name, except `HOME`, which always is `/paperclip`. Values that are not strings are dropped.
   *
   * @default {}
   */
  env?: Record<string, string>;
}

/**
 * The keys of `ctx.context` that are read. Where a variable is named, the value is trimmed, and a
 * blank one or one that is not a string gives no variable.
 */
export interface AgentContext {
  /** Variable `PAPERCLIP_TASK_ID`. */
  taskId?: string | null;
  /** Variable `PAPERCLIP_TASK_ID` where `taskId` is `null` or missing. */
  issueId?: string | null;
  /** Variable `PAPERCLIP_WAKE_REASON`. */
  wakeReason?: string | null;
  /** Variable `PAPERCLIP_WAKE_COMMENT_ID`. */
  wakeCommentId?: string | null;
  /** Variable `PAPERCLIP_WAKE_COMMENT_ID` where `wakeCommentId` is `null` or missing. */
  commentId?: string | null;
  /** Variable `PAPERCLIP_APPROVAL_ID`. */
  approvalId?: string | null;
  /** Variable `PAPERCLIP_APPROVAL_STATUS`. */
  approvalStatus?: string | null;
  /** Variable `PAPERCLIP_LINKED_ISSUE_IDS`, joined by commas; blank ones are left out. */
  issueIds?: string[];
  /**
   * Why the agent was woken: the prompt's wake section (`reason`, then each comment's `body`,
   * trimmed) and, as JSON, the variable `PAPERCLIP_WAKE_PAYLOAD_JSON`.
   */
  paperclipWake?: { reason?: string; comments?: { body?: string }[] } | null;
  /** Where the agent works. */
  paperclipWorkspace?: {
    /** `workingDir` of the main container (untrimmed) and variable `PAPERCLIP_WORKSPACE_CWD`. */
    cwd?: string | null;
    /** Variable `PAPERCLIP_WORKSPACE_SOURCE`. */
    source?: string | null;
    /** Variable `PAPERCLIP_WORKSPACE_STRATEGY`. */
    strategy?: string | null;
    /** Variable `PAPERCLIP_WORKSPACE_ID`. */
    workspaceId?: string | null;
    /** Variable `PAPERCLIP_WORKSPACE_REPO_URL`. */
    repoUrl?: string | null;
    /** Variable `PAPERCLIP_WORKSPACE_REPO_REF`. */
    repoRef?: string | null;
    /** Variable `PAPERCLIP_WORKSPACE_BRANCH`. */
    branchName?: string | null;
    /** Variable `PAPERCLIP_WORKSPACE_WORKTREE_PATH`. */
    worktreePath?: string | null;
    /** Variable `AGENT_HOME`. */
    agentHome?: string | null;
  } | null;
  /**
   * Variable `PAPERCLIP_WORKSPACES_JSON`, if it has an element.
   *
   * @throws {TypeError} on a cycle or a BigInt, as `JSON.stringify` does.
   */
  paperclipWorkspaces?: unknown[];
  /**
   * Variable `PAPERCLIP_RUNTIME_SERVICE_INTENTS_JSON`, if it has an element.
   *
   * @throws {TypeError} on a cycle or a BigInt, as `JSON.stringify` does.
   */
  paperclipRuntimeServiceIntents?: unknown[];
  /**
   * Variable `PAPERCLIP_RUNTIME_SERVICES_JSON`, if it has an element.
   *
   * @throws {TypeError} on a cycle or a BigInt, as `JSON.stringify` does.
   */
  paperclipRuntimeServices?: unknown[];
  /** Variable `PAPERCLIP_RUNTIME_PRIMARY_URL`. */
  paperclipRuntimePrimaryUrl?: string | null;
  /**
   * Markdown that the previous session leaves to this one: a section of the prompt, trimmed.
   *
   * @default "", no such section
   */
  paperclipSessionHandoffMarkdown?: string | null;
}

/** What the agent's Pod inherits from the Pod of the calling server. */
export interface SelfPodInfo {
  /** Namespace of the Job where `config.namespace` is unset. */
  namespace: string;
  /** Image of the main container where `config.image` is unset. */
  image: string;
  /**
   * `template.spec.imagePullSecrets`, passed on as this very array; no key when empty.
   *
   * @throws {TypeError} if missing.
   */
  imagePullSecrets: Array<{ name: string }>;
  /** `template.spec.dnsConfig`, passed on as this very object; no key when `undefined`. */
  dnsConfig: PodDNSConfig | undefined;
  /** Claim of the volume `data`, mounted at `/paperclip`; none of both when `null`. */
  pvcClaimName: string | null;
  /**
   * Secrets to mount into the main container.
   *
   * @throws {TypeError} if it cannot be iterated.
   */
  secretVolumes: SelfPodSecretVolume[];
  /**
   * Variables of the main container, the first and weakest of its layers: Paperclip's own, then
   * `config.env`, then `HOME=/paperclip` win over them. `PAPERCLIP_API_URL` is the exception: if
   * set here, it wins over the one of the calling process.
   *
   * @throws {TypeError} if missing.
   */
  inheritedEnv: Record<string, string>;
  /**
   * Variables with a `valueFrom`, passed on as these very objects after all others; those whose
   * name has a literal value are left out.
   *
   * @throws {TypeError} if it cannot be iterated.
   */
  inheritedEnvValueFrom: EnvVar[];
  /**
   * `containers[0].envFrom`, passed on as this very array; no key when empty.
   *
   * @throws {TypeError} if missing.
   */
  inheritedEnvFrom: EnvFromSource[];
}

/** A Secret that is mounted, read-only and optional, into the main container. */
export interface SelfPodSecretVolume {
  /** Name of the volume and of its mount: a DNS label, unlike `prompt`, `data` and each other. */
  volumeName: string;
  /** Name of the Secret: `volumes[].secret.secretName`. */
  secretName: string;
  /** Where it is mounted: `volumeMounts[].mountPath`. */
  mountPath: string;
  /**
   * File mode, 0 to 0o777: `volumes[].secret.defaultMode`. The key is there with the value
   * `undefined` when unset, and Kubernetes then takes 0o644.
   */
  defaultMode: number | undefined;
}

/** What {@link buildJobManifest} returns. */
export interface JobBuildResult {
  /** The Job, ready to be created. `metadata.labels` and the template's labels are one object. */
  job: Job;
  /** `ac-AGENT-RUN-HASH`, at most 43 characters; the same for the same agent and run. */
  jobName: string;
  /** Namespace to create the Job (and the Secret) in. */
  namespace: string;
  /** The whole prompt: bootstrap, wake, handoff and template sections that are not blank. */
  prompt: string;
  /** The arguments of `claude`, unquoted. */
  claudeArgs: string[];
  /** How long each part of the prompt is. */
  promptMetrics: PromptMetrics;
  /**
   * The Secret that has to exist before the Job, when the prompt has over 262,144 bytes of UTF-8;
   * otherwise `null`, and the prompt is in the Job.
   */
  promptSecret: PromptSecret | null;
}

/** A prompt that is too large for the Job. */
export interface PromptSecret {
  /** `JOBNAME-prompt`, the name under which the Job mounts it. */
  name: string;
  /** The Job's namespace. */
  namespace: string;
  /**
   * The prompt under the key `prompt.txt`, as plain text: send it as the Secret's `stringData`,
   * for Kubernetes expects Base64 in `data`.
   */
  data: Record<string, string>;
}

/** Lengths in UTF-16 code units, as `String.prototype.length` counts. */
export interface PromptMetrics extends Record<string, number> {
  /** The whole prompt. */
  promptChars: number;
  /** The rendered `bootstrapPromptTemplate`, trimmed. */
  bootstrapPromptChars: number;
  /** The section built from `paperclipWake`. */
  wakePromptChars: number;
  /** `paperclipSessionHandoffMarkdown`, trimmed. */
  sessionHandoffChars: number;
  /** The rendered `promptTemplate`, untrimmed, even where it is blank and so left out. */
  heartbeatPromptChars: number;
}

/** How {@link validateJobManifest} looks at a Job. */
export interface ValidateOptions {
  /**
   * Version of the cluster: `"1.30"` to `"1.37"`, also as `"v1.33.4"`. It decides which fields are
   * known, which rules apply and in which words.
   *
   * @throws {TypeError} if it is not a version.
   * @throws {RangeError} if it is another version.
   *
   * @default "1.36"
   */
  kubernetes?: string;
  /**
   * The Secret that goes with the Job, to be checked too: its name, its keys and its size. Its
   * findings come last, and have the paths of the Secret: `metadata.name`, `data`. One warning is
   * always among them, that its data have to be sent as `stringData`.
   *
   * @throws {TypeError} if it is not an object.
   *
   * @default null
   */
  promptSecret?: PromptSecret | null;
  /**
   * `"restricted"` also applies the Pod Security Standard of that name, as a namespace with that
   * level would, and asks for a `workingDir` that is absolute and mounts without `:`.
   *
   * @throws {TypeError} if it is anything else.
   *
   * @default none of these rules
   */
  podSecurity?: "restricted";
  /**
   * Also reports credentials that are literal values of variables, by name.
   *
   * @throws {TypeError} if it is not a boolean.
   *
   * @default false
   */
  secrets?: boolean;
  /**
   * The input that the Job was built from. Each finding then has a `source`.
   *
   * @default none
   */
  input?: JobBuildInput;
}

/** One thing that is wrong with a Job. `${path}: ${message}` is the line that `kubectl` prints. */
export interface Finding {
  /**
   * The field, as the API server names it in `details.causes[].field`:
   * `spec.template.spec.containers[0].env[6].name`, `spec.template.labels`. It is `job` where it
   * is the Job as a whole.
   */
  path: string;
  /**
   * The API server's `details.causes[].reason`, which begins with `FieldValue`; another word where
   * the server has none.
   */
  code: FindingCode;
  /** The name of the rule. docs/rules.md of the repository has an entry for each. */
  rule: FindingRule;
  /** The cause in the words of that version of Kubernetes; where it says nothing, what happens. */
  message: string;
  /**
   * `"error"`: the API server refuses the Job, or the creation of its Pod. `"warning"`: it is
   * accepted, but changed or known to fail.
   */
  severity: "error" | "warning";
  /**
   * With the option `input`: the part of the input that the value comes from, such as
   * `ctx.config.env.LOG_LEVEL`, `default of ctx.config.resources.limits.memory`, or `fixed by
   * buildJobManifest`. Several, where the value is put together or compared with another one, are
   * separated by `, `.
   */
  source?: string;
}

// findings

/** The kinds of faults: {@link Finding.code}. */
export type FindingCode =
  | "FieldValueInvalid"
  | "FieldValueRequired"
  | "FieldValueDuplicate"
  | "FieldValueNotSupported"
  | "FieldValueNotFound"
  | "FieldValueForbidden"
  | "FieldValueTooLong"
  | "FieldValueTooMany"
  | "FieldValueTypeInvalid"
  | "UnknownField"
  | "ObjectTooLarge"
  | "PodRejected"
  | "ExecLimit"
  | "Expansion"
  | "Exposed"
  | "MoreFindings";

/** The rules: {@link Finding.rule}. docs/rules.md has an entry for each. */
export type FindingRule =
  | "affinity-weight"
  | "annotation-key"
  | "annotation-size"
  | "app-armor-annotation"
  | "app-armor-profile"
  | "backoff-per-index"
  | "completion-mode"
  | "container-list"
  | "container-name"
  | "container-restart-policy"
  | "deadline-overflow"
  | "device-path"
  | "device-volume"
  | "dns-nameservers"
  | "dns-options"
  | "dns-policy"
  | "dns-searches"
  | "env-duplicate"
  | "env-file"
  | "env-from"
  | "env-name"
  | "env-value-from"
  | "ephemeral-containers"
  | "ephemeral-field"
  | "ephemeral-target"
  | "exec-limit"
  | "exec-limit-total"
  | "exec-nul"
  | "expansion-command"
  | "expansion-escape"
  | "expansion-missing"
  | "expansion-value"
  | "failure-policy"
  | "field-depth"
  | "field-json"
  | "field-type"
  | "field-unknown"
  | "file-mode"
  | "finalizer"
  | "fs-group-change-policy"
  | "generate-name"
  | "grace-period"
  | "handler"
  | "handler-command"
  | "handler-header"
  | "handler-port"
  | "handler-scheme"
  | "hook-sleep"
  | "host-alias"
  | "host-alias-duplicate"
  | "host-port-network"
  | "host-port-taken"
  | "host-process"
  | "host-users"
  | "hostname"
  | "hostname-override"
  | "huge-pages"
  | "image"
  | "image-pull-policy"
  | "image-space"
  | "indexed-job"
  | "indexed-tracking"
  | "init-container-field"
  | "ip-form"
  | "label-key"
  | "label-reserved"
  | "label-selector"
  | "label-selector-missing"
  | "label-value"
  | "managed-by"
  | "match-label-keys"
  | "more-findings"
  | "mount-device"
  | "mount-path"
  | "mount-path-colon"
  | "mount-path-shadowed"
  | "mount-path-taken"
  | "mount-propagation"
  | "mount-read-only"
  | "mount-sub-path"
  | "mount-volume"
  | "name"
  | "name-hostname"
  | "namespace"
  | "negative-number"
  | "node-affinity"
  | "node-label-deprecated"
  | "node-label-value"
  | "node-name"
  | "object-size"
  | "overhead-class"
  | "owner-reference"
  | "pod-affinity"
  | "pod-annotation"
  | "pod-annotation-former"
  | "pod-deadline"
  | "pod-os"
  | "pod-os-field"
  | "pod-replacement-policy"
  | "pod-resource-claim"
  | "pod-resources"
  | "pod-security"
  | "port-host-ip"
  | "port-name"
  | "port-name-shared"
  | "port-number"
  | "port-overlap"
  | "port-protocol"
  | "preemption-policy"
  | "priority"
  | "priority-class"
  | "privilege-escalation"
  | "probe-grace-period"
  | "probe-number"
  | "probe-success-threshold"
  | "proc-mount"
  | "prompt-empty"
  | "pull-secret-name"
  | "quantity-exponent"
  | "quantity-fraction"
  | "quantity-integer"
  | "quantity-negative"
  | "quantity-syntax"
  | "readiness-gate"
  | "request-over-limit"
  | "request-size"
  | "resize-policy"
  | "resource-claim"
  | "resource-name"
  | "restart-policy"
  | "restart-rule"
  | "runtime-class"
  | "scheduling-gate"
  | "scheduling-gate-node"
  | "se-linux-change-policy"
  | "seccomp-annotation"
  | "seccomp-profile"
  | "secret-data"
  | "secret-literal"
  | "secret-name"
  | "secret-size"
  | "secret-string-data"
  | "selector"
  | "service-account"
  | "share-process-namespace"
  | "success-policy"
  | "supplemental-groups-policy"
  | "sysctl"
  | "termination-message-policy"
  | "token-expiration"
  | "toleration-comparison"
  | "toleration-effect"
  | "toleration-key"
  | "toleration-operator"
  | "toleration-value"
  | "topology-spread"
  | "ttl-zero"
  | "user-id"
  | "volume-claim"
  | "volume-deprecated"
  | "volume-name"
  | "volume-name-taken"
  | "volume-path"
  | "volume-path-overlap"
  | "volume-source"
  | "volume-source-missing"
  | "volume-source-name"
  | "volume-type"
  | "windows-options"
  | "working-dir-relative"
  | "working-dir-space";

// /findings

/**
 * A Kubernetes object to be validated: one that was built here, a `V1Job` of
 * `@kubernetes/client-node`, or parsed JSON or YAML. The fields are checked when it is validated,
 * not by the compiler.
 */
export interface KubernetesManifest {
  apiVersion?: string;
  kind?: string;
  metadata?: object;
  spec?: object;
  status?: object;
}

// The Kubernetes objects that are built and read, with the fields that occur in them. Each can be
// assigned to the type of its name in `@kubernetes/client-node`, and the other way round: `Job` to
// `V1Job`, `EnvVar` to `V1EnvVar`. https://kubernetes.io/docs/reference/kubernetes-api/ documents
// the fields.

/** A `batch/v1` Job. */
export interface Job {
  apiVersion?: string;
  kind?: string;
  metadata?: ObjectMeta;
  spec?: JobSpec;
}

/** Names, labels and annotations of an object. */
export interface ObjectMeta {
  name?: string;
  namespace?: string;
  labels?: { [key: string]: string };
  annotations?: { [key: string]: string };
}

/** How often and how long a Job runs, and its Pod. */
export interface JobSpec {
  /** How often the Job starts another Pod after a failure. */
  backoffLimit?: number;
  /** Seconds after which Kubernetes stops the Job. */
  activeDeadlineSeconds?: number;
  /** Seconds after which Kubernetes deletes the finished Job. */
  ttlSecondsAfterFinished?: number;
  template: PodTemplateSpec;
}

/** The Pod that a Job starts. */
export interface PodTemplateSpec {
  metadata?: ObjectMeta;
  spec?: PodSpec;
}

/** The containers of a Pod and what they share. */
export interface PodSpec {
  restartPolicy?: string;
  serviceAccountName?: string;
  securityContext?: PodSecurityContext;
  imagePullSecrets?: LocalObjectReference[];
  dnsConfig?: PodDNSConfig;
  nodeSelector?: { [key: string]: string };
  tolerations?: Toleration[];
  initContainers?: Container[];
  containers: Container[];
  volumes?: Volume[];
}

/** One container of a Pod. */
export interface Container {
  name: string;
  image?: string;
  imagePullPolicy?: string;
  workingDir?: string;
  command?: string[];
  env?: EnvVar[];
  envFrom?: EnvFromSource[];
  volumeMounts?: VolumeMount[];
  securityContext?: SecurityContext;
  resources?: ResourceRequirements;
}

/** A variable of a container: its value, or where the value comes from. */
export interface EnvVar {
  name: string;
  value?: string;
  valueFrom?: EnvVarSource;
}

/** Where the value of a variable comes from: one of the keys. */
export interface EnvVarSource {
  configMapKeyRef?: { key: string; name?: string; optional?: boolean };
  fieldRef?: { apiVersion?: string; fieldPath: string };
  fileKeyRef?: { key: string; optional?: boolean; path: string; volumeName: string };
  resourceFieldRef?: { containerName?: string; divisor?: string; resource: string };
  secretKeyRef?: { key: string; name?: string; optional?: boolean };
}

/** A ConfigMap or a Secret, each key of which becomes a variable. */
export interface EnvFromSource {
  configMapRef?: { name?: string; optional?: boolean };
  prefix?: string;
  secretRef?: { name?: string; optional?: boolean };
}

/** Where a volume appears in a container. */
export interface VolumeMount {
  name: string;
  mountPath: string;
  readOnly?: boolean;
}

/** A volume of a Pod: its name and where its files come from. */
export interface Volume {
  name: string;
  emptyDir?: { medium?: string; sizeLimit?: string };
  persistentVolumeClaim?: { claimName: string; readOnly?: boolean };
  secret?: { secretName?: string; defaultMode?: number; optional?: boolean };
}

/** Kubernetes quantities, such as `500m` or `2Gi`, by resource. */
export interface ResourceRequirements {
  requests?: { [resource: string]: string };
  limits?: { [resource: string]: string };
}

/** The user and group that the containers of a Pod run as. */
export interface PodSecurityContext {
  runAsNonRoot?: boolean;
  runAsUser?: number;
  runAsGroup?: number;
  fsGroup?: number;
  fsGroupChangePolicy?: string;
}

/** What a container may do. */
export interface SecurityContext {
  capabilities?: { add?: string[]; drop?: string[] };
  readOnlyRootFilesystem?: boolean;
  runAsNonRoot?: boolean;
  runAsUser?: number;
  allowPrivilegeEscalation?: boolean;
}

/** A taint that a Pod tolerates. */
export interface Toleration {
  effect?: string;
  key?: string;
  operator?: string;
  tolerationSeconds?: number;
  value?: string;
}

/** The DNS servers and search domains of a Pod. */
export interface PodDNSConfig {
  nameservers?: string[];
  options?: { name?: string; value?: string }[];
  searches?: string[];
}

/** The name of an object in the same namespace. */
export interface LocalObjectReference {
  name?: string;
}

/** How {@link validateJobInput} looks at an input. */
export interface ValidateInputOptions {
  /**
   * Also reports two things that are by design and still surprise: that a resumed session which a
   * wake has woken gets no rendered `promptTemplate`, and that a Pod without `serviceAccountName`
   * has the namespace's default service account.
   *
   * @throws {TypeError} if it is not a boolean.
   *
   * @default false
   */
  byDesign?: boolean;
}

/** One thing that goes wrong with an input. */
export interface InputFinding {
  /**
   * Where it is, as JavaScript reads it: `ctx.config.extraArgs[1]`, `ctx.config.env.PORT`,
   * `ctx.config["resources.requests.cpu"]`, or `input` for the input as a whole.
   */
  path: string;
  /** What happens to it. */
  code: InputCode;
  /** Id of the rule, as in docs/input-rules.md. */
  rule: InputRule;
  /** What happens instead, and how to write it. */
  message: string;
  /**
   * `"error"`: {@link buildJobManifest} throws. `"warning"`: it is dropped, replaced, overridden or
   * exposed.
   */
  severity: "error" | "warning";
}

/**
 * What happens to what was given: it is dropped (`Ignored`), replaced or replaces what the run
 * needs (`Overridden`), more can read it than have to (`Exposed`), it is hardly meant
 * (`Suspicious`), or `buildJobManifest` throws since it is missing (`Required`) or of a wrong type
 * (`TypeInvalid`).
 */
export type InputCode =
  | "Ignored"
  | "Overridden"
  | "Exposed"
  | "Suspicious"
  | "Required"
  | "TypeInvalid";

/** The rules of {@link validateJobInput}. */
export type InputRule =
  | "input-required"
  | "input-type"
  | "setting-type"
  | "setting-item"
  | "setting-flat"
  | "setting-foreign"
  | "setting-misspelt"
  | "setting-negative"
  | "ttl-zero"
  | "variable-fixed"
  | "variable-of-run"
  | "variable-hidden"
  | "label-built-in"
  | "label-prefix"
  | "placeholder-unknown"
  | "placeholder-malformed"
  | "template-unused"
  | "service-account-default"
  | "secret-inherited"
  | "secret-literal"
  | "secret-volume-keys"
  | "more-findings";
