/**
 * Runs the tests that cross between Node and Rust with AddressSanitizer, which ends the process at a
 * read or write outside of what was allocated. It needs Linux on x64 and GCC's `libasan`.
 *
 *   npm run test:sanitizer                       those below
 *   npm run test:sanitizer -- golden hostile     these
 *
 * The sanitized build takes the place of the addon while the tests run. Leaks are not looked for:
 * V8 frees nothing when it ends. Node itself is not sanitized, so what it writes is not seen.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./binary.mjs";

const TARGET = "x86_64-unknown-linux-gnu";
const TESTS = [
  ...["golden", "errors", "hostile", "realm", "threads", "surface", "secrets", "glue"],
  ...["validate", "validate-hostile", "validate-input", "fuzz"],
];

const addon = join(root, "k8s-native.linux-x64-gnu.node");
const saved = join(root, "target/before-sanitizer.node");

function build() {
  const folder = join(root, "target/sanitizer");
  const args = ["build", "--locked", "--profile", "quick", "--target", TARGET];
  // A flag of the nightly compiler, which the stable one takes with RUSTC_BOOTSTRAP.
  const env = { ...process.env, RUSTC_BOOTSTRAP: "1", RUSTFLAGS: "-Zsanitizer=address" };
  execFileSync("cargo", [...args, "--target-dir", folder], { cwd: root, stdio: "inherit", env });
  return join(folder, TARGET, "quick/libk8s_native.so");
}

function test(names) {
  const library = execFileSync("gcc", ["-print-file-name=libasan.so"], { encoding: "utf8" }).trim();
  const files = names.map((name) => `__test__/${name}.test.mjs`);
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const env = { ...process.env, LD_PRELOAD: library, ASAN_OPTIONS: "detect_leaks=0" };
  const options = { cwd: root, stdio: "inherit", env };
  return spawnSync(process.execPath, [vitest, "run", ...files], options).status ?? 1;
}

const built = build();
if (existsSync(addon)) renameSync(addon, saved);
try {
  copyFileSync(built, addon);
  const names = process.argv.slice(2);
  process.exitCode = test(names.length > 0 ? names : TESTS);
} finally {
  rmSync(addon, { force: true });
  if (existsSync(saved)) renameSync(saved, addon);
}
