/**
 * Cases that goldens cannot record: the caller's code runs in the middle of a call, or the program
 * changes the language before the addon is loaded.
 */
import { Session } from "node:inspector";
import { buildJobManifest } from "@paperclip/k8s-native";
import { afterEach, describe, expect, test } from "vitest";
import { addon, runModule } from "./support/child.mjs";
import { outcomeOf } from "./support/compare.mjs";
import { MINE, minimal, nested, raise, realistic } from "./support/inputs.mjs";
import { defined } from "./support/surroundings.mjs";

const surroundings = new URL("support/surroundings.mjs", import.meta.url).href;

const print = (input) => JSON.stringify(buildJobManifest(input));
const right = print(realistic());

afterEach(() => {
  expect(print(realistic())).toBe(right);
});

describe("plain data nested 100,000 deep", () => {
  // From Node 26 on, JSON.stringify writes it; before, it throws a RangeError.
  const deep = nested(100_000);
  const { value: json, thrown } = outcomeOf(JSON.stringify, deep);
  const build = (context, config) => outcomeOf(buildJobManifest, minimal({ context, config }));

  const variable = (name, { value }) =>
    value.job.spec.template.spec.containers[0].env.find((one) => one.name === name)?.value;

  test.each([
    ["paperclipWorkspaces", "PAPERCLIP_WORKSPACES_JSON"],
    ["paperclipRuntimeServiceIntents", "PAPERCLIP_RUNTIME_SERVICE_INTENTS_JSON"],
    ["paperclipRuntimeServices", "PAPERCLIP_RUNTIME_SERVICES_JSON"],
  ])("%s is written or refused as by JSON.stringify", (key, name) => {
    const outcome = build({ [key]: deep });
    if (thrown) expect(outcome.thrown).toBeInstanceOf(thrown.constructor);
    else expect(variable(name, outcome)).toBe(json);
  });

  test("paperclipWake is written as by JSON.stringify, or left out", () => {
    const outcome = build({ paperclipWake: deep });
    expect(variable("PAPERCLIP_WAKE_PAYLOAD_JSON", outcome)).toBe(json);
  });

  test("a placeholder is replaced by its JSON, or by nothing", () => {
    const { value } = build({ deep }, { promptTemplate: "[{{context.deep}}]" });
    expect(value.prompt).toBe(`[${json ?? ""}]`);
  });
});

describe("a call of buildJobManifest within a call", () => {
  const other = () =>
    minimal({ config: { promptTemplate: "other {{context.o}}" }, context: { o: { other: 1 } } });
  const alone = print(other());

  /** An input that calls again wherever it can, and the results of those calls. */
  function reentrant(depth) {
    const made = [];
    const again = (value) => () => {
      made.push(depth > 1 ? print(reentrant(depth - 1).input) && print(other()) : print(other()));
      return value;
    };
    const input = realistic();
    const { config, context } = input.ctx;
    config.promptTemplate += " {{context.o}} {{context.p.x}}";
    input.ctx.runtime = { sessionId: null };
    context.o = { toJSON: again("o") };
    context.p = Object.defineProperty({}, "x", { get: again("x") });
    context.paperclipWake.comments.push({ toJSON: again("c"), body: "b" });
    context.paperclipWorkspaces.push({ toJSON: again("w") });
    input.selfPod.secretVolumes = {
      *[Symbol.iterator]() {
        yield { volumeName: "v" };
        again()();
      },
    };
    const { model } = config;
    Object.defineProperty(config, "model", { get: again(model) });
    return { input, made };
  }

  /** The same input where nothing calls again. */
  function calm() {
    const { input } = reentrant(1);
    const { config, context } = input.ctx;
    Object.defineProperty(config, "model", { value: realistic().ctx.config.model });
    context.o = { toJSON: () => "o" };
    context.p = { x: "x" };
    context.paperclipWake.comments.splice(-1, 1, { toJSON: () => "c", body: "b" });
    context.paperclipWorkspaces.splice(-1, 1, "w");
    input.selfPod.secretVolumes = [{ volumeName: "v" }];
    return input;
  }

  test.each([1, 2, 3])("nested %i levels deep, from getters, toJSON and an iterator", (depth) => {
    const { input, made } = reentrant(depth);
    expect(print(input)).toBe(print(calm()));
    expect(made.length).toBeGreaterThanOrEqual(6);
    expect(new Set(made)).toEqual(new Set([alone]));
  });

  test("from a setter on Object.prototype, while the result is assembled", () => {
    const input = realistic();
    const setter = { set: () => made.push(print(other())) };
    const made = [];
    const { job, ...rest } = defined(Object.prototype, { team: setter })(() =>
      buildJobManifest(input),
    );
    expect(made).toEqual([alone]);
    const { job: calmJob, ...calmRest } = buildJobManifest(input);
    expect(rest).toEqual(calmRest);
    expect(job.spec.template.spec).toEqual(calmJob.spec.template.spec);
  });

  test("an inspector's handler calls while a function is compiled for the result", () => {
    // No other test has these parts together, so the first call compiles.
    const unusual = () =>
      minimal({
        config: { timeoutSec: 5, effort: "e", nodeSelector: "a=b", promptTemplate: "{{run.id}}" },
        context: { paperclipSessionHandoffMarkdown: "h" },
        selfPod: { pvcClaimName: "c", imagePullSecrets: [{}], inheritedEnv: { A: "outer" } },
      });
    const made = [];
    let isBuilding = false;
    const session = new Session();
    session.connect();
    session.on("Debugger.scriptParsed", ({ params: { url } }) => {
      if (!isBuilding || url !== "k8s-native/maker.js" || made.length > 0) return;
      made.push("began");
      // The last call leaves other texts behind than the outer one has.
      made.push(print(other()), print(unusual()), print(other()));
    });
    session.post("Debugger.enable");
    isBuilding = true;
    const outer = print(unusual());
    session.disconnect();
    expect(made.slice(0, 2)).toEqual(["began", alone]);
    expect(made[2]).toBe(outer);
    expect(print(unusual())).toBe(outer);
  });

  test("whose inner call ends with an exception", () => {
    const input = realistic();
    input.ctx.runtime = { sessionId: null };
    input.ctx.config.promptTemplate = "{{context.o}} {{context.p.x}}";
    input.ctx.context.o = { toJSON: () => outcomeOf(buildJobManifest, undefined).thrown.name };
    input.ctx.context.p = {
      get x() {
        outcomeOf(buildJobManifest, {});
        return raise(MINE);
      },
    };
    expect(outcomeOf(buildJobManifest, input).thrown).toBe(MINE);
  });

  test("that recurses without end from a getter is a RangeError", () => {
    const input = realistic();
    Object.defineProperty(input.ctx, "runId", { get: () => buildJobManifest(input).jobName });
    expect(() => buildJobManifest(input)).toThrow(RangeError);
  });

  test("that recurses without end from a template is a RangeError", () => {
    const input = minimal({ config: { promptTemplate: "{{context.p.x}}" } });
    input.ctx.context.p = Object.defineProperty({}, "x", {
      get: () => buildJobManifest(input).prompt,
    });
    expect(() => buildJobManifest(input)).toThrow(RangeError);
  });
});

describe("an input that changes while it is read", () => {
  const emptied = (value) => {
    if (Array.isArray(value)) value.length = 0;
    for (const key of Object.keys(value)) delete value[key];
  };
  const grown = (value) => {
    for (let i = 0; i < 5000; i++) value[`${i}`] = `late ${i}`;
  };
  const lists = [
    (input) => input.ctx.config.extraArgs,
    (input) => input.ctx.config.env,
    (input) => input.ctx.context.issueIds,
    (input) => input.ctx.context.paperclipWake.comments,
    (input) => input.selfPod.inheritedEnv,
    (input) => input.selfPod.inheritedEnvValueFrom,
    (input) => input.selfPod.secretVolumes,
    (input) => input.selfPod.imagePullSecrets,
  ];
  const getters = [
    (input) => [input.ctx.config, "labels"],
    (input) => [input.ctx.context, "taskId"],
    (input) => [input.ctx.context.paperclipWake.comments[0], "body"],
    (input) => [input.selfPod.inheritedEnv, "TZ"],
    (input) => [input.selfPod.inheritedEnvValueFrom[0], "name"],
    (input) => [input.selfPod.secretVolumes[0], "mountPath"],
    (input) => [input.ctx.config.env, "LOG_LEVEL"],
  ];

  test.each([
    ["a list that is emptied", emptied],
    ["a list that grows", grown],
  ])("%s", (_, change) => {
    for (const list of lists) {
      for (const getter of getters) {
        const input = realistic();
        const target = list(input);
        const [owner, key] = getter(input);
        Object.defineProperty(owner, key, {
          configurable: true,
          enumerable: true,
          get() {
            change(target);
            return "read";
          },
        });
        const outcome = outcomeOf(buildJobManifest, input);
        // The reader may see either state: the outcome is a manifest or a clear error.
        if ("thrown" in outcome) expect(outcome.thrown).toBeInstanceOf(TypeError);
        else expect(outcome.value.jobName).toMatch(/^ac-/);
      }
    }
  });

  test("an object whose prototype becomes a throwing proxy", () => {
    const input = realistic();
    Object.defineProperty(input.ctx.config, "image", {
      get() {
        Object.setPrototypeOf(input.ctx.config, new Proxy({}, { get: () => raise(MINE) }));
        return "image";
      },
    });
    const outcome = outcomeOf(buildJobManifest, input);
    if ("thrown" in outcome) expect(outcome.thrown).toBe(MINE);
  });
});

test("an iterator that never ends until the caller stops it", () => {
  const input = minimal();
  let count = 0;
  input.selfPod.secretVolumes = {
    *[Symbol.iterator]() {
      for (;;) yield ++count < 200_000 ? {} : raise(MINE);
    },
  };
  expect(outcomeOf(buildJobManifest, input).thrown).toBe(MINE);
});

describe("a program that replaces the built-ins that lists depend on", () => {
  const iterator = {
    *value() {
      yield "x";
    },
  };

  // The original's outcome is mostly nonsense too. Where it is not (setters for indexes), the
  // contract only asks for safety: the call must return or throw an Error.
  test.each([
    ["Array.prototype[Symbol.iterator]", Array.prototype, { [Symbol.iterator]: iterator }],
    ["no Array.prototype[Symbol.iterator]", Array.prototype, { [Symbol.iterator]: {} }],
    ["a setter for 0 on Object.prototype", Object.prototype, { 0: { set() {} } }],
    ["a setter for 0 on Array.prototype", Array.prototype, { 0: { set() {} } }],
    ["Array.prototype.push", Array.prototype, { push: { value: () => 0 } }],
    ["String.prototype.split", String.prototype, { split: { value: () => 5 } }],
    ["Object.keys", Object, { keys: { value: () => 5 } }],
    ["Array.isArray", Array, { isArray: { value: () => true } }],
  ])("%s", (_, object, descriptors) => {
    const input = realistic();
    const outcome = defined(object, descriptors)(() => outcomeOf(buildJobManifest, input));
    if ("thrown" in outcome) expect(outcome.thrown).toBeInstanceOf(Error);
  });
});

describe("a program that changes built-ins before the addon is loaded", () => {
  // `process.dlopen` is the last step of Node's `require`; the steps before it are not under test.
  const code = (object, descriptors) => `
    import { defined } from ${JSON.stringify(surroundings)};
    const setter = { get() {}, set() {} };
    const mine = { value: () => "mine", writable: true };
    const { stringify } = JSON;
    const input = inputs.realistic();
    const module = { exports: {} };
    defined(${object}, ${descriptors})(() => process.dlopen(module, ${JSON.stringify(addon)}));
    process.stdout.write(stringify(module.exports.buildJobManifest(input)));`;

  test.each([
    ["Object.prototype", "{ name: setter, value: setter, 0: setter }"],
    ["Array.prototype", "{ 0: setter }"],
    ["Array.prototype", "{ [Symbol.iterator]: mine, push: mine, map: mine }"],
    ["JSON", "{ stringify: mine, parse: mine }"],
    ["Function.prototype", "{ call: mine, apply: mine, bind: mine }"],
    ["Object", "{ keys: mine, defineProperty: mine, freeze: mine }"],
    ["Reflect", "{ get: mine, ownKeys: mine }"],
  ])("%s: %s", (object, descriptors) => {
    expect(runModule(code(object, descriptors), { loads: false })).toBe(right);
  });
});
