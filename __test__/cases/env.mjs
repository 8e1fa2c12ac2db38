/** The variables of the main container: their layers, and what names and values come to. */
import { cycle, iterable, MINE, minimal, nested, raise } from "../support/inputs.mjs";

const inheriting = (inheritedEnv, env) => minimal({ selfPod: { inheritedEnv }, config: { env } });
const sources = (inheritedEnvValueFrom, inheritedEnv = {}) =>
  minimal({ selfPod: { inheritedEnvValueFrom, inheritedEnv } });
const told = (context) => minimal({ context });
const withSymbol = (descriptor) =>
  Object.defineProperty({ A: "1" }, Symbol("s"), { enumerable: true, ...descriptor });

const layers = [
  {
    name: "the order of the layers",
    input: () =>
      inheriting(
        { Z: "o", HOME: "/root", PAPERCLIP_RUN_ID: "x", 10: "x" },
        { Z: "z", NEW: "n", 1: "o" },
      ),
  },
  { name: "HOME is not to be set", input: () => inheriting({}, { HOME: "/evil", B: "2" }) },
  {
    name: "values of other types in config.env",
    input: () =>
      inheriting({ A: "1" }, { A: null, PAPERCLIP_RUN_ID: 5, E: "", S: new String("s") }),
  },
  {
    name: "config.env wins over Paperclip's own",
    input: () => inheriting({}, { PAPERCLIP_AGENT_ID: "mine" }),
  },
  {
    name: "inherited values of any type",
    input: () => inheriting({ U: undefined, I: 5, O: { own: 1 }, N: null, Z: -0, F: () => {} }),
  },
  { name: "__proto__ inherited", input: () => inheriting(JSON.parse('{"__proto__":"inh"}')) },
  {
    name: "__proto__ configured",
    input: () => inheriting({}, JSON.parse('{"__proto__":"cfg","A":"1"}')),
  },
  {
    name: "__proto__ inherited and configured",
    input: () => inheriting(JSON.parse('{"__proto__":"inh"}'), JSON.parse('{"__proto__":"cfg"}')),
  },
  {
    name: "constructor and toString are names",
    input: () => inheriting({ constructor: "c" }, { toString: "t", hasOwnProperty: "h" }),
  },
  {
    name: "symbols are no names",
    input: () => inheriting(withSymbol({ value: "x" }), withSymbol({ value: "y" })),
  },
  {
    name: "a getter of an inherited symbol runs",
    input: () => inheriting(withSymbol({ get: () => raise(MINE) })),
  },
  {
    name: "a getter of a configured symbol does not",
    input: () => inheriting({}, withSymbol({ get: () => raise(MINE) })),
  },
  {
    name: "a getter that deletes and adds inherited names",
    input: () =>
      inheriting({
        get A() {
          delete this.B;
          this.L = "late";
          return "a";
        },
        B: "b",
        C: "c",
      }),
  },
  {
    name: "only own enumerable names count",
    input: () =>
      inheriting(
        Object.create(
          { P: "proto" },
          { H: { value: "hidden" }, V: { value: "v", enumerable: true } },
        ),
        Object.create(
          { Q: "proto" },
          { I: { value: "hidden" }, W: { value: "w", enumerable: true } },
        ),
      ),
  },
  { name: "an inherited text", input: () => inheriting("h😀") },
  { name: "an inherited array", input: () => inheriting(["a", "b"]) },
  { name: "an inherited number", input: () => inheriting(5) },
  { name: "config.env as text", input: () => inheriting({}, "A=b") },
  { name: "config.env as an array", input: () => inheriting({}, ["a"]) },
  { name: "config.env as a String object", input: () => inheriting({}, new String("ab")) },
  {
    name: "lone surrogates in names and values",
    input: () => inheriting({ "\ud800": "\udfff" }, { "é\ud83d": "\ude00" }),
  },
  { name: "an empty name", input: () => inheriting({ "": "e" }, { " ": "blank" }) },
  {
    name: "names like indexes",
    input: () =>
      inheriting(
        { b: "1", 4294967295: "2", 4294967294: "3", "01": "4", 7: "5" },
        { 8: "6", 3: "7" },
      ),
  },
  {
    name: "five thousand variables",
    input: () =>
      inheriting(Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`V${at}`, "v"]))),
  },
];

const valueFrom = [
  {
    name: "valueFrom after all others, but for names that are set",
    input: () =>
      sources(
        ["U", "HOME", "PAPERCLIP_API_URL", "toString", "F"].map((name) => ({
          name,
          valueFrom: {},
        })),
        { U: undefined },
      ),
  },
  {
    name: "names of valueFrom are compared as they are",
    input: () => sources([{ name: 5 }, { name: "D" }, { name: "D" }, {}, "str", 7], { 5: "x" }),
  },
  { name: "valueFrom in a Set", input: () => sources(new Set([{ name: "S" }])) },
  { name: "valueFrom as text", input: () => sources("😀a") },
  {
    name: "an empty list of valueFrom whose iteration gives some",
    input: () => sources(Object.assign([], { [Symbol.iterator]: () => [{ name: "I" }].values() })),
  },
  {
    name: "valueFrom as an iterable",
    input: () => sources(iterable({ name: "I" }, { name: "J" })),
  },
  { name: "valueFrom as an array-like", input: () => sources({ length: 0 }) },
  { name: "null in valueFrom", input: () => sources([{ name: "A" }, null]) },
  { name: "no valueFrom", input: () => sources(undefined) },
  {
    name: "a name in valueFrom that is inherited",
    input: () => sources([Object.create({ name: "A" })], { A: "1" }),
  },
  {
    name: "a valueFrom that config.env sets",
    input: () =>
      minimal({ selfPod: { inheritedEnvValueFrom: [{ name: "T" }] }, config: { env: { T: "t" } } }),
  },
];

const contextual = [
  {
    name: "every variable of the context",
    input: () =>
      told({
        taskId: " T ",
        wakeReason: "why",
        wakeCommentId: "c",
        approvalId: "a",
        approvalStatus: "s",
        issueIds: ["1", "2"],
        paperclipWorkspace: {
          cwd: "/w",
          source: "s",
          strategy: "st",
          workspaceId: "id",
          repoUrl: "url",
          repoRef: "ref",
          branchName: "b",
          worktreePath: "/wt",
          agentHome: "/home",
        },
        paperclipWorkspaces: [{ id: 1 }],
        paperclipRuntimeServiceIntents: ["x"],
        paperclipRuntimeServices: [1],
        paperclipRuntimePrimaryUrl: "http://p",
      }),
  },
  {
    name: "the white space that is trimmed",
    input: () => told({ taskId: "\ufeff\u00a0\u2028x\u3000\u1680" }),
  },
  {
    name: "the white space that is not",
    input: () => told({ taskId: "\u0085x\u180e\u200b\u001c" }),
  },
  { name: "what is blank", input: () => told({ approvalId: "\ufeff", approvalStatus: "\u0085" }) },
  { name: "an empty taskId hides issueId", input: () => told({ taskId: "", issueId: "I" }) },
  { name: "a null taskId does not", input: () => told({ taskId: null, issueId: "I" }) },
  {
    name: "a wakeCommentId of other type hides commentId",
    input: () => told({ wakeCommentId: 0, commentId: "C" }),
  },
  { name: "commentId", input: () => told({ commentId: "C" }) },
  { name: "issueIds, untrimmed", input: () => told({ issueIds: [" a ", "", 5, " ", "b,c"] }) },
  { name: "issueIds that are blank", input: () => told({ issueIds: [" ", null] }) },
  { name: "issueIds as text", input: () => told({ issueIds: "a" }) },
  {
    name: "a workspace's cwd is trimmed in the variable only",
    input: () => told({ paperclipWorkspace: { cwd: " /w " } }),
  },
  {
    name: "a workspace that is an array",
    input: () => told({ paperclipWorkspace: Object.assign([], { cwd: "/a" }) }),
  },
  {
    name: "workspaces with a toJSON that returns undefined",
    input: () => told({ paperclipWorkspaces: Object.assign([1], { toJSON() {} }) }),
  },
  { name: "workspaces that are empty", input: () => told({ paperclipWorkspaces: [] }) },
  {
    name: "workspaces that are no array",
    input: () => told({ paperclipWorkspaces: { 0: 1, length: 1 } }),
  },
  { name: "a BigInt in workspaces", input: () => told({ paperclipWorkspaces: [1n] }) },
  {
    name: "a cycle in service intents",
    input: () => told({ paperclipRuntimeServiceIntents: [cycle()] }),
  },
  {
    name: "a toJSON that throws in services",
    input: () => told({ paperclipRuntimeServices: [{ toJSON: () => raise(MINE) }] }),
  },
  {
    name: "workspaces too deep for JSON",
    input: () => told({ paperclipWorkspaces: nested(60_000) }),
  },
  {
    name: "workspaces of odd values",
    input: () =>
      told({ paperclipWorkspaces: ["\ud800", NaN, -0, undefined, { 2: 1, 1: 2, u: undefined }] }),
  },
];

const key = (authToken) => minimal({ ctx: { authToken } });

const tokens = [
  { name: "a token", input: () => key("token") },
  { name: "a blank token is passed on", input: () => key(" ") },
  { name: "a token of other type is passed on", input: () => key(5) },
  { name: "an object as token is passed on", input: () => key({ of: "mine" }) },
  { name: "an empty token", input: () => key("") },
];

export default [...layers, ...valueFrom, ...contextual, ...tokens];
