/**
 * The gate before publishing: each platform's package holds exactly its own addon, which is small
 * enough, runs on old systems, and does not show where it was built.
 *
 *   node scripts/artifacts.mjs
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { binariesIn, faults, manifest, root, summary } from "./binary.mjs";

const MAX_GLIBC = 17;

const platforms = readdirSync(join(root, "npm"));
const found = [];
if (platforms.length !== manifest.napi.targets.length) {
  found.push(`npm/: ${platforms.length} packages for ${manifest.napi.targets.length} targets`);
}
for (const name of platforms) {
  const binaries = binariesIn(join(root, "npm", name));
  const [binary] = binaries;
  if (binaries.length !== 1 || binary.platform !== name) {
    found.push(
      `npm/${name}: expected k8s-native.${name}.node alone, found ${binaries.length} addons`,
    );
    continue;
  }
  console.log(summary(binary));
  found.push(...faults(binary));
  if (binary.glibc > MAX_GLIBC) found.push(`npm/${name}: needs glibc 2.${binary.glibc}`);
}
for (const line of found) console.error(line);
if (found.length > 0) process.exitCode = 1;
