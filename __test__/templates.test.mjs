/**
 * A template is rendered in Rust when it comes for the first time, and whenever it is long or has
 * many placeholders, else in JavaScript: all ways give the same text.
 */
import { buildJobManifest } from "@paperclip/k8s-native";
import { describe, expect, test } from "vitest";
import { minimal } from "./support/inputs.mjs";
import { Random } from "./support/random.mjs";

const CONTEXT = {
  text: "a text",
  number: 1.5,
  yes: true,
  nothing: null,
  list: [1, "two"],
  object: { deep: { deeper: "found" }, toString: "mine" },
  "with-dash_and.dot": "unreachable",
};

const PIECES = [
  ..."{{agent.id}} {{agent.name}} {{ company.id }} {{companyId}} {{run.id}} {{run.source}}".split(
    " ",
  ),
  ..."{{context.text}} {{context.number}} {{context.yes}} {{context.nothing}} {{context.list}}".split(
    " ",
  ),
  ..."{{context.object.deep.deeper}} {{context.object.toString}} {{context.missing.x}} {{x}}".split(
    " ",
  ),
  ..."{{context.text.length}} {{context..text}} {{.}} {{-}} {{__proto__.x}} {{constructor}}".split(
    " ",
  ),
  "{{\n\u00a0context.text\ufeff}}",
  "{{{context.text}}}",
  "{{context.text}",
  "{ {x}}",
  "{{x y}}",
  "{{}}",
  "{{",
  "}}",
  "{",
  " ",
  "\n",
  "prose",
  "é",
  "\ud800",
  "🦊",
];

const prompt = (config, changes = {}) =>
  buildJobManifest(minimal({ config, context: CONTEXT, ...changes })).prompt;

/** The prompts of three calls with the same template, the last two of which may be remembered. */
const threeTimes = (config) => [0, 1, 2].map(() => prompt({ ...config }));

test("a template gives the same text every time", () => {
  const random = new Random(7);
  for (let round = 0; round < 3000; round++) {
    const length = random.below(9);
    const template = Array.from({ length }, () => random.pick(PIECES)).join("");
    for (const name of ["promptTemplate", "bootstrapPromptTemplate"]) {
      const [first, second, third] = threeTimes({ [name]: template });
      expect([second, third], JSON.stringify(template)).toEqual([first, first]);
    }
  }
});

describe("a template", () => {
  test.each([
    ["with the most placeholders that JavaScript renders", "{{context.text}},".repeat(64)],
    ["with one more", "{{context.text}},".repeat(65)],
    ["of the greatest length", `{{context.text}}${",".repeat(4096 - 16)}`],
    ["that is longer by one", `{{context.text}}${",".repeat(4096 - 15)}`],
  ])("%s is rendered in full", (_, template) => {
    const expected = template.replaceAll("{{context.text}}", CONTEXT.text);
    for (const rendered of threeTimes({ promptTemplate: template }))
      expect(rendered).toBe(expected);
  });

  test("that comes again after many others is rendered for the run that it comes with", () => {
    const template = "{{agent.name}} has {{context.text}}";
    const named = (name) => prompt({ promptTemplate: template }, { agent: { name } });
    expect([named("Ada"), named("Bob"), named("Eve")]).toEqual(
      ["Ada", "Bob", "Eve"].map((name) => `${name} has a text`),
    );
    // More units than are remembered.
    for (let index = 0; index < 200; index++) {
      prompt({ promptTemplate: `${index}{{run.id}}${"x".repeat(4000)}` });
    }
    expect([named("Ada"), named("Bob"), named("Eve")]).toEqual(
      ["Ada", "Bob", "Eve"].map((name) => `${name} has a text`),
    );
  });

  test("that calls the builder again with another template is rendered on", () => {
    const inner = "inner {{context.text}}";
    const seen = [];
    const context = {
      get again() {
        seen.push(prompt({ promptTemplate: inner }));
        return "outer";
      },
      text: "text",
    };
    const outer = () =>
      prompt({ promptTemplate: "{{context.again}} {{context.text}}" }, { context });
    expect([outer(), outer(), outer()]).toEqual(Array(3).fill("outer text"));
    expect(seen).toEqual(Array(3).fill("inner a text"));
  });
});
