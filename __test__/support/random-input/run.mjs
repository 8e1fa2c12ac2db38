/** Runs as a Paperclip server starts them, half of them with a fault. */
import { inputOf } from "../../../bench/inputs/pool.mjs";
import { kinds, minimal } from "../../../bench/inputs/runs.mjs";
import { podOf } from "../../../bench/inputs/self-pod.mjs";
import { Words } from "../../../bench/inputs/words.mjs";
import { Source } from "../random.mjs";
import { damage, plantThrow } from "./faults.mjs";
import { randomVariables } from "./surroundings.mjs";

const KINDS = [...Object.values(kinds), minimal];

/** The input of a seed. */
export function randomRun(seed) {
  const random = new Source(seed);
  const input = inputOf(new Words(seed), random.pickForBlock(KINDS), podOf);
  const fault = random.next();
  if (fault < 0.1) plantThrow(random, input);
  else if (fault < 0.5) damage(random, input);
  return { input, variables: randomVariables(random) };
}
