/** A departure from the original reaches everything that compares the addon with it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildJobManifest } from "@paperclip/k8s-native";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { difference } from "./support/compare.mjs";
import { fuzz } from "./support/fuzz.mjs";
import { baseOf, outcomeAsJson } from "./support/golden.mjs";
import { minimal } from "./support/inputs.mjs";
import { loadReference } from "./support/reference.mjs";

const KEY = "paperclip.io/adapter-type";

/** Changes the value of one label. */
const renamedAdapter = {
  name: "another adapter type in the labels",
  reason: "this test",
  depart: (build) => (input) => {
    const result = build(input);
    result.job.metadata.labels[KEY] = "claude_native";
    return result;
  },
};
const departed = renamedAdapter.depart(buildJobManifest);

let folder;
let load;

// The addon itself plays the original: what counts is whether the departure is applied to it.
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "departures-"));
  const original = join(folder, "original.js");
  writeFileSync(original, `export const buildJobManifest = globalThis.original;`);
  vi.stubEnv("JOB_MANIFEST_REFERENCE", original);
  globalThis.original = buildJobManifest;
  load = (departures) => loadReference(departures);
});

afterEach(() => {
  delete globalThis.original;
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test("without departures the original is expected unchanged", async () => {
  expect(await load([])).toBe(buildJobManifest);
});

test("the fuzz expects a departure, and reports a builder that does not follow it", async () => {
  const expected = await load([renamedAdapter]);
  const run = (actual) => fuzz({ to: 20, seed: 1, expected, actual }).mismatches;
  expect(run(departed)).toEqual([]);
  expect(run(buildJobManifest)).not.toEqual([]);
});

test("a golden is recorded with the departure", async () => {
  const expected = await load([renamedAdapter]);
  const golden = outcomeAsJson(expected, { input: minimal }, baseOf(buildJobManifest));
  expect(golden).toEqual({ [`result.job.metadata.labels.${KEY}`]: "claude_native" });
});

test("the comparison names the path of a departure that the addon lacks", async () => {
  const expected = await load([renamedAdapter]);
  expect(difference(expected, departed, minimal())).toBeNull();
  expect(difference(expected, buildJobManifest, minimal())).toMatch(
    /^result\.job\.metadata\.labels/,
  );
});
