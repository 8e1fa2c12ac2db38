/** The validator against the recorded answers of a real API server: `support/verdicts.mjs`. */
import { readFileSync } from "node:fs";
import { validateJobManifest, validatePodManifest } from "@paperclip/k8s-native";
import { describe, expect, test } from "vitest";
import { compareVerdict, isPodVerdict, podOf, records } from "./support/verdicts.mjs";

/** In how many Jobs each thing is the same, of all where it can be compared: `[same, all]`. */
const figures = JSON.parse(readFileSync(new URL("verdicts/figures.json", import.meta.url), "utf8"));

describe.each(["adapter", "any"])("profile %s", (profile) => {
  const found = {};
  const different = {};
  for (const { id, job, answer } of records(profile)) {
    const compared = compareVerdict(answer, validateJobManifest(job));
    if (answer.s === 201) compared.pod = isPodVerdict(answer, validatePodManifest(podOf(job)));
    for (const [thing, isSame] of Object.entries(compared)) {
      if (isSame === undefined) continue;
      found[thing] ??= [0, 0];
      found[thing][0] += Number(isSame);
      found[thing][1]++;
      different[thing] ??= [];
      if (!isSame) different[thing].push(id);
    }
  }

  test.each(Object.keys(figures[profile]))("%s", (thing) => {
    const [same, all] = figures[profile][thing];
    const about = `${thing} differ in ${different[thing].slice(0, 20)}`;
    expect(found[thing][1], about).toBe(all);
    expect(found[thing][0], about).toBeGreaterThanOrEqual(same);
  });

  test("accepted Jobs have no errors", () => {
    expect(different.noFalseAlarm).toEqual([]);
  });

  test("all that is compared has a figure", () => {
    expect(Object.keys(found).sort()).toEqual(Object.keys(figures[profile]).sort());
  });
});
