/**
 * Keeps what a call costs apart from time in `allocations.json`, so that growth shows as a diff: the
 * bytes that it allocates in V8's heap, and what crosses between JavaScript and Rust.
 *
 *   npm run bench:allocations                             counts, and writes the file
 *   npm run bench:allocations -- --nodes 20,22,24,26      the same on these versions of Node
 *   npm run bench:allocations -- --check                  fails where a number is not the kept one
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildWithFeature } from "../scripts/feature-build.mjs";
import { installNode } from "../scripts/install-runtime.mjs";
import { workloads } from "./workloads.mjs";

/** Bytes differ a little between the minor versions of Node, and with the code of the machine. */
const TOLERANCE = 0.03;
const FLAGS = [
  "--expose-gc",
  "--single-threaded",
  "--min-semi-space-size=64",
  "--max-semi-space-size=64",
];
const COUNTED = ["mixed", ...workloads.filter(({ isKind }) => isKind).map(({ name }) => name)];
COUNTED.push("30 comments", "minimal");

const count = fileURLToPath(new URL("count.mjs", import.meta.url));
const file = new URL("allocations.json", import.meta.url);
const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};

const { values: options } = parseArgs({
  options: { check: { type: "boolean" }, nodes: { type: "string" } },
});

const counting = buildWithFeature("count-crossings");

function run(node, name, env = {}) {
  const args = [...FLAGS, count, name];
  return JSON.parse(
    execFileSync(node, args, { encoding: "utf8", env: { ...process.env, ...env } }),
  );
}

function costsOn(node) {
  return Object.fromEntries(
    COUNTED.map((name) => [
      name,
      { ...run(node, name), ...run(node, name, { NAPI_RS_NATIVE_LIBRARY_PATH: counting }) },
    ]),
  );
}

/** The numbers that differ from the kept ones, as lines of text. */
function differences(version, costs) {
  return Object.entries(costs).flatMap(([name, numbers]) =>
    Object.entries(numbers)
      .map(([what, number]) => ({ what, number, before: kept[version]?.[name]?.[what] }))
      .filter(({ number, before }) => !(Math.abs(number - before) <= before * TOLERANCE))
      .map(
        ({ what, number, before }) => `Node ${version}, ${name}: ${number} ${what}, kept ${before}`,
      ),
  );
}

const nodes = options.nodes?.split(",").map(installNode) ?? [process.execPath];
for (const node of nodes) {
  const printed = execFileSync(node, ["--version"], { encoding: "utf8" });
  const version = String(Number.parseInt(printed.slice(1), 10));
  const costs = costsOn(node);
  if (!options.check) {
    console.log(`Node ${version}`);
    console.table(costs);
    kept[version] = costs;
    writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
    continue;
  }
  if (!kept[version]) {
    console.log(`No numbers are kept for Node ${version}.`);
    continue;
  }
  const found = differences(version, costs);
  for (const line of found) console.error(line);
  if (found.length > 0) {
    console.error("`npm run bench:allocations` keeps the new numbers.");
    process.exitCode = 1;
  }
}
