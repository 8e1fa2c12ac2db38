/** Processes whose language or environment was changed before the addon is loaded. */
import { describe, expect, test } from "vitest";
import { addon, runModule } from "./support/child.mjs";

/** What comes of these configurations: the names of labels, selector and variables, or an error. */
function outcomes(configurations, { before = "", flags = [] } = {}) {
  const code = `
    const module = { exports: {} };
    ${before}
    process.dlopen(module, ${JSON.stringify(addon)});
    const outcomeOf = (config) => {
      try {
        const { job } = module.exports.buildJobManifest(inputs.minimal({ config }));
        const { nodeSelector = {}, containers } = job.spec.template.spec;
        const labels = Object.keys(job.metadata.labels).slice(6);
        const variables = containers[0].env.map(({ name }) => name);
        return [labels, Object.keys(nodeSelector), variables.slice(4)].join(" ");
      } catch (error) {
        return error.code ?? error.name;
      }
    };
    const rows = ${JSON.stringify(configurations)}.map((config) => outcomeOf(JSON.parse(config)));
    process.stdout.write(JSON.stringify(rows));`;
  return JSON.parse(runModule(code, { loads: false, flags }));
}

const table = (rows) => [rows.map(([config]) => config), rows.map(([, expected]) => expected)];

describe("what names mean on Object.prototype", () => {
  const proto = '{"__proto__":"x","a":"b"}';
  const text = JSON.stringify(proto);
  const as = (field, value) => `{"${field}":${value}}`;

  test("a frozen Object.prototype refuses its own names", () => {
    const [configurations, expected] = table([
      [as("labels", '"a=b"'), "a  HOME"],
      [as("env", '{"toString":"x"}'), "TypeError"],
      [as("labels", '{"toString":"x"}'), "TypeError"],
      [as("nodeSelector", '"toString=x"'), "TypeError"],
      // The original reads the text as lines then, and finds none.
      [as("labels", JSON.stringify('{"toString":"x"}')), "  HOME"],
    ]);
    const before = "Object.freeze(Object.prototype);";
    expect(outcomes(configurations, { before })).toEqual(expected);
  });

  test.each([
    ["as usual", [], ["a  HOME", " a HOME", "  a,HOME"]],
    [
      "deleted",
      ["--disable-proto=delete"],
      ["__proto__,a  HOME", " __proto__,a HOME", "  __proto__,a,HOME"],
    ],
    ["throwing", ["--disable-proto=throw"], Array(3).fill("ERR_PROTO_ACCESS")],
  ])("__proto__ is %s", (_, flags, expected) => {
    const configurations = ["labels", "nodeSelector", "env"].map((field) => as(field, proto));
    expect(outcomes(configurations, { flags })).toEqual(expected);
  });

  test("__proto__ in JSON text that throws is read as lines", () => {
    const configurations = [as("labels", text), as("nodeSelector", JSON.stringify("__proto__=x"))];
    const flags = ["--disable-proto=throw"];
    expect(outcomes(configurations, { flags })).toEqual(["  HOME", "ERR_PROTO_ACCESS"]);
  });
});

describe("a process.env that was replaced before the addon is loaded", () => {
  const inherited = { inheritedEnv: { PAPERCLIP_API_URL: "http://inherited" } };
  const outcome = (env, selfPod) =>
    runModule(
      `
      const module = { exports: {} };
      process.env = ${env};
      process.dlopen(module, ${JSON.stringify(addon)});
      let text;
      try {
        const input = inputs.minimal({ selfPod: ${JSON.stringify(selfPod)} });
        const { env } = module.exports.buildJobManifest(input).job.spec.template.spec.containers[0];
        text = env.find(({ name }) => name === "PAPERCLIP_API_URL").value;
      } catch (error) {
        text = \`\${error.name} \${error.message}\`;
      }
      process.stdout.write(text);`,
      { loads: false },
    );

  test.each([
    ["{ PAPERCLIP_API_URL: 'http://own' }", "http://own", "http://inherited"],
    ["{ HOST: 'h', PORT: 80 }", "http://h:80", "http://inherited"],
    ["Object.create(process.env, { HOST: { value: 'h' } })", "http://h:3100", "http://inherited"],
  ])("%s is read", (env, own, withUrl) => {
    expect(outcome(env, {})).toBe(own);
    expect(outcome(env, inherited)).toBe(withUrl);
  });

  test.each([
    ["{ HOST: 5 }", /^TypeError buildJobManifest: process\.env\.HOST/],
    ["{ get PORT() { throw new RangeError('mine'); } }", /^RangeError mine$/],
  ])("%s throws, whether the Deployment has a URL or not", (env, message) => {
    expect(outcome(env, {})).toMatch(message);
    expect(outcome(env, inherited)).toMatch(message);
  });
});
