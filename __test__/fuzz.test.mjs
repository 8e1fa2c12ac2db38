/** The addon and the original agree on random inputs; `npm run fuzz` compares any number. */
import { buildJobManifest } from "@paperclip/k8s-native";
import { expect, test } from "vitest";
import { fuzz } from "./support/fuzz.mjs";
import { GENERATORS } from "./support/generators.mjs";
import { loadReference } from "./support/reference.mjs";

const CASES = Number(process.env.FUZZ_CASES ?? 20_000);
const SEED = Number(process.env.FUZZ_SEED ?? 1);

const expected = await loadReference();
if (expected === null) {
  console.log("The original was not found (JOB_MANIFEST_REFERENCE): nothing was fuzzed.");
}

test.skipIf(expected === null)(`${CASES} random inputs of seed ${SEED}`, () => {
  const { mismatches, counts } = fuzz({
    to: CASES,
    seed: SEED,
    expected,
    actual: buildJobManifest,
  });
  expect(mismatches).toEqual([]);
  expect(new Set(counts.keys())).toEqual(new Set(GENERATORS.map(({ name }) => name)));
});
