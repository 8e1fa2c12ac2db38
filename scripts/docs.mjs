/**
 * Writes the parts of the documents that come from the code and the measurements.
 *
 *   npm run docs              writes them
 *   npm run docs -- --check   fails if one differs from what would be written
 *
 * Each module in `scripts/docs/` exports a list of parts: `{ file, mark, content }` fills the text
 * between `<!-- mark -->` and `<!-- /mark -->` (`// mark` and `// /mark` in TypeScript), `{ file, content }` is a whole file.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "./binary.mjs";
import inputRules from "./docs/input-rules.mjs";
import map from "./docs/map.mjs";
import rules from "./docs/rules.mjs";
import speed from "./docs/speed.mjs";

const PARTS = [...inputRules, ...map, ...rules, ...speed];

const { values: options } = parseArgs({ options: { check: { type: "boolean" } } });

/** The text with that content between the marks of that name; in TypeScript they are comments. */
function fill(text, { file, mark, content }) {
  const [start, end] = file.endsWith(".ts")
    ? [`// ${mark}`, `// /${mark}`]
    : [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const place = new RegExp(`(?<=${start}\n)[\\s\\S]*?(?=${end})`);
  if (!place.test(text)) throw new Error(`${file} lacks the marks "${mark}"`);
  return text.replace(place, () => content);
}

const current = (file) =>
  existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : undefined;

const written = new Map();
for (const part of PARTS) {
  const text = written.get(part.file) ?? current(part.file) ?? "";
  written.set(part.file, part.mark ? fill(text, part) : part.content);
}

for (const [file, text] of written) {
  if (!options.check) {
    writeFileSync(join(root, file), text);
  } else if (current(file) !== text) {
    console.error(`${file} is not current: run \`npm run docs\`.`);
    process.exitCode = 1;
  }
}
