/**
 * Times the original, the original tuned by hand, and the addon side by side, and prints the
 * microseconds of one call of each and how many times as fast as the others the addon is.
 *
 *   npm run bench                              every workload, on the Node that runs this
 *   npm run bench -- --nodes 20,22,24,26       on these versions of Node
 *   npm run bench -- --only mixed,wake         some workloads
 *   npm run bench -- --quick                   fewer rounds, one process for each workload
 *   npm run bench -- --growth                  how the time grows with the input, instead
 *   npm run bench -- --write                   keeps the results, and writes what shows them
 *
 * Every workload has its own processes: what V8 learns from one changes the speed of others.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { installNode } from "../scripts/install-runtime.mjs";
import { points } from "./growth.mjs";
import { median } from "./measure.mjs";
import { keepGrowth, keepResults } from "./results.mjs";
import { installSides } from "./sides.mjs";
import { leastFor, ratios, workloads } from "./workloads.mjs";

const path = (file) => fileURLToPath(new URL(file, import.meta.url));

const { values: options } = parseArgs({
  options: {
    nodes: { type: "string" },
    only: { type: "string" },
    quick: { type: "boolean" },
    growth: { type: "boolean" },
    write: { type: "boolean" },
  },
});
const effort = options.quick
  ? { processes: 1, rounds: 15, starts: 11 }
  : { processes: 3, rounds: 41, starts: 21 };
const names = options.only?.split(",") ?? workloads.map(({ name }) => name);
const unknown = names.filter((name) => !workloads.some((workload) => workload.name === name));
if (unknown.length > 0) {
  console.error(`No workload is named ${unknown.join(", ")}.`);
  process.exit(2);
}

const sides = installSides();
if (sides === null) {
  console.error("The original was not found: set JOB_MANIFEST_REFERENCE to its path.");
  process.exit(2);
}
try {
  const nodes = options.nodes?.split(",").map(installNode) ?? [process.execPath];
  for (const node of nodes) {
    const version = print(node, ["--version"]).trim().slice(1);
    console.log(`\nNode ${version}\n${heading()}`);
    if (options.growth) measureGrowth(node, version);
    else measureWorkloads(node, version);
  }
  if (options.write) execFileSync(process.execPath, [path("../scripts/docs.mjs")]);
} finally {
  sides.remove();
}

function measureWorkloads(node, version) {
  const times = {};
  for (const workload of workloads.filter(({ name }) => names.includes(name))) {
    times[workload.name] = measure(node, workload);
    console.log(lineOf(workload, times[workload.name], version));
  }
  if (options.write) keepResults(version, times);
}

function measureGrowth(node, version) {
  const measured = points.map((point) => {
    const times = measure(node, point);
    console.log(lineOf(point, times, version));
    return { ...point, times };
  });
  if (options.write) keepGrowth(version, measured);
}

function print(node, args) {
  return execFileSync(node, args, { encoding: "utf8" });
}

/** The median microseconds of each side over several processes. */
function measure(node, workload) {
  if (workload.startsCold) return measureColdStarts(node);
  const { processes, rounds } = effort;
  const args = ["--allow-natives-syntax", path("run-workload.mjs"), workload.name, rounds];
  const runs = Array.from({ length: processes }, () =>
    JSON.parse(print(node, [...args, JSON.stringify(sides.urls)])),
  );
  return medians(Object.keys(runs[0]), runs);
}

/** The same for cold starts, each in a fresh process, in turns. */
function measureColdStarts(node) {
  const names = Object.keys(sides.urls);
  const start = (side) => Number(print(node, [path("cold.mjs"), sides.urls[side]]));
  const runs = Array.from({ length: effort.starts }, () =>
    Object.fromEntries(names.map((side) => [side, start(side)])),
  );
  return medians(names, runs);
}

function medians(names, runs) {
  return Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name]))]));
}

function heading() {
  const columns = ["original", "tuned", "addon", "original/addon", "tuned/addon"];
  return `${"workload".padEnd(20)}${columns.map((name) => name.padStart(16)).join("")}`;
}

function lineOf(workload, times, version) {
  const least = leastFor(workload, version);
  const cells = ["original", "tuned", "addon"].map((side) => times[side]?.toFixed(2) ?? "");
  const speeds = ratios(times);
  for (const side of ["original", "tuned"]) {
    const ratio = speeds[side];
    const short = ratio < least[side] ? ` <${least[side].toFixed(2)}` : "";
    cells.push(ratio === undefined ? "" : `${ratio.toFixed(2)}x${short}`);
  }
  if (speeds.clones) {
    cells[0] = `clones ${times.clones.toFixed(2)}`;
    cells[3] = `${speeds.clones.toFixed(2)}x`;
  }
  return `${workload.name.padEnd(20)}${cells.map((cell) => cell.padStart(16)).join("")}`;
}
