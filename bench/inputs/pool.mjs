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

/**
 * A function that makes the same pool anew on each call: `size` inputs from the data that `runOf`
 * and `podOf` make of random words.
 */
export function poolOf(size, runOf, podOf) {
  const texts = Array.from({ length: size }, (_, index) => {
    const words = new Words(index + 1);
    return JSON.stringify({ run: runOf(words), pod: podOf(words) });
  });
  return () => texts.map(parseInput);
}
