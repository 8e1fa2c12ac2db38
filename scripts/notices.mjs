/**
 * Writes `THIRD-PARTY-LICENSES.md`, the licenses of the crates in the addon, with cargo-about.
 *
 *   npm run notices               writes it
 *   npm run notices -- --check    fails if it lists other crates than the addon has; needs only Cargo
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { manifest, root } from "./binary.mjs";

const FILE = "THIRD-PARTY-LICENSES.md";

const { values: options } = parseArgs({ options: { check: { type: "boolean" } } });
const targets = manifest.napi.targets.flatMap((target) => ["--target", target]);
const cargo = (...args) => execFileSync("cargo", args, { cwd: root, encoding: "utf8" });

/** The crates in the addons of all platforms, as `NAME VERSION`. */
function linkedCrates() {
  const tree = cargo("tree", "--locked", "--edges", "normal", "--prefix", "none", ...targets);
  const crates = tree.matchAll(/^(\S+) v(\S+)/gm);
  const names = new Set([...crates].map(([, name, version]) => `${name} ${version}`));
  return [...names].filter((name) => !name.startsWith(`${manifest.napi.binaryName} `));
}

if (options.check) {
  const text = readFileSync(join(root, FILE), "utf8");
  const listed = new Set([...text.matchAll(/^- (\S+ \S+)$/gm)].map(([, name]) => name));
  const linked = linkedCrates();
  for (const name of linked) if (!listed.has(name)) fault(`lacks the crate ${name}`);
  for (const name of listed) if (!linked.includes(name)) fault(`lists ${name}, which is not used`);
} else {
  cargo("fetch", "--locked");
  cargo("about", "generate", "--frozen", "--fail", ...targets, "--output-file", FILE, "about.hbs");
}

function fault(reason) {
  console.error(`${FILE} ${reason}: run \`npm run notices\`.`);
  process.exitCode = 1;
}
