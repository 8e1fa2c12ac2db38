/** `docs/rules.md`: the table of validation rules, from `src/validate/rules/`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../binary.mjs";

const RULE = /((?: *\/\/\/.*\n)+) *(Error|Warning) \w+ = "([a-z-]+)" after "(.+?)",/g;

const folder = join(root, "src/validate/rules");
const AREAS = ["manifest", "job", "pod", "container", "volume"];
const missing = readdirSync(folder).filter((file) => !AREAS.includes(file.replace(/\.rs$/, "")));
if (missing.length > 0) throw new Error(`scripts/docs/rules.mjs lacks the areas ${missing}`);

const rules = AREAS.flatMap((area) =>
  [...readFileSync(join(folder, `${area}.rs`), "utf8").matchAll(RULE)].map(
    ([, lines, severity, id, source]) => {
      const paragraphs = lines
        .replace(/^ *\/\/\/ ?/gm, "")
        .trim()
        .split("\n\n");
      const [asks] = paragraphs.map((text) => text.replaceAll("\n", " "));
      return { id, severity: severity.toLowerCase(), asks, source };
    },
  ),
);

const rows = rules.map(
  ({ id, severity, asks, source }) => `| \`${id}\` | ${severity} | ${asks} | ${source} |`,
);
const head = ["| rule | severity | what it asks for | after |", "| --- | --- | --- | --- |"];

export default [
  {
    file: "docs/rules.md",
    mark: "rules",
    content: `\n${[...head, ...rows].join("\n")}\n\n`,
  },
];
