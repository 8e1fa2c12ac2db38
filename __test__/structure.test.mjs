/** The modules of the Rust code: which may name which. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../src/", import.meta.url));

/** The path of the module in a file: `tree/shape.rs` is `crate::tree::shape`. */
const modulePath = (file) =>
  ["crate", ...file.replace(/(^lib|\/mod)?\.rs$/, "").split("/")].filter(Boolean).join("::");

/** The code of a file without comments and without the unit tests at its end. */
const codeOf = (source) =>
  source.replace(/^#\[cfg\(test\)\]\nmod tests[\s\S]*/m, "").replace(/\/\/.*$/gm, "");

/** The sources by module; tests are left out. */
function readModules() {
  const files = readdirSync(root, { recursive: true })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".rs") && !/(^|\/)tests(\/|\.rs)/.test(file));
  return new Map(
    files.map((file) => [modulePath(file), codeOf(readFileSync(join(root, file), "utf8"))]),
  );
}

/** The paths that a `use` tree such as `a::{b, c::{self, d}}` names. */
function expand(tree) {
  const open = tree.indexOf("{");
  if (open < 0) return [tree.replace(/ as \w+$/, "").replace(/::(self|\*)$/, "")];
  const prefix = tree.slice(0, open);
  const items = [];
  let depth = 0;
  let item = "";
  for (const character of tree.slice(open + 1, tree.lastIndexOf("}"))) {
    if (character === "," && depth === 0) {
      items.push(item);
      item = "";
      continue;
    }
    depth += { "{": 1, "}": -1 }[character] ?? 0;
    item += character;
  }
  items.push(item);
  return items.filter((name) => name.trim() !== "").flatMap((name) => expand(prefix + name.trim()));
}

/** The modules whose items a module's code names. What it passes on with `pub use` is not among them. */
function importsOf(path, code, modules) {
  const used = [...code.matchAll(/^ *use ([^;]+);/gm)].map(([, tree]) =>
    tree.replace(/\s+/g, " ").replace(/ ?([{}]) ?/g, "$1"),
  );
  const inline = [...code.matchAll(/\b(?:crate|super)(?:::\w+)+/g)].map(([name]) => name);
  const names = [...used.flatMap(expand), ...inline];
  const absolute = names.map((name) => {
    let base = path;
    let rest = name;
    while (rest.startsWith("super::")) {
      base = base.slice(0, base.lastIndexOf("::"));
      rest = rest.slice("super::".length);
    }
    if (rest.startsWith("crate")) return rest;
    return `${base}::${rest}`;
  });
  const found = absolute.map((name) => {
    let candidate = name;
    while (candidate && !modules.has(candidate)) {
      candidate = candidate.slice(0, Math.max(0, candidate.lastIndexOf("::")));
    }
    return candidate;
  });
  return new Set(found.filter((name) => name && name !== path && name !== "crate"));
}

/** A path through imports that ends where it begins, or undefined. */
function findCircle(imports) {
  const done = new Set();
  const visit = (path, trail) => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return undefined;
    for (const next of imports.get(path) ?? []) {
      const circle = visit(next, [...trail, path]);
      if (circle) return circle;
    }
    done.add(path);
    return undefined;
  };
  for (const path of imports.keys()) {
    const circle = visit(path, []);
    if (circle) return circle;
  }
  return undefined;
}

const importGraph = (modules) =>
  new Map([...modules].map(([path, code]) => [path, importsOf(path, code, modules)]));

describe("the checks of this file find what they look for", () => {
  test("an import circle through nested and relative imports", () => {
    const modules = new Map([
      ["crate::a", "use crate::{b::{self, c::Thing}, d};"],
      ["crate::b", ""],
      ["crate::b::c", "use super::super::d::Other;"],
      ["crate::d", "fn f() { crate::a::g() }"],
    ]);
    const imports = importGraph(modules);
    expect([...imports.get("crate::a")].sort()).toEqual(["crate::b", "crate::b::c", "crate::d"]);
    expect(findCircle(imports)).toEqual(["crate::a", "crate::b::c", "crate::d", "crate::a"]);
  });

  test("unit tests and comments are not code", () => {
    const code = codeOf("use crate::a; // crate::b\n#[cfg(test)]\nmod tests {\n use crate::c;\n}");
    expect(code).toContain("crate::a");
    expect(code).not.toMatch(/crate::[bc]/);
  });
});

test("modules do not import each other in circles", () => {
  const modules = readModules();
  expect(modules.size).toBeGreaterThan(40);
  expect(findCircle(importGraph(modules))).toBe(undefined);
});

test("only src/node and the exports name Node-API", () => {
  const naming = [...readModules()]
    .filter(([, code]) => /\bnapi(_derive|_sys)?::|\bcrate::node\b/.test(code))
    .map(([path]) => path)
    .filter((path) => !path.startsWith("crate::node"));
  expect(naming).toEqual(["crate"]);
});
