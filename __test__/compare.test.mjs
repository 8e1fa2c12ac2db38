/** The comparison with the original reports every way in which a builder can be wrong. */
import { describe, expect, test } from "vitest";
import { difference } from "./support/compare.mjs";
import { MINE, raise } from "./support/inputs.mjs";

/** A small builder whose result has shared, fresh and caller-owned objects. */
function build(input) {
  if (input.thrown) throw input.thrown;
  if (input.bad) throw new TypeError("bad");
  const labels = { first: "1", second: undefined };
  const template = { labels, zero: -0, list: [{ name: "a" }, "b"] };
  return { labels, template, own: input.own, text: "\ud800" };
}

const input = () => ({ own: [{ name: "own" }] });
const kept = { name: "a" };

/** A builder that spoils the right result. */
const spoiling = (spoil) => (given) => {
  const result = build(given);
  return spoil(result, given) ?? result;
};

test("equal builders do not differ", () => {
  expect(
    difference(
      build,
      spoiling(() => {}),
      input(),
    ),
  ).toBeNull();
  expect(difference(build, build, { bad: true })).toBeNull();
  expect(difference(build, build, { thrown: MINE })).toBeNull();
  expect(difference(build, build, { thrown: "text" })).toBeNull();
});

test.each([
  [
    "a value",
    /text/,
    (result) => {
      result.text = "\udfff";
    },
  ],
  [
    "0 for -0",
    /zero/,
    (result) => {
      result.template.zero = 0;
    },
  ],
  [
    "null for undefined",
    /second/,
    (result) => {
      result.labels.second = null;
    },
  ],
  ["a missing undefined", /keys/, (result) => void delete result.labels.second],
  [
    "one key too many",
    /keys/,
    (result) => {
      result.more = undefined;
    },
  ],
  [
    "a symbol too many",
    /keys/,
    (result) => {
      result[Symbol("s")] = 1;
    },
  ],
  [
    "the order of keys",
    /keys/,
    ({ template: { zero, ...rest }, ...result }) => ({ ...result, template: { ...rest, zero } }),
  ],
  ["a list's length", /list/, (result) => void result.template.list.push("c")],
  ["a list's order", /list/, (result) => void result.template.list.reverse()],
  ["a hole", /list/, (result) => void delete result.template.list[1]],
  [
    "an object for a list",
    /list/,
    (result) => {
      result.template.list = { ...result.template.list };
    },
  ],
  [
    "a copy of the shared",
    /identity/,
    (result) => {
      result.template.labels = { ...result.labels };
    },
  ],
  [
    "sharing objects that must be separate",
    /identity/,
    (result) => {
      result.template.list[0] = result.template;
    },
  ],
  [
    "a copy of the caller's own",
    /own/,
    (result) => {
      result.own = [...result.own];
    },
  ],
  [
    "a kept object",
    /fresh/,
    (result) => {
      result.template.list[0] = kept;
    },
  ],
  [
    "the caller's object in a fresh place",
    /fresh/,
    (result, given) => {
      result.template.list[0] = given.own[0];
    },
  ],
  ["another prototype", /prototype/, (result) => void Object.setPrototypeOf(result.labels, null)],
  ["a frozen object", /extensible/, (result) => void Object.preventExtensions(result.template)],
  [
    "a read-only property",
    /writable/,
    (result) => void Object.defineProperty(result, "text", { writable: false }),
  ],
  [
    "a hidden property",
    /enumerable/,
    (result) => void Object.defineProperty(result, "text", { enumerable: false }),
  ],
  [
    "a fixed property",
    /configurable/,
    (result) => void Object.defineProperty(result, "text", { configurable: false }),
  ],
  [
    "a getter",
    /text/,
    (result) => void Object.defineProperty(result, "text", { get: () => "\ud800" }),
  ],
  ["an exception", /outcome/, () => raise(new TypeError("bad"))],
  ["a thrown undefined", /outcome/, () => raise(undefined)],
  [
    "a new member of the input",
    /input/,
    (_, given) => {
      given.more = 1;
    },
  ],
  [
    "a changed member deep in the input",
    /input/,
    (_, given) => {
      given.own[0].name = "x";
    },
  ],
  ["a sorted input", /input/, (_, given) => void given.own.push(1)],
  ["a frozen input", /input/, (_, given) => void Object.freeze(given.own)],
])("seen: %s", (_, expected, spoil) => {
  expect(difference(build, spoiling(spoil), input())).toMatch(expected);
});

test.each([
  ["another class", { bad: true }, () => raise(new RangeError("bad"))],
  ["a subclass", { bad: true }, () => raise(new (class extends TypeError {})("bad"))],
  ["a value", { bad: true }, () => ({})],
  ["a copy of the caller's error", { thrown: MINE }, () => raise(new RangeError("mine"))],
  ["another text", { thrown: "text" }, () => raise("other")],
  ["an error for the caller's text", { thrown: "text" }, () => raise(new Error("text"))],
  ["null for the caller's undefined", { thrown: Number.NaN, bad: true }, () => raise(null)],
])("seen where the right one throws: %s", (_, given, wrong) => {
  expect(difference(build, wrong, given)).toMatch(/outcome/);
});

describe("seen: a second call", () => {
  /** A builder that spoils every second result. */
  const spoilingSecond = (spoil) => {
    let calls = 0;
    return spoiling((result, given) => (++calls % 2 === 0 ? spoil(result, given) : undefined));
  };

  const set = (ownerOf, key, value) => (result) => {
    ownerOf(result)[key] = value;
  };

  test.each([
    ["with another text", /text/, set((result) => result, "text", "x")],
    ["with another text deep inside", /name/, set(({ template }) => template.list[0], "name", "x")],
    ["without a key", /keys/, (result) => void delete result.template.zero],
    ["with one key too many", /keys/, set(({ labels }) => labels, "more", 1)],
    ["with null for an object", /labels/, set((result) => result, "labels", null)],
    ["with a copy of the caller's own", /own/, set((result) => result, "own", [])],
    ["that throws", /second call/, () => raise(new TypeError("bad"))],
  ])("%s", (_, expected, spoil) => {
    expect(difference(build, spoilingSecond(spoil), input())).toMatch(expected);
  });

  test("that throws another error", () => {
    let calls = 0;
    const wrong = () => raise(++calls % 2 === 0 ? new RangeError("bad") : new TypeError("bad"));
    expect(difference(build, wrong, { bad: true })).toMatch(/outcome/);
    expect(difference(build, wrong, { thrown: MINE })).toMatch(/outcome/);
  });

  test("that returns where the first one throws", () => {
    let calls = 0;
    const wrong = () => (++calls % 2 === 0 ? {} : raise(new TypeError("bad")));
    expect(difference(build, wrong, { bad: true })).toMatch(/outcome/);
  });
});

test.each([
  [
    "a proxy",
    (text) =>
      new Proxy(
        {},
        { ownKeys: () => [], get: (_, key) => (key === "toJSON" ? () => text : undefined) },
      ),
  ],
  ["a getter", (text) => Object.defineProperty({}, "x", { get: () => text, enumerable: true })],
  [
    "a boxed boolean without its prototype",
    (text) => Object.setPrototypeOf(Object(text === "a"), Object.prototype),
  ],
])("seen: a difference that only the JSON text shows, in %s", (_, make) => {
  const made = (text) => () => ({ own: make(text) });
  expect(difference(made("a"), made("b"), {})).toMatch(/JSON text/);
});
