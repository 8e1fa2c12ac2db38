/** The gate before publishing, on addons that are headers alone. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MAX_BYTES, root } from "../scripts/binary.mjs";

const PLATFORMS = readdirSync(join(root, "npm"));

let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "artifacts-"));
  for (const platform of PLATFORMS) {
    mkdirSync(join(folder, platform));
    write(platform, addonOf(platform));
  }
});

afterEach(() => rmSync(folder, { recursive: true }));

const pathOf = (platform, name = platform) => join(folder, platform, `k8s-native.${name}.node`);
const write = (platform, bytes) => writeFileSync(pathOf(platform), bytes);

/** What the loader of a platform looks at first, and further text. */
function addonOf(platform, text = platform.endsWith("-gnu") ? "GLIBC_2.2.5 GLIBC_2.17" : "") {
  const header = Buffer.alloc(128);
  const isArm = platform.includes("arm64");
  if (platform.startsWith("linux")) {
    header.write("\x7fELF", "latin1");
    header.writeUInt16LE(isArm ? 183 : 62, 18);
  } else if (platform.startsWith("darwin")) {
    header.writeUInt32LE(0xfeedfacf);
    header.writeUInt32LE(0x01000000 + (isArm ? 12 : 7), 4);
  } else {
    header.write("MZ");
    header.writeUInt32LE(64, 0x3c);
    header.write("PE\0\0", 64);
    header.writeUInt16LE(0x8664, 68);
  }
  return Buffer.concat([header, Buffer.from(text)]);
}

function gate() {
  const script = join(root, "scripts/artifacts.mjs");
  const { status, stderr } = spawnSync(process.execPath, [script, folder], { encoding: "utf8" });
  return { status, complaints: stderr.trim() };
}

test("one addon for each platform, its own, passes", () => {
  expect(gate()).toEqual({ status: 0, complaints: "" });
});

test.each([
  ["none", () => rmSync(pathOf("darwin-x64")), "darwin-x64: expected its own addon alone"],
  [
    "two",
    () => copyFileSync(pathOf("darwin-x64"), pathOf("darwin-x64", "darwin-arm64")),
    "darwin-x64: expected its own addon alone, found darwin-arm64, darwin-x64",
  ],
  [
    "another's by name",
    () => {
      rmSync(pathOf("linux-x64-gnu"));
      writeFileSync(pathOf("linux-x64-gnu", "linux-x64-musl"), addonOf("linux-x64-musl"));
    },
    "linux-x64-gnu: expected its own addon alone, found linux-x64-musl",
  ],
  [
    "another's under its name",
    () => write("linux-x64-musl", addonOf("linux-arm64-musl")),
    "linux-x64-musl: the addon is of linux-arm64",
  ],
  ["no addon", () => write("win32-x64-msvc", "404"), "win32-x64-msvc: the addon is of no platform"],
  [
    "a newer glibc",
    () => write("linux-x64-gnu", addonOf("linux-x64-gnu", "GLIBC_2.17 GLIBC_2.18 GLIBC_2.4")),
    "linux-x64-gnu: needs glibc 2.18",
  ],
  [
    "glibc for musl",
    () => write("linux-x64-musl", addonOf("linux-x64-gnu")),
    "linux-x64-musl: needs glibc 2.17",
  ],
  [
    "a large one",
    () => write("darwin-arm64", Buffer.concat([addonOf("darwin-arm64"), Buffer.alloc(MAX_BYTES)])),
    `${MAX_BYTES + 128} bytes, more than ${MAX_BYTES}`,
  ],
  ...[
    "/home/runner/work/k8s-native/src/lib.rs",
    "/Users/runner/work/src/lib.rs",
    "D:\\a\\k8s-native\\src\\lib.rs",
    "/opt/.cargo/registry/src",
    `${root}src/lib.rs`,
  ].map((path) => [
    `the path ${path}`,
    () => write("linux-arm64-gnu", addonOf("linux-arm64-gnu", path)),
    `holds a path of the machine that built it: ${path.startsWith(root) ? root.slice(0, -1) : ""}`,
  ]),
  ["a missing package", () => rmSync(join(folder, "darwin-x64"), { recursive: true }), ": 6 pack"],
])("%s is refused", (_, change, complaint) => {
  change();
  const { status, complaints } = gate();
  expect(complaints).toContain(complaint);
  expect(complaints.split("\n")).toHaveLength(1);
  expect(status).toBe(1);
});
