/**
 * Builds the addon for a release, and prints its size and the glibc that it needs.
 *
 *   npm run build
 *   npm run build -- --target aarch64-unknown-linux-musl -x     further options of `napi build`
 */
import { execFileSync, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { binariesIn, cargoHome, manifest, root, summary } from "./binary.mjs";

const sysroot = execFileSync("rustc", ["--print", "sysroot"], { cwd: root, encoding: "utf8" });

const flags = [
  ...(process.env.RUSTFLAGS ?? "").split(" ").filter(Boolean),
  // Panics name the file where they were raised, but not by a path of the machine that built it.
  // Where several prefixes fit, the last one counts.
  `--remap-path-prefix=${root.replace(/[/\\]$/, "")}=/${manifest.napi.binaryName}`,
  `--remap-path-prefix=${cargoHome()}=/cargo`,
  `--remap-path-prefix=${sysroot.trim()}=/rust`,
  // A musl library has to share the C library of its process; Windows has no C runtime to share.
  `-Ctarget-feature=${process.platform === "win32" ? "+" : "-"}crt-static`,
];

// `napi build` would set RUSTFLAGS, which are split at spaces; the encoded ones go before them.
const env = { ...process.env, CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f") };
const napi = join(
  dirname(createRequire(import.meta.url).resolve("@napi-rs/cli/package.json")),
  "dist/cli.js",
);
const { status } = spawnSync(
  process.execPath,
  [napi, "build", "--platform", "--release", "--no-js", "--dts", "target/index.d.ts"].concat(
    process.argv.slice(2),
  ),
  { cwd: root, env, stdio: "inherit" },
);
if (status !== 0) process.exit(status ?? 1);

for (const binary of binariesIn(root)) console.log(summary(binary));
