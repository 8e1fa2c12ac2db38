/** Texts near the engine's limit, and far beyond it. */
import { constants } from "node:buffer";
import { freemem } from "node:os";
import { buildJobManifest } from "@paperclip/k8s-native";
import { describe, expect, test } from "vitest";
import { runModule } from "./support/child.mjs";
import { minimal } from "./support/inputs.mjs";

describe("texts near the engine's limit", () => {
  const MAX = constants.MAX_STRING_LENGTH;
  const BYTES_NEEDED = 12 * MAX;
  const outcome = (make) => `
    const input = ${make};
    let text;
    try {
      const { prompt, promptMetrics, promptSecret } = buildJobManifest(input);
      text = [prompt.length, promptMetrics.promptChars, promptSecret?.data["prompt.txt"] === prompt];
    } catch (error) {
      text = [error.name];
    }
    const next = buildJobManifest(inputs.minimal()).jobName;
    process.stdout.write([...text, next].join(" "));`;
  const NEXT = "ac-agent-1-run-1-0ec508";

  test.skipIf(freemem() < BYTES_NEEDED).each([
    [
      "a template of the greatest length",
      `inputs.minimal({ config: { promptTemplate: "a".repeat(${MAX}) } })`,
      `${MAX} ${MAX} true ${NEXT}`,
    ],
    [
      "a prompt longer than that",
      `inputs.minimal({
         config: { promptTemplate: "a".repeat(${MAX}) },
         context: { paperclipSessionHandoffMarkdown: "h" } })`,
      `RangeError ${NEXT}`,
    ],
    [
      "placeholders that multiply",
      `inputs.minimal({
         config: { promptTemplate: "{{context.v}}".repeat(64) },
         context: { v: "a".repeat(2 ** 24) } })`,
      `RangeError ${NEXT}`,
    ],
    [
      "a blank section longer than that",
      `inputs.minimal({
         config: { promptTemplate: "{{context.v}}".repeat(64) },
         context: { v: " ".repeat(2 ** 24) } })`,
      `RangeError ${NEXT}`,
    ],
    [
      "a bootstrap section whose white space does not fit",
      `inputs.minimal({
         config: { bootstrapPromptTemplate: "{{context.v}}".repeat(64) + "b" },
         context: { v: " ".repeat(2 ** 24) } })`,
      `RangeError ${NEXT}`,
    ],
    [
      "a wake whose JSON text does not fit, which is left out",
      `inputs.minimal({
         context: { paperclipWake: { comments: Array.from({ length: 8 }, () => ({
           body: "\\x01".repeat(12e6),
         })) } } })`,
      `96000089 96000089 true ${NEXT}`,
    ],
    [
      "a section a hundred times as long",
      `inputs.minimal({
         config: { promptTemplate: "{{context.v}}".repeat(6000) },
         context: { v: "x".repeat(2 ** 23) } })`,
      `RangeError ${NEXT}`,
    ],
    [
      "ids that do not fit into one string together",
      `(() => {
         const id = "a".repeat(2 ** 28);
         return inputs.minimal({ agent: { id }, ctx: { runId: id } });
       })()`,
      `RangeError ${NEXT}`,
    ],
    [
      "options of the command that do not fit into one string together",
      `(() => {
         const text = "a".repeat(2 ** 27);
         const config = { model: text, effort: text, instructionsFilePath: text };
         return inputs.minimal({ config, runtime: { sessionId: text } });
       })()`,
      `RangeError ${NEXT}`,
    ],
    ...[
      "context: { paperclipWake: { comments: many({ body: v }) } }",
      "context: { issueIds: many(v) }",
      "config: { extraArgs: many(v) }",
    ].map((changes) => [
      `lists a hundred times as long: ${changes}`,
      `(() => {
           const v = "x".repeat(2 ** 23);
           const many = (item) => Array(6000).fill(item);
           return inputs.minimal({ ${changes} });
         })()`,
      `RangeError ${NEXT}`,
    ]),
    [
      "blank issues and comments, which are left out",
      `(() => {
         const v = " ".repeat(2 ** 20);
         const many = (item) => Array(600).fill(item);
         const paperclipWake = { toJSON() {}, comments: many({ body: v }) };
         return inputs.minimal({ context: { issueIds: many(v), paperclipWake } });
       })()`,
      `1 1 false ${NEXT}`,
    ],
    [
      "an argument whose quotes do not fit",
      `inputs.minimal({ config: { extraArgs: ["'".repeat(2 ** 28)] } })`,
      `RangeError ${NEXT}`,
    ],
  ])("%s", (_, input, expected) => {
    expect(runModule(outcome(input))).toBe(expected);
  });
});

describe("the memory of a long prompt", () => {
  const MB = 2 ** 20;
  const LENGTH = 300 * MB;
  /** The most that the process has held beyond the input, in megabytes. */
  const growth = (make) =>
    Number(
      runModule(`
        const input = ${make};
        buildJobManifest(inputs.minimal());
        const before = process.resourceUsage().maxRSS;
        const { prompt } = buildJobManifest(input);
        if (prompt.length < ${LENGTH} - 20) throw new Error("it is short");
        process.stdout.write(String((process.resourceUsage().maxRSS - before) / 1024));`),
    );

  // Three copies are 900; what else the process holds varies by 100 with Node and the C library.
  test.skipIf(freemem() < 6 * LENGTH).each([
    ["a template without placeholders is not copied", "", 50],
    ["a template with placeholders is copied into Rust and out of it", "{{agent.id}}", 1100],
  ])("%s", (_, start, most) => {
    // What a buffer becomes is one piece already, which V8 need not join.
    const template = `(Buffer.alloc(${LENGTH}, "a").fill("${start}", 0, ${start.length}).latin1Slice())`;
    expect(growth(`inputs.minimal({ config: { promptTemplate: ${template} } })`)).toBeLessThan(
      most,
    );
  });

  test.skipIf(freemem() < 6 * LENGTH)("a wake is not copied", () => {
    const comments = `Array(300).fill({ body: "a".repeat(${MB}) })`;
    // A toJSON leaves no text of the wake but that of the prompt.
    const make = `inputs.minimal({ context: { paperclipWake: { toJSON() {}, comments: ${comments} } } })`;
    expect(growth(make)).toBeLessThan(50);
  });
});

describe.skipIf(process.platform !== "linux")("a text that memory has no room for", () => {
  /** The outcome where the process may take so many more megabytes than it has with the input. */
  const outcome = (make, more) =>
    runModule(`
      import { spawnSync } from "node:child_process";
      import { readFileSync } from "node:fs";
      const text = (unit, megabytes) => Buffer.alloc(megabytes * 2 ** 20, unit).latin1Slice();
      const input = ${make};
      buildJobManifest(inputs.minimal());
      const [, size] = /VmSize:\\s+(\\d+) kB/.exec(readFileSync("/proc/self/status", "latin1"));
      const most = (Number(size) + ${more} * 1024) * 1024;
      const { status } = spawnSync("prlimit", ["--pid", process.pid, "--as=" + most]);
      if (status !== 0) throw new Error("prlimit failed");
      let found;
      try {
        found = buildJobManifest(input).jobName;
      } catch (error) {
        found = error.name + " " + error.message;
      }
      process.stdout.write(found + "\\n" + buildJobManifest(inputs.minimal()).jobName);`);

  // Each is read, which takes two bytes for a unit.
  test.each([
    [
      "a template with placeholders",
      `inputs.minimal({ config: { promptTemplate: "{{run.id}}" + text("a", 100) } })`,
    ],
    ["an id", `inputs.minimal({ agent: { id: text("a", 100) } })`],
  ])("%s is a RangeError", (_, make) => {
    expect(outcome(make, 150)).toBe(
      "RangeError buildJobManifest: the texts are too long\nac-agent-1-run-1-0ec508",
    );
  });
});

test("lists that only pass through may be a hundred times as long", () => {
  const v = "v".repeat(2 ** 23);
  const many = (make) => Array.from({ length: 6000 }, (_, index) => make(index));
  const members = (prefix) => Object.fromEntries(many((index) => [`${prefix}${index}`, v]));
  const { job } = buildJobManifest(
    minimal({
      config: { labels: members("l"), nodeSelector: members("n"), env: members("C") },
      context: { paperclipWorkspace: { cwd: v, branchName: v }, taskId: v },
      selfPod: {
        secretVolumes: many(() => ({ volumeName: v, secretName: v, mountPath: v })),
        inheritedEnv: members("I"),
        inheritedEnvValueFrom: many(() => ({ name: v })),
        inheritedEnvFrom: many(() => ({ prefix: v })),
        imagePullSecrets: many(() => ({ name: v })),
      },
    }),
  );
  const { nodeSelector, volumes, containers, imagePullSecrets } = job.spec.template.spec;
  const [{ env, envFrom, volumeMounts }] = containers;
  const long = [Object.values(nodeSelector), volumes, env, envFrom, volumeMounts, imagePullSecrets];
  for (const list of long) expect(list.length).toBeGreaterThanOrEqual(6000);
  expect(env.filter(({ name }) => name === v)).toHaveLength(6000);
});

test.skipIf(freemem() < 2 ** 32)(
  "names whose lengths add up to more than 2^31 are compared",
  () => {
    const found = runModule(`
    const name = "n".repeat(270e6);
    const input = inputs.minimal({ selfPod: {
      inheritedEnv: { A: "a" },
      inheritedEnvValueFrom: [...Array(9).fill({ name }), { name: "A" }, { name: "B" }],
    } });
    const { job, jobName } = buildJobManifest(input);
    const names = job.spec.template.spec.containers[0].env.map(({ name }) => name.slice(0, 2));
    const next = buildJobManifest(inputs.minimal()).jobName;
    process.stdout.write([...names.slice(-10), jobName === next].join(" "));`);
    expect(found).toBe(`${"nn ".repeat(9)}B true`);
  },
);
