/** Random inputs of `buildJobManifest`: a realistic one with wrong types and edge values in it. */
import { createContext, runInContext } from "node:vm";
import { Random } from "./random.mjs";

const realm = createContext({});
const inRealm = (source) => runInContext(source, realm);

const PIECES = [
  "",
  " ",
  "a",
  "B",
  "agent-1",
  "É",
  "\u212a",
  "\u0130",
  "ß",
  "😀",
  "\ud800",
  "\udc00",
  "\u0085",
  "\u180e",
  "\u200b",
  "\ufeff",
  "\u00a0",
  "\u1680",
  "\u2003",
  "\u2028",
  "\u2029",
  "\u202f",
  "\u205f",
  "\u3000",
  "\t",
  "\n",
  "\v",
  "\f",
  "\r",
  "\r\n",
  "\0",
  "'",
  '"',
  "`",
  "\\",
  "$&",
  "$1",
  "$$",
  "$(x)",
  "{{",
  "}}",
  "{{agent.id}}",
  "#",
  "=",
  ",",
  ":",
  "/",
  ".",
  "-",
  "_",
  "0",
  "1",
  "__proto__",
  "constructor",
  "{",
  "}",
  "[",
  "]",
  "null",
];
const NAMES = [
  "A",
  "B",
  "HOME",
  "AGENT_HOME",
  "PAPERCLIP_RUN_ID",
  "PAPERCLIP_AGENT_ID",
  "PAPERCLIP_API_URL",
  "PAPERCLIP_API_KEY",
  "PAPERCLIP_TASK_ID",
  "PAPERCLIP_WORKSPACES_JSON",
  "PAPERCLIP_X",
  "PATH",
  "0",
  "7",
  "10",
  "01",
  "-1",
  "4294967294",
  "4294967295",
  "__proto__",
  "constructor",
  "toString",
  "",
  "a b",
  "é",
  "\ud800",
  "app.kubernetes.io/managed-by",
  "paperclip.io/agent-id",
  "length",
  "name",
];
const NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.5,
  300,
  1e21,
  1e-7,
  5e-324,
  2 ** 53,
  2 ** 31,
  NaN,
  Infinity,
  -Infinity,
  0.1 + 0.2,
];
const PATHS = [
  "agent.id",
  "agent.name",
  "agent.companyId",
  "agentId",
  "companyId",
  "company.id",
  "runId",
  "run.id",
  "run.source",
  "run",
  "company",
  "agent",
  "context",
  "context.taskId",
  "context.o",
  "context.o.z",
  "context.list",
  "context.list.0",
  "context.n",
  "context.fn",
  "context.sym",
  "context.json",
  "context.gone",
  "context.big",
  "context.boxed",
  "context.boxed.length",
  "toString",
  "constructor",
  "constructor.name",
  "__proto__",
  "agent.hasOwnProperty",
  "nope",
  "nope.x",
  ".",
  "agent.",
  "-",
  "_",
  "agent.adapterConfig.deep.er",
  "context.paperclipWake",
];
const THROWN = [
  new RangeError("mine"),
  "thrown",
  null,
  undefined,
  7,
  Object.freeze({ mine: true }),
];

export function randomText(random) {
  return random.list(6, () => random.pick(PIECES)).join("");
}

function randomTemplate(random) {
  const placeholder = () => {
    const space = () => random.pick(["", "", " ", "\ufeff\u00a0", "\n", "\u0085", "\u200b"]);
    const path = random.chance(0.9) ? random.pick(PATHS) : randomText(random);
    const braces = random.pick([
      ["{{", "}}"],
      ["{{", "}}"],
      ["{{{", "}}}"],
      ["{{", "}"],
      ["{ {", "}}"],
    ]);
    return braces[0] + space() + path + space() + braces[1];
  };
  return random
    .list(6, () => (random.chance(0.5) ? placeholder() : randomText(random)))
    .join(random.pick(["", " ", "\n"]));
}

function randomPairsText(random) {
  const line = () =>
    random.pick([
      () => `${random.pick(NAMES)}=${randomText(random)}`,
      () => ` ${random.pick(NAMES)} = ${randomText(random)} `,
      () => `#${randomText(random)}`,
      () => randomText(random),
    ])();
  const lines = random.list(5, line).join(random.pick(["\n", "\r\n", "\r"]));
  if (random.chance(0.6)) return lines;
  const object = randomRecord(random, () =>
    random.chance(0.7) ? randomText(random) : random.pick([1, null, []]),
  );
  const json = JSON.stringify(object);
  return random.pick([
    json,
    ` \n${json} `,
    `\ufeff${json}`,
    `${json},`,
    JSON.stringify([object]),
    JSON.stringify(randomText(random)),
    json.replace("}", ',"b":1e999}'),
    `{"a":"1","a":"2","0":"\\ud800","__proto__":"x"}`,
    `{"d":${"[".repeat(200)}${"]".repeat(200)},"x":"y"}`,
  ]);
}

function randomRecord(random, makeValue) {
  const record = {};
  for (const name of random.list(5, () => random.pick(NAMES))) {
    Object.defineProperty(record, name, {
      value: makeValue(),
      writable: true,
      enumerable: random.chance(0.95),
      configurable: true,
    });
  }
  return record;
}

/** A value of any type, at most `depth` levels deep. */
function randomValue(random, depth = 2) {
  const inner = () => randomValue(random, depth - 1);
  const leaves = [
    () => undefined,
    () => null,
    () => random.chance(0.5),
    () => random.pick(NUMBERS),
    () => randomText(random),
    () => randomTemplate(random),
    () => 60n,
    () => Symbol("s"),
    () => () => "called",
    () => Object(randomText(random)),
    () => Object(5),
    () => new Date(0),
    () => new Map([["a", 1]]),
  ];
  const trees = [
    () => random.list(3, inner),
    () => randomRecord(random, inner),
    () => Object.create(randomRecord(random, inner)),
    () => Object.assign(Object.create(null), randomRecord(random, inner)),
    () => new Proxy(randomRecord(random, inner), {}),
    () => new Proxy(random.list(3, inner), {}),
    () =>
      new (class Mine {
        own = inner();
      })(),
    () => Object.assign(random.list(2, inner), { extra: inner() }),
    () => Object.assign(new Array(4), { 1: inner(), 3: inner() }),
    () => new Set(random.list(3, inner)),
    () => inRealm("[1, 'a', { name: 'R' }]"),
    () => inRealm("({ a: 'realm', id: 'r' })"),
    () => {
      const made = random.pick([undefined, "made", { of: 1 }]);
      return { toJSON: () => made };
    },
    () => ({ toString: () => "text", length: random.pick([0, 1, "1", 2n, null]) }),
  ];
  return random.pick(depth > 0 ? [...leaves, ...trees] : leaves)();
}

/** An iterable that can be iterated again. */
function randomIterable(random, items) {
  return random.pick([
    () => items,
    () => items,
    () => items,
    () => new Set(items),
    () => ({
      *[Symbol.iterator]() {
        yield* items;
      },
    }),
    () => new Proxy(items, {}),
    () => "a😀",
  ])();
}

const optional = (random, make) => (random.chance(0.6) ? make() : undefined);

function randomContext(random) {
  const text = () => optional(random, () => randomText(random));
  const cyclic = { self: null };
  cyclic.self = cyclic;
  const comment = () =>
    random.pick([
      { body: randomText(random), id: 1 },
      { body: 5 },
      null,
      "x",
      Object.assign([], { body: "b" }),
    ]);
  const long = () => ({
    id: random.below(9),
    body: `${randomText(random)}x`.repeat(1 + random.below(200)),
  });
  const context = {
    taskId: text(),
    issueId: text(),
    wakeReason: text(),
    wakeCommentId: text(),
    commentId: text(),
    approvalId: text(),
    approvalStatus: text(),
    issueIds: optional(random, () =>
      random.list(4, () => (random.chance(0.8) ? randomText(random) : 5)),
    ),
    paperclipWake: optional(random, () => ({
      reason: text(),
      comments: random.chance(0.2) ? Array.from({ length: 12 }, long) : random.list(3, comment),
      extra: random.chance(0.2) ? randomValue(random) : undefined,
    })),
    paperclipWorkspace: optional(random, () => ({
      cwd: text(),
      source: text(),
      strategy: text(),
      workspaceId: text(),
      repoUrl: text(),
      repoRef: text(),
      branchName: text(),
      worktreePath: text(),
      agentHome: text(),
    })),
    paperclipSessionHandoffMarkdown: text(),
    paperclipWorkspaces: optional(random, () => random.list(2, () => ({ id: randomText(random) }))),
    paperclipRuntimeServiceIntents: optional(random, () =>
      random.list(2, () => randomText(random)),
    ),
    paperclipRuntimeServices: optional(random, () => random.list(2, () => random.pick(NUMBERS))),
    paperclipRuntimePrimaryUrl: text(),
    o: { z: 1, 10: "x", 2: "y", u: undefined, s: "\ud800" },
    list: [7, undefined, NaN],
    n: random.pick(NUMBERS),
    fn: () => 1,
    sym: Symbol("s"),
    json: { toJSON: (key) => `k=${key}` },
    gone: { toJSON: () => undefined },
    big: random.chance(0.2) ? 1n : cyclic,
    boxed: Object("ab"),
  };
  for (const key of Object.keys(context)) if (random.chance(0.2)) delete context[key];
  return context;
}

function randomConfig(random) {
  const text = () => optional(random, () => randomText(random));
  const pairs = () =>
    random.pick([
      () => undefined,
      () => randomPairsText(random),
      () => randomRecord(random, () => (random.chance(0.8) ? randomText(random) : 5)),
    ])();
  const quantities = () =>
    optional(random, () => ({ cpu: random.pick(["2", "", 2]), memory: text() }));
  return {
    namespace: text(),
    image: text(),
    imagePullPolicy: text(),
    serviceAccountName: text(),
    model: text(),
    effort: text(),
    maxTurnsPerRun: optional(random, () => random.pick(NUMBERS)),
    dangerouslySkipPermissions: optional(random, () => random.pick([true, false, 0, "false"])),
    extraArgs: optional(random, () =>
      random.list(4, () => (random.chance(0.8) ? randomText(random) : 5)),
    ),
    timeoutSec: optional(random, () => random.pick(NUMBERS)),
    ttlSecondsAfterFinished: optional(random, () => random.pick(NUMBERS)),
    resources: optional(random, () => ({ requests: quantities(), limits: quantities() })),
    nodeSelector: pairs(),
    labels: pairs(),
    tolerations: optional(random, () => random.list(2, () => ({ key: "k" }))),
    cwd: text(),
    promptTemplate: optional(random, () =>
      random.chance(0.003)
        ? "aé😀"[random.below(3)].repeat(262_143 + random.below(3))
        : randomTemplate(random),
    ),
    bootstrapPromptTemplate: optional(random, () => randomTemplate(random)),
    instructionsFilePath: text(),
    env: optional(random, () =>
      randomRecord(random, () => (random.chance(0.8) ? randomText(random) : 5)),
    ),
  };
}

function randomPod(random) {
  const volume = () => ({
    volumeName: randomText(random),
    secretName: randomText(random),
    mountPath: randomText(random),
    defaultMode: random.pick([undefined, 420]),
  });
  return {
    namespace: randomText(random),
    image: randomText(random),
    imagePullSecrets: random.list(2, () => ({ name: randomText(random) })),
    dnsConfig: optional(random, () => ({ nameservers: ["10.0.0.1"] })),
    pvcClaimName: random.pick([null, "claim", ""]),
    secretVolumes: randomIterable(random, random.list(2, volume)),
    inheritedEnv: randomRecord(random, () =>
      random.chance(0.9) ? randomText(random) : randomValue(random),
    ),
    inheritedEnvValueFrom: randomIterable(
      random,
      random.list(3, () => ({ name: random.pick([...NAMES, 5, undefined]), valueFrom: {} })),
    ),
    inheritedEnvFrom: random.list(1, () => ({ configMapRef: { name: "c" } })),
  };
}

/** Replaces a random member of `target`, some levels down, by a value of any type or a getter. */
function damage(random, target) {
  let owner = target;
  for (let level = 0; ; level++) {
    const keys = Object.keys(owner);
    if (keys.length === 0) return;
    const key = random.pick(keys);
    const value = owner[key];
    const isTree = typeof value === "object" && value !== null && !Array.isArray(value);
    if (isTree && level < 4 && random.chance(0.8)) {
      owner = value;
      continue;
    }
    try {
      if (random.chance(0.15)) delete owner[key];
      else owner[key] = randomValue(random);
    } catch {
      // A proxy or a frozen object of the generator's own: it stays as it is.
    }
    return;
  }
}

function plantThrow(random, input) {
  const { ctx, selfPod } = input;
  const parts = [ctx, ctx?.agent, ctx?.config, ctx?.context, ctx?.runtime, selfPod];
  const owner = random.pick(parts);
  if (typeof owner !== "object" || owner === null) return;
  const keys = Object.keys(owner);
  if (keys.length === 0) return;
  const thrown = random.pick(THROWN);
  const get = () => {
    throw thrown;
  };
  Reflect.defineProperty(owner, random.pick(keys), { get, enumerable: true, configurable: true });
}

const VARIABLES = [
  "PAPERCLIP_API_URL",
  "PAPERCLIP_LISTEN_HOST",
  "HOST",
  "PAPERCLIP_LISTEN_PORT",
  "PORT",
];

/** The input of a seed, and the variables of `process.env` that go with it. */
export function randomInput(seed) {
  const random = new Random(seed);
  const input = {
    ctx: {
      runId: random.chance(0.7) ? "run-1" : randomText(random),
      agent: {
        id: random.chance(0.7) ? "agent-1" : randomText(random),
        companyId: "co-1",
        name: randomText(random),
        adapterType: null,
        adapterConfig: { deep: { er: "found" } },
      },
      runtime: {
        sessionId: random.pick([null, "S", "", undefined, "a'b"]),
        sessionParams: random.pick([null, { sessionId: "P" }, { sessionId: " " }, {}]),
      },
      config: randomConfig(random),
      context: randomContext(random),
      authToken: random.pick([undefined, "token", " ", ""]),
    },
    selfPod: randomPod(random),
  };
  // Which of several failures wins is outside the contract, so there is one cause of failure.
  if (random.chance(0.1)) plantThrow(random, input);
  else if (random.chance(0.7)) damage(random, input);
  const variables = Object.fromEntries(
    VARIABLES.filter(() => random.chance(0.15)).map((name) => [
      name,
      random.pick(["", "h", "::", "0.0.0.0", "[::1]", "::1]", "a:b", "\ufeff x ", "81"]),
    ]),
  );
  return { input, variables };
}
