/**
 * Publishes what `pack.mjs` has packed: the platforms' packages, and then the root, which asks for
 * them. What the registry already has is left alone, so that a release can go on where it stopped.
 *
 *   node scripts/publish.mjs FOLDER [--dry-run]
 */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, ...options] = process.argv.slice(2);

function isPublished({ name, version }) {
  return spawnSync("npm", ["view", `${name}@${version}`, "version"]).stdout.length > 0;
}

for (const one of JSON.parse(readFileSync(join(folder, "packages.json"), "utf8"))) {
  if (isPublished(one)) console.log(`${one.name}@${one.version} is published already.`);
  else
    execFileSync("npm", ["publish", ...options, `./${one.filename}`], {
      cwd: folder,
      stdio: "inherit",
    });
}
