/**
 * A panic is an exception that says where in the code it was raised, and the next call is right.
 * The addon that panics on demand is built with the Cargo feature `forced-panic`: a debug build is
 * made here, unless `FORCED_PANIC_BUILD` names a folder with a release build, relative to the root.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { binariesIn } from "../scripts/binary.mjs";
import { buildWithFeature, featureBuild } from "../scripts/feature-build.mjs";
import { addon, root, runModule } from "./support/child.mjs";
import { results, SWITCH } from "./support/panic.mjs";

const support = new URL("support/panic.mjs", import.meta.url).href;
const given = process.env.FORCED_PANIC_BUILD;
const panicking = given ? binariesIn(join(root, given))[0].file : featureBuild("forced-panic");

/** The report of a module's code about that build. It may print nothing else. */
const report = (code, env = {}) =>
  JSON.parse(
    runModule(code, {
      loads: false,
      silent: true,
      env: { NAPI_RS_NATIVE_LIBRARY_PATH: panicking, ...env },
    }),
  );

// The path and nothing else: the message of a panic may quote the input.
const at = (file) => new RegExp(`^k8s-native: internal error at src.${file}\\.rs:\\d+:\\d+$`);

const right = results();

test("a release build does not panic on demand", () => {
  expect(readFileSync(addon).includes(SWITCH)).toBe(false);
});

describe("a panic", () => {
  if (!given) beforeAll(() => buildWithFeature("forced-panic"));

  test("is forced by a variable that only the special build reads", () => {
    expect(readFileSync(panicking).includes(SWITCH)).toBe(true);
  });

  test.each([
    ["build", "render", "node.render"],
    ["build", "scope", "node.sys"],
    ["build", "build", "node.calls"],
    ["validate", "validate", "node.validate"],
    ["validate", "find", "node.validate"],
  ])("in %s, at %s, is an exception", (call, place, file) => {
    const { thrown, next } = report(`
      import { ${call}, results, thrownAt } from "${support}";
      const thrown = Array.from({ length: 3 }, () => thrownAt("${place}", ${call}));
      process.stdout.write(JSON.stringify({ thrown, next: results() }));`);
    const error = { isError: true, message: expect.stringMatching(at(file)) };
    expect(thrown).toEqual([error, error, error]);
    expect(next).toEqual(right);
  });

  test("in an inner call ends only the inner call", () => {
    const { inner, outer, next } = report(`
      import { build, results, thrownAt } from "${support}";
      let inner;
      const o = { toJSON: () => (inner ??= thrownAt("build", build), { of: "template" }) };
      const outer = build({ o });
      process.stdout.write(JSON.stringify({ inner, outer, next: results() }));`);
    expect(inner.message).toMatch(at("node.calls"));
    expect(outer).toBe(right[0]);
    expect(next).toEqual(right);
  });

  test("during loading is an exception, and the addon can be loaded again", () => {
    const code = `
      import { createRequire } from "node:module";
      const require = createRequire(${JSON.stringify(join(root, "index.js"))});
      let cause;
      try {
        require("./index.js");
      } catch (error) {
        cause = error.cause.message;
      }
      delete process.env.${SWITCH};
      const { results } = await import("${support}");
      process.stdout.write(JSON.stringify({ cause, next: results() }));`;
    const { cause, next } = report(code, { [SWITCH]: "load" });
    expect(cause).toMatch(at("node"));
    expect(next).toEqual(right);
  });
});
