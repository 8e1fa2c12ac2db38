/** From a finding about a Job back to the input: `validateJobManifest(job, { input })`. */
import { buildJobManifest, validateJobManifest } from "@paperclip/k8s-native";
import { describe, expect, test } from "vitest";
import { FIELDS, withField } from "./support/fields.mjs";
import { minimal, realistic } from "./support/inputs.mjs";

function findingsOf(input, options) {
  const { job, promptSecret } = buildJobManifest(input);
  return validateJobManifest(job, { input, promptSecret, ...options });
}

const sourcesOf = (input, options) => findingsOf(input, options).map(({ source }) => source);

const pathOf = (names) =>
  names
    .map((name, at) => (typeof name === "number" ? `[${name}]` : at ? `.${name}` : name))
    .join("");

/** A text that breaks a rule wherever it ends up. */
const MARK = " \0$$ ";

/** Marked values of another type, and the path that is wanted where it goes further inside. */
const MARKED = {
  "ctx.config.timeoutSec": [1.5],
  "ctx.config.ttlSecondsAfterFinished": [-1],
  "ctx.config.extraArgs": [["a", MARK], "[1]"],
  "ctx.config.nodeSelector": [{ "a b": "c" }, '["a b"]'],
  "ctx.config.labels": [{ a: "b c" }, ".a"],
  "ctx.config.tolerations": [[{ operator: "None" }], "[0].operator"],
  "ctx.config.env": [{ A: MARK }, ".A"],
  "ctx.context.issueIds": [["a", MARK], "[1]"],
  "ctx.context.paperclipWorkspaces": [[MARK]],
  "ctx.context.paperclipRuntimeServiceIntents": [[MARK]],
  "ctx.context.paperclipRuntimeServices": [[MARK]],
  "selfPod.imagePullSecrets": [[{}], "[0].name"],
  "selfPod.dnsConfig": [{ nameservers: ["none"] }, ".nameservers[0]"],
  "selfPod.inheritedEnv": [{ A: MARK }, ".A"],
  "selfPod.inheritedEnvFrom": [[{ prefix: "=" }]],
  "selfPod.secretVolumes[0].defaultMode": [9999],
  "selfPod.secretVolumes[0].mountPath": [""],
  "selfPod.inheritedEnvValueFrom": [[{ name: "=" }], "[0].name"],
};

/** Fields of which no value breaks a rule about Jobs, and why. */
const HARMLESS = {
  "ctx.agent.name": "an annotation may have any text",
  "ctx.config.maxTurnsPerRun": "a number that is printed",
  "ctx.config.dangerouslySkipPermissions": "it adds a fixed argument",
  "ctx.context.paperclipWake.comments[0].body": "the wake is one text in the Job",
};

/** Objects that hold other fields. */
const isOwner = (path) =>
  !(path in MARKED) &&
  FIELDS.some(
    (names) => pathOf(names).startsWith(`${path}.`) || pathOf(names).startsWith(`${path}[`),
  );

describe("a marked value leads back to its field", () => {
  const fields = FIELDS.map((names) => [pathOf(names), names]).filter(
    ([path]) => !isOwner(path) && !(path in HARMLESS),
  );
  test.each(fields)("%s", (path, names) => {
    const [value, inner = ""] = MARKED[path] ?? [MARK];
    const input = withField(names, { value });
    const sources = sourcesOf(input);
    expect(sources.flatMap((source) => source.split(", "))).toContain(path + inner);
  });
});

describe("what the source of a finding is", () => {
  const source = (changes, options) => sourcesOf(minimal(changes), options);

  test("both sides of a comparison, defaults included", () => {
    expect(source({ config: { resources: { requests: { memory: "16Gi" } } } })).toEqual([
      "ctx.config.resources.requests.memory, default of ctx.config.resources.limits.memory",
    ]);
    expect(source({ config: { resources: { limits: { cpu: "1m" } } } })).toEqual([
      "default of ctx.config.resources.requests.cpu, ctx.config.resources.limits.cpu",
    ]);
  });

  test("the setting that was not enough, where another one applies", () => {
    const selfPod = { namespace: "A" };
    expect(source({ selfPod })).toEqual(["selfPod.namespace"]);
    expect(source({ selfPod, config: { namespace: "B" } })).toEqual(["ctx.config.namespace"]);
    expect(source({ selfPod, config: { namespace: 5 } })).toEqual(["selfPod.namespace"]);
  });

  test("the layer of a variable", () => {
    const inheritedEnv = { A: "$$", B: "$$", PAPERCLIP_RUN_ID: "b", HOME: "$$", AGENT_HOME: "$$" };
    const found = source({
      config: { env: { B: "$$", PAPERCLIP_TASK_ID: "$$", C: 5 } },
      context: { taskId: "t", paperclipWorkspace: { source: "$$" } },
      ctx: { authToken: "$$" },
      selfPod: { inheritedEnv, inheritedEnvValueFrom: [{ name: "D", valueFrom: {} }] },
    });
    expect(found).toEqual([
      "selfPod.inheritedEnvValueFrom[0].valueFrom",
      "selfPod.inheritedEnv.A",
      "ctx.config.env.B",
      "selfPod.inheritedEnv.AGENT_HOME",
      "ctx.config.env.PAPERCLIP_TASK_ID",
      "ctx.context.paperclipWorkspace.source",
      "ctx.authToken",
    ]);
  });

  test("labels by key, as an object and as lines", () => {
    const labels = { a: "b c", "paperclip.io/run-id": "d e" };
    const expected = ['ctx.config.labels["paperclip.io/run-id"]', "ctx.config.labels.a"];
    expect(new Set(source({ config: { labels } }))).toEqual(new Set(expected));
    expect(new Set(source({ config: { labels: "a=b c" } }))).toEqual(
      new Set(["ctx.config.labels"]),
    );
    expect(new Set(source({ config: { labels: "a=b" }, ctx: { runId: "a b" } }))).toEqual(
      new Set(["ctx.runId"]),
    );
  });

  test("volumes behind the claim's, which is there or not", () => {
    const secretVolumes = ["one", "two"].map((name) => ({
      volumeName: name,
      secretName: name,
      mountPath: `/${name}`,
    }));
    secretVolumes[1].mountPath = "";
    for (const pvcClaimName of [null, "claim"]) {
      expect(source({ selfPod: { secretVolumes, pvcClaimName } })).toEqual([
        "selfPod.secretVolumes[1].mountPath",
      ]);
    }
  });

  test("the arguments of a command that are at fault", () => {
    const config = { model: "m", effort: "e", extraArgs: ["a", "$$"] };
    expect(source({ config })).toEqual(["ctx.config.extraArgs[1]"]);
    expect(source({ config: { ...config, model: "$$" } })).toEqual([
      "ctx.config.model, ctx.config.extraArgs[1]",
    ]);
  });

  test("the sections of the prompt, in the Job and in its Secret", () => {
    const context = { paperclipSessionHandoffMarkdown: "a" };
    const prompt = "ctx.context.paperclipSessionHandoffMarkdown, ctx.config.promptTemplate";
    for (const length of [140_000, 280_000]) {
      const config = { promptTemplate: "a".repeat(length) };
      expect(source({ context, config })).toEqual([prompt]);
    }
  });

  test("what no setting changes", () => {
    expect(source({}, { podSecurity: "restricted" })).toEqual(["fixed by buildJobManifest"]);
  });

  test("every finding of a Job that was changed has one", () => {
    const input = realistic();
    const { job } = buildJobManifest(input);
    job.spec.parallelism = -1;
    job.spec.template.spec.containers.push({});
    const found = validateJobManifest(job, { input });
    expect(found.length).toBeGreaterThan(2);
    expect(found.every(({ source }) => source === "fixed by buildJobManifest")).toBe(true);
  });

  test("without an input there is none, and a bad one is not an error", () => {
    const { job } = buildJobManifest(minimal({ config: { namespace: "A" } }));
    expect(validateJobManifest(job)[0]).not.toHaveProperty("source");
    for (const input of [null, 5, {}, { ctx: 5 }]) {
      expect(validateJobManifest(job, { input })).toHaveLength(1);
    }
  });
});
