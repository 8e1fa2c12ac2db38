/** What the documents say about the repository is true. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { manifest, root } from "../scripts/binary.mjs";

const read = (file) => readFileSync(join(root, file), "utf8");
const documentsIn = (folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));
const documents = [...documentsIn("."), ...documentsIn("docs")];

test("the README fits on a few screens", () => {
  expect(read("README.md").split("\n").length).toBeLessThanOrEqual(161);
});

test("the table of platforms names every package", () => {
  const packages = readdirSync(join(root, "npm"));
  expect(packages).toHaveLength(manifest.napi.targets.length);
  const table = read("docs/platforms.md");
  expect(packages.filter((name) => !table.includes(`| \`${name}\` |`))).toEqual([]);
});

test.each(documents)("the commands in %s are scripts of the package", (document) => {
  const scripts = [...read(document).matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script);
  expect(scripts.filter((script) => !(script in manifest.scripts))).toEqual([]);
});

test.each(documents)(
  "the relative links in %s lead to files and headings that exist",
  (document) => {
    const links = [...read(document).matchAll(/\]\((?!\w+:)([^)\s]+)\)/g)].map(([, link]) => link);
    const isBroken = (link) => {
      const [path, anchor] = link.split("#");
      const target = path === "" ? document : join(dirname(document), path);
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchorsOf(read(target)).has(anchor);
    };
    expect(links.filter(isBroken)).toEqual([]);
  },
);

/** The anchors of a document: its own, and those that GitHub gives to headings. */
function anchorsOf(text) {
  const own = [...text.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, id]) => id);
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
  return new Set([...own, ...headings]);
}
