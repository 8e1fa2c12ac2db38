/**
 * The gate before publishing: each platform's package holds exactly its own addon, which is small
 * enough, runs on old systems, and does not show where it was built. The tests have already loaded
 * each on its own platform.
 *
 *   node scripts/artifacts.mjs [FOLDER]     the folder of the packages, by default `npm`
 */
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { binariesIn, faults, manifest, root, summary } from "./binary.mjs";

const MAX_GLIBC = 17;

const folder = resolve(process.argv[2] ?? join(root, "npm"));
const platforms = readdirSync(folder);
const found = [];
if (platforms.length !== manifest.napi.targets.length) {
  found.push(`${folder}: ${platforms.length} packages for ${manifest.napi.targets.length} targets`);
}
for (const name of platforms) {
  const binaries = binariesIn(join(folder, name));
  const [binary] = binaries;
  if (binaries.length !== 1 || binary.platform !== name) {
    const names = binaries.map(({ platform }) => platform).join(", ") || "none";
    found.push(`${name}: expected its own addon alone, found ${names}`);
    continue;
  }
  console.log(summary(binary));
  found.push(...faults(binary));
  if (!name.startsWith(binary.host))
    found.push(`${name}: the addon is of ${binary.host ?? "no platform"}`);
  if (binary.glibc !== null && !(name.endsWith("-gnu") && binary.glibc <= MAX_GLIBC)) {
    found.push(`${name}: needs glibc 2.${binary.glibc}`);
  }
}
for (const line of found) console.error(line);
if (found.length > 0) process.exitCode = 1;
