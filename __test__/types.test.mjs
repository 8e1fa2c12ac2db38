/**
 * The types in an application: with and without `@kubernetes/client-node`, from the oldest supported
 * TypeScript to the newest. An error in the declarations themselves shows with `skipLibCheck: false`;
 * with `true` they would silently be `any`, which `types/exact.mts` refuses.
 */
import { copyFileSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { manifest, root } from "../scripts/binary.mjs";
import { installRuntime } from "../scripts/install-runtime.mjs";
import { node, temporaryFolder, write } from "./support/installation.mjs";

const CLIENT = "@kubernetes/client-node";

/** The oldest supported version, one in between, and the newest, which this repository uses. */
const COMPILERS = [
  ["5.3", () => installRuntime("typescript-5.3", "typescript@5.3", "typescript/bin/tsc")],
  ["5.9", () => installRuntime("typescript-5.9", "typescript@5.9", "typescript/bin/tsc")],
  ["newest", () => join(root, "node_modules/typescript/bin/tsc")],
];

const CLIENTS = [
  ["1.0", () => dirname(installRuntime("client-1.0", `${CLIENT}@1.0`, `${CLIENT}/package.json`))],
  ["1.4", () => join(root, "node_modules", CLIENT)],
  ["2", () => dirname(installRuntime("client-2", `${CLIENT}@2`, `${CLIENT}/package.json`))],
];

const { folder, remove } = temporaryFolder();

afterAll(remove);

/** An application with the package's declarations, these sources, and the client if it is given. */
function application(name, sources, client) {
  const app = join(folder, name);
  const modules = join(app, "node_modules");
  const declarations = join(modules, manifest.name);
  mkdirSync(declarations, { recursive: true });
  for (const file of ["package.json", "index.d.ts", "index.js"]) {
    copyFileSync(join(root, file), join(declarations, file));
  }
  for (const file of sources) copyFileSync(join(root, "__test__/types", file), join(app, file));
  if (client) {
    mkdirSync(dirname(join(modules, CLIENT)), { recursive: true });
    symlinkSync(client, join(modules, CLIENT), "junction");
  }
  return app;
}

/** The compiler's output for an application, which is empty if it has no complaint. */
function compile(compiler, app, options) {
  const compilerOptions = { strict: true, noEmit: true, target: "es2022", types: [], ...options };
  write(app, "tsconfig.json", JSON.stringify({ compilerOptions, include: ["*.mts"] }));
  try {
    return node(app, [compiler, "-p", "."]);
  } catch ({ stdout }) {
    return stdout;
  }
}

const MODES = [
  { module: "nodenext", skipLibCheck: false },
  { module: "nodenext", skipLibCheck: true },
  { module: "esnext", moduleResolution: "bundler", skipLibCheck: false },
];

describe.each(COMPILERS)("TypeScript %s", (version, locate) => {
  let compiler;
  beforeAll(() => {
    compiler = locate();
  });

  test.each(MODES)("without the client, %o", (mode) => {
    const app = application(`alone-${version}`, ["exact.mts"]);
    expect(compile(compiler, app, mode)).toBe("");
  });

  test.each(CLIENTS)("with the client %s, the objects fit in both directions", (client, find) => {
    const app = application(`client-${client}-${version}`, ["kubernetes-client.mts"], find());
    // The client's own declarations are not checked: they need those of DOM and Node.
    expect(compile(compiler, app, { module: "nodenext", skipLibCheck: true })).toBe("");
  });
});
