/** The package as its users see it: loading and exports. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as native from "@paperclip/k8s-native";
import { describe, expect, test } from "vitest";
import { root, runNode } from "./support/child.mjs";
import { minimal } from "./support/inputs.mjs";
import { withVariables } from "./support/variables.mjs";

const { default: _whole, "module.exports": _exports, ...named } = native;
const require = createRequire(import.meta.url);

/** The names of the values, not the types, that `index.d.ts` declares. */
function declaredNames() {
  const text = readFileSync(`${root}/index.d.ts`, "utf8");
  return [
    ...text.matchAll(/^export (?:declare )?(?:async )?(?:function|const|class|enum|let) (\w+)/gm),
  ]
    .map(([, name]) => name)
    .sort();
}

const PRINT = "console.log(JSON.stringify(Object.keys(native).sort()))";

describe("exports", () => {
  test("require gives what index.d.ts declares", () => {
    expect(Object.keys(require("@paperclip/k8s-native")).sort()).toEqual(declaredNames());
  });

  test("import gives the names that index.d.ts declares", () => {
    expect(Object.keys(named).sort()).toEqual(declaredNames());
  });

  test.each(declaredNames())("%s is a function, either way", (name) => {
    for (const one of [named[name], require("@paperclip/k8s-native")[name]]) {
      expect(typeof one).toBe("function");
      expect(one.name).toBe(name);
    }
  });

  test("plain Node finds the names of an import", () => {
    const code = `import { ${declaredNames()} } from "@paperclip/k8s-native";
      const native = { ${declaredNames()} }; ${PRINT}`;
    expect(JSON.parse(runNode(["--input-type=module", "-e", code]))).toEqual(declaredNames());
  });

  test("plain Node can require it", () => {
    const code = `const native = require("@paperclip/k8s-native"); ${PRINT}`;
    expect(JSON.parse(runNode(["--input-type=commonjs", "-e", code]))).toEqual(declaredNames());
  });

  test("internal files are not reachable", () => {
    expect(() => require("@paperclip/k8s-native/index.js")).toThrow(/not defined by "exports"/);
    expect(require("@paperclip/k8s-native/package.json").name).toBe("@paperclip/k8s-native");
  });
});

describe("a build named by NAPI_RS_NATIVE_LIBRARY_PATH", () => {
  test.each([
    ["required", ["-e", 'require("@paperclip/k8s-native")']],
    ["imported", ["--input-type=module", "-e", 'import "@paperclip/k8s-native"']],
  ])("that does not load is an error that says so: %s", (_, args) => {
    expect(() => runNode(args, { NAPI_RS_NATIVE_LIBRARY_PATH: "/nowhere.node" })).toThrow(
      /NAPI_RS_NATIVE_LIBRARY_PATH=\/nowhere\.node did not load/,
    );
  });
});

describe("works where Node restricts code generation", () => {
  const code = `const { buildJobManifest } = require("@paperclip/k8s-native");
    console.log(buildJobManifest(${JSON.stringify(minimal())}).jobName)`;

  test.each([["--disallow-code-generation-from-strings"], ["--jitless"], ["--frozen-intrinsics"]])(
    "%s",
    (flag) => {
      const output = runNode([flag, "-e", code]);
      expect(output.trim()).toBe("ac-agent-1-run-1-0ec508");
    },
  );
});

describe("PAPERCLIP_RUNTIME_API_URL", () => {
  const apiUrl = (variables, inheritedEnv = {}) =>
    withVariables(variables, () => {
      const { job } = named.buildJobManifest(minimal({ selfPod: { inheritedEnv } }));
      const { env } = job.spec.template.spec.containers[0];
      return env.find(({ name }) => name === "PAPERCLIP_API_URL").value;
    });
  const PAPERCLIP_RUNTIME_API_URL = "http://runtime";

  test.each([
    ["comes before host and port", { HOST: "h", PORT: "1" }, {}, "http://runtime"],
    ["comes after PAPERCLIP_API_URL", { PAPERCLIP_API_URL: "http://api" }, {}, "http://api"],
    ["comes after an empty PAPERCLIP_API_URL", { PAPERCLIP_API_URL: "" }, {}, ""],
    ["comes after what is inherited", {}, { PAPERCLIP_API_URL: "http://pod" }, "http://pod"],
    ["comes before an empty inherited one", {}, { PAPERCLIP_API_URL: "" }, "http://runtime"],
  ])("%s", (_, variables, inheritedEnv, expected) => {
    expect(apiUrl({ PAPERCLIP_RUNTIME_API_URL, ...variables }, inheritedEnv)).toBe(expected);
  });

  test("is used even if it is empty", () => {
    expect(apiUrl({ PAPERCLIP_RUNTIME_API_URL: "", HOST: "h" })).toBe("");
  });
});
