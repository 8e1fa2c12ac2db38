/** Bad input is a JavaScript exception that names the field, and the next call is right. */
import { buildJobManifest } from "@paperclip/k8s-native";
import { afterEach, expect, test } from "vitest";
import { outcomeOf } from "./support/compare.mjs";
import { cycle, iterable, MINE, minimal, raise } from "./support/inputs.mjs";
import { withVariables } from "./support/variables.mjs";

const build = (input) => withVariables({}, () => buildJobManifest(input));
const right = JSON.stringify(build(minimal()));

afterEach(() => {
  expect(JSON.stringify(build(minimal()))).toBe(right);
});

const without = (part, key) => {
  const input = minimal();
  delete input[part][key];
  return input;
};
const withContext = (context) => minimal({ context });
const withPod = (selfPod) => minimal({ selfPod });

test.each([
  ["no input", /input must be an object, but it is undefined/, undefined],
  ["null as input", /input must be an object, but it is null/, null],
  ["no ctx", /ctx must be an object, but it is undefined/, {}],
  ["null as ctx", /ctx must be an object, but it is null/, { ...minimal(), ctx: null }],
  ["no selfPod", /selfPod must be an object, but it is undefined/, { ctx: minimal().ctx }],
  ["null as selfPod", /selfPod must be an object, but it is null/, { ...minimal(), selfPod: null }],
  ["no agent", /ctx\.agent must be an object/, without("ctx", "agent")],
  ["no runtime", /ctx\.runtime must be an object/, without("ctx", "runtime")],
  ["no context", /ctx\.context must be an object/, without("ctx", "context")],
  ["no run id", /ctx\.runId must be a string, but it is undefined/, without("ctx", "runId")],
  [
    "a number as run id",
    /ctx\.runId must be a string, but it is number/,
    minimal({ ctx: { runId: 5 } }),
  ],
  [
    "no agent id",
    /ctx\.agent\.id must be a string, but it is undefined/,
    minimal({ ctx: { agent: {} } }),
  ],
  [
    "null as agent id",
    /ctx\.agent\.id must be a string, but it is null/,
    minimal({ agent: { id: null } }),
  ],
  [
    "an object as agent id",
    /ctx\.agent\.id must be a string, but it is object/,
    minimal({ agent: { id: {} } }),
  ],
  [
    "a number as session",
    /ctx\.runtime\.sessionId must be a string, but it is number/,
    minimal({ runtime: { sessionId: 5 } }),
  ],
  [
    "no inheritedEnv",
    /selfPod\.inheritedEnv must be an object/,
    without("selfPod", "inheritedEnv"),
  ],
  [
    "no pull secrets",
    /selfPod\.imagePullSecrets must be an array/,
    without("selfPod", "imagePullSecrets"),
  ],
  [
    "no envFrom",
    /selfPod\.inheritedEnvFrom must be an array/,
    without("selfPod", "inheritedEnvFrom"),
  ],
  [
    "no valueFrom",
    /selfPod\.inheritedEnvValueFrom must be iterable/,
    without("selfPod", "inheritedEnvValueFrom"),
  ],
  [
    "no secret volumes",
    /selfPod\.secretVolumes must be iterable/,
    without("selfPod", "secretVolumes"),
  ],
  [
    "an object as secret volumes",
    /selfPod\.secretVolumes must be iterable, but it is object/,
    withPod({ secretVolumes: {} }),
  ],
  [
    "a number as secret volumes",
    /selfPod\.secretVolumes must be iterable, but it is number/,
    withPod({ secretVolumes: 5 }),
  ],
  [
    "null among secret volumes",
    /selfPod\.secretVolumes\[1\] must be an object, but it is null/,
    withPod({ secretVolumes: [{}, null] }),
  ],
  [
    "null among valueFrom of an iterable",
    /selfPod\.inheritedEnvValueFrom\[1\] must be an object/,
    withPod({ inheritedEnvValueFrom: iterable({}, null) }),
  ],
  [
    "a cycle in workspaces",
    /ctx\.context\.paperclipWorkspaces must be JSON/,
    withContext({ paperclipWorkspaces: [cycle()] }),
  ],
  [
    "a BigInt in services",
    /ctx\.context\.paperclipRuntimeServices must be JSON/,
    withContext({ paperclipRuntimeServices: [1n] }),
  ],
  [
    "a BigInt in intents",
    /ctx\.context\.paperclipRuntimeServiceIntents must be JSON/,
    withContext({ paperclipRuntimeServiceIntents: [{ a: [1n] }] }),
  ],
  [
    "a cycle behind a Date",
    /ctx\.context\.paperclipWorkspaces must be JSON/,
    withContext({ paperclipWorkspaces: [new Date(), cycle()] }),
  ],
  [
    "an iterator whose next is not a function",
    /selfPod\.secretVolumes's iterator's next must be a function, but it is string/,
    withPod({ secretVolumes: { [Symbol.iterator]: () => ({ next: "n" }) } }),
  ],
])("%s", (_, message, input) => {
  const { thrown } = outcomeOf(build, input);
  expect(Object.getPrototypeOf(thrown)).toBe(TypeError.prototype);
  expect(thrown.message).toMatch(message);
  expect(thrown.message).toMatch(/^buildJobManifest: /);
});

test.each([
  ["an error", MINE],
  ["a string", "thrown"],
  ["undefined", undefined],
  ["a type error that looks like the addon's own", new TypeError("buildJobManifest: ctx")],
  ["a frozen object", Object.freeze({})],
])("what the caller's getter throws comes through: %s", (_, thrown) => {
  const config = Object.defineProperty({}, "image", { get: () => raise(thrown) });
  const outcome = outcomeOf(build, minimal({ ctx: { config } }));
  expect("thrown" in outcome).toBe(true);
  expect(Object.is(outcome.thrown, thrown)).toBe(true);
});

const refusedBy = (stringify, value) => {
  try {
    return stringify(value);
  } catch (error) {
    return error;
  }
};

test.each([
  ["made by V8", refusedBy(JSON.stringify, cycle())],
  ["made by V8 for a function called json", refusedBy((json) => JSON.stringify(json), [1n])],
  [
    "whose stack cannot be read",
    Object.defineProperty(refusedBy(JSON.stringify, cycle()), "stack", { get: () => raise(MINE) }),
  ],
])("a type error of the caller's toJSON comes through: one %s", (_, error) => {
  const items = [{ toJSON: () => raise(error) }, { toJSON: () => raise(error), self: cycle() }];
  for (const item of items) {
    const { thrown } = outcomeOf(build, withContext({ paperclipWorkspaces: [item, cycle(), 1n] }));
    expect(thrown).toBe(error);
  }
});

const selfish = (boxed) => Object.assign(boxed, { self: boxed, x: 1n });

test.each([
  ["a boxed string", () => selfish(new String("s"))],
  ["a boxed number", () => selfish(new Number(5))],
  ["a boxed boolean", () => selfish(new Boolean(true))],
  ["a function", () => selfish(() => {})],
  ["a date with its own valueOf", () => Object.assign(new Date(0), { valueOf: () => raise(MINE) })],
])("an error behind a value that JSON.stringify does not look into is kept: %s", (_, make) => {
  const error = new TypeError("mine");
  const item = Object.defineProperty({}, "x", { get: () => raise(error), enumerable: true });
  const services = [make(), item];
  const expected = refusedBy(JSON.stringify, services);
  const { thrown } = outcomeOf(build, withContext({ paperclipWorkspaces: services }));
  expect([error, MINE]).toContain(expected);
  expect(thrown).toBe(expected);
});

test("a call without arguments throws, and further arguments are ignored", () => {
  expect(() => buildJobManifest()).toThrow(TypeError);
  expect(withVariables({}, () => JSON.stringify(buildJobManifest(minimal(), 1, 2)))).toBe(right);
});

test("it works without a this value", () => {
  expect(withVariables({}, () => buildJobManifest.call(null, minimal()).jobName)).toBe(
    JSON.parse(right).jobName,
  );
});
