/** Templates: placeholders, paths and what they render. */
import { cycle, MINE, minimal, raise, tooDeepForJson } from "../support/inputs.mjs";

const rendered = (promptTemplate, context) => minimal({ config: { promptTemplate }, context });

export default [
  {
    name: "every root name",
    input: () =>
      rendered("{{agentId}} {{companyId}} {{runId}} {{company.id}} {{run.id}} {{run.source}}"),
  },
  { name: "members of the agent", input: () => rendered("{{agent.id}}{{agent.name}}") },
  { name: "white space inside braces", input: () => rendered("{{\ufeff\u00a0agent.id\u2028\n}}") },
  {
    name: "characters that trim keeps are not white space",
    input: () => rendered("{{\u0085agent.id}} {{agent.id\u180e}} {{\u200bagent.id}}"),
  },
  {
    name: "text in braces that is not a path",
    input: () => rendered("{{agent .id}} {{}} {{ag\u00e9nt}} {{a|b}} {{ }} {{agent.id}"),
  },
  {
    name: "more than two braces",
    input: () => rendered("{{{agent.id}}} {{{{agent.id}}}} {{ {{agent.id}} }}"),
  },
  { name: "braces that do not close", input: () => rendered("{{agent.id {{ agent.id}} }} {{") },
  {
    name: "placeholders side by side",
    input: () => rendered("{{runId}}{{runId}}{{{{runId}}{{runId"),
  },
  {
    name: "unknown paths",
    input: () =>
      rendered(
        "[{{nope.x}}][{{context.n}}][{{agent.id.length}}][{{context.a.0}}][{{context.a.length}}]",
        { n: null, a: [7] },
      ),
  },
  {
    name: "empty segments",
    input: () => rendered("[{{.}}][{{agent.}}][{{.agent}}][{{-}}][{{...}}]"),
  },
  {
    name: "a member named by the empty string",
    input: () => rendered("[{{context.}}][{{context..x}}]", { "": { x: "empty" } }),
  },
  {
    name: "members of prototypes",
    input: () =>
      rendered(
        "[{{toString}}][{{constructor}}][{{agent.hasOwnProperty}}][{{constructor.name}}][{{__proto__}}]",
      ),
  },
  {
    name: "inherited members",
    input: () => rendered("{{context.p.x}}", { p: Object.create({ x: "inherited" }) }),
  },
  {
    name: "numbers",
    input: () =>
      rendered(
        "{{context.a}} {{context.b}} {{context.c}} {{context.d}} {{context.e}} {{context.o}}",
        {
          a: -0,
          b: NaN,
          c: -Infinity,
          d: 1e21,
          e: 5e-324,
          o: { a: -0, b: NaN, c: 1e21 },
        },
      ),
  },
  {
    name: "booleans, null and undefined",
    input: () =>
      rendered("[{{context.t}}][{{context.f}}][{{context.n}}][{{context.u}}]", {
        t: true,
        f: false,
        n: null,
      }),
  },
  {
    name: "objects and arrays are JSON",
    input: () =>
      rendered("{{context.o}} {{context.a}}", {
        o: { z: 1, 10: "x", 2: "y", u: undefined, s: "\ud800" },
        a: [undefined, NaN, () => {}],
      }),
  },
  { name: "the whole agent", input: () => rendered("{{agent}}") },
  { name: "run and company", input: () => rendered("{{run}} {{company}}") },
  { name: "the whole context", input: () => rendered("{{context}}", { b: 1, a: "x" }) },
  {
    name: "toJSON gets the empty key",
    input: () =>
      rendered("{{context.a}} {{context.b}}", {
        a: { toJSON: (key) => `k=${JSON.stringify(key)}` },
        b: { toJSON() {} },
      }),
  },
  {
    name: "a value that JSON refuses is empty",
    input: () =>
      rendered("[{{context.big}}][{{context.c}}][{{context.t}}][{{context.j}}]", {
        big: 1n,
        c: cycle(),
        t: {
          get x() {
            return raise(MINE);
          },
        },
        j: { toJSON: () => raise(MINE) },
      }),
  },
  {
    name: "a value too deep for JSON is empty",
    input: () => rendered("[{{context.d}}]", { d: tooDeepForJson() }),
  },
  {
    name: "a symbol and a function",
    input: () => rendered("{{context.s}} {{context.f}}", { s: Symbol("s"), f() {} }),
  },
  {
    name: "members of a function",
    input: () => rendered("[{{context.f.x}}]", { f: Object.assign(() => {}, { x: 1 }) }),
  },
  {
    name: "a getter that throws on the path",
    input: () =>
      rendered("{{context.t.x}}", {
        t: {
          get x() {
            return raise(MINE);
          },
        },
      }),
  },
  {
    name: "boxed primitives",
    input: () =>
      rendered(
        "{{context.s}} {{context.s.length}} {{context.s.0}} {{context.m.size}} {{context.d}}",
        {
          s: new String("ab"),
          m: { size: new Number(1) },
          d: new Date(0),
        },
      ),
  },
  {
    name: "a boxed text with placeholders",
    input: () => rendered("{{context.s}}", { s: new String("{{runId}}") }),
  },
  {
    name: "placeholders in inserted values stay",
    input: () => rendered("{{context.v}}", { v: "{{agent.id}} $& $1 $$ $` $'" }),
  },
  {
    name: "inserted values that only together make a placeholder",
    input: () => rendered("{{context.v}}agent.id}}", { v: "{{" }),
  },
  {
    name: "a string as context",
    input: () =>
      minimal({
        config: { promptTemplate: "{{context}}|{{context.length}}" },
        ctx: { context: "str" },
      }),
  },
  {
    name: "an array as context",
    input: () =>
      minimal({ config: { promptTemplate: "{{context}}|{{context.0}}" }, ctx: { context: ["x"] } }),
  },
  {
    name: "an id that is an object",
    input: () =>
      minimal({
        config: { promptTemplate: "{{agentId}} {{agent.id}}" },
        agent: { id: new String("x") },
      }),
  },
  {
    name: "an agent name that is not a string",
    input: () =>
      minimal({ config: { promptTemplate: "{{agent.name}}" }, agent: { name: { first: "A" } } }),
  },
  {
    name: "lone surrogates around a placeholder",
    input: () => rendered("\ud83d{{context.v}}\ude00", { v: "" }),
  },
  {
    name: "a member of a proxy",
    input: () => rendered("{{context.p.x}}", { p: new Proxy({ x: "proxied" }, {}) }),
  },
  {
    name: "a thousand placeholders",
    input: () => rendered("{{context.v}}, {{nope}}{{run.id}}\n".repeat(1000), { v: "ä" }),
  },
];
