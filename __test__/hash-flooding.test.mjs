/**
 * Names that were chosen to collide in a hash table. Among as many names of one hash, a table with
 * fixed seeds compares each with all others, which takes minutes.
 */
import { readdirSync, readFileSync } from "node:fs";
import { buildJobManifest, validateJobInput, validateJobManifest } from "@paperclip/k8s-native";
import { describe, expect, test } from "vitest";
import { fxHash, namesOfOneHash, wideNamesOfOneHash } from "./support/colliding-names.mjs";
import { minimal } from "./support/inputs.mjs";

const MANY = 2 ** 18;

test("the names collide in a hash function with fixed seeds", () => {
  const hashes = (names, encoding) => names.map((name) => fxHash(Buffer.from(name, encoding)));
  const narrow = namesOfOneHash(4096);
  expect(new Set(narrow).size).toBe(4096);
  expect(new Set(hashes(narrow, "latin1")).size).toBe(1);
  const wide = wideNamesOfOneHash(4096);
  expect(new Set(wide).size).toBe(4096);
  expect(new Set(hashes(wide, "utf16le")).size).toBe(1);
  expect(new Set(hashes(["A".repeat(32), "B".repeat(32)], "latin1")).size).toBe(2);
});

describe.each([
  ["valid names", namesOfOneHash],
  ["names outside of ASCII", wideNamesOfOneHash],
])("%s of one hash", (_, namesOf) => {
  const names = namesOf(MANY);
  const members = Object.fromEntries(names.map((name) => [name, "v"]));
  const context = Object.fromEntries(names.map((name) => [name, "v"]));

  test("as variables of config.env, of the Deployment and of its sources", () => {
    const { job } = buildJobManifest(
      minimal({
        config: { env: members },
        selfPod: {
          inheritedEnv: members,
          inheritedEnvValueFrom: names.map((name) => ({ name })),
        },
      }),
    );
    expect(job.spec.template.spec.containers[0].env.length).toBeLessThan(MANY + 10);
  });

  test("as labels, as lines of labels and as a node selector", () => {
    const lines = names.map((name) => `${name}=v`).join("\n");
    for (const labels of [lines, JSON.stringify(members), members]) {
      const { job } = buildJobManifest(minimal({ config: { labels, nodeSelector: labels } }));
      expect(Object.keys(job.metadata.labels).length).toBe(MANY + 6);
    }
  });

  test("as paths of a template", () => {
    const promptTemplate = names.map((name) => `{{${name}}}{{context.${name}}}`).join("");
    const { prompt } = buildJobManifest(minimal({ config: { promptTemplate }, context }));
    expect(prompt.length).toBeGreaterThanOrEqual(MANY);
  });

  test("as variables that are validated", () => {
    const env = names.map((name) => ({ name, value: "v" }));
    const containers = [{ name: "main", image: "i", env }];
    const metadata = { name: "job", labels: members, annotations: members };
    const spec = { template: { spec: { restartPolicy: "Never", containers } } };
    const findings = validateJobManifest({ metadata, spec });
    expect(findings.map(({ rule }) => rule)).toContain("request-size");
  });

  test("as settings that are validated", () => {
    const promptTemplate = names.map((name) => `{{context.${name}}}`).join("");
    const config = { env: members, labels: members, promptTemplate, ...members };
    const findings = validateJobInput(minimal({ config, context }));
    expect(Array.isArray(findings)).toBe(true);
  });
});

test("no hash function with fixed seeds is in the code", () => {
  const source = new URL("../src/", import.meta.url);
  const files = readdirSync(source, { recursive: true }).filter((file) => file.endsWith(".rs"));
  expect(files.length).toBeGreaterThan(100);
  const fixed = /\b(BuildHasher\w*|DefaultHasher|SipHasher\w*|with_hasher|\w*_hash::|Fx\w+)/;
  const found = files.filter((file) => fixed.test(readFileSync(new URL(file, source), "utf8")));
  expect(found).toEqual([]);
  const [, dependencies] = /\n\[dependencies\]\n(.*?)\n\[/s.exec(
    readFileSync(new URL("../Cargo.toml", import.meta.url), "utf8"),
  );
  expect(dependencies).not.toMatch(
    /^(\w*[-_])?(hash|hasher|fnv|fxhash|indexmap|hashbrown|dashmap)\b/m,
  );
});
