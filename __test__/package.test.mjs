/** The packages as they are published: packed, and installed where nothing of the repository is. */
import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { buildJobManifest } from "@paperclip/k8s-native";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ctx, selfPod } from "../examples/input.mjs";
import { binariesIn, manifest, root } from "../scripts/binary.mjs";

const STAND_IN = `export { buildJobManifest } from "${manifest.name}";\n`;
const ESM = `import { buildJobManifest } from "${manifest.name}";\n`;
const CJS = `const { buildJobManifest } = require("${manifest.name}");\n`;
/** Runs the example, and prints what comes out or how it fails. */
const REPORT = `
import("./input.mjs").then(({ ctx, selfPod }) => {
  process.stdout.write(JSON.stringify(buildJobManifest({ ctx, selfPod })));
});
`;
const FAILURE = `
.catch(({ message, cause }) => process.stdout.write(
  JSON.stringify({ message, cause: { code: cause.code, message: cause.message } })
));
`;

const host = `${process.platform}-${process.arch}`;
const addon = binariesIn(root).find(({ platform }) => platform.startsWith(host));
const platformPackage = `${manifest.name}-${addon.platform}`;
const expected = JSON.stringify(buildJobManifest({ ctx, selfPod }));

let folder;
let packed;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "k8s-native-package-"));
  const platformFolder = join(folder, addon.platform);
  cpSync(join(root, "npm", addon.platform), platformFolder, { recursive: true });
  cpSync(addon.file, join(platformFolder, basename(addon.file)));
  packed = [root, platformFolder].map(pack);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function npm(args, cwd) {
  const shell = process.platform === "win32";
  return execFileSync("npm", args, { cwd, shell, encoding: "utf8", stdio: "pipe" });
}

function pack(directory) {
  const [found] = JSON.parse(npm(["pack", "--json", "--pack-destination", folder], directory));
  return { file: join(folder, found.filename), contents: found.files.map(({ path }) => path) };
}

/** A fresh application with these packages, beside the adapter's other dependencies. */
function install(name, packages) {
  const app = join(folder, name);
  mkdirSync(app);
  write(app, "package.json", JSON.stringify({ name, private: true, type: "module" }));
  npm(["install", "--offline", "--no-audit", ...packages.map(({ file }) => file)], app);
  for (const dependency of [
    "@kubernetes/client-node",
    "@paperclipai/adapter-utils",
    "@types/node",
  ]) {
    const link = join(app, "node_modules", dependency);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, "node_modules", dependency), link, "junction");
  }
  cpSync(join(root, "examples/input.mjs"), join(app, "input.mjs"));
  return app;
}

function write(app, path, text) {
  mkdirSync(dirname(join(app, path)), { recursive: true });
  writeFileSync(join(app, path), text);
}

function node(app, args, variables = {}) {
  const env = { ...process.env, NAPI_RS_NATIVE_LIBRARY_PATH: "", ...variables };
  return execFileSync(process.execPath, args, { cwd: app, env, encoding: "utf8", stdio: "pipe" });
}

const tsc = (app, ...options) =>
  node(app, [
    join(root, "node_modules/typescript/bin/tsc"),
    "--strict",
    "--target",
    "es2022",
    ...options,
  ]);

test("the root package holds the loader, the types and the command, and no addon", () => {
  const [{ contents }] = packed;
  const loader = ["index.js", "index.mjs", "index.d.ts", "package.json"];
  const command = readdirSync(join(root, "cli")).map((name) => `cli/${name}`);
  const texts = ["CHANGELOG.md", "LICENSE", "NOTICE", "README.md"];
  expect(contents.toSorted()).toEqual([...loader, ...command, ...texts].toSorted());
});

test("the platform's package holds one addon", () => {
  const [, { contents }] = packed;
  expect(contents.filter((path) => path.endsWith(".node"))).toEqual([basename(addon.file)]);
});

test("nothing else is installed with it", () => {
  expect(manifest.dependencies).toBeUndefined();
  expect(Object.keys(manifest.scripts).filter((name) => /install|prepare/.test(name))).toEqual([]);
});

describe("an installation", () => {
  let app;
  beforeAll(() => {
    app = install("whole", packed);
  });

  test("runs an ES module", () => {
    write(app, "caller.mjs", ESM + REPORT);
    expect(node(app, ["caller.mjs"])).toBe(expected);
  });

  test("runs the command", () => {
    const { job } = buildJobManifest({ ctx, selfPod });
    write(app, "job.json", JSON.stringify(job));
    const output = npm(["exec", "--offline", "--", manifest.name, "validate", "job.json"], app);
    expect(output).toBe(`job.batch/${job.metadata.name} is valid\n`);
  });

  test("runs a CommonJS module", () => {
    write(app, "caller.cjs", CJS + REPORT);
    expect(node(app, ["caller.cjs"])).toBe(expected);
  });

  test.each([
    ["mts", ESM],
    ["cts", ESM],
  ])("compiles and runs TypeScript, as .%s", (extension, imported) => {
    const typed = `import type { JobBuildInput } from "${manifest.name}";
      declare const process: { stdout: { write(text: string): void }; argv: string[] };
      const main = async () => {
        const input: JobBuildInput = await import(process.argv[2] as string);
        const image: string | undefined =
          buildJobManifest(input).job.spec?.template.spec?.containers[0]?.image;
        process.stdout.write(String(image));
      };
      main();
    `;
    write(app, `typed.${extension}`, imported + typed);
    tsc(app, "--module", "nodenext", `typed.${extension}`);
    const output = node(app, [`typed.${extension.replace("ts", "js")}`, "./input.mjs"]);
    expect(output).toBe(ctx.config.image);
  });

  test("compiles the adapter's own calls, for Node and for bundlers", () => {
    cpSync(join(root, "__test__/types/caller.mts"), join(app, "adapter.mts"));
    const compile = (...options) =>
      tsc(app, "--noEmit", "--types", "node", ...options, "adapter.mts");
    expect(compile("--module", "nodenext")).toBe("");
    expect(compile("--module", "esnext", "--moduleResolution", "bundler")).toBe("");
  });

  test("stands in for the adapter's job-manifest.js, by the README's one line", () => {
    expect(readFileSync(join(root, "README.md"), "utf8")).toContain(STAND_IN);
    write(app, "adapter/server/job-manifest.js", STAND_IN);
    write(
      app,
      "execute.mjs",
      `import { buildJobManifest } from "./adapter/server/job-manifest.js";\n${REPORT}`,
    );
    expect(node(app, ["execute.mjs"])).toBe(expected);
  });

  test("is left out of a bundle of esbuild, which runs beside it", async () => {
    write(app, "server.mjs", ESM + REPORT);
    await build({
      absWorkingDir: app,
      entryPoints: ["server.mjs"],
      outfile: "bundle/server.mjs",
      bundle: true,
      platform: "node",
      format: "esm",
      external: [manifest.name],
      logLevel: "silent",
    });
    expect(node(app, ["bundle/server.mjs"])).toBe(expected);
  });
});

describe("an installation without the platform's package", () => {
  let app;
  beforeAll(() => {
    app = install("partial", packed.slice(0, 1));
  });

  test.each([
    ["import", "mjs", `import("${manifest.name}")${FAILURE}`],
    ["require", "cjs", `Promise.resolve().then(() => require("${manifest.name}"))${FAILURE}`],
  ])("tells by %s what to install, and why it failed", (_, extension, source) => {
    write(app, `failing.${extension}`, source);
    const { message, cause } = JSON.parse(node(app, [`failing.${extension}`]));
    expect(message).toContain(`install ${platformPackage}@${manifest.version}`);
    expect(message).toContain("https://github.com/npm/cli/issues/4828");
    expect(cause.code).toBe("MODULE_NOT_FOUND");
    expect(cause.message).toContain(platformPackage);
  });

  test("loads the addon that NAPI_RS_NATIVE_LIBRARY_PATH names", () => {
    write(app, "caller.mjs", ESM + REPORT);
    const variables = { NAPI_RS_NATIVE_LIBRARY_PATH: addon.file };
    expect(node(app, ["caller.mjs"], variables)).toBe(expected);
  });

  test("tells when NAPI_RS_NATIVE_LIBRARY_PATH names nothing", () => {
    write(app, "failing.mjs", `import("${manifest.name}")${FAILURE}`);
    const variables = { NAPI_RS_NATIVE_LIBRARY_PATH: join(app, "gone.node") };
    const { message, cause } = JSON.parse(node(app, ["failing.mjs"], variables));
    expect(message).toContain(`NAPI_RS_NATIVE_LIBRARY_PATH=${join(app, "gone.node")}`);
    expect(cause.code).toBe("MODULE_NOT_FOUND");
  });
});
