/**
 * Keeps the sizes of what is published in `size.json`, so that growth shows as a diff.
 *
 *   npm run size                 measures the builds that are here, and writes the file
 *   npm run size -- --check      fails where one has grown, is too large, or shows its build machine
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { binariesIn, faults, manifest, root, summary } from "./binary.mjs";

const MAX_PACKED_BYTES = 60_000;
/** Compilers of other versions make other code. */
const TOLERANCE = 1.02;

const { values: options } = parseArgs({ options: { check: { type: "boolean" } } });

const file = join(root, "size.json");
const recorded = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
const binaries = binariesIn(root);
if (binaries.length === 0) throw new Error("There is no build: run `npm run build` first.");

const [packed] = JSON.parse(
  execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  }),
);

const measured = {
  "root package, packed": packed.size,
  ...Object.fromEntries(binaries.map(({ platform, bytes }) => [platform, bytes])),
};
for (const binary of binaries) console.log(summary(binary));
console.log(`${manifest.name}: ${packed.size} bytes packed, ${packed.entryCount} files`);

const found = binaries.flatMap(faults);
if (packed.size > MAX_PACKED_BYTES) {
  found.push(`${manifest.name}: ${packed.size} bytes packed, more than ${MAX_PACKED_BYTES}`);
}
if (options.check) {
  for (const [name, bytes] of Object.entries(measured)) {
    if (!(bytes <= recorded[name] * TOLERANCE)) {
      found.push(
        `${name}: ${bytes} bytes, recorded ${recorded[name]}; \`npm run size\` records it`,
      );
    }
  }
} else if (found.length === 0) {
  writeFileSync(file, `${JSON.stringify({ ...recorded, ...measured }, null, 2)}\n`);
}
for (const line of found) console.error(line);
if (found.length > 0) process.exitCode = 1;
