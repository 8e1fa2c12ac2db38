/**
 * Builds every named case and compares the outcomes with the goldens, without a test runner: for
 * Bun and Deno. Ends with 1 if others differ than those that the runtime alone explains.
 */
import { buildJobManifest } from "@paperclip/k8s-native";
import { baseOf, casesOf, goldenOf, nouns, outcomeAsJson } from "./golden.mjs";

const BUN = [
  // Its calls take more arguments, and its variables are other bytes.
  "claude-args: more further arguments than one call can take",
  "api-url: a host with a lone surrogate",
  "api-url: a host with a NUL",
];
const DENO = [
  // It refuses the variable, and has no `Object.prototype.__proto__`.
  "api-url: a host with a NUL",
  "template: members of prototypes",
];
const { bun, deno } = process.versions;
const expected = (bun && BUN) || (deno && DENO) || [];

const print = (json) => JSON.stringify(json, null, 2);
const base = goldenOf("base");

function isAsRecorded(testCase, recorded) {
  try {
    return print(outcomeAsJson(buildJobManifest, testCase, base)) === print(recorded);
  } catch {
    // The case itself cannot be set up.
    return false;
  }
}

const names = [];
const differing = print(baseOf(buildJobManifest)) === print(base) ? [] : ["the smallest input"];
for (const noun of nouns) {
  const golden = goldenOf(noun);
  for (const testCase of await casesOf(noun)) {
    const name = `${noun}: ${testCase.name}`;
    names.push(name);
    if (!isAsRecorded(testCase, golden[testCase.name])) differing.push(name);
  }
}
const unexpected = differing.filter((name) => !expected.includes(name));
for (const name of unexpected) console.log(name);
console.log(`${names.length} cases: ${differing.length} differ, ${unexpected.length} unexpectedly`);
process.exitCode = unexpected.length > 0 ? 1 : 0;
