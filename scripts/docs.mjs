/**
 * Writes what the documents take from elsewhere: the README's table of validation rules from
 * `src/validate/rules.rs`, its table of speeds and `bench/chart.svg` from `bench/results.json`.
 *
 *   npm run docs              writes them
 *   npm run docs -- --check   fails if one is not what would be written
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chart, table } from "../bench/report.mjs";
import { root } from "./binary.mjs";

const RULE = /^ *(Error|Warning) +"([a-z-]+)" => \w+, "(.+)", "(.+)";$/gm;

const { values: options } = parseArgs({ options: { check: { type: "boolean" } } });
const read = (path) => readFileSync(join(root, path), "utf8");

/** The text with that content between the marks of that name. */
function fill(text, name, content) {
  const place = new RegExp(`(?<=<!-- ${name} -->\n)[\\s\\S]*?(?=<!-- /${name} -->)`);
  if (!place.test(text)) throw new Error(`README.md lacks the marks "${name}"`);
  return text.replace(place, () => content);
}

function rulesTable() {
  const rows = [...read("src/validate/rules.rs").matchAll(RULE)].map(
    ([, severity, id, source, text]) =>
      `| \`${id}\` | ${severity.toLowerCase()} | ${text} | ${source} |`,
  );
  const head = ["| rule | severity | what it asks for | after |", "| --- | --- | --- | --- |"];
  return `\n${[...head, ...rows].join("\n")}\n\n`;
}

const results = JSON.parse(read("bench/results.json"));
const readme = fill(read("README.md"), "rules", rulesTable());
const documents = new Map([
  ["README.md", fill(readme, "bench", table(results))],
  ["bench/chart.svg", chart(results)],
]);

for (const [path, text] of documents) {
  if (!options.check) {
    writeFileSync(join(root, path), text);
  } else if (!existsSync(join(root, path)) || read(path) !== text) {
    console.error(`${path} is not current: run \`npm run docs\`.`);
    process.exitCode = 1;
  }
}
