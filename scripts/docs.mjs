/**
 * Writes the README's table of validation rules from `src/validate/rules.rs`.
 *
 *   npm run docs              writes it
 *   npm run docs -- --check   fails if it is not what would be written
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

const RULE = /^ *(Error|Warning) +"([a-z-]+)" => \w+, "(.+)", "(.+)";$/gm;
const PLACE = /(?<=<!-- rules -->\n)[\s\S]*?(?=<!-- \/rules -->)/;

const { values: options } = parseArgs({ options: { check: { type: "boolean" } } });
const readmeFile = new URL("../README.md", import.meta.url);
const rules = readFileSync(new URL("../src/validate/rules.rs", import.meta.url), "utf8");
const readme = readFileSync(readmeFile, "utf8");

const rows = [...rules.matchAll(RULE)].map(
  ([, severity, id, source, text]) =>
    `| \`${id}\` | ${severity.toLowerCase()} | ${text} | ${source} |`,
);
const head = ["| rule | severity | what it asks for | after |", "| --- | --- | --- | --- |"];
const table = `\n${[...head, ...rows].join("\n")}\n\n`;
const written = readme.replace(PLACE, () => table);

if (!options.check) {
  writeFileSync(readmeFile, written);
} else if (written !== readme || !PLACE.test(readme)) {
  console.error("README.md does not have the table of the rules: run `npm run docs`.");
  process.exit(1);
}
