/** The packages as they are published, installed where nothing of the repository is. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { buildJobManifest } from "@paperclip/k8s-native";
import { ctx, selfPod } from "../../examples/input.mjs";
import { binariesIn, manifest, root } from "../../scripts/binary.mjs";
import { addNotices, pack } from "../../scripts/pack.mjs";

const host = `${process.platform}-${process.arch}`;

/** The build for this machine. */
export const addon = binariesIn(root).find(({ platform }) => platform.startsWith(host));

/** The name of its package. */
export const platformPackage = `${manifest.name}-${addon.platform}`;

/** What `REPORT` prints. */
export const expected = JSON.stringify(buildJobManifest({ ctx, selfPod }));

export const ESM = `import { buildJobManifest } from "${manifest.name}";\n`;
export const CJS = `const { buildJobManifest } = require("${manifest.name}");\n`;

/** Runs the example and prints the result. */
export const REPORT = `
import("./input.mjs").then(({ ctx, selfPod }) => {
  process.stdout.write(JSON.stringify(buildJobManifest({ ctx, selfPod })));
});
`;

/** A folder outside the repository. `remove` deletes it. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), "k8s-native-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function npm(args, cwd) {
  const shell = process.platform === "win32";
  return execFileSync("npm", args, { cwd, shell, encoding: "utf8", stdio: "pipe" });
}

/** The root package and the platform's, packed into a folder: the files and what is in them. */
export function packInto(folder) {
  const platformFolder = join(folder, addon.platform);
  cpSync(join(root, "npm", addon.platform), platformFolder, { recursive: true });
  cpSync(addon.file, join(platformFolder, basename(addon.file)));
  addNotices(platformFolder);
  return [root, platformFolder].map((directory) => {
    const { filename, contents } = pack(directory, folder);
    return { file: join(folder, filename), contents };
  });
}

/** A new application with these packages. The repository's dependencies that it names are linked. */
export function install(app, packages, dependencies = []) {
  write(app, "package.json", JSON.stringify({ name: "app", private: true, type: "module" }));
  npm(["install", "--offline", "--no-audit", ...packages.map(({ file }) => file)], app);
  for (const dependency of dependencies) {
    const link = join(app, "node_modules", dependency);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, "node_modules", dependency), link, "junction");
  }
  cpSync(join(root, "examples/input.mjs"), join(app, "input.mjs"));
}

export function write(app, path, text) {
  mkdirSync(dirname(join(app, path)), { recursive: true });
  writeFileSync(join(app, path), text);
}

/** Runs a program in the application's folder and returns what it prints. */
export function run(app, program, args, variables = {}) {
  const env = { ...process.env, NAPI_RS_NATIVE_LIBRARY_PATH: "", ...variables };
  return execFileSync(program, args, { cwd: app, env, encoding: "utf8", stdio: "pipe" });
}

/** Runs this Node in the application's folder and returns what it prints. */
export const node = (app, args, variables) => run(app, process.execPath, args, variables);
