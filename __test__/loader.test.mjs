/** How the addon is found, and what is refused in its place. */
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { manifest, root } from "../scripts/binary.mjs";
import {
  addon,
  CJS,
  ESM,
  expected,
  node,
  platformPackage,
  REPORT,
  temporaryFolder,
  write,
} from "./support/installation.mjs";

const LOADERS = ["index.js", "index.mjs", "package.json"];
const OTHER_VERSION = "0.0.1";
const addonFile = basename(addon.file);

const temporary = temporaryFolder();
let app;
let apps = 0;

beforeEach(() => {
  app = join(temporary.folder, `app-${apps++}`);
  install(manifest.name);
  installAddon();
  cpSync(join(root, "examples/input.mjs"), join(app, "input.mjs"));
});

afterAll(temporary.remove);

const inModules = (...path) => join(app, "node_modules", ...path);

/** Puts the root package under this name. */
function install(name) {
  mkdirSync(inModules(name), { recursive: true });
  for (const file of LOADERS) copyFileSync(join(root, file), inModules(name, file));
}

/** Puts the platform's package under this name, within this folder of modules. */
function installAddon(name = platformPackage, modules = inModules()) {
  cpSync(join(root, "npm", addon.platform), join(modules, name), { recursive: true });
  copyFileSync(addon.file, join(modules, name, addonFile));
}

/** Makes the root package one of another version. */
function changeVersion() {
  for (const file of LOADERS) {
    const path = inModules(manifest.name, file);
    const text = readFileSync(path, "utf8");
    expect(text).toContain(`"${manifest.version}"`);
    writeFileSync(path, text.replaceAll(`"${manifest.version}"`, `"${OTHER_VERSION}"`));
  }
}

const remove = (path) => rmSync(path, { recursive: true });
const changeAddon = (change) => change(inModules(platformPackage));

const FAILURE = `.then(
  () => console.log(JSON.stringify("loaded")),
  ({ message, cause }) => console.log(
    JSON.stringify({ message, cause: cause && { code: cause.code, message: cause.message } })
  ),
);`;

const WAYS = [
  ["import", (name) => ["--input-type=module", "-e", `import("${name}")${FAILURE}`]],
  ["require", (name) => ["-e", `new Promise((resolve) => resolve(require("${name}")))${FAILURE}`]],
];

/** What a process reports that loads the package. */
const outcome = (args, variables) => JSON.parse(node(app, args, variables));

const bothWays = describe.each(WAYS);

test.each([
  ["import before require", "esm", "cjs"],
  ["require before import", "cjs", "esm"],
])("%s gives the same functions", (_, ...order) => {
  write(
    app,
    "both.mjs",
    `import { createRequire } from "node:module";
    const ways = {
      esm: () => import("${manifest.name}"),
      cjs: () => createRequire(import.meta.url)("${manifest.name}"),
    };
    const loaded = [];
    for (const way of ${JSON.stringify(order)}) loaded.push(await ways[way]());
    const [first, second] = loaded;
    const names = Object.keys(ways.cjs());
    console.log(JSON.stringify(names.map((name) => [name, first[name] === second[name]])));`,
  );
  const same = JSON.parse(node(app, ["both.mjs"]));
  const names = Object.keys(createRequire(import.meta.url)(manifest.name));
  expect(same).toEqual(names.map((name) => [name, true]));
});

test.each([
  ["next to the root package", () => {}],
  [
    "in the root package's own node_modules, before an older one next to it",
    () => {
      installAddon(platformPackage, inModules(manifest.name, "node_modules"));
      changeAddon((path) => write(path, addonFile, "older"));
    },
  ],
])("the addon is found %s", (_, change) => {
  change();
  write(app, "caller.mjs", ESM + REPORT);
  write(app, "caller.cjs", CJS + REPORT);
  expect(node(app, ["caller.mjs"])).toBe(expected);
  expect(node(app, ["caller.cjs"])).toBe(expected);
});

bothWays("%s", (_, argsFor) => {
  const args = argsFor(manifest.name);

  test("without the platform's package, says what to install and why it failed", () => {
    changeAddon(remove);
    const { message, cause } = outcome(args);
    expect(message).toContain(`install ${platformPackage}@${manifest.version}`);
    expect(message).toContain("https://github.com/npm/cli/issues/4828");
    expect(message).toContain(`mark ${manifest.name} as external`);
    expect(cause.code).toBe("MODULE_NOT_FOUND");
    expect(cause.message).toContain(platformPackage);
  });

  test("an addon that the system cannot open is the cause", () => {
    changeAddon((path) => writeFileSync(join(path, addonFile), "no library"));
    const { message, cause } = outcome(args);
    expect(message).toContain(`install ${platformPackage}@${manifest.version}`);
    expect(cause.code).toBe("ERR_DLOPEN_FAILED");
  });

  test("the addon of another version is refused", () => {
    changeVersion();
    const { message } = outcome(args);
    expect(message).toContain(`is of version ${manifest.version}, not ${OTHER_VERSION}`);
    expect(message).toContain(`Install ${platformPackage}@${OTHER_VERSION}`);
  });

  test("an addon that lacks a function is refused", () => {
    changeAddon((path) => {
      write(path, "package.json", JSON.stringify({ main: "addon.js" }));
      write(path, "addon.js", `module.exports = { version: "${manifest.version}" };`);
      writeFileSync(join(path, addonFile), "");
    });
    expect(outcome(args).message).toContain("has no function buildJobManifest");
  });

  test("under an alias, an unscoped package of the addon's name is not opened", () => {
    changeAddon(remove);
    const [, alias] = manifest.name.split("/");
    install(alias);
    installAddon(`${alias}-${addon.platform}`);
    const { message, cause } = outcome(argsFor(alias));
    expect(message).toContain("did not load");
    expect(cause.code).toBe("MODULE_NOT_FOUND");
  });

  test("where addons are forbidden, says which option allows them", () => {
    const { message, cause } = outcome(["--no-addons", ...args]);
    expect(message).toContain("--allow-addons");
    expect(cause.code).toBe("ERR_DLOPEN_DISABLED");
  });

  test("NAPI_RS_NATIVE_LIBRARY_PATH names the addon", () => {
    changeAddon((path) => writeFileSync(join(path, addonFile), "no library"));
    expect(outcome(args, { NAPI_RS_NATIVE_LIBRARY_PATH: addon.file })).toBe("loaded");
  });

  test("NAPI_RS_NATIVE_LIBRARY_PATH names nothing", () => {
    const path = join(app, "gone.node");
    const { message, cause } = outcome(args, { NAPI_RS_NATIVE_LIBRARY_PATH: path });
    expect(message).toContain(`NAPI_RS_NATIVE_LIBRARY_PATH=${path} did not load`);
    expect(cause.code).toBe("MODULE_NOT_FOUND");
  });

  test("NAPI_RS_NATIVE_LIBRARY_PATH names the addon of another version", () => {
    changeVersion();
    const { message } = outcome(args, { NAPI_RS_NATIVE_LIBRARY_PATH: addon.file });
    expect(message).toContain(
      `NAPI_RS_NATIVE_LIBRARY_PATH=${addon.file} is of version ${manifest.version}, not ${OTHER_VERSION}`,
    );
  });
});
