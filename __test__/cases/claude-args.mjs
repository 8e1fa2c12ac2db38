/** The arguments of claude, and the command line that the shell gets. */
import { iterable, minimal } from "../support/inputs.mjs";

const configured = (config) => minimal({ config });
const turns = (maxTurnsPerRun) => configured({ maxTurnsPerRun });
const extra = (extraArgs) => configured({ extraArgs });

export default [
  {
    name: "every option, in order",
    input: () =>
      minimal({
        runtime: { sessionId: "S" },
        config: {
          extraArgs: ["--x", "y"],
          instructionsFilePath: " /i.md ",
          maxTurnsPerRun: 7,
          effort: "high",
          model: "opus",
        },
      }),
  },
  {
    name: "model and effort of another type are ignored",
    input: () => configured({ model: 5, effort: ["high"] }),
  },
  { name: "a blank model is passed", input: () => configured({ model: " ", effort: "" }) },
  {
    name: "a blank instructions file is ignored",
    input: () => configured({ instructionsFilePath: " \ufeff" }),
  },
  {
    name: "dangerouslySkipPermissions false asks for permissions",
    input: () => configured({ dangerouslySkipPermissions: false }),
  },
  { name: "0 skips permissions", input: () => configured({ dangerouslySkipPermissions: 0 }) },
  {
    name: "the text false skips permissions",
    input: () => configured({ dangerouslySkipPermissions: "false" }),
  },
  { name: "null skips permissions", input: () => configured({ dangerouslySkipPermissions: null }) },
  {
    name: "a Boolean object skips permissions",
    input: () => configured({ dangerouslySkipPermissions: new Boolean(false) }),
  },
  { name: "turns of 1e21", input: () => turns(1e21) },
  { name: "turns of 1e-7", input: () => turns(1e-7) },
  { name: "turns of 0.1 + 0.2", input: () => turns(0.1 + 0.2) },
  { name: "turns of 5e-324", input: () => turns(5e-324) },
  { name: "turns of 123456789012345680000", input: () => turns(123456789012345680000) },
  { name: "turns of a half", input: () => turns(0.5) },
  { name: "negative turns", input: () => turns(-1) },
  { name: "turns of -0", input: () => turns(-0) },
  { name: "turns of NaN", input: () => turns(NaN) },
  { name: "infinite turns", input: () => turns(Infinity) },
  { name: "turns as text", input: () => turns("5") },
  { name: "turns as a BigInt", input: () => turns(5n) },
  {
    name: "quotes, line breaks and empty arguments",
    input: () => extra(["it's", "a\nb", "", "''", "'"]),
  },
  {
    name: "characters that other shells expand",
    input: () => extra(["$HOME", "`id`", "$(id)", "\\", "!", "*", "~"]),
  },
  { name: "a NUL and lone surrogates", input: () => extra(["a\0b", "\ud800", "😀"]) },
  {
    name: "further arguments of another type are dropped",
    input: () => extra(["a", 1, null, undefined, {}, "b"]),
  },
  // biome-ignore lint/suspicious/noSparseArray: holes are the case
  { name: "holes in further arguments", input: () => extra([, "a", , "b", ,]) },
  { name: "further arguments as text", input: () => extra("--a --b") },
  { name: "further arguments as an array-like", input: () => extra({ length: 1, 0: "a" }) },
  { name: "further arguments as a Set", input: () => extra(new Set(["a"])) },
  { name: "further arguments as an iterable", input: () => extra(iterable("a")) },
  { name: "further arguments in a proxy", input: () => extra(new Proxy(["a", 1, "b"], {})) },
  { name: "String objects among further arguments", input: () => extra([new String("a"), "b"]) },
  {
    name: "further arguments with their own filter method",
    input: () => extra(Object.assign(["a"], { filter: () => ["hijacked"] })),
  },
  {
    name: "a thousand further arguments",
    input: () => extra(Array.from({ length: 1000 }, (_, at) => `a${at}`)),
  },
  {
    name: "more further arguments than one call can take",
    input: () => extra(Array.from({ length: 300_000 }, () => "a")),
  },
  { name: "a session with quotes", input: () => minimal({ runtime: { sessionId: "a'b" } }) },
];
