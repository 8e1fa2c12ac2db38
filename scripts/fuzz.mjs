/**
 * Compares the addon with the original on random inputs.
 *
 *   npm run fuzz -- --cases 1000000 --seed 7     compare so many
 *   npm run fuzz -- --only 123456                compare one, and say what differs
 */
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { differenceAt, fuzz } from "../__test__/support/fuzz.mjs";
import { loadReference } from "../__test__/support/reference.mjs";

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
  },
});

const expected = await loadReference();
if (expected === null) {
  console.error("The original was not found: set JOB_MANIFEST_REFERENCE to its path.");
  process.exit(2);
}
const { buildJobManifest: actual } = createRequire(import.meta.url)("../index.js");

if (values.only) {
  console.log(differenceAt(Number(values.only), expected, actual) ?? "no difference");
} else {
  const [cases, seed] = [Number(values.cases), Number(values.seed)];
  const start = performance.now();
  const mismatches = fuzz({ cases, seed, expected, actual });
  const rate = Math.round(cases / ((performance.now() - start) / 1000));
  for (const line of mismatches) console.log(line);
  console.log(`${cases} cases, seed ${seed}: ${mismatches.length} mismatches (${rate} cases/s)`);
  process.exitCode = mismatches.length > 0 ? 1 : 0;
}
