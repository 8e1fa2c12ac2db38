/**
 * Collects in `symbols/` the debug symbols of a release build, which the addon itself goes without.
 *
 *   node scripts/symbols.mjs TARGET
 *
 * On Linux the addon has to be built with `CARGO_PROFILE_RELEASE_DEBUG=line-tables-only` and
 * `CARGO_PROFILE_RELEASE_STRIP=none`, and is stripped here. Elsewhere the linker has written them.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { binariesIn, root, summary } from "./binary.mjs";

const [target] = process.argv.slice(2);
if (!target) throw new Error("Name the target, such as x86_64-unknown-linux-gnu.");

const folder = join(root, "symbols");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);

/** What the linker writes next to the library, on macOS and on Windows. */
const LINKED = { darwin: "libk8s_native.dylib.dSYM", windows: "k8s_native.pdb" };
const [, , system] = target.split("-");

if (system === "linux") {
  for (const { file } of binariesIn(root)) strip(file);
  for (const binary of binariesIn(root)) console.log(summary(binary));
} else {
  const source = join(root, "target", target, "release", LINKED[system]);
  cpSync(source, join(folder, LINKED[system]), { recursive: true });
}

/** Copies an addon's symbols to a file that debuggers find by its name, and removes them from it. */
function strip(addon) {
  const symbols = join(folder, `${basename(addon)}.debug`);
  objcopy("--only-keep-debug", addon, symbols);
  objcopy("--strip-all", `--add-gnu-debuglink=${symbols}`, addon);
}

/** The objcopy of Rust's own toolchain, which knows every processor. */
function objcopy(...args) {
  const sysroot = rustc("--print", "sysroot");
  const host = rustc("--print", "host-tuple");
  const program = join(sysroot, "lib/rustlib", host, "bin/rust-objcopy");
  const LD_LIBRARY_PATH = join(sysroot, "lib");
  execFileSync(program, args, { env: { ...process.env, LD_LIBRARY_PATH }, stdio: "inherit" });
}

function rustc(...args) {
  return execFileSync("rustc", args, { cwd: root, encoding: "utf8" }).trim();
}
