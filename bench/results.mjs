/** The results of the bench that are kept, in `results.json`. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";

const file = new URL("results.json", import.meta.url);

export function readResults() {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { nodes: {} };
}

const majorOf = (version) => Number.parseInt(version, 10);
const rounded = (times) =>
  Object.fromEntries(Object.entries(times).map(([side, time]) => [side, round(time)]));

/** To three digits or whole numbers: the machine repeats no more. */
function round(microseconds) {
  return Number(microseconds.toFixed(microseconds < 100 ? 2 : 0));
}

/** Keeps the microseconds of the workloads that were timed on a version of Node. */
export function keepResults(version, times) {
  const { nodes = {}, ...others } = readResults();
  const before = Object.keys(nodes).find((each) => majorOf(each) === majorOf(version));
  const workloads = { ...nodes[before] };
  for (const [name, each] of Object.entries(times)) workloads[name] = rounded(each);
  delete nodes[before];
  const sorted = Object.entries({ ...nodes, [version]: workloads }).sort(
    ([a], [b]) => majorOf(a) - majorOf(b),
  );
  write({
    ...others,
    cpu: cpus()[0].model.trim(),
    platform: `${process.platform} ${process.arch}`,
    nodes: Object.fromEntries(sorted),
  });
}

/** Keeps the microseconds of the points of all sweeps. */
export function keepGrowth(version, measured) {
  const growth = { node: version };
  for (const { sweep, size, times } of measured) {
    growth[sweep] ??= [];
    growth[sweep].push({ size, ...rounded(times) });
  }
  write({ ...readResults(), growth });
}

function write(results) {
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}
