/**
 * Times the original and the addon side by side and prints how many times the original's speed the
 * addon has.
 *
 *   npm run bench                            all workloads
 *   npm run bench -- --only minimal,cold     some of them
 *   npm run bench -- --json bench.json       the figures as JSON too
 *   npm run bench -- --write                 and the README's table
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildJobManifest } from "@paperclip/k8s-native";
import { copyReference } from "../__test__/support/reference.mjs";
import { compare, median } from "./measure.mjs";
import { validateWorkload } from "./validate.mjs";
import { workloads } from "./workloads.mjs";

const COLD = { name: "cold", what: "fresh process: import and first call", target: 3 };
const COLD_STARTS = 21;
const coldScript = fileURLToPath(new URL("cold.mjs", import.meta.url));

const { values: options } = parseArgs({
  options: { only: { type: "string" }, json: { type: "string" }, write: { type: "boolean" } },
});
const reference = copyReference();
if (reference === null) {
  console.error("The original was not found: set JOB_MANIFEST_REFERENCE to its path.");
  process.exit(2);
}

try {
  const names =
    options.only?.split(",") ?? [...workloads, validateWorkload, COLD].map(({ name }) => name);
  const rows = await measure(reference.url, (name) => names.includes(name));
  if (options.json) {
    const machine = { node: process.version, cpu: cpus()[0].model, platform: process.platform };
    writeFileSync(options.json, `${JSON.stringify({ ...machine, rows }, null, 2)}\n`);
  }
  if (options.write) writeTable(rows);
} finally {
  reference.remove();
}

async function measure(url, isWanted) {
  const { buildJobManifest: original } = await import(url);
  const rows = [];
  const report = ({ name, what, target }, times) => {
    const ratio = times.original / times.addon;
    rows.push({ name, what, target, ...times, ratio });
    console.log(
      `${name.padEnd(18)} ${format(times.original)} µs ${format(times.addon)} µs ` +
        `${ratio.toFixed(2).padStart(7)}x  (target ${target}x)  ${what}`,
    );
  };
  console.log(`${"workload".padEnd(18)} ${"original".padStart(11)} ${"addon".padStart(11)}`);
  for (const workload of workloads.filter(({ name }) => isWanted(name))) {
    const { input } = workload;
    report(
      workload,
      compare(
        () => original(input),
        () => buildJobManifest(input),
      ),
    );
  }
  if (isWanted(validateWorkload.name)) {
    report(validateWorkload, compare(validateWorkload.original, validateWorkload.addon));
  }
  if (isWanted(COLD.name)) report(COLD, compareColdStarts([url, "@paperclip/k8s-native"]));
  return rows;
}

function format(microseconds) {
  return microseconds.toFixed(2).padStart(10);
}

/** The median microseconds of a cold start of each module, started in turns. */
function compareColdStarts(modules) {
  const times = modules.map(() => []);
  for (let start = 0; start < COLD_STARTS; start++) {
    for (const [side, module] of modules.entries()) {
      const printed = execFileSync(process.execPath, [coldScript, module], { encoding: "utf8" });
      times[side].push(Number(printed) * 1e3);
    }
  }
  const [original, addon] = times.map(median);
  return { original, addon };
}

/** Puts the ratios into the README, between its marks. */
function writeTable(rows) {
  const readme = new URL("../README.md", import.meta.url);
  const [from, to] = ["<!-- bench -->\n", "<!-- /bench -->"];
  const text = readFileSync(readme, "utf8");
  const start = text.indexOf(from) + from.length;
  const lines = rows.map(({ name, what, ratio }) => `| ${name} | ${what} | ${ratio.toFixed(1)}x |`);
  const table = ["| workload | what | speed |", "|---|---|---:|", ...lines, ""].join("\n");
  const note = `\nMeasured with Node ${process.versions.node} on ${process.platform} ${process.arch}.\n`;
  writeFileSync(readme, text.slice(0, start) + table + note + text.slice(text.indexOf(to)));
}
