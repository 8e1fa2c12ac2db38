/** What the README says of the repository. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { manifest, root } from "../scripts/binary.mjs";

const readme = readFileSync(join(root, "README.md"), "utf8");

test("its map of src/ names every module", () => {
  const [, map] = /^src\/\n([^`]+)/m.exec(readme);
  const named = map.trimEnd().split("\n").map(pathOf);
  const files = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => join(parentPath, name).slice(join(root, "src/").length))
    .map((path) => path.replaceAll("\\", "/"));
  const isWithin = (path) => (file) => file.startsWith(`${path}/`);
  // A folder stands for its modules where none of them is named.
  const folders = named.filter((path) => !path.includes(".") && !named.some(isWithin(path)));
  const isNamed = (file) => named.includes(file) || folders.some((path) => isWithin(path)(file));
  expect(files.filter((file) => !isNamed(file))).toEqual([]);
  const isThere = (path) => files.includes(path) || files.some(isWithin(path));
  expect(named.filter((path) => !isThere(path))).toEqual([]);
});

/** The path on a line of the map; the modules of `js/` are indented below it. */
function pathOf(line) {
  const [, indent, name] = /^( +)(\S+)/.exec(line);
  return (indent.length > 2 ? `js/${name}` : name).replace(/\/$/, "");
}

test("its table of platforms names every package", () => {
  const packages = readdirSync(join(root, "npm"));
  expect(packages).toHaveLength(manifest.napi.targets.length);
  expect(packages.filter((name) => !readme.includes(`| \`${name}\` |`))).toEqual([]);
});

test("its commands are scripts of the package", () => {
  const scripts = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script);
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((script) => !(script in manifest.scripts))).toEqual([]);
});
