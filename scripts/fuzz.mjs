/**
 * Compares the addon with the original on random inputs of all generators.
 *
 *   npm run fuzz -- --cases 1000000 --seed 7     compare so many, of that run of seeds
 *   npm run fuzz -- --seed 7 --from 300000       go on with a run that was stopped
 *   npm run fuzz -- --only 123456                compare one, and say what differs
 *
 * Each processor runs one process; `--jobs` sets the number. The last lines are the number of cases
 * by generator and in all. A run ends early at ten mismatches; its exit code is 1 if there are any.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { differenceAt, fuzz } from "../__test__/support/fuzz.mjs";
import { loadReference } from "../__test__/support/reference.mjs";

const SCRIPT = fileURLToPath(import.meta.url);
/** The cases that a process compares before it asks for more. */
const PORTION = 10_000;
const MOST_MISMATCHES = 10;
const SECONDS_BETWEEN_LINES = 30;

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
    jobs: { type: "string", default: String(availableParallelism()) },
    only: { type: "string" },
  },
});
const [cases, seed, from, jobs] = [values.cases, values.seed, values.from, values.jobs].map(Number);

const say = (number) => number.toLocaleString("en");

async function builders() {
  const expected = await loadReference();
  if (expected === null) {
    throw new Error("The original was not found: set JOB_MANIFEST_REFERENCE to its path.");
  }
  const { buildJobManifest: actual } = createRequire(import.meta.url)("../index.js");
  return { expected, actual };
}

/** In a child process: compares the portions that the parent sends. */
async function compareForParent() {
  const built = await builders();
  // Many inputs throw, and nobody reads where.
  Error.stackTraceLimit = 0;
  process.on("message", (portion) => {
    const { mismatches, counts } = fuzz({ ...built, ...portion });
    process.send({ ...portion, mismatches, counts: [...counts] });
  });
  process.send({});
}

/** Deals portions to processes, and adds up what they find. */
class Run {
  #next = from;
  #done = 0;
  #open = new Set();
  #counts = new Map();
  #mismatches = 0;
  #start = performance.now();
  #saidAt = this.#start;

  /** Adds what a process found; the next portion for it, or undefined. */
  take({ from: start, mismatches, counts, to }) {
    if (mismatches) {
      this.#open.delete(start);
      this.#done += to - start;
      this.#mismatches += mismatches.length;
      for (const [name, count] of counts) {
        this.#counts.set(name, (this.#counts.get(name) ?? 0) + count);
      }
      for (const line of mismatches) console.log(line);
      this.#sayProgress();
    }
    return this.#deal();
  }

  #deal() {
    if (this.#next >= cases || this.#mismatches >= MOST_MISMATCHES) return undefined;
    const portion = { seed, from: this.#next, to: Math.min(this.#next + PORTION, cases) };
    this.#next = portion.to;
    this.#open.add(portion.from);
    return portion;
  }

  #sayProgress() {
    if (performance.now() - this.#saidAt < SECONDS_BETWEEN_LINES * 1000) return;
    this.#saidAt = performance.now();
    // All before this one are compared.
    const first = Math.min(this.#next, ...this.#open);
    console.log(`${this.#summary()}; to go on: --seed ${seed} --from ${first}`);
  }

  #summary() {
    const rate = Math.round(this.#done / ((performance.now() - this.#start) / 1000));
    const [done, mismatches] = [this.#done, this.#mismatches].map(say);
    return `${done} of ${say(cases - from)} cases, ${mismatches} mismatches, ${say(rate)} cases/s`;
  }

  /** Says the totals; whether all was compared and nothing differed. */
  end() {
    for (const [name, count] of this.#counts) console.log(`${say(count).padStart(12)} ${name}`);
    console.log(`seed ${seed}: ${this.#summary()}`);
    return this.#mismatches === 0 && this.#done === cases - from;
  }
}

async function workFor(run) {
  // Most of what a case makes is garbage at once: a larger nursery saves 5 % of the time.
  const child = fork(SCRIPT, { execArgv: ["--max-semi-space-size=32"] });
  child.on("message", (found) => {
    const portion = run.take(found);
    if (portion) child.send(portion);
    else child.disconnect();
  });
  await once(child, "exit");
}

async function compareAll() {
  const run = new Run();
  await Promise.all(Array.from({ length: jobs }, () => workFor(run)));
  return run.end();
}

if (process.send) {
  await compareForParent();
} else if (values.only) {
  const { expected, actual } = await builders();
  console.log(differenceAt(Number(values.only), expected, actual) ?? "no difference");
} else {
  process.exitCode = (await compareAll()) ? 0 : 1;
}
