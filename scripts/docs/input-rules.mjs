/** `docs/input-rules.md`: the rules of `validateJobInput`, from `src/validate_input/rules.rs`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../binary.mjs";

const RULE = /((?: *\/\/\/.*\n)+) *(Error|Warning) (\w+) \w+ = "([a-z-]+)";/g;

const source = readFileSync(join(root, "src/validate_input/rules.rs"), "utf8");

const sections = [...source.matchAll(RULE)].map(([, lines, severity, code, id]) => {
  const text = lines.replace(/^ *\/\/\/ ?/gm, "").trim();
  return `## ${id}\n\n*${severity.toLowerCase()}, \`${code}\`.* ${text}\n`;
});

export default [
  { file: "docs/input-rules.md", mark: "input-rules", content: `\n${sections.join("\n")}\n` },
];
