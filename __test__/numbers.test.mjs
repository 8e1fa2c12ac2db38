/** The limits and defaults that documents and types repeat are those of the code. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildJobManifest, validateJobManifest } from "@paperclip/k8s-native";
import { expect, test } from "vitest";
import { root } from "../scripts/binary.mjs";
import { minimal } from "./support/inputs.mjs";

const build = (bytes) =>
  buildJobManifest(minimal({ config: { promptTemplate: "x".repeat(bytes) } }));

const withAnnotation = (bytes) => ({
  ...build(1).job,
  metadata: { name: "job", annotations: { a: "x".repeat(bytes - 1) } },
});
const finds = (rule, job) => validateJobManifest(job).some((finding) => finding.rule === rule);

/** The smallest number up to `limit` from which on `holds` is true. */
function firstWhere(holds, limit = 2 ** 23) {
  let [below, at] = [0, limit];
  while (at - below > 1) {
    const middle = (below + at) >> 1;
    if (holds(middle)) at = middle;
    else below = middle;
  }
  return at;
}

const inlineLimit = firstWhere((bytes) => build(bytes).promptSecret !== null) - 1;
const firstRefused = firstWhere((bytes) => finds("exec-limit", build(bytes).job), inlineLimit);

const MEASURED = {
  "the largest prompt in a variable": inlineLimit,
  "the smallest prompt that cannot start": firstRefused,
  "the largest variable": "PROMPT_CONTENT=".length + firstRefused - 1,
  "the annotations' limit": firstWhere((n) => finds("annotation-size", withAnnotation(n))) - 1,
};

/** Where a number is repeated: a pattern whose groups are numbers, and what they must be. */
const CLAIMS = [
  [
    "README.md",
    /A prompt of ([\d,]+) to ([\d,]+) bytes/,
    ["the smallest prompt that cannot start", "the largest prompt in a variable"],
  ],
  ["README.md", /`NAME=VALUE` of over ([\d,]+) bytes/, ["the largest variable"]],
  ["index.d.ts", /prompt has over ([\d,]+) bytes/, ["the largest prompt in a variable"]],
  [
    "docs/rules.md",
    /A prompt of ([\d,]+) to ([\d,]+) bytes/,
    ["the smallest prompt that cannot start", "the largest prompt in a variable"],
  ],
  ["docs/rules.md", /argument has at most ([\d,]+) bytes/, ["the largest variable"]],
  ["docs/rules.md", /annotations have at most ([\d,]+) bytes/, ["the annotations' limit"]],
];

test.each(CLAIMS)("%s repeats the measured numbers in %s", (file, pattern, names) => {
  const [, ...found] = pattern.exec(readFileSync(join(root, file), "utf8")) ?? [];
  expect(found).toEqual(names.map((name) => MEASURED[name].toLocaleString("en-US")));
});

test("index.d.ts repeats the defaults of the built Job", () => {
  const { job } = buildJobManifest(minimal());
  const [{ resources, workingDir, imagePullPolicy }] = job.spec.template.spec.containers;
  const types = readFileSync(join(root, "index.d.ts"), "utf8");
  const quantities = ({ cpu, memory }) => `{ cpu: "${cpu}", memory: "${memory}" }`;
  for (const value of [
    job.spec.ttlSecondsAfterFinished,
    quantities(resources.requests),
    quantities(resources.limits),
    `"${workingDir}"`,
    `"${imagePullPolicy}"`,
  ]) {
    expect(types).toContain(`@default ${value}`);
  }
});
