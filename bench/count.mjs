/**
 * Prints what a call of one workload costs apart from time, as JSON:
 *
 *   node --expose-gc --single-threaded --min-semi-space-size=64 --max-semi-space-size=64 \
 *     bench/count.mjs NAME
 *
 * With a build that counts them, that is what crosses between JavaScript and Rust; with any other
 * the bytes that are allocated in V8's heap. The space for new objects is so large that nothing is
 * collected meanwhile, and in a single thread V8 optimises a function after the same call every
 * time: so the numbers repeat.
 */

import { createRequire } from "node:module";
import { getHeapStatistics } from "node:v8";
import { buildJobManifest } from "@paperclip/k8s-native";
import { median } from "./measure.mjs";
import { workloads } from "./workloads.mjs";

const WARM_UP_CALLS = 20_000;
const CALLS = 512;
const ROUNDS = 9;
/** In the order of `Crossing` in `src/node/crossings.rs`. */
const CROSSINGS = ["calls into Rust", "calls into JavaScript", "strings read", "strings made"];

const [name] = process.argv.slice(2);
const inputs = workloads.find((workload) => workload.name === name).pool();

function call(count) {
  for (let index = 0; index < count; index++) buildJobManifest(inputs[index % inputs.length]);
}

function bytesPerCall() {
  globalThis.gc();
  const before = getHeapStatistics().used_heap_size;
  call(CALLS);
  return (getHeapStatistics().used_heap_size - before) / CALLS;
}

function crossingsPerCall(takeCrossings) {
  // What the first calls do once, such as compiling makers, is left out.
  call(CALLS);
  takeCrossings();
  call(CALLS);
  const counts = JSON.parse(takeCrossings());
  // The first call of `takeCrossings` has made a string, the second is a call into Rust.
  counts[0] -= 1;
  counts[3] -= 1;
  return Object.fromEntries(
    CROSSINGS.map((crossing, index) => [crossing, Number((counts[index] / CALLS).toFixed(2))]),
  );
}

function bytes() {
  call(WARM_UP_CALLS);
  return { "bytes in V8's heap": Math.round(median(Array.from({ length: ROUNDS }, bytesPerCall))) };
}

const build = process.env.NAPI_RS_NATIVE_LIBRARY_PATH;
const { takeCrossings } = build ? createRequire(import.meta.url)(build) : {};
console.log(JSON.stringify(takeCrossings ? crossingsPerCall(takeCrossings) : bytes()));
