/** The wake: a section of the prompt, and a variable with its JSON text. */
import { cycle, MINE, minimal, raise } from "../support/inputs.mjs";

const woken = (paperclipWake) => minimal({ context: { paperclipWake } });

const longComments = (count, body = 'A comment with "quotes", a\nbreak and Größe. '.repeat(9)) =>
  Array.from({ length: count }, (_, index) => ({ id: index, body: `${index}: ${body}` }));

const iterating = (items) =>
  Object.assign([], {
    *[Symbol.iterator]() {
      yield* items;
    },
  });

export default [
  { name: "a reason, trimmed", input: () => woken({ reason: " \u00a0r\n" }) },
  { name: "a reason of another type", input: () => woken({ reason: 5 }) },
  { name: "an empty object gives no payload", input: () => woken({}) },
  { name: "an empty array gives a payload", input: () => woken([]) },
  {
    name: "an object without JSON members gives no payload",
    input: () => woken({ a: undefined, f() {} }),
  },
  { name: "a Map gives no payload", input: () => woken(new Map([["reason", "r"]])) },
  { name: "a wake that is text", input: () => woken("wake") },
  {
    name: "a wake that is a function",
    input: () => woken(Object.assign(() => {}, { reason: "r" })),
  },
  { name: "a wake of null", input: () => woken(null) },
  {
    name: "an array with a reason",
    input: () => woken(Object.assign([1], { reason: "r" })),
  },
  {
    name: "comments without a reason",
    input: () => woken({ comments: [{ body: " b " }, { body: "c" }] }),
  },
  {
    name: "an array of values that are not comments",
    input: () =>
      woken({
        // biome-ignore lint/suspicious/noSparseArray: holes are the case
        comments: [{ body: " b " }, null, , { body: " " }, "x", Object.assign([], { body: "arr" })],
      }),
  },
  { name: "only blank comments", input: () => woken({ comments: [{ body: " " }] }) },
  { name: "blank comments after a reason", input: () => woken({ reason: "r", comments: [{}] }) },
  {
    name: "comments that are not an array",
    input: () => woken({ comments: { 0: { body: "b" } } }),
  },
  {
    name: "comments that are a proxy",
    input: () => woken({ comments: new Proxy([{ body: "b" }], {}) }),
  },
  {
    name: "a body that is a String object",
    input: () => woken({ comments: [{ body: new String("b") }] }),
  },
  {
    name: "a body that is inherited",
    input: () => woken({ comments: [Object.create({ body: "inherited" })] }),
  },
  { name: "a cycle in the wake", input: () => woken({ reason: "r", of: cycle() }) },
  { name: "a BigInt in the wake", input: () => woken({ reason: "r", big: 1n }) },
  {
    name: "a getter that throws inside",
    input: () =>
      woken({
        reason: "r",
        of: {
          get boom() {
            return raise(MINE);
          },
        },
      }),
  },
  {
    name: "a reason whose getter throws",
    input: () =>
      woken({
        get reason() {
          return raise(MINE);
        },
      }),
  },
  { name: "toJSON that returns undefined", input: () => woken({ reason: "r", toJSON() {} }) },
  { name: "toJSON that returns text", input: () => woken({ reason: "r", toJSON: () => "t" }) },
  { name: "toJSON that throws", input: () => woken({ reason: "r", toJSON: () => raise(MINE) }) },
  {
    name: "toJSON that returns an empty object",
    input: () => woken({ reason: "r", toJSON: () => ({}) }),
  },
  {
    name: "the JSON text is well-formed",
    input: () => woken({ reason: "\ud800\u2028\u0007", n: [-0, NaN, 1e21, undefined], 7: "seven" }),
  },
  { name: "many long comments", input: () => woken({ reason: "r", comments: longComments(12) }) },
  {
    name: "many long comments with lone surrogates and control characters",
    input: () => woken({ comments: longComments(9, '\ud800\u0000\u001f"\\\u007f😀 '.repeat(40)) }),
  },
  {
    name: "many long comments, one with a toJSON",
    input: () =>
      woken({ comments: [...longComments(9), { body: "x".repeat(300), toJSON: () => "mine" }] }),
  },
  {
    name: "many long comments, some of them one object",
    input: () => {
      const [shared] = longComments(1);
      return woken({ comments: [...longComments(8), shared, shared], also: shared });
    },
  },
  {
    name: "many long comments and U+0000 in another string",
    input: () => woken({ comments: [...longComments(9), { body: "\u0000" }], id: "\u0000" }),
  },
  {
    name: "many long comments with a toJSON on the wake",
    input: () => woken({ comments: longComments(9), toJSON: () => ({ made: 1 }) }),
  },
  {
    name: "many long comments and a BigInt",
    input: () => woken({ comments: longComments(9), big: 1n }),
  },
  {
    name: "many long comments of which some have an inherited or hidden body",
    input: () =>
      woken({
        comments: [
          ...longComments(9),
          Object.create({ body: "inherited ".repeat(40) }),
          Object.defineProperty({ id: 1 }, "body", { value: "hidden ".repeat(50) }),
        ],
      }),
  },
  {
    name: "many long comments and a throwing getter on the wake",
    input: () =>
      woken(
        Object.defineProperty({ comments: longComments(9) }, "x", {
          get: () => raise(MINE),
          enumerable: true,
        }),
      ),
  },
  {
    name: "a throwing getter in one of many long comments",
    input: () =>
      woken({
        comments: [
          ...longComments(9),
          Object.defineProperty({ body: "b" }, "x", { get: () => raise(MINE), enumerable: true }),
        ],
      }),
  },
  {
    name: "U+0000 and many long comments, one with an inherited body",
    input: () =>
      woken({
        x: "\0",
        comments: [...longComments(9), Object.create({ body: "inherited ".repeat(40) })],
      }),
  },
  {
    name: "U+0000 and many long comments, one of them an array",
    input: () =>
      woken({
        x: "\0",
        comments: [...longComments(9), Object.assign([], { body: "listed ".repeat(50) })],
      }),
  },
  {
    name: "a boxed number that calls itself an object among many long comments",
    input: () =>
      woken({
        comments: [
          ...longComments(9),
          Object.assign(new Number(5), { [Symbol.toStringTag]: "Object" }),
        ],
      }),
  },
  ...[new String("x"), new Number(5), Object(true), Object(1n), Object(Symbol("s"))].flatMap(
    (boxed) => {
      const name = typeof boxed.valueOf();
      const disguised = () =>
        Object.assign(Object.setPrototypeOf(Object(boxed.valueOf()), Object.prototype), {
          body: `boxed ${"body ".repeat(60)}`,
          [Symbol.toStringTag]: "Object",
        });
      return [
        {
          name: `a boxed ${name} in disguise among many long comments`,
          input: () => woken({ comments: [...longComments(9), disguised()] }),
        },
        {
          name: `a boxed ${name} in disguise as a wake with many long comments`,
          input: () => woken(Object.assign(disguised(), { comments: longComments(9) })),
        },
      ];
    },
  ),
  {
    name: "an array as a wake with many long comments",
    input: () => woken(Object.assign([1], { comments: longComments(9) })),
  },
  {
    name: "many long comments whose iterator yields others",
    input: () =>
      woken({
        comments: Object.assign(longComments(9), {
          *[Symbol.iterator]() {
            yield* longComments(9, "another ".repeat(40));
          },
        }),
      }),
  },
  {
    name: "many long comments, some twice",
    input: () => woken({ comments: [...longComments(9), ...longComments(9)] }),
  },
  {
    name: "an empty array whose iterator yields comments, without a reason",
    input: () => woken({ comments: iterating([{ body: "b" }]) }),
  },
  {
    name: "an empty array whose iterator yields comments, with a reason",
    input: () => woken({ reason: "r", comments: iterating([{ body: "b" }]) }),
  },
  {
    name: "an empty array without an iterator, without a reason",
    input: () => woken({ comments: Object.assign([], { [Symbol.iterator]: null }) }),
  },
];
