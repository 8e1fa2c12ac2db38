/**
 * Times one workload in this process, and prints the microseconds of each side as JSON:
 *
 *   node --allow-natives-syntax bench/run-workload.mjs NAME ROUNDS URLS
 *
 * `URLS` are the sides' modules, as JSON. What the sides return is compared first.
 */
import { points } from "./growth.mjs";
import { checkInputs } from "./inputs/pool.mjs";
import { compare } from "./measure.mjs";
import { workloads } from "./workloads.mjs";

const [name, rounds, urls] = process.argv.slice(2);
const workload = [...workloads, ...points].find((each) => each.name === name);
// Before all else: what other code leaves in V8 can change the mode of the objects.
const inputs = workload.pool();
checkInputs(inputs);

const modules = {};
for (const [side, url] of Object.entries(JSON.parse(urls))) modules[side] = await import(url);
const builders = Object.fromEntries(
  Object.entries(modules).map(([side, { buildJobManifest }]) => [side, buildJobManifest]),
);
for (const input of inputs) {
  const [first, ...others] = Object.values(builders).map((build) => JSON.stringify(build(input)));
  if (others.some((text) => text !== first)) throw new Error(`${name}: the results differ`);
}

const [sides, pool] = workload.sides?.(modules.addon, inputs) ?? [builders, inputs];
console.log(JSON.stringify(compare(sides, pool, Number(rounds))));
