/** The variables of the main container: their layers, and what names and values come to. */
import { cycle, iterable, MINE, minimal, raise, tooDeepForJson } from "../support/inputs.mjs";

const inheriting = (inheritedEnv, env) => minimal({ selfPod: { inheritedEnv }, config: { env } });
const sources = (inheritedEnvValueFrom, inheritedEnv = {}) =>
  minimal({ selfPod: { inheritedEnvValueFrom, inheritedEnv } });
const withContext = (context) => minimal({ context });
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
  { name: "HOME cannot be set", input: () => inheriting({}, { HOME: "/evil", B: "2" }) },
  {
    name: "values of another type in config.env are dropped",
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
  { name: "__proto__ in inheritedEnv", input: () => inheriting(JSON.parse('{"__proto__":"inh"}')) },
  {
    name: "__proto__ in config.env",
    input: () => inheriting({}, JSON.parse('{"__proto__":"cfg","A":"1"}')),
  },
  {
    name: "__proto__ in inheritedEnv and config.env",
    input: () => inheriting(JSON.parse('{"__proto__":"inh"}'), JSON.parse('{"__proto__":"cfg"}')),
  },
  {
    name: "constructor and toString are ordinary names",
    input: () => inheriting({ constructor: "c" }, { toString: "t", hasOwnProperty: "h" }),
  },
  {
    name: "symbol keys are ignored",
    input: () => inheriting(withSymbol({ value: "x" }), withSymbol({ value: "y" })),
  },
  {
    name: "a getter of an inherited symbol runs",
    input: () => inheriting(withSymbol({ get: () => raise(MINE) })),
  },
  {
    name: "a getter of a configured symbol does not run",
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
  { name: "a string as inheritedEnv", input: () => inheriting("h😀") },
  { name: "an array as inheritedEnv", input: () => inheriting(["a", "b"]) },
  { name: "a number as inheritedEnv", input: () => inheriting(5) },
  { name: "config.env as text", input: () => inheriting({}, "A=b") },
  { name: "config.env as an array", input: () => inheriting({}, ["a"]) },
  { name: "config.env as a String object", input: () => inheriting({}, new String("ab")) },
  {
    name: "lone surrogates in names and values",
    input: () => inheriting({ "\ud800": "\udfff" }, { "é\ud83d": "\ude00" }),
  },
  { name: "an empty name", input: () => inheriting({ "": "e" }, { " ": "blank" }) },
  {
    name: "integer-like names come first",
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
    name: "valueFrom entries come last, without names that are set",
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
    name: "names of valueFrom are compared without conversion",
    input: () => sources([{ name: 5 }, { name: "D" }, { name: "D" }, {}, "str", 7], { 5: "x" }),
  },
  { name: "valueFrom in a Set", input: () => sources(new Set([{ name: "S" }])) },
  { name: "valueFrom as text", input: () => sources("😀a") },
  {
    name: "an empty valueFrom array whose iterator yields entries",
    input: () => sources(Object.assign([], { [Symbol.iterator]: () => [{ name: "I" }].values() })),
  },
  {
    name: "valueFrom as an iterable",
    input: () => sources(iterable({ name: "I" }, { name: "J" })),
  },
  { name: "valueFrom as an array-like", input: () => sources({ length: 0 }) },
  { name: "null as a valueFrom entry", input: () => sources([{ name: "A" }, null]) },
  { name: "an empty valueFrom list", input: () => sources(undefined) },
  {
    name: "a valueFrom entry whose name is on its prototype",
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
      withContext({
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
    input: () => withContext({ taskId: "\ufeff\u00a0\u2028x\u3000\u1680" }),
  },
  {
    name: "the white space that is not",
    input: () => withContext({ taskId: "\u0085x\u180e\u200b\u001c" }),
  },
  {
    name: "only the white space of trim makes a value blank",
    input: () => withContext({ approvalId: "\ufeff", approvalStatus: "\u0085" }),
  },
  { name: "an empty taskId hides issueId", input: () => withContext({ taskId: "", issueId: "I" }) },
  {
    name: "a null taskId does not hide issueId",
    input: () => withContext({ taskId: null, issueId: "I" }),
  },
  {
    name: "a wakeCommentId of another type hides commentId",
    input: () => withContext({ wakeCommentId: 0, commentId: "C" }),
  },
  {
    name: "commentId stands in for a missing wakeCommentId",
    input: () => withContext({ commentId: "C" }),
  },
  {
    name: "issueIds, untrimmed",
    input: () => withContext({ issueIds: [" a ", "", 5, " ", "b,c"] }),
  },
  { name: "blank issueIds are dropped", input: () => withContext({ issueIds: [" ", null] }) },
  { name: "issueIds as a string", input: () => withContext({ issueIds: "a" }) },
  {
    name: "a workspace's cwd is trimmed in the variable only",
    input: () => withContext({ paperclipWorkspace: { cwd: " /w " } }),
  },
  {
    name: "a workspace that is an array",
    input: () => withContext({ paperclipWorkspace: Object.assign([], { cwd: "/a" }) }),
  },
  {
    name: "workspaces with a toJSON that returns undefined",
    input: () => withContext({ paperclipWorkspaces: Object.assign([1], { toJSON() {} }) }),
  },
  { name: "workspaces that are empty", input: () => withContext({ paperclipWorkspaces: [] }) },
  {
    name: "workspaces that are not an array",
    input: () => withContext({ paperclipWorkspaces: { 0: 1, length: 1 } }),
  },
  { name: "a BigInt in workspaces", input: () => withContext({ paperclipWorkspaces: [1n] }) },
  {
    name: "a cycle in service intents",
    input: () => withContext({ paperclipRuntimeServiceIntents: [cycle()] }),
  },
  {
    name: "a toJSON that throws in services",
    input: () => withContext({ paperclipRuntimeServices: [{ toJSON: () => raise(MINE) }] }),
  },
  {
    name: "workspaces too deep for JSON",
    input: () => withContext({ paperclipWorkspaces: tooDeepForJson() }),
  },
  {
    name: "workspaces with values that JSON changes",
    input: () =>
      withContext({
        paperclipWorkspaces: ["\ud800", NaN, -0, undefined, { 2: 1, 1: 2, u: undefined }],
      }),
  },
];

const key = (authToken) => minimal({ ctx: { authToken } });

const tokens = [
  { name: "a token becomes PAPERCLIP_API_KEY", input: () => key("token") },
  { name: "a blank token is passed on", input: () => key(" ") },
  { name: "a token of another type is passed on", input: () => key(5) },
  { name: "an object as token is passed on", input: () => key({ of: "mine" }) },
  { name: "an empty token sets no variable", input: () => key("") },
];

export default [...layers, ...valueFrom, ...contextual, ...tokens];
