/** The findings in the named cases' inputs; an input of a case that is not listed has none. */
import { readFileSync } from "node:fs";
import { validateJobInput } from "@paperclip/k8s-native";
import { expect, test } from "vitest";
import { outcomeOf } from "./support/compare.mjs";
import { casesOf, nouns } from "./support/golden.mjs";
import { withVariables } from "./support/variables.mjs";

const file = new URL("golden-input-findings.json", import.meta.url);
const expected = JSON.parse(readFileSync(file, "utf8"));

/** The sorted rules that a case's input breaks, or the value that its own code throws. */
function brokenRules({ input, within = (body) => body() }) {
  const given = input();
  const outcome = withVariables({}, () => within(() => outcomeOf(validateJobInput, given)));
  if (!("value" in outcome)) return `throws ${outcome.thrown?.message ?? outcome.thrown}`;
  return [...new Set(outcome.value.map(({ rule }) => rule))].sort().join(" ");
}

for (const noun of nouns) {
  test(noun, async () => {
    const broken = {};
    for (const testCase of await casesOf(noun)) {
      const rules = brokenRules(testCase);
      if (rules !== "") broken[testCase.name] = rules;
    }
    expect(broken).toEqual(expected[noun] ?? {});
  });
}
