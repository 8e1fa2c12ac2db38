/**
 * Runs the suite on several versions of Node, which npm's packages of Node bring along.
 *
 *   npm run test:runtimes                    all that are supported
 *   npm run test:runtimes -- 22 24.1.0       these
 *
 * What follows a `--` goes to vitest: npm run test:runtimes -- 22 -- golden
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const SUPPORTED = ["20", "22", "24"];

const root = fileURLToPath(new URL("..", import.meta.url));
const vitest = join(root, "node_modules/vitest/vitest.mjs");
const platform = process.platform === "win32" ? "win" : process.platform;
const nodePackage = `node-${platform}-${process.arch}`;

/** The path of Node in that version, which is installed where it is not there yet. */
function install(version) {
  const folder = join(root, "target/runtimes", version);
  const binary = platform === "win" ? "bin/node.exe" : "bin/node";
  const path = join(folder, "node_modules", nodePackage, binary);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const args = ["install", "--no-save", "--no-audit", "--no-fund", "--prefix", folder];
    execFileSync("npm", [...args, `${nodePackage}@${version}`], { stdio: "inherit" });
  }
  return path;
}

const given = process.argv.slice(2);
const end = given.indexOf("--");
const [versions, vitestArgs] = end < 0 ? [given, []] : [given.slice(0, end), given.slice(end + 1)];

const failed = [];
for (const version of versions.length > 0 ? versions : SUPPORTED) {
  const node = install(version);
  console.log(`\nNode ${execFileSync(node, ["--version"], { encoding: "utf8" }).trim()}`);
  const PATH = `${dirname(node)}${delimiter}${process.env.PATH}`;
  const { status } = spawnSync(node, [vitest, "run", ...vitestArgs], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PATH },
  });
  if (status !== 0) failed.push(version);
}
if (failed.length > 0) {
  console.error(`\nThe suite fails on Node ${failed.join(", ")}.`);
  process.exitCode = 1;
}
