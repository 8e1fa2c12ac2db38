/** Compares two builders on random inputs. */
import { difference } from "./compare.mjs";
import { randomInput } from "./random-input/input.mjs";
import { environment } from "./surroundings.mjs";
import { withVariables } from "./variables.mjs";

const NONE = {};

/** The difference that the input of a seed shows, or null. */
export function differenceAt(seed, expected, actual) {
  const { input, variables = NONE, environment: env } = randomInput(seed);
  const compare = () => difference(expected, actual, input);
  return env ? environment(env)(compare) : withVariables(variables, compare);
}

/** The mismatches of `cases` seeds from `seed` on, at most ten, as lines of text. */
export function fuzz({ cases, seed, expected, actual }) {
  const mismatches = [];
  for (let index = 0; index < cases && mismatches.length < 10; index++) {
    const at = (Math.imul(seed, 0x9e3779b1) + index) >>> 0;
    const found = differenceAt(at, expected, actual);
    if (found !== null) mismatches.push(`seed ${at}: ${found}`);
  }
  return mismatches;
}
