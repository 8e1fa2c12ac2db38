/** What throws: missing parts, and what the caller's own code throws. */
import { MINE, minimal, raise } from "../support/inputs.mjs";

const getter = (key, thrown) =>
  Object.defineProperty({}, key, { enumerable: true, get: () => raise(thrown) });
const without = (part, key) => {
  const input = minimal();
  delete input[part][key];
  return input;
};
const throwing = (key, thrown) => minimal({ ctx: { config: getter(key, thrown) } });
const iteration = (thrown) => ({
  [Symbol.iterator]() {
    throw thrown;
  },
});

export default [
  { name: "an undefined input", input: () => undefined },
  { name: "null as input", input: () => null },
  { name: "a number as input", input: () => 5 },
  { name: "an empty object as input", input: () => ({}) },
  { name: "no ctx", input: () => ({ selfPod: minimal().selfPod }) },
  { name: "no selfPod", input: () => ({ ctx: minimal().ctx }) },
  { name: "null as selfPod", input: () => ({ ctx: minimal().ctx, selfPod: null }) },
  { name: "text as selfPod", input: () => ({ ctx: minimal().ctx, selfPod: "pod" }) },
  { name: "no agent", input: () => without("ctx", "agent") },
  { name: "null as agent", input: () => minimal({ ctx: { agent: null } }) },
  { name: "text as agent", input: () => minimal({ ctx: { agent: "a" } }) },
  { name: "no runtime", input: () => without("ctx", "runtime") },
  { name: "null as runtime", input: () => minimal({ ctx: { runtime: null } }) },
  { name: "no context", input: () => without("ctx", "context") },
  { name: "null as context", input: () => minimal({ ctx: { context: null } }) },
  { name: "no inheritedEnv", input: () => without("selfPod", "inheritedEnv") },
  { name: "no inheritedEnvValueFrom", input: () => without("selfPod", "inheritedEnvValueFrom") },
  { name: "no inheritedEnvFrom", input: () => without("selfPod", "inheritedEnvFrom") },
  { name: "no imagePullSecrets", input: () => without("selfPod", "imagePullSecrets") },
  { name: "no secretVolumes", input: () => without("selfPod", "secretVolumes") },
  { name: "the caller's error", input: () => throwing("namespace", MINE) },
  { name: "the caller's text", input: () => throwing("model", "s") },
  { name: "the caller's undefined", input: () => throwing("extraArgs", undefined) },
  { name: "the caller's null", input: () => throwing("labels", null) },
  { name: "the caller's object", input: () => throwing("env", new Map()) },
  {
    name: "an error of a proxy",
    input: () => minimal({ ctx: { config: new Proxy({}, { get: () => raise(MINE) }) } }),
  },
  {
    name: "a revoked proxy as config",
    input: () => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return minimal({ ctx: { config: proxy } });
    },
  },
  {
    name: "an error of an iterator",
    input: () => minimal({ selfPod: { secretVolumes: iteration(MINE) } }),
  },
  {
    name: "a thrown text of an iterator",
    input: () => minimal({ selfPod: { inheritedEnvValueFrom: iteration("s") } }),
  },
  {
    name: "an iterator method that is not a function",
    input: () => minimal({ selfPod: { secretVolumes: { [Symbol.iterator]: 5 } } }),
  },
  {
    name: "an iterator method that does not return an object",
    input: () => minimal({ selfPod: { secretVolumes: { [Symbol.iterator]: () => 5 } } }),
  },
  {
    name: "an error of ownKeys",
    input: () =>
      minimal({ selfPod: { inheritedEnv: new Proxy({}, { ownKeys: () => raise(MINE) }) } }),
  },
  {
    name: "an error in a member of an item",
    input: () => minimal({ selfPod: { secretVolumes: [getter("mountPath", MINE)] } }),
  },
  {
    name: "an error in a toLowerCase",
    input: () => minimal({ agent: { id: { toLowerCase: () => raise(MINE) } } }),
  },
  {
    name: "an error in a toString",
    input: () =>
      minimal({ agent: { id: { toLowerCase: () => "a", toString: () => raise(MINE) } } }),
  },
];
