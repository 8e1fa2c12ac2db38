/** `validateJobInput`: what an input loses on its way into a Job. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildJobManifest, validateJobInput } from "@paperclip/k8s-native";
import { describe, expect, test } from "vitest";
import { poolOf } from "../bench/inputs/pool.mjs";
import { kinds, longWake, minimal as minimalRun } from "../bench/inputs/runs.mjs";
import { barePodOf, podOf } from "../bench/inputs/self-pod.mjs";
import { root } from "../scripts/binary.mjs";
import { outcomeOf } from "./support/compare.mjs";
import { FIELDS, withField } from "./support/fields.mjs";
import { FAULTS } from "./support/input-faults.mjs";
import { cycle, MINE, minimal, raise, realistic } from "./support/inputs.mjs";
import { randomInput } from "./support/random-input/input.mjs";

const lines = (input, options) =>
  validateJobInput(input, options).map(({ path, rule }) => `${path} ${rule}`);

const messages = (config) => validateJobInput(minimal({ config })).map(({ message }) => message);

describe("what is found", () => {
  test.each(FAULTS)("$name", ({ input, expected }) => {
    expect(lines(input())).toEqual(expected);
  });

  test("each rule has an input that breaks it, apart from those that are opt-in", () => {
    const source = readFileSync(join(root, "src/validate_input/rules.rs"), "utf8");
    const rules = [...source.matchAll(/^ {4}(?:Error|Warning) \w+ \w+ = "([a-z-]+)";/gm)];
    const broken = FAULTS.flatMap(({ expected }) => expected.map((line) => line.split(" ").at(-1)));
    const optIn = ["template-unused", "service-account-default"];
    expect(new Set([...broken, ...optIn])).toEqual(new Set(rules.map(([, id]) => id)));
    const types = readFileSync(join(root, "index.d.ts"), "utf8");
    const [, union] = /type InputRule =((?:\s*\| "[a-z-]+")+);/.exec(types);
    expect([...union.matchAll(/"(.*?)"/g)].map(([, id]) => id)).toEqual(rules.map(([, id]) => id));
  });

  test("a finding is a plain object with all that is known", () => {
    const [finding] = validateJobInput(minimal({ config: { "resources.requests.cpu": "2" } }));
    expect(finding).toStrictEqual({
      path: 'ctx.config["resources.requests.cpu"]',
      code: "Ignored",
      rule: "setting-flat",
      message:
        '"resources.requests.cpu" is not read: the Job requests the default 1000m; write ' +
        'resources: { requests: { cpu: "2" } }',
      severity: "warning",
    });
  });

  test("a message says what applies and how to write it", () => {
    expect(
      messages({
        image: 5,
        timeoutSec: "3600",
        dangerouslySkipPermissions: "false",
        nodeSelector: "pool: agents",
        ttlSecondsAfterFinished: "60",
        maxTurns: 3,
        promptTemplate: "one\n{{agent.nmae}}",
      }),
    ).toEqual([
      'must be a string, but it is a number: the Job runs selfPod.image; write image: "5"',
      "must be a finite number, but it is a string: the finished Job is kept for the default 300 " +
        "seconds; write ttlSecondsAfterFinished: 60",
      "must be a boolean, but it is a string: permission prompts are skipped; write " +
        "dangerouslySkipPermissions: false",
      "must be a number over 0, but it is a string: there is no deadline; write timeoutSec: 3600",
      "is not read: there is no limit of turns; the setting is maxTurnsPerRun: write " +
        "maxTurnsPerRun: 80",
      'line 1, "pool: agents", has no "=" and is dropped; write key=value, not key: value',
      "{{agent.nmae}} at line 2, column 1 names nothing: the prompt has nothing in its place; " +
        "write {{agent.name}}",
    ]);
  });

  test("a setting that is right as well is what applies", () => {
    expect(messages({ effort: "low", thinkingEffort: "high" })).toEqual([
      'is not read: ctx.config.effort applies; the setting is effort: write effort: "high"',
    ]);
  });

  test("what is by design is reported on request", () => {
    const input = realistic();
    delete input.ctx.config.serviceAccountName;
    expect(lines(input)).toEqual([]);
    expect(lines(input, { byDesign: true })).toEqual([
      "ctx.config.serviceAccountName service-account-default",
      "ctx.config.promptTemplate template-unused",
    ]);
    input.ctx.runtime = {};
    input.ctx.config.serviceAccountName = "agent";
    expect(lines(input, { byDesign: true })).toEqual([]);
  });
});

test("the example for operators prints what is lost, and ends with status 1", () => {
  const options = { cwd: root, encoding: "utf8" };
  const { status, stdout } = spawnSync(process.execPath, ["examples/diagnose.mjs"], options);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^SEVERITY +SETTING +WHAT HAPPENS +FIX\n/);
  expect(stdout).toMatch(/^warning +ctx\.config\["resources\.limits\.memory"\] /m);
  expect(stdout).toMatch(/^warning +ctx\.config\.timeoutSec .* write timeoutSec: 3600$/m);
  expect(stdout.replaceAll(/\s+/g, " ")).toContain("limit of 8Gi");
  expect(stdout).not.toContain("postgres://");
});

describe("a good input has no finding", () => {
  test("the example and the smallest one", () => {
    expect(validateJobInput(realistic())).toEqual([]);
    expect(validateJobInput(minimal())).toEqual([]);
  });

  const runs = {
    ...kinds,
    "a long wake": (words) => longWake(words, 30, () => words.prose(600)),
  };
  test.each(Object.entries(runs))("the bench's inputs: %s", (_, runOf) => {
    for (const input of poolOf(64, runOf, podOf)) expect(validateJobInput(input)).toEqual([]);
  });

  test("the bench's smallest inputs", () => {
    for (const input of poolOf(8, minimalRun, barePodOf)) {
      expect(validateJobInput(input)).toEqual([]);
    }
  });
});

const pathOf = (names) =>
  names
    .map((name, at) => (typeof name === "number" ? `[${name}]` : at ? `.${name}` : name))
    .join("");

/** Values of every type, with how they are shown. */
const VALUES = [
  ["a string", () => "text"],
  ["text that is a number", () => "80"],
  ["a blank string", () => " "],
  ["a number", () => 5],
  ["NaN", () => Number.NaN],
  ["true", () => true],
  ["false", () => false],
  ["a BigInt", () => 5n],
  ["a symbol", () => Symbol("s")],
  ["an object", () => ({})],
  ["an array", () => ["a"]],
  ["a function", () => () => {}],
];

/** The values that are right for a setting; every other one has to be reported. */
const STRINGS = ["a string", "text that is a number", "a blank string"];
const RIGHT = {
  maxTurnsPerRun: ["a number"],
  timeoutSec: ["a number"],
  ttlSecondsAfterFinished: ["a number"],
  dangerouslySkipPermissions: ["true", "false"],
  extraArgs: ["an array"],
  tolerations: ["an array"],
  env: ["an object"],
  resources: ["an object"],
  requests: ["an object"],
  limits: ["an object"],
  labels: ["an object", "a blank string"],
  nodeSelector: ["an object", "a blank string"],
  // A blank one is trimmed to nothing, which is unset.
  instructionsFilePath: STRINGS,
};

describe("every setting, with a value of every type", () => {
  const settings = FIELDS.filter(
    ([part, config, name]) => part === "ctx" && config === "config" && name,
  );
  test.each(settings.map((path) => [pathOf(path), path]))("%s", (text, path) => {
    const right = RIGHT[path.at(-1)] ?? STRINGS;
    for (const [name, make] of VALUES) {
      const found = validateJobInput(withField(path, { value: make() }));
      const about = found.filter((finding) => finding.path === text);
      expect([name, about.length]).toEqual([name, right.includes(name) ? 0 : 1]);
    }
  });
});

/** The path that a TypeError of `buildJobManifest` names, or `undefined`. */
function thrownPath(input) {
  const { thrown } = outcomeOf(buildJobManifest, input);
  const { message = "" } = thrown instanceof TypeError ? thrown : {};
  return /^buildJobManifest: (\S+?)(?:'s iterator.*)? must be /.exec(message)?.[1];
}

const errorsOf = (input) =>
  validateJobInput(input)
    .filter(({ severity }) => severity === "error")
    .map(({ path }) => path);

describe("errors are where buildJobManifest throws", () => {
  const fields = FIELDS.map((path) => [pathOf(path), path]);
  test.each(fields)("%s", (_, path) => {
    const values = [...VALUES, ["undefined", () => undefined], ["null", () => null]];
    values.push(["a list with a cycle", () => [cycle()]], ["a list of null", () => [null]]);
    for (const [name, make] of values) {
      const input = withField(path, { value: make() });
      const thrown = thrownPath(input);
      expect([name, errorsOf(input).slice(0, thrown ? undefined : 1)]).toEqual([
        name,
        thrown ? expect.arrayContaining([thrown]) : [],
      ]);
    }
  });

  test("random inputs", () => {
    for (let seed = 1; seed <= 4000; seed++) {
      const { input } = randomInput(seed);
      const outcome = outcomeOf(errorsOf, input);
      const thrown = thrownPath(input);
      // The caller's own code throws in some of them.
      if (!("value" in outcome)) continue;
      const context = { seed, thrown, errors: outcome.value };
      if (thrown) expect(context.errors, JSON.stringify(context)).toContain(thrown);
    }
  });
});

describe("what the caller's code does", () => {
  test.each(FIELDS.map((path) => [pathOf(path), path]))("a getter that throws: %s", (_, path) => {
    const input = withField(path, { get: () => raise(MINE) });
    const { thrown } = outcomeOf(validateJobInput, input);
    // Not everything that the builder passes on is looked at.
    if (thrown !== undefined) expect(thrown).toBe(MINE);
  });

  test.each(FIELDS.map((path) => [pathOf(path), path]))("a revoked proxy: %s", (_, path) => {
    for (const target of [{}, [], () => {}]) {
      const { proxy, revoke } = Proxy.revocable(target, {});
      const input = withField(path, { value: proxy });
      revoke();
      const isRefused = "thrown" in outcomeOf(buildJobManifest, input);
      expect(Array.isArray(validateJobInput(input))).toBe(true);
      if (isRefused) expect(errorsOf(input)).not.toEqual([]);
    }
  });

  test("an input is not changed", () => {
    const { ctx, selfPod } = realistic();
    const before = structuredClone({ ctx: { ...ctx, onLog: null }, selfPod });
    validateJobInput({ ctx, selfPod });
    expect({ ctx: { ...ctx, onLog: null }, selfPod }).toStrictEqual(before);
  });

  test("inherited fields and getters of a class count", () => {
    class Agent {
      get id() {
        return "a";
      }
    }
    const input = minimal({
      ctx: { agent: new Agent(), config: Object.create({ timeoutSec: "5" }) },
    });
    expect(lines(input)).toEqual(["ctx.config.timeoutSec setting-type"]);
  });
});

describe("options", () => {
  test.each([null, 5, "byDesign"])("%s instead of options", (options) => {
    expect(() => validateJobInput(minimal(), options)).toThrow(
      /^validateJobInput: options must be an object, but it is /,
    );
  });

  test("a value of another type", () => {
    expect(() => validateJobInput(minimal(), { byDesign: "yes" })).toThrow(
      "validateJobInput: byDesign must be a boolean, but it is string",
    );
  });
});

describe("secrets", () => {
  const CANARY = "canary-5f1e";

  test("no value of a variable, a template or an argument is in a message", () => {
    const input = minimal({
      config: {
        env: { HOME: CANARY, PAPERCLIP_RUN_ID: CANARY, TOKEN: CANARY, N: [CANARY] },
        extraArgs: CANARY,
        promptTemplate: `${CANARY} {{context.${CANARY}}} {{${CANARY} ${CANARY}}}`,
        bootstrapPromptTemplate: [CANARY],
        timeoutSec: CANARY,
        "env.A": CANARY,
        thinkingEffort: CANARY,
      },
      selfPod: { inheritedEnv: { DATABASE_URL: CANARY, NPM_TOKEN: CANARY } },
      ctx: { authToken: CANARY },
    });
    const findings = validateJobInput(input);
    expect(findings.length).toBeGreaterThan(10);
    expect(JSON.stringify(findings)).not.toContain(CANARY);
  });
});

describe("cost", () => {
  test("lists and names in any number, and lists that share their items", () => {
    let shared = {};
    for (let level = 0; level < 60; level++) shared = { a: shared, b: shared };
    const many = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, at) => [`timeoutSe${at}`, 1]),
    );
    const input = minimal({
      config: {
        ...many,
        env: { ...many },
        labels: "a: b\n".repeat(200_000),
        promptTemplate: "{{".repeat(300_000) + "{{nope.a}} {{no pe}}\n".repeat(100_000),
        ["x".repeat(5_000_000)]: 1,
      },
      context: { paperclipWorkspaces: [shared] },
    });
    expect(validateJobInput(input)).toHaveLength(1001);
  });

  test("as many placeholders that lead to nothing as the object has members", () => {
    const names = Array.from({ length: 200_000 }, (_, at) => `k${at}`);
    const context = Object.fromEntries(names.map((name) => [name, name]));
    const promptTemplate = names.map((name) => `{{context.no_${name}}}`).join("");
    expect(validateJobInput(minimal({ config: { promptTemplate }, context }))).toHaveLength(1001);
  });

  test.each([
    ["extraArgs", (holes) => ({ config: { extraArgs: holes } })],
    ["tolerations", (holes) => ({ config: { tolerations: holes } })],
    ["issueIds", (holes) => ({ context: { issueIds: holes } })],
    ["paperclipWorkspaces", (holes) => ({ context: { paperclipWorkspaces: holes } })],
    ["comments", (holes) => ({ context: { paperclipWake: { comments: holes } } })],
    ["secretVolumes", (holes) => ({ selfPod: { secretVolumes: holes } })],
    ["inheritedEnvValueFrom", (holes) => ({ selfPod: { inheritedEnvValueFrom: holes } })],
  ])("%s of four billion holes", (_, changes) => {
    const holes = new Array(2 ** 32 - 1);
    expect(validateJobInput(minimal(changes(holes))).length).toBeLessThanOrEqual(1001);
  });
});
