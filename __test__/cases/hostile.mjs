/** Inputs built to hurt: revoked proxies, deep nesting and large data. */
import { FIELDS, withField } from "../support/fields.mjs";
import { iterable, MINE, minimal, raise, tooDeepForJson } from "../support/inputs.mjs";

const get = () => raise(MINE);

/** A proxy that throws a TypeError of V8's whatever is done with it. */
function revoked(target = {}) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

const DEEP = 100_000;
const MANY = 100_000;
const HOLES = 1_000_000;

const many = (make) => Array.from({ length: MANY }, (_, index) => make(index));
const record = (prefix) => Object.fromEntries(many((index) => [`${prefix}${index}`, `v${index}`]));
const deepText = (open, close) => open.repeat(DEEP) + close.repeat(DEEP);

const throwing = [
  ...FIELDS.map((path) => ({
    name: `a getter that throws at ${path.join(".")}`,
    input: () => withField(path, { get }),
  })),
  ...FIELDS.map((path) => ({
    name: `a revoked proxy at ${path.join(".")}`,
    input: () => withField(path, { value: revoked() }),
  })),
  {
    name: "a revoked proxy as input",
    input: () => revoked(),
  },
  {
    name: "a revoked proxy of a function as id",
    input: () => minimal({ agent: { id: revoked(() => {}) } }),
  },
];

const deep = [
  { name: "a deep wake", input: () => minimal({ context: { paperclipWake: tooDeepForJson() } }) },
  {
    name: "a deep value in a template",
    input: () =>
      minimal({ config: { promptTemplate: "[{{context.d}}]" }, context: { d: tooDeepForJson() } }),
  },
  {
    name: "deep services",
    input: () => minimal({ context: { paperclipRuntimeServices: tooDeepForJson() } }),
  },
  {
    name: "deep JSON text as labels",
    input: () => minimal({ config: { labels: `{"a":"b","d":${deepText("[", "]")}}` } }),
  },
  {
    name: "deep JSON text without its end",
    input: () => minimal({ config: { labels: `{"a":"b=c","d":${"[".repeat(DEEP)}` } }),
  },
  {
    name: "a deep path",
    input: () => minimal({ config: { promptTemplate: `{{agent${".a".repeat(DEEP)}}}` } }),
  },
  { name: "deep braces", input: () => minimal({ config: { promptTemplate: deepText("{", "}") } }) },
  {
    name: "deep prototypes",
    input: () => {
      let config = { image: "deep" };
      for (let level = 0; level < 10_000; level++) config = Object.create(config);
      return minimal({ ctx: { config } });
    },
  },
];

const large = [
  {
    name: "100,000 variables in each layer",
    input: () =>
      minimal({
        config: { env: record("C") },
        selfPod: {
          inheritedEnv: record("I"),
          inheritedEnvValueFrom: many((index) => ({ name: `I${2 * index}` })),
        },
      }),
  },
  {
    name: "100,000 further arguments",
    input: () => minimal({ config: { extraArgs: many((index) => `it's ${index}`) } }),
  },
  {
    name: "100,000 labels and node labels",
    input: () =>
      minimal({ config: { labels: record("l"), nodeSelector: JSON.stringify(record("n")) } }),
  },
  {
    name: "100,000 lines of labels",
    input: () => minimal({ config: { labels: many((index) => `k${index} = v`).join("\n") } }),
  },
  {
    name: "100,000 secret volumes",
    input: () =>
      minimal({ selfPod: { secretVolumes: many((index) => ({ volumeName: `v${index}` })) } }),
  },
  {
    name: "100,000 secret volumes of an iterable",
    input: () => minimal({ selfPod: { secretVolumes: iterable(...many(() => ({}))) } }),
  },
  {
    name: "100,000 comments",
    input: () =>
      minimal({
        context: { paperclipWake: { comments: many((index) => ({ body: `b${index}` })) } },
      }),
  },
  {
    name: "100,000 issues",
    input: () => minimal({ context: { issueIds: many((index) => `I-${index}`) } }),
  },
  {
    name: "100,000 placeholders",
    input: () =>
      minimal({
        config: { promptTemplate: "{{context.o}}{{run.id}} ".repeat(MANY / 2) },
        context: { o: {} },
      }),
  },
  ...["extraArgs", "tolerations"].map((key) => ({
    name: `${key} of a million holes`,
    input: () => minimal({ config: { [key]: new Array(HOLES) } }),
  })),
  ...["issueIds", "paperclipWorkspaces"].map((key) => ({
    name: `${key} of a million holes`,
    input: () => minimal({ context: { [key]: new Array(HOLES) } }),
  })),
  {
    name: "an array of comments with a million holes",
    input: () => minimal({ context: { paperclipWake: { comments: new Array(HOLES) } } }),
  },
  ...["secretVolumes", "inheritedEnvValueFrom"].map((key) => ({
    name: `${key} of a million holes`,
    input: () => minimal({ selfPod: { [key]: new Array(HOLES) } }),
  })),
  {
    name: "a template of 64 MB",
    input: () => minimal({ config: { promptTemplate: "a".repeat(2 ** 26) } }),
  },
  {
    name: "a non-Latin handoff note of 64 MB",
    input: () =>
      minimal({ context: { paperclipSessionHandoffMarkdown: `\u2028${"ж".repeat(2 ** 25)} ` } }),
  },
  {
    name: "an argument of 64 MB of quotes",
    input: () => minimal({ config: { extraArgs: ["'".repeat(2 ** 24)] } }),
  },
  { name: "an id of 64 MB", input: () => minimal({ agent: { id: "é".repeat(2 ** 25) } }) },
];

export default [...throwing, ...deep, ...large];
