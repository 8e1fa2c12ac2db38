/** Named cases and the original's result for each, recorded in `../golden`. */
import { readdirSync, readFileSync } from "node:fs";
import { outcomeOf } from "./compare.mjs";
import { encode } from "./encode.mjs";
import { minimal } from "./inputs.mjs";
import { withVariables } from "./variables.mjs";

const casesFolder = new URL("../cases/", import.meta.url);

/** The nouns that there are cases for. */
export const nouns = readdirSync(casesFolder)
  .map((file) => file.replace(/\.mjs$/, ""))
  .sort();

/** The cases of a noun: `{ name, input, within? }` each. */
export async function casesOf(noun) {
  const { default: cases } = await import(new URL(`${noun}.mjs`, casesFolder).href);
  return cases;
}

/** Where the outcomes of a noun are recorded. */
export const goldenFile = (noun) => new URL(`../golden/${noun}.json`, import.meta.url);

/** The recorded outcomes of a noun, by the names of the cases. */
export const goldenOf = (noun) => JSON.parse(readFileSync(goldenFile(noun), "utf8"));

/** The full result of `build` for the smallest input. */
export const baseOf = (build) => observe(build, { input: minimal });

/**
 * The result of `build` for a case, as JSON: the thrown value, or the differences from `base`, the
 * result for the smallest input.
 */
export function outcomeAsJson(build, testCase, base) {
  const outcome = observe(build, testCase);
  return "throws" in outcome ? outcome : addDifferences({}, "result", outcome, base);
}

function observe(build, { input, within = (body) => body() }) {
  const given = input();
  // Within variables that are unset, unless the case sets them.
  const [first, second] = withVariables({}, () =>
    within(() => [outcomeOf(build, given), outcomeOf(build, given)]),
  );
  if ("value" in first) return encode(first.value, given);
  return { throws: encodeThrown(first.thrown, second.thrown) };
}

/** An object that is thrown twice is the caller's own. */
function encodeThrown(thrown, again) {
  if (!(thrown instanceof Error)) return encode(thrown, { thrown });
  const { name } = thrown.constructor;
  return thrown === again ? { class: name, own: thrown.message } : { class: name };
}

const isTree = (value) => typeof value === "object" && value !== null;

/** Adds to `found` where `json` differs from `base`, by path. */
function addDifferences(found, path, json, base) {
  if (JSON.stringify(json) === JSON.stringify(base)) return found;
  if (!isTree(json) || !isTree(base) || Array.isArray(json) !== Array.isArray(base)) {
    found[path] = json;
    return found;
  }
  const keys = Object.keys(json);
  if (keys.join() !== Object.keys(base).join()) {
    found[`keys of ${path}`] = Array.isArray(json) ? json.length : keys;
  }
  for (const key of keys) {
    const inner = Array.isArray(json) ? `${path}[${key}]` : `${path}.${key}`;
    if (Object.hasOwn(base, key)) addDifferences(found, inner, json[key], base[key]);
    else found[inner] = json[key];
  }
  return found;
}
