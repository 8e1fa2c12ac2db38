/** The three sides of a comparison: the original, the original tuned by hand, and the addon. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { referencePath } from "../__test__/support/reference.mjs";
import { binariesIn, manifest, root } from "../scripts/binary.mjs";

const HELPERS = "@paperclipai/adapter-utils";

/** Copies this package into `modules` as npm installs it: the loader, and the addon's package. */
function installAddon(modules) {
  const package_ = join(modules, manifest.name);
  mkdirSync(package_, { recursive: true });
  for (const file of ["package.json", ...manifest.files]) {
    cpSync(join(root, file), join(package_, file), { recursive: true });
  }
  for (const { file, platform } of binariesIn(root)) {
    const addon = join(modules, `${manifest.name}-${platform}`);
    cpSync(join(root, "npm", platform), addon, { recursive: true });
    cpSync(file, join(addon, `${manifest.napi.binaryName}.${platform}.node`));
  }
}

/**
 * A folder outside the repository with a module for each side and what they import: the URLs by
 * side, and what removes the folder. Null where there is no original.
 */
export function installSides() {
  const original = referencePath();
  if (original === null) return null;
  const folder = mkdtempSync(join(tmpdir(), "k8s-native-bench-"));
  const modules = join(folder, "node_modules");
  cpSync(join(root, "node_modules", HELPERS), join(modules, HELPERS), { recursive: true });
  installAddon(modules);
  const files = {
    original: join(folder, "original.mjs"),
    tuned: join(folder, "tuned.mjs"),
    addon: join(folder, "addon.mjs"),
  };
  cpSync(original, files.original);
  const tuned = join(dirname(original), "tuned.js");
  if (existsSync(tuned)) cpSync(tuned, files.tuned);
  else delete files.tuned;
  writeFileSync(
    files.addon,
    `export { buildJobManifest, validateJobManifest } from "${manifest.name}";\n`,
  );
  return {
    urls: Object.fromEntries(
      Object.entries(files).map(([side, file]) => [side, pathToFileURL(file).href]),
    ),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
