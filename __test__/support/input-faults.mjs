/** Inputs that lose something: what is changed in the smallest input, and the findings. */
import { minimal } from "./inputs.mjs";

const row = (name, changes, ...expected) => ({ name, input: () => minimal(changes), expected });
const configured = (name, config, ...expected) => row(name, { config }, ...expected);
const inherited = (name, selfPod, ...expected) => row(name, { selfPod }, ...expected);

const KEY = "ctx.config";

/** Each row's findings are `path rule`, in their order. */
export const FAULTS = [
  configured(
    "a flat key of the form",
    { "resources.requests.cpu": "2" },
    `${KEY}["resources.requests.cpu"] setting-flat`,
  ),
  configured("flat variables", { "env.A": "1" }, `${KEY}["env.A"] setting-flat`),
  configured(
    "tolerations as JSON text",
    { tolerations: "[{}]" },
    `${KEY}.tolerations setting-type`,
  ),
  configured("a form's name", { thinkingEffort: "high" }, `${KEY}.thinkingEffort setting-foreign`),
  configured(
    "names of other adapters",
    { maxTurns: 1, max_turns: 1, node_selector: "a=b", serviceAccount: "s", pullPolicy: "p" },
    ...["maxTurns", "max_turns", "node_selector", "serviceAccount", "pullPolicy"].map(
      (name) => `${KEY}.${name} setting-foreign`,
    ),
  ),
  configured("a misspelt key", { timeoutSecs: 5 }, `${KEY}.timeoutSecs setting-misspelt`),
  configured(
    "a misspelt key of the adapter's",
    { graceSecs: 5 },
    `${KEY}.graceSecs setting-misspelt`,
  ),
  configured("keys that others read", { graceSec: 5, kubeconfig: "k", retainJobs: true, new: 1 }),
  configured("wrong keys that are unset", { maxTurns: "", timeoutSecs: null, "env.A": undefined }),
  configured(
    "zero seconds to live",
    { ttlSecondsAfterFinished: 0 },
    `${KEY}.ttlSecondsAfterFinished ttl-zero`,
  ),
  configured("numbers left empty", { timeoutSec: 0, maxTurnsPerRun: 0, image: "", model: null }),
  configured("a negative number", { timeoutSec: -1 }, `${KEY}.timeoutSec setting-negative`),
  configured(
    "numbers and a boolean as text",
    { timeoutSec: "3600", maxTurnsPerRun: "80", dangerouslySkipPermissions: "false" },
    `${KEY}.maxTurnsPerRun setting-type`,
    `${KEY}.dangerouslySkipPermissions setting-type`,
    `${KEY}.timeoutSec setting-type`,
  ),
  configured("arguments as one text", { extraArgs: "--a" }, `${KEY}.extraArgs setting-type`),
  configured(
    "arguments that are not strings",
    { extraArgs: ["a", 5, null, {}] },
    `${KEY}.extraArgs[1] setting-item`,
    `${KEY}.extraArgs[3] setting-item`,
  ),
  configured("variables as text", { env: "A=b" }, `${KEY}.env setting-type`),
  configured(
    "values of variables that are not strings",
    { env: { PORT: 3000, "a-b": true, N: null } },
    `${KEY}.env.PORT setting-item`,
    `${KEY}.env["a-b"] setting-item`,
  ),
  configured(
    "lines that are not key=value",
    { nodeSelector: "a: b\r\n=x\n a = b\n# c\n\nd" },
    ...Array(3).fill(`${KEY}.nodeSelector setting-item`),
  ),
  configured("a JSON array", { labels: '["a=b"]' }, `${KEY}.labels setting-item`),
  configured("broken JSON", { labels: '{"a": "b",}' }, `${KEY}.labels setting-item`),
  configured(
    "JSON whose values are not strings",
    { nodeSelector: '{"a": 1, "b": "c", "d": null, "e": [1e999]}' },
    `${KEY}.nodeSelector.a setting-item`,
    `${KEY}.nodeSelector.e setting-item`,
  ),
  configured("an array of labels", { labels: ["a=b"] }, `${KEY}.labels setting-type`),
  configured(
    "names that no object takes",
    JSON.parse('{"labels": {"__proto__": "a"}, "env": {"__proto__": "a"}}'),
    `${KEY}.labels.__proto__ setting-item`,
    `${KEY}.env.__proto__ setting-item`,
  ),
  configured(
    "labels that are not the user's",
    { labels: { "paperclip.io/run-id": "x", "app.kubernetes.io/name": "y", "example.com/a": "z" } },
    `${KEY}.labels["paperclip.io/run-id"] label-built-in`,
    `${KEY}.labels["app.kubernetes.io/name"] label-prefix`,
  ),
  configured(
    "a line with such a label",
    { labels: "a=b\npaperclip.io/agent-id=x" },
    `${KEY}.labels label-built-in`,
  ),
  configured("the same keys in a node selector", { nodeSelector: { "app.kubernetes.io/a": "b" } }),
  configured("another HOME", { env: { HOME: "/root" } }, `${KEY}.env.HOME variable-fixed`),
  configured("the same HOME", { env: { HOME: "/paperclip" } }),
  configured(
    "variables of the run",
    { env: { PAPERCLIP_API_KEY: "k", AGENT_HOME: "/h", PAPERCLIP_DEBUG: "1" } },
    `${KEY}.env.PAPERCLIP_API_KEY variable-of-run`,
    `${KEY}.env.AGENT_HOME variable-of-run`,
  ),
  configured(
    "resources that are not read",
    { resources: { cpu: "1", requests: { cpu: 2, "nvidia.com/gpu": "1" }, limits: "{}" } },
    `${KEY}.resources.limits setting-type`,
    `${KEY}.resources.requests.cpu setting-type`,
    `${KEY}.resources.cpu setting-item`,
    `${KEY}.resources.requests["nvidia.com/gpu"] setting-item`,
  ),
  configured(
    "a slip in a placeholder, twice",
    { promptTemplate: "{{agent.nmae}} {{ agent.nmae }}" },
    `${KEY}.promptTemplate placeholder-unknown`,
  ),
  configured(
    "placeholders that lead nowhere",
    { bootstrapPromptTemplate: "{{nope}} {{agent.id.length}} {{toString}} {{context.own.x}}" },
    ...Array(4).fill(`${KEY}.bootstrapPromptTemplate placeholder-unknown`),
  ),
  configured(
    "braces that are not a placeholder",
    { promptTemplate: "{{ agent.name } {{agent name}} {{}} {{{agent.id}}} { } }}" },
    ...Array(3).fill(`${KEY}.promptTemplate placeholder-malformed`),
  ),
  row("placeholders of what only some runs have", {
    config: {
      promptTemplate:
        "{{context.taskId}} {{context.paperclipWake.issue.title}} {{context.none}} {{company}}" +
        "{{context.paperclipWorkspace.branchName}} {{agent.adapterType}} {{context}}",
    },
    context: { paperclipWorkspace: {}, none: null },
  }),
  configured("a context of another run", { promptTemplate: "{{context.paperclipWake.reason}}" }),
  row("a config that is text", { ctx: { config: "{}" } }, `${KEY} setting-type`),
  row("no config", { ctx: { config: undefined } }),
  configured(
    "a credential as a value",
    { env: { GITHUB_TOKEN: "ghp_4711", DB: "postgres://u:p@h", MAX_TOKENS: "64000" } },
    `${KEY}.env.GITHUB_TOKEN secret-literal`,
    `${KEY}.env.DB secret-literal`,
  ),
  inherited(
    "secrets of the server",
    {
      inheritedEnv: { DATABASE_URL: "u", APP_PRIVATE_KEY: "k", NPM_TOKEN: "npm_4711", TZ: "UTC" },
      inheritedEnvValueFrom: [{ name: "NPM" }, { name: "PAPERCLIP_AGENT_JWT_SECRET" }],
    },
    "selfPod.inheritedEnv.DATABASE_URL secret-inherited",
    "selfPod.inheritedEnv.APP_PRIVATE_KEY secret-inherited",
    "selfPod.inheritedEnv.NPM_TOKEN secret-literal",
    "selfPod.inheritedEnvValueFrom[1] secret-inherited",
  ),
  inherited(
    "a secret volume with selected keys",
    { secretVolumes: [{ volumeName: "v", secretName: "s", mountPath: "/s", items: [] }] },
    "selfPod.secretVolumes[0].items secret-volume-keys",
  ),
  inherited(
    "a URL that is not passed on",
    { inheritedEnvValueFrom: [{ name: "PAPERCLIP_API_URL" }, { name: "HOME" }] },
    "selfPod.inheritedEnvValueFrom[0] variable-hidden",
    "selfPod.inheritedEnvValueFrom[1] variable-hidden",
  ),
  row(
    "a context of wrong types",
    {
      context: {
        wakeReason: 5,
        issueIds: [1, "a"],
        paperclipWake: { reason: 5, comments: [{ body: 5 }, null, 7, { body: "b" }] },
        paperclipWorkspace: "w",
        paperclipWorkspaces: "w",
      },
    },
    "ctx.context.paperclipWorkspace setting-type",
    "ctx.context.paperclipWake.reason setting-type",
    "ctx.context.wakeReason setting-type",
    "ctx.context.issueIds[0] setting-item",
    "ctx.context.paperclipWorkspaces setting-type",
    "ctx.context.paperclipWake.comments[0].body setting-item",
    "ctx.context.paperclipWake.comments[2] setting-item",
  ),
  row(
    "a blank id that hides another",
    { context: { taskId: " ", issueId: "I", wakeCommentId: null, commentId: "C" } },
    "ctx.context.issueId setting-item",
  ),
  row(
    "a cycle and a session of a wrong type",
    {
      context: { paperclipRuntimeServices: [Object(1n)] },
      runtime: { sessionId: 5 },
    },
    "ctx.context.paperclipRuntimeServices input-type",
    "ctx.runtime.sessionId input-type",
  ),
  {
    name: "everything is missing",
    input: () => ({ ctx: { agent: {} }, selfPod: { inheritedEnvValueFrom: [null] } }),
    expected: [
      "ctx.runtime input-required",
      "ctx.context input-required",
      "selfPod.inheritedEnv input-required",
      "selfPod.secretVolumes input-required",
      "ctx.runId input-required",
      "ctx.agent.id input-required",
      "selfPod.inheritedEnvFrom input-required",
      "selfPod.imagePullSecrets input-required",
      "selfPod.inheritedEnvValueFrom[0] input-required",
    ],
  },
  { name: "no input", input: () => undefined, expected: ["input input-required"] },
  {
    name: "more faults than are listed",
    input: () => minimal({ config: { extraArgs: Array(1001).fill(5) } }),
    expected: [
      ...Array.from({ length: 1000 }, (_, at) => `${KEY}.extraArgs[${at}] setting-item`),
      "input more-findings",
    ],
  },
];
