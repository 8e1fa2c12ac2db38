/**
 * Manifests that are made to be expensive. The sizes are such that a path which takes more than
 * linear time would not end while the test runs.
 */
import { validateJobManifest, validatePodManifest } from "@paperclip/k8s-native";
import { describe, expect, test } from "vitest";

const rules = (findings) => [...new Set(findings.map(({ rule }) => rule))];

/** An object in which each level refers to the next one twice. */
function doubled(levels, leaf = {}) {
  let value = leaf;
  for (let level = 0; level < levels; level++) value = { a: value, b: value };
  return value;
}

/** A Job with one container, which has these fields. */
const jobWith = (container) => ({
  metadata: { name: "job" },
  spec: {
    template: {
      spec: { restartPolicy: "Never", containers: [{ name: "main", image: "i", ...container }] },
    },
  },
});

describe("a manifest that JSON cannot have", () => {
  test("has a finding for a boxed BigInt", () => {
    const findings = validateJobManifest({ metadata: { labels: { a: Object(1n) } } });
    expect(findings[0]).toMatchObject({ path: "metadata.labels[a]", rule: "field-json" });
    expect(validateJobManifest({ metadata: Object(1n) })[0].path).toBe("metadata");
  });

  test.each([
    ["an array of four billion holes", { metadata: new Array(2 ** 32 - 1) }],
    ["an array of four billion holes in a Secret", {}, { data: new Array(2 ** 32 - 1) }],
    ["an object of 2^40 values", { spec: doubled(40) }],
    ["an object of 2^40 BigInt values", { spec: doubled(40, { n: 1n }) }],
    ["an object of 2^40 values that a toJSON returns", { spec: { toJSON: () => doubled(40) } }],
    ["a text of 671 million characters", { spec: Array(5).fill("x".repeat(2 ** 27)) }],
  ])("is too large: %s", (_, job, promptSecret) => {
    const findings = validateJobManifest(job, { promptSecret });
    if (promptSecret) return expect(rules(findings)).toContain("secret-name");
    expect(findings).toStrictEqual([
      {
        path: "job",
        code: "ObjectTooLarge",
        rule: "request-size",
        message: "Request entity too large: limit is 3145728",
        severity: "error",
      },
    ]);
    expect(validatePodManifest(job)).toStrictEqual([{ ...findings[0], path: "pod" }]);
  });

  test("has at most 1,001 findings", () => {
    const toleration = () => ({ tolerationSeconds: 1n, operator: "x", value: 5 });
    const job = jobWith({});
    job.spec.template.spec.tolerations = Array.from({ length: 100_000 }, toleration);
    const findings = validateJobManifest(job);
    expect(findings).toHaveLength(1001);
    expect(findings.at(-1)).toMatchObject({ path: "job", rule: "more-findings" });
    expect(findings.at(-1).message).toMatch(/^\d+ more findings, \d+ of them errors, are not/);
    expect(findings.at(-1).severity).toBe("error");
  });

  test("has one finding for each of its unreadable values", () => {
    const job = jobWith({ image: 1n, workingDir: 5 });
    expect(validateJobManifest(job).map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      "spec.template.spec.containers[0].image field-json",
      "spec.template.spec.containers[0].workingDir field-type",
    ]);
  });
});

describe("texts that anyone can write into a comment", () => {
  test.each(["$(", "$((", "$$(", "$( )$("])("16 megabytes of %s", (text) => {
    const value = text.repeat(2 ** 24 / text.length);
    const command = ["sh", "-c", value];
    const findings = validateJobManifest(jobWith({ command, env: [{ name: "A", value }] }));
    expect(rules(findings)).toContain("exec-limit");
  });

  test("300,000 names of variables", () => {
    const env = Array.from({ length: 300_000 }, (_, index) => ({ name: `A${index}` }));
    expect(rules(validateJobManifest(jobWith({ env })))).toEqual([
      "request-size",
      "exec-limit-total",
    ]);
  });
});

describe("messages", () => {
  const SECRET = "SUPERSECRET_TOKEN_1234";

  test("do not quote values of variables, commands or prompts", () => {
    const value = `a $(${SECRET}) $$ ${SECRET}\0`;
    const findings = validateJobManifest(
      jobWith({
        command: [value, "x".repeat(200_000) + SECRET],
        args: [value],
        env: [
          { name: "A", value },
          { name: "PROMPT_CONTENT", value: `${SECRET}${" ".repeat(200_000)}` },
          { name: "B", value: { [SECRET]: SECRET } },
          { name: "C", value, valueFrom: {} },
        ],
        envFrom: [{ secretRef: { name: "s" } }],
      }),
    );
    expect(findings.length).toBeGreaterThan(5);
    expect(JSON.stringify(findings)).not.toContain(SECRET);
  });

  test("quote at most 256 characters of a value", () => {
    const long = "y".repeat(1000);
    const job = jobWith({ image: ` ${long}`, imagePullPolicy: long, ports: [{ protocol: long }] });
    job.spec.template.spec.restartPolicy = long;
    job.spec.template.spec.volumes = [{ name: "v", hostPath: { path: "/", type: long } }];
    const quoted = validateJobManifest(job).filter(({ message }) => message.includes("yyyy"));
    expect(quoted.length).toBeGreaterThan(3);
    for (const { message } of quoted) expect(message).not.toMatch(/y{257}/);
  });

  test("have at most 8,192 characters", () => {
    const long = "é<&\u2028".repeat(10_000);
    const many = Array.from({ length: 1000 }, (_, index) => `${index}${long}`);
    const labels = Object.fromEntries(many.map((text) => [text, text]));
    labels["job-name"] = "other";
    const job = jobWith({
      image: ` ${long}`,
      env: [{ name: long, valueFrom: { fieldRef: { fieldPath: long } } }],
      resources: {
        limits: { [long]: long, cpu: `1${"0".repeat(20_000)}`, [`hugepages-${long}`]: "1" },
        requests: { cpu: "1e999", [`hugepages-${long}`]: "2" },
        claims: [{ name: long, request: long }],
      },
      ports: [{ name: long, containerPort: 80, protocol: long, hostIP: long }],
      volumeMounts: [{ name: long, mountPath: long, subPath: `/${long}` }],
      volumeDevices: [{ name: long, devicePath: `${long}/..` }],
    });
    job.spec.template.spec.resourceClaims = many.map((name) => ({ name }));
    job.metadata = { name: long, labels, annotations: labels, [long]: long };
    job.spec.template.metadata = { labels };
    job.spec.selector = { matchLabels: labels, matchExpressions: many.map((key) => ({ key })) };
    job.spec.template.spec.dnsConfig = { searches: many, nameservers: many };
    const lengths = validateJobManifest(job).map(({ message }) => message.length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(8192);
  });
});

test("an exponent that keeps a real server busy is an error that says so", () => {
  for (const exponent of ["1e2147483647", "1e-2147483647", "1E1000001"]) {
    const findings = validateJobManifest(jobWith({ resources: { limits: { memory: exponent } } }));
    expect(findings).toMatchObject([
      {
        path: "spec.template.spec.containers[0].resources.limits[memory]",
        rule: "quantity-exponent",
        severity: "error",
      },
    ]);
  }
});
