// Importing CommonJS costs more than all else at a start, so the addon of an ordinary installation
// is opened here. Everything else, errors included, is left to `index.js`, and so are versions of
// Node without the condition `module-sync`. Nothing is awaited: such a module is `require`able.

const { arch, env, platform } = process;
const TRIPLES = {
  darwin: `darwin-${arch}`,
  linux: `linux-${arch}-gnu`,
  win32: `win32-${arch}-msvc`,
};
const MUSL_LINKERS = ["/lib/ld-musl-x86_64.so.1", "/lib/ld-musl-aarch64.so.1"];

/** The exports of the addon, if it is where Node's resolution would find it first. */
function openAddon() {
  const fs = process.getBuiltinModule("node:fs");
  const directory = import.meta.dirname;
  const triple = TRIPLES[platform];
  if (!triple || env.NAPI_RS_NATIVE_LIBRARY_PATH) return undefined;
  if (MUSL_LINKERS.some((linker) => fs.existsSync(linker))) return undefined;

  const file = `k8s-native.${triple}.node`;
  const fromPackage = `k8s-native-${triple}/${file}`;
  const places = [file, `node_modules/@paperclip/${fromPackage}`, `../${fromPackage}`];
  const place = places.map((path) => `${directory}/${path}`).find((path) => fs.existsSync(path));
  if (!place) return undefined;
  const module = { exports: {} };
  process.dlopen(module, place);
  return module.exports;
}

const addon =
  openAddon() ??
  process.getBuiltinModule("node:module").createRequire(import.meta.url)("./index.js");

export const { buildJobManifest, validateJobManifest } = addon;
export default { buildJobManifest, validateJobManifest };
