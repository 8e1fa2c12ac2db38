/** `validateJobManifest` as JavaScript sees it. Tables in Rust test the rules. */
import { buildJobManifest, validateJobManifest } from "@paperclip/k8s-native";
import { describe, expect, test } from "vitest";
import { ctx, selfPod } from "../examples/input.mjs";
import { outcomeOf } from "./support/compare.mjs";
import { nested, tooDeepForJson } from "./support/inputs.mjs";
import { wellFormedInput } from "./support/well-formed.mjs";

/** The typical Job, with `change` made to it. */
function jobWith(change = () => {}, config = {}) {
  const input = { ctx: { ...ctx, config: { ...ctx.config, ...config } }, selfPod };
  // Its labels are one object, which the changes are not to know.
  const job = JSON.parse(JSON.stringify(buildJobManifest(input).job));
  change(job, job.spec.template.spec);
  return job;
}

const lines = (job, options) =>
  validateJobManifest(job, options).map(({ path, rule }) => `${path} ${rule}`);

describe("findings", () => {
  test("there are none in the typical Job, and each list is its own", () => {
    const { job } = buildJobManifest({ ctx, selfPod });
    expect(validateJobManifest(job)).toStrictEqual([]);
    expect(validateJobManifest(job)).not.toBe(validateJobManifest(job));
  });

  test("an error and a warning, in the server's order", () => {
    const job = jobWith((job, pod) => {
      pod.containers[0].env[0].value = "$$";
      job.metadata.labels.agent = "my agent";
    });
    expect(validateJobManifest(job)).toStrictEqual([
      {
        path: "metadata.labels",
        code: "FieldValueInvalid",
        rule: "label-value",
        message: expect.stringMatching(/^Invalid value: "my agent": a valid label must be /),
        severity: "error",
      },
      {
        path: "spec.template.spec.containers[0].env[0].value",
        code: "Expansion",
        rule: "expansion-escape",
        message: 'the kubelet replaces "$$" by "$"',
        severity: "warning",
      },
    ]);
  });

  test("they are plain objects", () => {
    const [finding] = validateJobManifest({});
    expect(Object.getPrototypeOf(finding)).toBe(Object.prototype);
    finding.message = "changed";
    expect(validateJobManifest({})[0].message).not.toBe("changed");
  });

  test("text that no Latin-1 string holds comes back as it was", () => {
    const [finding] = validateJobManifest(
      jobWith((job) => {
        job.metadata.labels.a = "агент 🦊";
      }),
    );
    expect(finding.message).toContain('"агент 🦊"');
  });

  test("the Job is not changed", () => {
    const job = jobWith((_, pod) => {
      pod.tolerations = [null, 5, { tolerationSeconds: "30" }];
    });
    const before = structuredClone(job);
    validateJobManifest(job);
    expect(job).toStrictEqual(before);
  });
});

describe("the three that nobody sees coming", () => {
  test("a request over the default limit", () => {
    const job = jobWith(undefined, { resources: { requests: { memory: "16Gi" } } });
    expect(validateJobManifest(job)).toMatchObject([
      {
        path: "spec.template.spec.containers[0].resources.requests",
        message: 'Invalid value: "16Gi": must be less than or equal to memory limit of 8Gi',
        severity: "error",
      },
    ]);
  });

  test.each([
    [131_056, []],
    [131_057, ["spec.template.spec.initContainers[0].env[0].value exec-limit"]],
    [262_144, ["spec.template.spec.initContainers[0].env[0].value exec-limit"]],
    [262_145, []],
  ])("a prompt of %i bytes", (length, expected) => {
    const runtime = { sessionId: null };
    const config = { promptTemplate: "x".repeat(length) };
    const input = { ctx: { ...ctx, config, runtime, context: {} }, selfPod };
    expect(lines(buildJobManifest(input).job)).toEqual(expected);
  });

  test("a reference that the kubelet pastes into the shell's line", () => {
    const job = jobWith(undefined, { extraArgs: ["$(PAPERCLIP_WAKE_PAYLOAD_JSON)"] });
    expect(lines(job)).toEqual(["spec.template.spec.containers[0].command[2] expansion-command"]);
    const harmless = jobWith(undefined, { extraArgs: ["$(date)", "$PATH", "$5"] });
    expect(lines(harmless)).toEqual([]);
  });
});

describe("options", () => {
  const digits = jobWith((_, pod) => pod.containers[0].env.push({ name: "1ABC", value: "" }));
  const last = `spec.template.spec.containers[0].env[${digits.spec.template.spec.containers[0].env.length - 1}].name`;

  test.each([
    ["1.31", [`${last} env-name`]],
    ["v1.31.14-eks", [`${last} env-name`]],
    ["1.32", []],
    ["1.36", []],
    ["1.37", []],
    ["1.30", [`${last} env-name`]],
    [undefined, []],
  ])("kubernetes %s", (kubernetes, expected) => {
    expect(lines(digits, { kubernetes })).toEqual(expected);
  });

  test.each(["1.29", "1.38", "1.0", "1.999"])("kubernetes %s is a RangeError", (kubernetes) => {
    expect(() => validateJobManifest(jobWith(), { kubernetes })).toThrow(RangeError);
    expect(() => validateJobManifest(jobWith(), { kubernetes })).toThrow(/from 30 to 37/);
  });

  test("podSecurity", () => {
    const [finding, ...more] = validateJobManifest(jobWith(), { podSecurity: "restricted" });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: "PodRejected", severity: "error" });
    expect(finding.message).toMatch(/seccompProfile .*"write-prompt", "claude"/);
  });

  test("promptSecret", () => {
    const secret = { name: "a-prompt", namespace: "ns", data: { "prompt.txt": "x".repeat(10) } };
    const found = (promptSecret) => lines(jobWith(), { promptSecret });
    expect(found(null)).toEqual([]);
    expect(found(undefined)).toEqual([]);
    expect(found(secret)).toEqual(["data secret-string-data"]);
    const large = { ...secret, data: { "prompt.txt": "ß".repeat(524_289) } };
    expect(found(large)).toEqual(["data secret-size", "data secret-string-data"]);
    const lost = { ...secret, data: { "prompt.txt": 5n } };
    expect(found(lost)).toEqual(["data[prompt.txt] field-json", "data secret-string-data"]);
    const [{ message }] = validateJobManifest(jobWith(), { promptSecret: secret });
    expect(message).toContain("stringData");
  });

  test.each([
    [null, /options must be an object, but it is null/],
    ["1.31", /options must be an object, but it is string/],
    [{ kubernetes: 1.31 }, /kubernetes must be "1\.N", but it is number/],
    [{ kubernetes: "2.0" }, /kubernetes must be "1\.N"/],
    [{ kubernetes: "" }, /kubernetes must be "1\.N"/],
    [{ podSecurity: "baseline" }, /podSecurity must be "restricted"/],
    [{ promptSecret: "x" }, /promptSecret must be an object, but it is string/],
  ])("%j is a TypeError", (options, message) => {
    expect(() => validateJobManifest(jobWith(), options)).toThrow(TypeError);
    expect(() => validateJobManifest(jobWith(), options)).toThrow(message);
  });
});

describe("a value that is not a manifest", () => {
  test.each([[undefined], [null], [5], ["{}"], [1n], [Symbol("s")], [() => {}]])(
    "%s is a TypeError",
    (job) => {
      expect(() => validateJobManifest(job)).toThrow(TypeError);
      expect(() => validateJobManifest(job)).toThrow(/job must be an object, but it is/);
    },
  );

  test.each([
    ["an array", []],
    ["a Job that becomes nothing", { toJSON: () => undefined }],
    ["a Job that becomes a number", { toJSON: () => 5 }],
  ])("%s has a finding", (_, job) => {
    expect(lines(job)).toEqual(["job field-type"]);
  });

  test("cycles and BigInt values are findings, together with the others", () => {
    const job = jobWith((job, pod) => {
      job.metadata.labels.self = job;
      pod.containers[0].env[2].value = 5n;
      pod.containers[0].env.at(-1).loop = pod;
      pod.restartPolicy = "Always";
    });
    const end = job.spec.template.spec.containers[0].env.length - 1;
    expect(lines(job)).toEqual([
      "metadata.labels[self] field-json",
      "spec.template.spec.containers[0].env[2].value field-json",
      `spec.template.spec.containers[0].env[${end}].loop field-json`,
      "spec.template.spec.restartPolicy restart-policy",
    ]);
  });

  test("an object that occurs twice is not a cycle", () => {
    const job = jobWith((_, pod) => {
      pod.tolerations = [{ operator: "Exists" }];
      pod.tolerations.push(pod.tolerations[0]);
      pod.containers[0].env[2].value = 5n;
    });
    expect(lines(job)).toEqual(["spec.template.spec.containers[0].env[2].value field-json"]);
  });

  test("depth that V8 does not write as JSON is a finding", () => {
    const job = jobWith((job) => Object.assign(job, { deep: tooDeepForJson() }));
    expect(lines(job)[0]).toBe("deep field-json");
  });

  test("depth that V8 may write and the server does not read is a finding", () => {
    const deep = nested(100_000);
    const job = jobWith((job) => Object.assign(job, { deep }));
    const isWritten = "value" in outcomeOf(JSON.stringify, deep);
    expect(lines(job)[0]).toMatch(isWritten ? / field-depth$/ : /^deep field-json$/);
  });

  test("what the caller's code throws comes through as the same object", () => {
    const thrown = { mine: true };
    const fail = () => {
      throw thrown;
    };
    const proxy = new Proxy({}, { ownKeys: fail });
    const getter = Object.defineProperty({}, "spec", { get: fail, enumerable: true });
    for (const part of [proxy, getter, { toJSON: fail }]) {
      for (const job of [part, { spec: part, metadata: { labels: { a: 1n } } }]) {
        const caught = [];
        try {
          validateJobManifest(job);
        } catch (error) {
          caught.push(error);
        }
        expect(caught).toEqual([thrown]);
        expect(caught[0]).toBe(thrown);
      }
    }
  });

  test("a revoked proxy is a finding", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(lines(proxy)).toEqual(["job field-json"]);
    expect(lines({ spec: proxy })).toEqual(["job field-json"]);
  });

  test("proxies and getters that answer are read", () => {
    const job = jobWith();
    const mirror = (value) =>
      typeof value === "object" && value !== null
        ? new Proxy(value, {
            get: (target, key, receiver) => mirror(Reflect.get(target, key, receiver)),
          })
        : value;
    expect(validateJobManifest(mirror(job))).toEqual([]);
    const { spec } = job;
    Object.defineProperty(job, "spec", { get: () => spec, enumerable: true });
    expect(validateJobManifest(job)).toEqual([]);
  });

  test("a getter that validates another Job does so", () => {
    const inner = [];
    const job = jobWith();
    Object.defineProperty(job.metadata.labels, "inner", {
      get: () => inner.push(...lines({ spec: [] })) && "x",
      enumerable: true,
    });
    expect(lines(job)).toEqual([]);
    expect(inner).toContain("spec field-type");
  });

  test("lone surrogates are read as U+FFFD, in promptSecret too", () => {
    const promptSecret = { name: "s", namespace: "ns", data: { "\ud800": "\udfff" } };
    const job = jobWith((_, pod) => {
      pod.containers[0].env[0].value = "\ud800 \\ud800 🦊";
    });
    expect(lines(job)).toEqual([]);
    expect(lines(job, { promptSecret })).toContain("data[\ufffd] secret-data");
  });
});

test("well-formed input makes manifests without an error", () => {
  for (let seed = 1; seed <= 2000; seed++) {
    const { job } = buildJobManifest(wellFormedInput(seed));
    const errors = validateJobManifest(job).filter(({ severity }) => severity === "error");
    expect(errors, `seed ${seed}`).toEqual([]);
  }
});
