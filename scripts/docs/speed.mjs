/** The tables of speeds and their chart, from `bench/results.json`. */
import { growthChart } from "../../bench/growth-chart.mjs";
import { fullTables, ratioChart, summaryTable } from "../../bench/report.mjs";
import { readResults } from "../../bench/results.mjs";

const results = readResults();

export default [
  { file: "README.md", mark: "bench", content: summaryTable(results) },
  { file: "docs/speed.md", mark: "bench", content: fullTables(results) },
  { file: "bench/chart.svg", content: ratioChart(results) },
  { file: "bench/growth.svg", content: growthChart(results) },
];
