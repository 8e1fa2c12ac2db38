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
import { delimiter, dirname, join } from "node:path";
import { root } from "./binary.mjs";
import { installNode, installRuntime } from "./install-runtime.mjs";

const SUPPORTED = ["20", "22", "24", "26", "bun", "deno"];

const vitest = join(root, "node_modules/vitest/vitest.mjs");

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
  const runtime = installRuntime(name, name, join(".bin", name));
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
