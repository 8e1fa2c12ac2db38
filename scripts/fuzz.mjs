/**
 * Compares the addon with the original on random inputs.
 *
 *   npm run fuzz -- --cases 1000000 --seed 7     compare so many, from that seed on
 *   npm run fuzz -- --only 123456                compare one, and say what differs
 *
 * Each processor runs one process with its own seed; `--jobs` sets the number.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { differenceAt, fuzz } from "../__test__/support/fuzz.mjs";
import { loadReference } from "../__test__/support/reference.mjs";

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    jobs: { type: "string", default: String(availableParallelism()) },
    only: { type: "string" },
  },
});
const [cases, seed, jobs] = [values.cases, values.seed, values.jobs].map(Number);

/** Runs this script for one seed; returns whether it found nothing. */
async function run(at) {
  const share = String(Math.ceil(cases / jobs));
  const args = ["--jobs", "1", "--cases", share, "--seed", String(at)];
  const script = fileURLToPath(import.meta.url);
  const child = spawn(process.execPath, [script, ...args], { stdio: "inherit" });
  const [code] = await once(child, "exit");
  return code === 0;
}

async function compare() {
  const expected = await loadReference();
  if (expected === null) {
    console.error("The original was not found: set JOB_MANIFEST_REFERENCE to its path.");
    return false;
  }
  const { buildJobManifest: actual } = createRequire(import.meta.url)("../index.js");
  if (values.only) {
    console.log(differenceAt(Number(values.only), expected, actual) ?? "no difference");
    return true;
  }
  // Many inputs throw, and nobody reads where.
  Error.stackTraceLimit = 0;
  const start = performance.now();
  const mismatches = fuzz({ cases, seed, expected, actual });
  const rate = Math.round(cases / ((performance.now() - start) / 1000));
  for (const line of mismatches) console.log(line);
  console.log(`${cases} cases, seed ${seed}: ${mismatches.length} mismatches (${rate} cases/s)`);
  return mismatches.length === 0;
}

const isAlone = values.only || jobs === 1;
const found = isAlone
  ? [await compare()]
  : await Promise.all(Array.from({ length: jobs }, (_, job) => run(seed + job)));
process.exitCode = found.every(Boolean) ? 0 : 1;
