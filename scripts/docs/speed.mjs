/** The table of speeds in the README and its chart, from `bench/results.json`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chart, table } from "../../bench/report.mjs";
import { root } from "../binary.mjs";

const results = JSON.parse(readFileSync(join(root, "bench/results.json"), "utf8"));

export default [
  { file: "README.md", mark: "bench", content: table(results) },
  { file: "bench/chart.svg", content: chart(results) },
];
