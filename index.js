const { existsSync } = require("node:fs");
const { join } = require("node:path");

const ROOT_PACKAGE = "@paperclip/k8s-native";

/** The builds of each platform, the likelier one first. */
const TRIPLES = {
  "darwin arm64": ["darwin-arm64"],
  "darwin x64": ["darwin-x64"],
  "linux arm64": ["linux-arm64-gnu", "linux-arm64-musl"],
  "linux x64": ["linux-x64-gnu", "linux-x64-musl"],
  "win32 x64": ["win32-x64-msvc"],
};

const MUSL_LINKER = `/lib/ld-musl-${process.arch === "arm64" ? "aarch64" : "x86_64"}.so.1`;

/**
 * The order matters where both Linux builds are installed: musl's linker stands in for glibc's
 * library names, so it might load the gnu build and crash later. A Node linked against musl has
 * musl's linker at this path; a glibc host that has it too refuses the musl build and falls back.
 */
function triplesOfHost() {
  const triples = TRIPLES[`${process.platform} ${process.arch}`] ?? [];
  return process.platform === "linux" && existsSync(MUSL_LINKER) ? triples.toReversed() : triples;
}

/** A build in this directory (development) goes before the installed package. */
function requireBuild(triple) {
  const local = join(__dirname, `k8s-native.${triple}.node`);
  return require(existsSync(local) ? local : `${ROOT_PACKAGE}-${triple}`);
}

function missingBuildError(triples, failures) {
  const { version } = require("./package.json");
  const [name] = triples.map((triple) => `${ROOT_PACKAGE}-${triple}`);
  // A build that is there and does not load says more than one that is not there.
  const cause = failures.find((error) => error.code !== "MODULE_NOT_FOUND") ?? failures[0];
  return new Error(
    `${ROOT_PACKAGE}: the native addon for ${process.platform} ${process.arch} did not load. ` +
      `It comes in the package ${name}: install ${name}@${version}. If it is missing though ` +
      "optional dependencies are on, npm has lost it (https://github.com/npm/cli/issues/4828): " +
      "remove package-lock.json and node_modules, then run `npm install` again.",
    { cause },
  );
}

function loadAddon() {
  const override = process.env.NAPI_RS_NATIVE_LIBRARY_PATH;
  if (override) {
    try {
      return require(override);
    } catch (cause) {
      const message = `${ROOT_PACKAGE}: NAPI_RS_NATIVE_LIBRARY_PATH=${override} did not load`;
      throw new Error(message, { cause });
    }
  }

  const triples = triplesOfHost();
  if (triples.length === 0) {
    throw new Error(
      `${ROOT_PACKAGE}: no build for ${process.platform} ${process.arch}. ` +
        `There are builds for ${Object.keys(TRIPLES).join(", ")}; for another platform build it ` +
        "from source and set NAPI_RS_NATIVE_LIBRARY_PATH to the file.",
    );
  }

  const failures = [];
  for (const triple of triples) {
    try {
      return requireBuild(triple);
    } catch (error) {
      failures.push(error);
    }
  }
  throw missingBuildError(triples, failures);
}

const addon = loadAddon();

// Spelt out, one by one: Node reads the names of a CommonJS module's exports from its text, so
// that `import { buildJobManifest }` finds them.
module.exports.buildJobManifest = addon.buildJobManifest;
module.exports.validateJobManifest = addon.validateJobManifest;
