/** Pools of inputs, no two alike, made as the adapter makes them. */
import { selfPodFrom } from "./self-pod.mjs";
import { Words } from "./words.mjs";

const callbacks = { onLog: async () => {}, onMeta: async () => {}, onSpawn: async () => {} };

/** The input of one call: all data come out of `JSON.parse`, as they do from the database. */
function parseInput(text) {
  const { run, pod } = JSON.parse(text);
  const { runId, agent, runtime, config, context, authToken } = run;
  const ctx = { runId, agent, runtime, config, context, ...callbacks, authToken };
  return { ctx, selfPod: selfPodFrom(pod) };
}

/** One input from the data that `runOf` and `podOf` make of random words. */
export const inputOf = (words, runOf, podOf) =>
  parseInput(JSON.stringify({ run: runOf(words), pod: podOf(words) }));

/** `size` such inputs. */
export function poolOf(size, runOf, podOf) {
  return Array.from({ length: size }, (_, index) => inputOf(new Words(index + 1), runOf, podOf));
}

/** Fails if V8 keeps an `inheritedEnv` in another way than a caller's: needs its natives syntax. */
export function checkInputs(inputs) {
  const isFast = new Function("object", "return %HasFastProperties(object)");
  const isAsCallersHaveIt = (env) => Object.keys(env).length === 0 || !isFast(env);
  if (!inputs.every(({ selfPod }) => isAsCallersHaveIt(selfPod.inheritedEnv))) {
    throw new Error("an inheritedEnv is not in dictionary mode");
  }
}
