/**
 * One cold start: prints the milliseconds that importing the module named by the first argument
 * and calling it once take. `bench/run.mjs` starts it in fresh processes.
 */
import { ctx, selfPod } from "../examples/input.mjs";

const start = performance.now();
const { buildJobManifest } = await import(process.argv[2]);
buildJobManifest({ ctx, selfPod });
console.log(performance.now() - start);
