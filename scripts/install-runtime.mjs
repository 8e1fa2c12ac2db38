/** Brings JavaScript runtimes along from npm, into `target/runtimes`. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./binary.mjs";

const platform = process.platform === "win32" ? "win" : process.platform;
const nodePackage = `node-${platform}-${process.arch}`;

/** The path of a package's program, which is installed where it is not there yet. */
export function installRuntime(name, wanted, program) {
  const folder = join(root, "target/runtimes", name);
  const path = join(folder, "node_modules", program);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const args = ["install", "--no-save", "--no-audit", "--no-fund", "--prefix", folder, wanted];
    execFileSync("npm", args, { stdio: "inherit", shell: platform === "win" });
  }
  return path;
}

/** The path of Node in that version. */
export function installNode(version) {
  const binary = platform === "win" ? "bin/node.exe" : "bin/node";
  return installRuntime(version, `${nodePackage}@${version}`, join(nodePackage, binary));
}
