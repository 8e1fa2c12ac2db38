/** `docs/rules.md`: the table of validation rules, from `src/validate/rules.rs`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../binary.mjs";

const RULE = /^ *(Error|Warning) +"([a-z-]+)" => \w+, "(.+)", "(.+)";$/gm;

const source = readFileSync(join(root, "src/validate/rules.rs"), "utf8");
const rows = [...source.matchAll(RULE)].map(
  ([, severity, id, from, text]) => `| \`${id}\` | ${severity.toLowerCase()} | ${text} | ${from} |`,
);
const head = ["| rule | severity | what it asks for | after |", "| --- | --- | --- | --- |"];

export default [
  {
    file: "docs/rules.md",
    mark: "rules",
    content: `\n${[...head, ...rows].join("\n")}\n\n`,
  },
];
