/** The findings of the named cases' manifests; a case that is not listed has none. */
import { readFileSync } from "node:fs";
import { buildJobManifest, validateJobManifest } from "@paperclip/k8s-native";
import { expect, test } from "vitest";
import { casesOf, nouns } from "./support/golden.mjs";
import { withVariables } from "./support/variables.mjs";

const file = new URL("golden-findings.json", import.meta.url);
const expected = JSON.parse(readFileSync(file, "utf8"));

/** The sorted rules that a case's manifest breaks; none if the case throws. */
function brokenRules({ input, within = (body) => body() }) {
  const given = input();
  return withVariables({}, () =>
    within(() => {
      let job;
      try {
        ({ job } = buildJobManifest(given));
      } catch {
        return [];
      }
      return [...new Set(validateJobManifest(job).map(({ rule }) => rule))].sort();
    }),
  );
}

for (const noun of nouns) {
  test(noun, async () => {
    const broken = {};
    for (const testCase of await casesOf(noun)) {
      const rules = brokenRules(testCase);
      if (rules.length > 0) broken[testCase.name] = rules.join(" ");
    }
    expect(broken).toEqual(expected[noun] ?? {});
  });
}
