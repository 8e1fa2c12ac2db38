/** The map of `src/` in `ARCHITECTURE.md`, from the first sentence of each module's documentation. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "../binary.mjs";

const source = join(root, "src");
/** Folders whose modules the map does not list: each is described by the module of its name. */
const FOLDED = [/^validate\//, /\/tests\//, /^tests\//, /\btests\.rs$/];

/** The first sentence of a Rust module's `//!` or of a JavaScript module's first comment. */
function sentence(path) {
  const text = readFileSync(join(source, path), "utf8");
  const comment = path.endsWith(".rs")
    ? /^(?:\/\/! ?.*\n)+/m.exec(text)?.[0].replaceAll(/^\/\/! ?/gm, "")
    : (/^\/\*\*([\s\S]*?)\*\//.exec(text)?.[1].replaceAll(/^ *\* ?/gm, "") ??
      /^(?:\/\/ ?.*\n)+/.exec(text)?.[0].replaceAll(/^\/\/ ?/gm, ""));
  if (!comment) throw new Error(`src/${path} does not begin with a comment that says what it is`);
  const paragraph = comment.trim().split("\n\n")[0].replaceAll(/\s+/g, " ");
  return /^.*?[.:](?= |$)/.exec(paragraph)?.[0].replace(/[.:]$/, "") ?? paragraph;
}

/** A module before its folder, folders among the modules. */
const sortKey = (path) => path.replace(/\.(rs|js)$/, "");

const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ name, parentPath }) => relative(source, join(parentPath, name)).replaceAll("\\", "/"))
  .filter((path) => !FOLDED.some((folded) => folded.test(path)))
  .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));

const width = Math.max(...files.map((path) => path.length)) + 2;
const lines = files.map((path) => `${path.padEnd(width)}${sentence(path)}`);

export default [
  {
    file: "ARCHITECTURE.md",
    mark: "map",
    content: `\n\`\`\`\n${lines.join("\n")}\n\`\`\`\n\n`,
  },
];
