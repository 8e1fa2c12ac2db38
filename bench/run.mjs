/**
 * Times the original and the addon side by side and prints how many times the original's speed the
 * addon has.
 *
 *   npm run bench                            all workloads
 *   npm run bench -- --only minimal,cold     some of them
 *   npm run bench -- --write                 all, for `results.json`, the README and its chart
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
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
const docsScript = fileURLToPath(new URL("../scripts/docs.mjs", import.meta.url));

const { values: options } = parseArgs({
  options: { only: { type: "string" }, write: { type: "boolean" } },
});
if (options.only && options.write) {
  console.error("What is written has all workloads: --only does not go with --write.");
  process.exit(2);
}
const reference = copyReference();
if (reference === null) {
  console.error("The original was not found: set JOB_MANIFEST_REFERENCE to its path.");
  process.exit(2);
}

try {
  const names =
    options.only?.split(",") ?? [...workloads, validateWorkload, COLD].map(({ name }) => name);
  const rows = await measure(reference.url, (name) => names.includes(name));
  if (options.write) write(rows);
} finally {
  reference.remove();
}

async function measure(url, isWanted) {
  const { buildJobManifest: original } = await import(url);
  const rows = [];
  const report = ({ name, what, beside, target }, times) => {
    const ratio = times.original / times.addon;
    rows.push({ name, what, beside, ratio: Number(ratio.toFixed(2)) });
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

/** Keeps the ratios, and has what shows them written. */
function write(rows) {
  const { platform, arch, versions } = process;
  const results = { node: versions.node, platform, arch, rows };
  const file = new URL("results.json", import.meta.url);
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  execFileSync(process.execPath, [docsScript], { stdio: "inherit" });
}
