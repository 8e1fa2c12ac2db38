/** The tables of speeds and their chart, from `bench/results.json`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { growthChart } from "../../bench/growth-chart.mjs";
import { countsTable, fullTables, ratioChart, summaryTable } from "../../bench/report.mjs";
import { readResults } from "../../bench/results.mjs";
import { root } from "../binary.mjs";

const results = readResults();
const allocations = JSON.parse(readFileSync(join(root, "bench/allocations.json"), "utf8"));

export default [
  { file: "README.md", mark: "bench", content: summaryTable(results) },
  { file: "docs/speed.md", mark: "bench", content: fullTables(results) },
  { file: "docs/speed.md", mark: "allocations", content: countsTable(allocations) },
  { file: "bench/chart.svg", content: ratioChart(results) },
  { file: "bench/growth.svg", content: growthChart(results) },
];
