/** Named cases, and what the original makes of each, as it is recorded in `../golden`. */
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

/** What `build` makes of the smallest input, in full. */
export const baseOf = (build) => observe(build, { input: minimal });

/**
 * What `build` makes of a case, as JSON: what it returns or throws. Where that is equal to what
 * is made of the smallest input, "=" stands for it: `base` is the JSON of that.
 */
export function outcomeAsJson(build, testCase, base) {
  return abridge(observe(build, testCase), base);
}

function observe(build, { input, within = (body) => body() }) {
  const given = input();
  // Within variables that are unset, unless the case sets them.
  const [first, second] = withVariables({}, () =>
    within(() => [outcomeOf(build, given), outcomeOf(build, given)]),
  );
  if ("value" in first) return { returns: encode(first.value, given) };
  return { throws: encodeThrown(first.thrown, second.thrown) };
}

/** An object that is thrown twice is the caller's own. */
function encodeThrown(thrown, again) {
  if (!(thrown instanceof Error)) return encode(thrown, { thrown });
  const { name } = thrown.constructor;
  return thrown === again ? { class: name, own: thrown.message } : { class: name };
}

const EQUAL = { $: "=" };

function abridge(json, base) {
  if (JSON.stringify(json) === JSON.stringify(base)) return EQUAL;
  const isTree = (value) => typeof value === "object" && value !== null;
  if (!isTree(json) || !isTree(base) || Array.isArray(json) !== Array.isArray(base)) return json;
  if (Array.isArray(json)) return json.map((item, index) => abridge(item, base[index]));
  const entries = Object.entries(json).map(([key, value]) => [
    key,
    Object.hasOwn(base, key) ? abridge(value, base[key]) : value,
  ]);
  return Object.fromEntries(entries);
}
