/**
 * Runs the suite on several versions of Node, and every named case and the examples on Bun and
 * Deno. npm's packages bring them along.
 *
 *   npm run test:runtimes                        all that are supported, and Bun and Deno
 *   npm run test:runtimes -- 22 24.1.0 bun       these
 *
 * What follows a `--` goes to vitest: npm run test:runtimes -- 22 -- golden
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const SUPPORTED = ["20", "22", "24", "bun", "deno"];

const root = fileURLToPath(new URL("..", import.meta.url));
const vitest = join(root, "node_modules/vitest/vitest.mjs");
const platform = process.platform === "win32" ? "win" : process.platform;
const nodePackage = `node-${platform}-${process.arch}`;

/** The path of a package's program, which is installed where it is not there yet. */
function install(name, wanted, program) {
  const folder = join(root, "target/runtimes", name);
  const path = join(folder, "node_modules", program);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const args = ["install", "--no-save", "--no-audit", "--no-fund", "--prefix", folder, wanted];
    execFileSync("npm", args, { stdio: "inherit", shell: platform === "win" });
  }
  return path;
}

function installNode(version) {
  const binary = platform === "win" ? "bin/node.exe" : "bin/node";
  return install(version, `${nodePackage}@${version}`, join(nodePackage, binary));
}

const print = (command, args) => execFileSync(command, args, { cwd: root, encoding: "utf8" });

function runs(command, args, env = process.env) {
  return spawnSync(command, args, { cwd: root, stdio: "inherit", env }).status === 0;
}

function passesOnNode(version, vitestArgs) {
  const node = installNode(version);
  console.log(`\nNode ${print(node, ["--version"]).trim()}`);
  const PATH = `${dirname(node)}${delimiter}${process.env.PATH}`;
  return runs(node, [vitest, "run", ...vitestArgs], { ...process.env, PATH });
}

function passesOn(name, options) {
  const runtime = install(name, name, join(".bin", name));
  console.log(`\n${name} ${print(runtime, ["--version"]).trim()}`);
  const isSame = ["examples/build-job.mjs", "examples/validate-job.mjs"].map(
    (example) =>
      print(runtime, [...options, example]) === print(process.execPath, [example]) ||
      console.log(`${example} prints something else than on Node.`),
  );
  return isSame.every(Boolean) && runs(runtime, [...options, "__test__/support/runtime.mjs"]);
}

const OTHERS = { bun: () => passesOn("bun", []), deno: () => passesOn("deno", ["run", "-A"]) };

const given = process.argv.slice(2);
const end = given.indexOf("--");
const [names, vitestArgs] = end < 0 ? [given, []] : [given.slice(0, end), given.slice(end + 1)];

const failed = (names.length > 0 ? names : SUPPORTED).filter(
  (name) => !(OTHERS[name]?.() ?? passesOnNode(name, vitestArgs)),
);
if (failed.length > 0) {
  console.error(`\nIt fails on ${failed.join(", ")}.`);
  process.exitCode = 1;
}
