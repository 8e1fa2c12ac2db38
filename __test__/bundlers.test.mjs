/**
 * Tracers and bundlers, with the packages as they are published: what they make runs in another
 * folder, or the failure says what to mark as external.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import commonjs from "@rollup/plugin-commonjs";
import nodeResolve from "@rollup/plugin-node-resolve";
import { nodeFileTrace } from "@vercel/nft";
import * as esbuild from "esbuild";
import { rollup } from "rollup";
import * as vite from "vite";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import webpack from "webpack";
import { manifest } from "../scripts/binary.mjs";
import { installRuntime } from "../scripts/install-runtime.mjs";
import {
  addon,
  CJS,
  ESM,
  expected,
  install,
  node,
  packInto,
  platformPackage,
  REPORT,
  run,
  temporaryFolder,
  write,
} from "./support/installation.mjs";

const NCC = fileURLToPath(import.meta.resolve("@vercel/ncc/dist/ncc/cli.js"));
const ENTRIES = ["server.mjs", "server.cjs"];

const { folder, remove } = temporaryFolder();
const app = join(folder, "app");
const output = join(app, "output");
/** Where the output is run: nothing of the application is there or above it. */
const elsewhere = temporaryFolder();

beforeAll(() => {
  install(app, packInto(folder));
  write(app, "server.mjs", ESM + REPORT);
  write(app, "server.cjs", CJS + REPORT);
});

beforeEach(() => {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output);
});

afterAll(() => {
  remove();
  elsewhere.remove();
});

/** Moves the output to another folder, with the packages if `installed`, and returns the folder. */
function move({ installed = false } = {}) {
  const moved = join(elsewhere.folder, "moved");
  rmSync(moved, { recursive: true, force: true });
  cpSync(output, moved, { recursive: true });
  if (installed)
    cpSync(join(app, "node_modules"), join(moved, "node_modules"), { recursive: true });
  return moved;
}

/** The message of the error that `body` throws. */
async function failure(body) {
  try {
    await body();
  } catch (error) {
    return error.message;
  }
  throw new Error("It did not fail.");
}

/** The texts in the output that hold a path of the machine that built it. */
const textsWithPath = () =>
  readdirSync(output, { recursive: true })
    .filter((path) => /\.[cm]?js$/.test(path))
    .filter((path) => readFileSync(join(output, path), "utf8").includes(folder));

describe.each(ENTRIES)("%s", (entry) => {
  test("nft finds the loaders and the addon", async () => {
    for (const path of await trace(entry)) {
      mkdirSync(dirname(join(output, path)), { recursive: true });
      cpSync(join(app, path), join(output, path));
    }
    expect(node(move(), [entry])).toBe(expected);
    expect(readdirSync(join(output, "node_modules", platformPackage))).toContain(
      basename(addon.file),
    );
  });

  test("nft finds the same files where webpack has read the package", async () => {
    const webpackEntry = join("node_modules", manifest.name, "webpack.js");
    const installed = (paths) => paths.filter((path) => path.startsWith("node_modules")).sort();
    const [direct, traced] = await Promise.all([trace(entry), trace(webpackEntry)]);
    expect(installed(traced)).toEqual(installed([...direct, webpackEntry]));
  });

  test("ncc takes the addon along", () => {
    node(app, [NCC, "build", entry, "--out", output]);
    expect(textsWithPath()).toEqual([]);
    const [main] = readdirSync(output).filter((path) => path.startsWith("index."));
    expect(node(move(), [main])).toBe(expected);
  });

  test("webpack leaves the package to Node, which says when it is missing", async () => {
    await runWebpack({ entry: `./${entry}` });
    expect(textsWithPath()).toEqual([]);
    expect(node(move({ installed: true }), ["main.cjs"])).toBe(expected);
    const message = await failure(() => node(move(), ["main.cjs"]));
    expect(message).toContain(`Mark ${manifest.name} as external`);
  });

  test("bun build takes the addon along", () => {
    run(app, bun(), ["build", "--target=node", entry, "--outdir", output]);
    expect(textsWithPath()).toEqual([]);
    expect(node(move(), ["server.js"])).toBe(expected);
  });

  test("bun build --compile embeds the addon", () => {
    run(app, bun(), ["build", "--compile", entry, "--outfile", join(output, "server")]);
    expect(run(move(), "./server", [])).toBe(expected);
  });
});

describe.each([
  ["esm", "mjs"],
  ["cjs", "cjs"],
])("an output of the format %s", (format, extension) => {
  const file = `server.${extension}`;

  test("esbuild stops at the line that names what is external", async () => {
    const message = await failure(() => runEsbuild({ format, outfile: `output/${file}` }));
    expect(message).toContain('No loader is configured for ".node" files');
    expect(message).toContain(platformPackage);
    const [{ location }] = (await runEsbuild({ format }).catch((error) => error)).errors;
    expect(location.lineText).toContain(`require("${platformPackage}"); // external`);
  });

  test("esbuild leaves the package out where it is external", async () => {
    await runEsbuild({ format, outfile: `output/${file}`, external: [manifest.name] });
    expect(textsWithPath()).toEqual([]);
    expect(node(move({ installed: true }), [file])).toBe(expected);
  });

  test("Rollup stops at the addon", async () => {
    const message = await failure(() => runRollup({ format, file: join(output, file) }));
    expect(message).toContain(`${platformPackage}/${basename(addon.file)}`);
    expect(message).toContain("you need plugins to import files that are not JavaScript");
  });

  test("Rollup leaves the package out where it is external", async () => {
    await runRollup({ format, file: join(output, file) }, [manifest.name]);
    expect(textsWithPath()).toEqual([]);
    expect(node(move({ installed: true }), [file])).toBe(expected);
  });
});

test("esbuild copies the addon where it is asked to", async () => {
  await runEsbuild({ format: "cjs", outfile: "output/server.cjs", loader: { ".node": "copy" } });
  expect(textsWithPath()).toEqual([]);
  expect(node(move(), ["server.cjs"])).toBe(expected);
});

test("a bundle that cannot require says what to mark as external", async () => {
  await runEsbuild({ format: "esm", outfile: "output/server.mjs", loader: { ".node": "copy" } });
  const message = await failure(() => node(move(), ["server.mjs"]));
  expect(message).toContain(`mark ${manifest.name} as external`);
});

test("vite leaves the package out of a server", async () => {
  await runVite();
  expect(node(move({ installed: true }), ["server.js"])).toBe(expected);
});

test("vite stops at the line that names what is external, if nothing else is", async () => {
  const message = stripVTControlCharacters(await failure(() => runVite({ noExternal: true })));
  expect(message).toContain(platformPackage);
  expect(message).toContain("// external");
});

/** The files that nft finds from a file on, relative to the application. */
async function trace(file) {
  const { fileList } = await nodeFileTrace([join(app, file)], { base: app, processCwd: app });
  return [...fileList];
}

const bun = () => installRuntime("bun", "bun@1.4", join(".bin", "bun"));

function runWebpack(options) {
  const configuration = {
    mode: "production",
    target: "node",
    context: app,
    output: { path: output, filename: "main.cjs" },
    ...options,
  };
  return new Promise((resolve, reject) => {
    webpack(configuration, (error, stats) => {
      if (error || stats.hasErrors()) reject(error ?? new Error(stats.toString()));
      else resolve();
    });
  });
}

const runEsbuild = (options) =>
  esbuild.build({
    absWorkingDir: app,
    entryPoints: ["server.mjs"],
    bundle: true,
    platform: "node",
    logLevel: "silent",
    ...options,
  });

async function runRollup(outputOptions, external = []) {
  const bundle = await rollup({
    input: join(app, "server.mjs"),
    external,
    plugins: [nodeResolve(), commonjs()],
    logLevel: "silent",
  });
  await bundle.write({ ...outputOptions, inlineDynamicImports: true });
}

const runVite = (ssr = {}) =>
  vite.build({
    root: app,
    configFile: false,
    logLevel: "silent",
    build: { ssr: "server.mjs", outDir: output, minify: false },
    ssr,
  });
