/** Inputs that tests start from. */
import { ctx, selfPod } from "../../examples/input.mjs";

/** The smallest input, with these members of its parts changed. */
export function minimal(changes = {}) {
  return {
    ctx: {
      runId: "run-1",
      agent: { id: "agent-1", companyId: "co-1", name: "Ada", ...changes.agent },
      runtime: { sessionId: null, sessionParams: null, ...changes.runtime },
      config: { promptTemplate: "P", ...changes.config },
      context: { ...changes.context },
      ...changes.ctx,
    },
    selfPod: {
      namespace: "ns",
      image: "img",
      imagePullSecrets: [],
      dnsConfig: undefined,
      pvcClaimName: null,
      secretVolumes: [],
      inheritedEnv: {},
      inheritedEnvValueFrom: [],
      inheritedEnvFrom: [],
      ...changes.selfPod,
    },
  };
}

/** The example's input, of which a caller may change what it likes. */
export function realistic() {
  const { onLog, ...data } = ctx;
  return { ctx: { ...structuredClone(data), onLog }, selfPod: structuredClone(selfPod) };
}

/** An iterable object that is not an array and can be iterated repeatedly. */
export const iterable = (...items) => ({
  items,
  *[Symbol.iterator]() {
    yield* items;
  },
});

/** An object that refers to itself. */
export function cycle() {
  const object = {};
  object.self = object;
  return object;
}

/** `depth` arrays around a value, each in the next. */
export function nested(depth, innermost = []) {
  let array = innermost;
  for (let level = 0; level < depth; level++) array = [array];
  return array;
}

/**
 * Arrays that no version of V8 writes as JSON. From Node 26 on, `JSON.stringify` writes plain data
 * of any depth; a value with a `toJSON` makes it use the older writer, which has a limit.
 */
export const tooDeepForJson = () => nested(100_000, new Date(0));

/** The value that getters throw, so that a test recognises it. */
export const MINE = new RangeError("mine");

/** Throws a value, where an expression is wanted. */
export function raise(value) {
  throw value;
}
