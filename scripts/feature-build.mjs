/** Debug builds of the addon with a Cargo feature that no release has. */
import { spawnSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./binary.mjs";

/** Where the build with a feature is kept. */
export const featureBuild = (feature) => join(root, `target/${feature}.node`);

/** Builds the addon with a feature, and returns its path. */
export function buildWithFeature(feature) {
  const args = ["build", "--locked", "--features", feature, "--message-format", "json"];
  const options = { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 };
  const { status, stdout, stderr, error } = spawnSync("cargo", args, options);
  if (status !== 0) throw new Error(stderr, { cause: error });
  const messages = stdout.split("\n").filter(Boolean).map(JSON.parse);
  const { filenames } = messages.findLast(({ target }) => target?.name === "k8s_native");
  copyFileSync(filenames[0], featureBuild(feature));
  return featureBuild(feature);
}
