/** Facts about a built addon that its bytes show. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
export const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
/** The validator is most of it: 3.2 MB is what a complete one may weigh. */
export const MAX_BYTES = 3_200_000;

const FILE = new RegExp(`^${manifest.napi.binaryName}\\.(.+)\\.node$`);
const BUILD_PATH =
  /(?:\/(?:home|root|Users|github)|[A-Z]:[/\\](?:Users|a))[/\\][\x20-\x7e]{1,200}|\.cargo[/\\]registry/;

/** The processors of the three formats of addons, as their headers number them. */
const ELF = { 62: "linux-x64", 183: "linux-arm64" };
const MACH_O = { 16777223: "darwin-x64", 16777228: "darwin-arm64" };
const PE = { 34404: "win32-x64" };

export const cargoHome = () => process.env.CARGO_HOME ?? join(homedir(), ".cargo");

/** The addons in a directory. */
export function binariesIn(directory) {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => FILE.test(name))
    .map((name) => readBinary(join(directory, name)));
}

function readBinary(file) {
  const bytes = readFileSync(file);
  const text = bytes.toString("latin1");
  return {
    file,
    platform: FILE.exec(basename(file))[1],
    bytes: bytes.length,
    host: hostOf(bytes),
    glibc: newestGlibc(text),
    buildPath: buildPath(text),
  };
}

/** The system and processor that a file's header names, such as `linux-x64`; undefined if none. */
function hostOf(bytes) {
  if (bytes.length < 64) return undefined;
  if (bytes.readUInt32BE(0) === 0x7f454c46) return ELF[bytes.readUInt16LE(18)];
  if (bytes.readUInt32LE(0) === 0xfeedfacf) return MACH_O[bytes.readUInt32LE(4)];
  const header = bytes.readUInt32LE(0x3c);
  if (bytes.toString("latin1", header, header + 4) !== "PE\0\0") return undefined;
  return PE[bytes.readUInt16LE(header + 4)];
}

/** The minor of the newest glibc 2 that its symbol versions ask for; null without any. */
function newestGlibc(text) {
  const minors = [...text.matchAll(/GLIBC_2\.(\d+)/g)].map(([, minor]) => Number(minor));
  return minors.length > 0 ? Math.max(...minors) : null;
}

/** A path of the machine that built the addon, or null. The text has a character for each byte. */
function buildPath(text) {
  const holds = (path) => text.includes(Buffer.from(path).toString("latin1"));
  const own = [root, cargoHome(), homedir()]
    .map((path) => path.replace(/[/\\]$/, ""))
    .filter((path) => path.length > 1);
  return (
    own.find((path) => ["/", "\\"].some((end) => holds(path + end))) ??
    BUILD_PATH.exec(text)?.[0] ??
    null
  );
}

/** The faults of an addon that would be released, as lines of text. */
export function faults({ file, bytes, buildPath }) {
  return [
    bytes > MAX_BYTES && `${file}: ${bytes} bytes, more than ${MAX_BYTES}`,
    buildPath && `${file}: holds a path of the machine that built it: ${buildPath}`,
  ].filter(Boolean);
}

/** An addon's size and needs, as a line of text. */
export function summary({ platform, bytes, glibc }) {
  const floor = glibc === null ? "" : `, needs glibc 2.${glibc}`;
  return `${platform}: ${bytes} bytes${floor}`;
}
