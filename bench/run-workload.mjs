/**
 * Times one workload in this process, and prints the microseconds of each side as JSON:
 *
 *   node --expose-gc bench/run-workload.mjs NAME ROUNDS URLS
 *
 * `URLS` are the sides' modules, as JSON. What the sides return is compared first.
 */
import { compare } from "./measure.mjs";
import { workloads } from "./workloads.mjs";

const [name, rounds, urls] = process.argv.slice(2);
const workload = workloads.find((each) => each.name === name);
const modules = {};
for (const [side, url] of Object.entries(JSON.parse(urls))) modules[side] = await import(url);

const builders = Object.fromEntries(
  Object.entries(modules).map(([side, { buildJobManifest }]) => [side, buildJobManifest]),
);
const makeInputs = workload.pool();
for (const input of makeInputs()) {
  const [first, ...others] = Object.values(builders).map((build) => JSON.stringify(build(input)));
  if (others.some((text) => text !== first)) throw new Error(`${name}: the results differ`);
}

const { usesOnce } = workload;
const [sides, makePool] = workload.sides?.(modules.addon, makeInputs) ?? [builders, makeInputs];
console.log(JSON.stringify(compare(sides, makePool, { rounds: Number(rounds), usesOnce })));
