/** Error messages never contain a value of the input. */
import { buildJobManifest, validateJobManifest } from "@paperclip/k8s-native";
import { describe, expect, test } from "vitest";
import { outcomeOf } from "./support/compare.mjs";
import { FIELDS } from "./support/fields.mjs";
import { cycle, realistic } from "./support/inputs.mjs";

const CANARY = "canary-5f1e";

/** A copy of `value` in which every text, and every key of a record, holds a canary. */
function planted(value, path = "") {
  if (typeof value === "string") return `${CANARY}-${path}`;
  if (Array.isArray(value)) return value.map((item, at) => planted(item, `${path}[${at}]`));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, planted(inner, key)]);
  return Object.fromEntries(entries);
}

const secretive = () => {
  const input = planted(realistic());
  input.ctx.config.env[CANARY] = CANARY;
  input.selfPod.inheritedEnv[CANARY] = CANARY;
  input.ctx.config.nodeSelector = `${CANARY}=${CANARY}`;
  input.ctx.config.promptTemplate = `{{context.${CANARY}}} ${CANARY}`;
  return input;
};

class CanaryClass {
  [CANARY] = CANARY;
}

const WRONG = [
  undefined,
  null,
  5,
  5n,
  true,
  Symbol(CANARY),
  CANARY,
  { [CANARY]: CANARY },
  [CANARY],
  [null],
  [{ [CANARY]: 1n }],
  [{ [CANARY]: cycle() }],
  Object.assign([cycle()], { [CANARY]: CANARY }),
  new CanaryClass(),
  Object.assign(() => {}, { [CANARY]: CANARY }),
  { length: Symbol(CANARY) },
  { toLowerCase: CANARY },
  { toLowerCase: () => ({ [CANARY]: CANARY }) },
  { toLowerCase: () => "a", toString: () => ({}) },
  { [Symbol.iterator]: CANARY },
  { [Symbol.iterator]: () => CANARY },
  { [Symbol.iterator]: () => ({ next: () => CANARY }) },
  { [Symbol.iterator]: () => ({ next: CANARY }) },
  Object.assign([{}], { [Symbol.iterator]: () => ({ next: () => CANARY }) }),
  [new Date(0), { [CANARY]: cycle() }],
];

const messageOf = (input) => {
  const outcome = outcomeOf(buildJobManifest, input);
  return "thrown" in outcome ? `${outcome.thrown?.message} ${outcome.thrown?.stack}` : "";
};

test("the canary reaches the Job, so the other tests can find it in errors", () => {
  const { job } = buildJobManifest(secretive());
  expect(JSON.stringify(job)).toContain(CANARY);
});

test.each(FIELDS.map((path) => [path.join("."), path]))("%s", (_, path) => {
  for (const wrong of WRONG) {
    const input = secretive();
    const owner = path.slice(0, -1).reduce((object, key) => object[key] ?? {}, input);
    owner[path.at(-1)] = wrong;
    expect(messageOf(input)).not.toContain(CANARY);
  }
});

describe("findings", () => {
  /** A manifest and its Secret as plain data. */
  const made = () => {
    const { job } = buildJobManifest(realistic());
    const promptSecret = { name: "s", namespace: "ns", data: { "prompt.txt": "prompt" } };
    return structuredClone({ job, promptSecret });
  };

  /** The path of each value in `tree`; of a list's items, of the last only. */
  const ways = (tree, way = []) =>
    Object.entries(typeof tree === "object" && tree !== null ? tree : {}).flatMap(
      ([key, inner]) => [[...way, key], ...ways(inner, [...way, key])],
    );
  const kinds = new Map(ways(made()).map((way) => [way.join(".").replace(/\d+/g, "N"), way]));

  const isSecret = (way) => /\.(command|env\.\d+\.value)(\.|$)|^promptSecret\.data\./.test(way);
  const LONG = ` ${CANARY}`.repeat(2000);
  const VALUES = [...WRONG, `${CANARY} $(X) $$`, LONG, [LONG], { name: "A", value: LONG }];

  test("quote at most the start of a value, and nothing of a secret one", () => {
    let quoted = 0;
    for (const way of [...kinds.values()].filter(({ length }) => length > 1)) {
      for (const value of VALUES) {
        const { job, promptSecret } = made();
        const owner = way.slice(0, -1).reduce((object, key) => object[key], { job, promptSecret });
        owner[way.at(-1)] = value;
        const options = { promptSecret, podSecurity: "restricted" };
        const { value: findings, thrown } = outcomeOf(() => validateJobManifest(job, options));
        expect(String(thrown)).not.toContain(CANARY);
        for (const { message } of findings ?? []) {
          const name = way.join(".");
          if (isSecret(name)) expect(message, name).not.toContain(CANARY);
          expect(message.length, name).toBeLessThan(3000);
          quoted += message.includes(CANARY);
        }
      }
    }
    expect(quoted).toBeGreaterThan(0);
  });
});

test("errors about cycles and BigInts name the field and quote no data", () => {
  for (const key of [
    "paperclipWorkspaces",
    "paperclipRuntimeServices",
    "paperclipRuntimeServiceIntents",
  ]) {
    const holder = new CanaryClass();
    holder[`${CANARY}-self`] = holder;
    for (const value of [[holder], [{ [CANARY]: 1n }], [CANARY, { [CANARY]: [holder] }]]) {
      const input = secretive();
      input.ctx.context[key] = value;
      const message = messageOf(input);
      expect(message).toContain(`ctx.context.${key}`);
      expect(message).not.toContain(CANARY);
    }
  }
});
