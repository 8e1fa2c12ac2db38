/** The addon gives the recorded result of the original for every named case. */
import { buildJobManifest } from "@paperclip/k8s-native";
import { describe, expect, test } from "vitest";
import { baseOf, casesOf, goldenOf, nouns, outcomeAsJson } from "./support/golden.mjs";

const print = (json) => JSON.stringify(json, null, 2);
const base = goldenOf("base");

test("the smallest input", () => {
  expect(print(baseOf(buildJobManifest))).toBe(print(base));
});

for (const noun of nouns) {
  const cases = await casesOf(noun);
  const golden = goldenOf(noun);

  describe(noun, () => {
    test("the cases are exactly the recorded ones", () => {
      expect(cases.map(({ name }) => name)).toEqual(Object.keys(golden));
    });

    for (const testCase of cases) {
      test(testCase.name, () => {
        const actual = outcomeAsJson(buildJobManifest, testCase, base);
        expect(print(actual)).toBe(print(golden[testCase.name]));
      });
    }
  });
}
