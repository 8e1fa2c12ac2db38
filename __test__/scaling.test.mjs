/**
 * Every list and text that `buildJobManifest` reads, very long. Each is so long that work for each
 * pair of items would take minutes to hours, and the test would run into its time limit.
 */
import { buildJobManifest } from "@paperclip/k8s-native";
import { describe, expect, test, vi } from "vitest";
import { cycle, iterable, minimal } from "./support/inputs.mjs";
import { withVariables } from "./support/variables.mjs";

const MANY = 400_000;
const LONG = 4_000_000;

const items = (make) => Array.from({ length: MANY }, (_, index) => make(index));
const members = (make) => Object.fromEntries(items((index) => [`K${index}`, make(index)]));
const lines = (make) => items(make).join("\n");

/** A name for each number, in an order that is not theirs, so that they have to be sorted. */
const numbered = () => Object.fromEntries(items((index) => [`K${(index * 7919) % MANY}`, "v"]));

const config = (changes) => minimal({ config: changes });
const context = (changes) => minimal({ context: changes });
const pod = (changes) => minimal({ selfPod: changes });

const build = (input) => withVariables({}, () => buildJobManifest(input));
const envOf = ({ job }) => job.spec.template.spec.containers[0].env;
const volumesOf = ({ job }) => job.spec.template.spec.volumes;
const labelsOf = ({ job }) => Object.keys(job.metadata.labels);

describe("many items", () => {
  test.each([
    ["inherited variables", () => pod({ inheritedEnv: members(String) }), envOf],
    ["configured variables", () => config({ env: members(String) }), envOf],
    [
      "variables that override each other",
      () => minimal({ selfPod: { inheritedEnv: members(String) }, config: { env: numbered() } }),
      envOf,
    ],
    [
      "configured variables that are array indexes",
      () => config({ env: Object.fromEntries(items((index) => [MANY - index, "v"])) }),
      envOf,
    ],
    [
      "sources of variables",
      () => pod({ inheritedEnvValueFrom: items((index) => ({ name: `S${index}` })) }),
      envOf,
    ],
    [
      "sources of variables that are set",
      () => {
        const inheritedEnv = members(String);
        const inheritedEnvValueFrom = items((index) => ({ name: `K${index}` }));
        return pod({ inheritedEnv, inheritedEnvValueFrom });
      },
      envOf,
    ],
    [
      "sources of an iterable",
      () =>
        pod({
          inheritedEnv: members(String),
          inheritedEnvValueFrom: iterable(
            ...items((index) => ({ name: `K${index}` })).slice(0, 1e5),
          ),
        }),
      envOf,
    ],
    [
      "secret volumes",
      () => pod({ secretVolumes: items((index) => ({ volumeName: `v${index}` })) }),
      volumesOf,
    ],
    ["labels", () => config({ labels: members(String) }), labelsOf],
    ["lines of labels", () => config({ labels: lines((index) => `k${index}=v`) }), labelsOf],
    [
      "members of labels as JSON",
      () => config({ labels: JSON.stringify(members(String)) }),
      labelsOf,
    ],
    [
      "comments",
      () => context({ paperclipWake: { comments: items((index) => ({ body: `c${index}` })) } }),
      ({ prompt }) => prompt.split("\n\n"),
    ],
    [
      "long comments",
      () => {
        const body = '"long" '.repeat(40);
        const comments = items(() => ({ body })).slice(0, 100_000);
        return context({
          paperclipWake: { comments: [...comments, ...items(() => ({ body: "c" }))] },
        });
      },
      ({ prompt }) => prompt.split("\n\n"),
    ],
    [
      "ids of issues",
      () => context({ issueIds: items((index) => `I${index}`) }),
      (result) =>
        envOf(result)
          .find(({ name }) => name === "PAPERCLIP_LINKED_ISSUE_IDS")
          .value.split(","),
    ],
    [
      "placeholders with as many paths",
      () => config({ promptTemplate: lines((index) => `{{context.p${index}}}`) }),
      ({ prompt, promptMetrics }) => ({ length: prompt.length + promptMetrics.promptChars }),
      0,
    ],
    [
      "placeholders of one path",
      () => config({ promptTemplate: "{{context.p}} {{agent.name}} ".repeat(MANY) }),
      ({ prompt }) => prompt,
    ],
  ])("%s", (_, input, listOf, least = MANY) => {
    const result = build(input());
    expect(listOf(result).length).toBeGreaterThanOrEqual(least);
    // V8 joins the strings of the result when they are read.
    expect(JSON.stringify(result).length).toBeGreaterThan(1000);
  });

  test("arguments of the command, as many as fit onto the stack", () => {
    const extraArgs = items((index) => `'${index}`).slice(0, 60_000);
    expect(build(config({ extraArgs })).claudeArgs.length).toBe(60_000 + 6);
  });
});

describe("long texts", () => {
  const text = (pattern) => pattern.repeat(LONG / pattern.length);

  test.each([
    ["opening braces", () => config({ promptTemplate: text("{") })],
    ["opening pairs of braces and spaces", () => config({ promptTemplate: text("{{ ") })],
    ["an opening pair and spaces without end", () => config({ promptTemplate: `{{${text(" ")}` })],
    ["paths that are not closed", () => config({ promptTemplate: `{{${text("a")}` })],
    ["opening pairs and paths", () => config({ promptTemplate: text("{{a") })],
    [
      "white space in the bootstrap template",
      () => config({ bootstrapPromptTemplate: text(" {{a}} ") }),
    ],
    ["white space in a label", () => config({ labels: `a=${text(" ")}b${text(" ")}` })],
    ["equals signs in labels", () => config({ labels: text("=") })],
    ["blank lines in labels", () => config({ labels: text("\n") })],
    ["signs of comments in labels", () => config({ labels: text("#\n") })],
    ["opening braces in labels", () => config({ labels: text("{") })],
    ["quotes in an argument", () => config({ extraArgs: [text("'")] })],
    ["quotes in the session", () => minimal({ runtime: { sessionId: text("'") } })],
    [
      "white space in the handoff note",
      () => context({ paperclipSessionHandoffMarkdown: text(" ") }),
    ],
    ["white space in a task", () => context({ taskId: `${text(" ")}x${text(" ")}` })],
    [
      "white space in a comment",
      () => context({ paperclipWake: { comments: [{ body: `a${text(" ")}b${text(" ")}` }] } }),
    ],
    ["surrogates in an id", () => minimal({ agent: { id: text("\ud800") } })],
    ["marks in an id", () => minimal({ agent: { id: text("_") } })],
    ["white space in the host", () => minimal()],
  ])("%s", (_, input) => {
    const HOST = text(" ");
    const { jobName } = withVariables({ HOST }, () => buildJobManifest(input()));
    expect(jobName).toMatch(/^ac-/);
  });
});

test("a cycle behind many objects is found without asking Node for each of them", () => {
  const services = items((index) => ({ index, nested: { index } }));
  const spy = vi.spyOn(process, "getBuiltinModule");
  const input = context({ paperclipRuntimeServices: [...services, cycle()] });
  try {
    expect(() => build(input)).toThrow(/paperclipRuntimeServices must be JSON/);
    expect(spy.mock.calls.length).toBeLessThanOrEqual(1);
  } finally {
    spy.mockRestore();
  }
});
