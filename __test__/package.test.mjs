/** The packages as they are published: what they hold, and how an application uses them. */
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { buildJobManifest } from "@paperclip/k8s-native";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ctx, selfPod } from "../examples/input.mjs";
import { manifest, root } from "../scripts/binary.mjs";
import {
  addon,
  CJS,
  ESM,
  expected,
  install,
  node,
  npm,
  packInto,
  REPORT,
  temporaryFolder,
  write,
} from "./support/installation.mjs";

const STAND_IN = `export { buildJobManifest } from "${manifest.name}";\n`;
const DEPENDENCIES = ["@kubernetes/client-node", "@paperclipai/adapter-utils", "@types/node"];

const { folder, remove } = temporaryFolder();
let packed;

beforeAll(() => {
  packed = packInto(folder);
});

afterAll(remove);

const tsc = (app, ...options) =>
  node(app, [
    join(root, "node_modules/typescript/bin/tsc"),
    "--strict",
    "--target",
    "es2022",
    ...options,
  ]);

test("the root package holds the loaders, the types and the command, and no addon", () => {
  const [{ contents }] = packed;
  const loaders = ["index.js", "index.mjs", "webpack.js"];
  const command = readdirSync(join(root, "cli")).map((name) => `cli/${name}`);
  const others = ["CHANGELOG.md", "LICENSE", "NOTICE", "README.md", "index.d.ts", "package.json"];
  expect(contents.toSorted()).toEqual([...loaders, ...command, ...others].toSorted());
});

test("the platform's package holds one addon and the licenses of what is in it", () => {
  const [, { contents }] = packed;
  const texts = ["LICENSE", "NOTICE", "README.md", "THIRD-PARTY-LICENSES.md", "package.json"];
  expect(contents.toSorted()).toEqual([...texts, basename(addon.file)].toSorted());
});

test("nothing else is installed with it", () => {
  expect(manifest.dependencies).toBeUndefined();
  expect(Object.keys(manifest.scripts).filter((name) => /install|prepare/.test(name))).toEqual([]);
});

describe("an installation", () => {
  const app = join(folder, "app");
  beforeAll(() => install(app, packed, DEPENDENCIES));

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
});
