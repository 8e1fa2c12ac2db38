/**
 * Publishes the platforms' packages, then the root, which asks for them. What the registry has is
 * left alone, so that a release that stopped half way can go on.
 *
 *   node scripts/publish.mjs --dry-run     packs them, and publishes nothing
 */
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./binary.mjs";

const options = process.argv.slice(2);

function isPublished(folder) {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return spawnSync("npm", ["view", `${name}@${version}`, "version"]).stdout.length > 0;
}

const platforms = readdirSync(join(root, "npm")).map((name) => join(root, "npm", name));
for (const folder of platforms) copyFileSync(join(root, "LICENSE"), join(folder, "LICENSE"));
for (const folder of [...platforms, root]) {
  if (isPublished(folder)) console.log(`${folder} is published.`);
  else execFileSync("npm", ["publish", ...options], { cwd: folder, stdio: "inherit" });
}
