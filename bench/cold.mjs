/**
 * One cold start: prints the microseconds that importing the module named by the first argument and
 * calling it once take. `run.mjs` starts it in fresh processes.
 */

import { poolOf } from "./inputs/pool.mjs";
import { kinds } from "./inputs/runs.mjs";
import { podOf } from "./inputs/self-pod.mjs";

const [input] = poolOf(1, kinds.assignment, podOf);
const start = process.hrtime.bigint();
const { buildJobManifest } = await import(process.argv[2]);
buildJobManifest(input);
console.log(Number(process.hrtime.bigint() - start) / 1e3);
