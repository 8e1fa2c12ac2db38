/** Labels and annotations. */
import { MINE, minimal } from "../support/inputs.mjs";
import { defined } from "../support/surroundings.mjs";

const labelled = (labels) => minimal({ config: { labels } });

export default [
  { name: "further labels as lines", input: () => labelled("team=a\ncost = 5") },
  { name: "further labels as JSON", input: () => labelled('{"team":"a","n":5}') },
  { name: "further labels as an object", input: () => labelled({ team: "a", n: 5 }) },
  {
    name: "a replaced built-in label keeps its place",
    input: () => labelled({ zz: "1", "app.kubernetes.io/managed-by": "me" }),
  },
  {
    name: "every built-in label replaced",
    input: () =>
      labelled(
        [
          "paperclip.io/adapter-type=a",
          "paperclip.io/company-id=b",
          "paperclip.io/run-id=c",
          "paperclip.io/agent-id=d",
          "app.kubernetes.io/component=e",
        ].join("\n"),
      ),
  },
  {
    name: "integer-like labels come first",
    input: () => labelled("z=1\n10=a\n9=b\n01=c\n4294967294=d\n4294967295=e"),
  },
  { name: "__proto__ is lost", input: () => labelled("__proto__=x\na=b") },
  { name: "lone surrogates", input: () => labelled({ "\ud800": "x\udfff" }) },
  { name: "an empty value", input: () => labelled("a=") },
  {
    name: "company id and agent name of another type",
    input: () => minimal({ agent: { companyId: 5, name: ["x"] } }),
  },
  {
    name: "a missing company id and agent name",
    input: () => minimal({ agent: { companyId: undefined, name: undefined } }),
  },
  {
    name: "a read-only member of Object.prototype",
    input: () => labelled("team=x"),
    within: defined(Object.prototype, { team: { value: 1, writable: false } }),
  },
  {
    name: "a setter on Object.prototype",
    input: () => labelled("team=x\nother=y"),
    within: defined(Object.prototype, { team: { get() {}, set() {} } }),
  },
  {
    name: "a setter on Object.prototype that throws",
    input: () => labelled("team=x"),
    within: defined(Object.prototype, {
      team: {
        get() {},
        set() {
          throw MINE;
        },
      },
    }),
  },
  {
    name: "setters on Object.prototype for the manifest's own names",
    input: () => labelled("a=b"),
    within: defined(
      Object.prototype,
      Object.fromEntries(
        ["image", "name", "value", "metadata", "labels", "job"].map((key) => [
          key,
          { get() {}, set() {} },
        ]),
      ),
    ),
  },
  {
    name: "a namespace on Object.prototype is read",
    input: () => labelled("a=b"),
    within: defined(Object.prototype, { namespace: { value: "pp", writable: true } }),
  },
];
