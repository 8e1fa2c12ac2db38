/**
 * Packs the platforms' packages and then the root, into a folder from which `publish.mjs` takes them.
 *
 *   node scripts/pack.mjs FOLDER
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./binary.mjs";

/** Texts that have to go along with the addon. npm packs `LICENSE` even if it is not listed. */
const NOTICES = ["LICENSE", "NOTICE", "THIRD-PARTY-LICENSES.md"];

/** Adds the notices to a platform's package, whose files the CLI of napi-rs lists. */
export function addNotices(folder) {
  for (const name of NOTICES) copyFileSync(join(root, name), join(folder, name));
  const file = join(folder, "package.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  manifest.files = [...new Set([...manifest.files, ...NOTICES])];
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Packs the package in a folder; returns its name, version, file and contents. */
export function pack(folder, destination) {
  const [{ name, version, filename, files }] = JSON.parse(
    execFileSync("npm", ["pack", "--json", "--pack-destination", destination], {
      cwd: folder,
      encoding: "utf8",
      shell: process.platform === "win32",
      stdio: "pipe",
    }),
  );
  return { name, version, filename, contents: files.map(({ path }) => path) };
}

function packAll(destination) {
  mkdirSync(destination, { recursive: true });
  const platforms = readdirSync(join(root, "npm")).map((name) => join(root, "npm", name));
  platforms.forEach(addNotices);
  const packed = [...platforms, root].map((folder) => pack(folder, destination));
  writeFileSync(join(destination, "packages.json"), `${JSON.stringify(packed, null, 2)}\n`);
  for (const { filename } of packed) console.log(filename);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) packAll(resolve(process.argv[2]));
