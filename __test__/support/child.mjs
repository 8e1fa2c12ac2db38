/** Runs code in its own process. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The package's folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The build that is loaded in this folder. */
export const addon = `${root}${readdirSync(root).find((file) => file.endsWith(".node"))}`;

const inputs = new URL("inputs.mjs", import.meta.url).href;

/**
 * Runs a module's code with this Node, in the package's folder, and returns what it prints. It has
 * `buildJobManifest`, unless it imports that itself, and what `inputs.mjs` exports as `inputs`.
 */
export function runModule(code, { flags = [], env = {}, loads = true, silent = false } = {}) {
  const load = loads ? 'import { buildJobManifest } from "@paperclip/k8s-native";' : "";
  const module = `${load} import * as inputs from "${inputs}";\n${code}`;
  return runNode([...flags, "--input-type=module", "-e", module], env, { silent });
}

/**
 * Runs this Node with arguments, and returns what it prints. Fails unless it ends well, and prints
 * no complaint where it is `silent`.
 */
export function runNode(args, env = {}, { silent = false } = {}) {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 26,
  });
  if (status !== 0 || (silent && stderr !== "")) {
    throw new Error(`node ended with ${signal ?? status}:\n${stdout}\n${stderr}`);
  }
  return stdout;
}
