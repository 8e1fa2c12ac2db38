/** The URL of the API: the Deployment's, else that of the process. */
import { MINE, minimal, raise } from "../support/inputs.mjs";
import { environment, variables } from "../support/surroundings.mjs";

const inheriting = (inheritedEnv) => minimal({ selfPod: { inheritedEnv } });
const hosted = (name, set) => ({ name, input: () => minimal(), within: variables(set) });
const standIn = (name, env) => ({ name, input: () => minimal(), within: environment(env) });
const trimsTo = (host) => ({ trim: () => host });

export default [
  hosted("the API's URL", { PAPERCLIP_API_URL: "http://api" }),
  hosted("an empty PAPERCLIP_API_URL is used", { PAPERCLIP_API_URL: "" }),
  hosted("host and port", { HOST: "h", PORT: "81" }),
  hosted("listen host and port come first", {
    PAPERCLIP_LISTEN_HOST: "l",
    PAPERCLIP_LISTEN_PORT: "82",
    HOST: "h",
    PORT: "81",
  }),
  hosted("an empty listen host means localhost, an empty port is one", {
    PAPERCLIP_LISTEN_HOST: "",
    HOST: "x",
    PAPERCLIP_LISTEN_PORT: "",
  }),
  hosted("the host is trimmed, the port is not", { HOST: "\ufeff:: ", PORT: " 80 " }),
  hosted("0.0.0.0", { HOST: "0.0.0.0" }),
  hosted("an IPv6 host", { HOST: "fe80::1" }),
  hosted("a host with a port", { HOST: "host:80" }),
  hosted("a bracketed host", { HOST: "[::1]" }),
  hosted("a host with only an opening bracket", { HOST: "::1]" }),
  hosted("a host with only a closing bracket", { HOST: "[::1" }),
  hosted("a host with a lone surrogate", { HOST: "\ud800x" }),
  hosted("a host with a NUL", { HOST: "a\0b" }),
  {
    name: "an inherited URL wins",
    input: () => inheriting({ PAPERCLIP_API_URL: "http://pod" }),
    within: variables({ PAPERCLIP_API_URL: "http://process" }),
  },
  {
    name: "an empty inherited URL does not win",
    input: () => inheriting({ A: "1", PAPERCLIP_API_URL: "" }),
    within: variables({ PAPERCLIP_API_URL: "http://process" }),
  },
  {
    name: "an inherited URL on the prototype counts",
    input: () => inheriting(Object.create({ PAPERCLIP_API_URL: "http://proto" })),
  },
  {
    name: "an inherited URL of another type counts",
    input: () => inheriting({ PAPERCLIP_API_URL: 5 }),
  },
  {
    name: "another object as process.env",
    input: () => minimal(),
    within: environment({ HOST: "h", PORT: 81 }),
  },
  {
    name: "null in a replaced process.env counts as unset",
    input: () => minimal(),
    within: environment({ PAPERCLIP_LISTEN_HOST: null, HOST: "h", PAPERCLIP_API_URL: null }),
  },
  { name: "a number as host", input: () => minimal(), within: environment({ HOST: 5 }) },
  {
    name: "a number as host when the URL is set",
    input: () => minimal(),
    within: environment({ HOST: 5, PAPERCLIP_API_URL: "http://u" }),
  },
  standIn("a host that trims to a list", { HOST: trimsTo(["a:b"]) }),
  standIn("a host that trims to a list with a colon", { HOST: trimsTo([":"]), PORT: ["1"] }),
  standIn("a host that trims to nothing", { HOST: trimsTo(0) }),
  standIn("a host that trims to a number", { HOST: trimsTo(7) }),
  standIn("a host that trims to text with white space", { HOST: trimsTo(" a:b ") }),
  standIn("a host that trims to an object with its own methods", {
    HOST: trimsTo({
      includes: () => true,
      startsWith: () => false,
      endsWith: () => 0,
      toString: () => "mine",
    }),
  }),
  standIn("a boxed host", { HOST: new String(" ::1 ") }),
  standIn("a symbol as port", { PORT: Symbol("port") }),
  standIn("a symbol as port when the URL is set", {
    PORT: Symbol("port"),
    PAPERCLIP_API_URL: "http://u",
  }),
  standIn("an object as URL", { PAPERCLIP_API_URL: { own: 1 } }),
  standIn("a host whose trim has no prototype", {
    HOST: { trim: Object.setPrototypeOf(() => "h", null) },
  }),
  standIn("a host whose trim has its own bind method", {
    HOST: { trim: Object.assign(() => "h", { bind: () => () => "bound" }) },
  }),
  standIn("a host whose trim throws", { HOST: { trim: () => raise(MINE) } }),
  {
    name: "a host whose trim throws when the URL is inherited",
    input: () => inheriting({ PAPERCLIP_API_URL: "http://pod" }),
    within: environment({ HOST: { trim: () => raise(MINE) } }),
  },
  { name: "no process.env", input: () => minimal(), within: environment(null) },
];
