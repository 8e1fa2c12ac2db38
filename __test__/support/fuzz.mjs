/** Compares two builders on random inputs. */
import { difference } from "./compare.mjs";
import { generatorOf } from "./generators.mjs";
import { environment } from "./surroundings.mjs";
import { withVariables } from "./variables.mjs";

const NONE = {};
const MOST_MISMATCHES = 10;

/** The difference that the input of a seed shows, or null. */
export function differenceAt(seed, expected, actual) {
  const { input, variables = NONE, environment: env, within } = generatorOf(seed).make(seed);
  const compare = () => difference(expected, actual, input);
  if (env) return environment(env)(compare);
  return withVariables(variables, within ? () => within(compare) : compare);
}

/** The same; where the generator or the comparison throws, what it throws. */
function differenceOrFailure(seed, expected, actual) {
  try {
    return differenceAt(seed, expected, actual);
  } catch (thrown) {
    return `the comparison throws ${String(thrown?.stack ?? thrown)}`;
  }
}

/** The seed of a case of a run: the cases of two runs are far from each other. */
const seedOf = (run, index) => (Math.imul(run, 0x9e3779b1) + index) >>> 0;

/**
 * Compares the cases of a run with an index from `from` up to `to`, until ten differ. Returns the
 * mismatches as lines of text, and how many cases each generator made.
 */
export function fuzz({ seed, from = 0, to, expected, actual }) {
  const mismatches = [];
  const counts = new Map();
  // Each case sets the variables that it needs: none are set in between.
  withVariables(NONE, () => {
    for (let index = from; index < to && mismatches.length < MOST_MISMATCHES; index++) {
      const at = seedOf(seed, index);
      const { name } = generatorOf(at);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      const found = differenceOrFailure(at, expected, actual);
      if (found !== null) mismatches.push(`seed ${at} (${name}): ${found}`);
    }
  });
  return { mismatches, counts };
}
