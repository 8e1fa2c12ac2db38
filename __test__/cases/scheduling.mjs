/** Where and how long the Job runs: deadlines, accounts, pull secrets, DNS, tolerations, envFrom. */
import { minimal } from "../support/inputs.mjs";

const configured = (config) => minimal({ config });
const inheriting = (selfPod) => minimal({ selfPod });
const lasting = (ttlSecondsAfterFinished) => configured({ ttlSecondsAfterFinished });

export default [
  { name: "a TTL of 0", input: () => lasting(0) },
  { name: "a TTL of -0", input: () => lasting(-0) },
  { name: "a negative TTL", input: () => lasting(-5) },
  { name: "a TTL of a half", input: () => lasting(0.5) },
  { name: "a TTL as text", input: () => lasting("60") },
  { name: "a TTL as a BigInt", input: () => lasting(60n) },
  { name: "a TTL as a Number object", input: () => lasting(new Number(60)) },
  { name: "a TTL of NaN", input: () => lasting(NaN) },
  { name: "an infinite TTL", input: () => lasting(Infinity) },
  { name: "a TTL of null", input: () => lasting(null) },
  { name: "a deadline", input: () => configured({ timeoutSec: 3600 }) },
  { name: "a deadline of a half", input: () => configured({ timeoutSec: 0.5 }) },
  { name: "a deadline of 1e21", input: () => configured({ timeoutSec: 1e21 }) },
  { name: "a deadline of 0", input: () => configured({ timeoutSec: 0 }) },
  { name: "a negative deadline", input: () => configured({ timeoutSec: -1 }) },
  { name: "a deadline as text", input: () => configured({ timeoutSec: "60" }) },
  { name: "a service account", input: () => configured({ serviceAccountName: "sa" }) },
  { name: "a service account of another type", input: () => configured({ serviceAccountName: 5 }) },
  {
    name: "namespace, image and pull policy",
    input: () => configured({ namespace: "n", image: "i", imagePullPolicy: "Always" }),
  },
  {
    name: "blank namespace, image and policy count, empty ones do not",
    input: () => configured({ namespace: " ", image: "", model: " " }),
  },
  { name: "a String object as image", input: () => configured({ image: new String("x") }) },
  { name: "a symbol as image", input: () => configured({ image: Symbol("x") }) },
  {
    name: "namespace and image missing everywhere",
    input: () => inheriting({ namespace: undefined, image: undefined }),
  },
  {
    name: "a Pod image of another type is passed on",
    input: () => inheriting({ image: { of: "mine" }, namespace: null }),
  },
  { name: "a configured cwd", input: () => configured({ cwd: "/c" }) },
  {
    name: "a workspace's cwd wins, even a blank one",
    input: () => minimal({ config: { cwd: "/c" }, context: { paperclipWorkspace: { cwd: "  " } } }),
  },
  {
    name: "an empty workspace cwd does not win",
    input: () => minimal({ config: { cwd: "/c" }, context: { paperclipWorkspace: { cwd: "" } } }),
  },
  {
    name: "tolerations are the caller's array",
    input: () => configured({ tolerations: [{ key: "a" }, 5] }),
  },
  { name: "tolerations in a proxy", input: () => configured({ tolerations: new Proxy([1], {}) }) },
  { name: "empty tolerations", input: () => configured({ tolerations: [] }) },
  { name: "tolerations as text", input: () => configured({ tolerations: "[{}]" }) },
  { name: "tolerations with one hole", input: () => configured({ tolerations: new Array(1) }) },
  {
    name: "pull secrets are the caller's array",
    input: () => inheriting({ imagePullSecrets: [{ name: "p" }] }),
  },
  { name: "pull secrets as text", input: () => inheriting({ imagePullSecrets: "abc" }) },
  {
    name: "an empty list of pull secrets",
    input: () => inheriting({ imagePullSecrets: undefined }),
  },
  {
    name: "pull secrets with a symbol as length",
    input: () => inheriting({ imagePullSecrets: { length: Symbol("s") } }),
  },
  {
    name: "pull secrets with a length of null",
    input: () => inheriting({ imagePullSecrets: { length: null } }),
  },
  { name: "pull secrets as a function", input: () => inheriting({ imagePullSecrets: (a) => a }) },
  { name: "pull secrets as a number", input: () => inheriting({ imagePullSecrets: 5 }) },
  {
    name: "dnsConfig is the caller's object",
    input: () => inheriting({ dnsConfig: { nameservers: ["1"] } }),
  },
  { name: "dnsConfig of another type", input: () => inheriting({ dnsConfig: 1 }) },
  { name: "a falsy dnsConfig", input: () => inheriting({ dnsConfig: "" }) },
  {
    name: "envFrom is the caller's array",
    input: () => inheriting({ inheritedEnvFrom: [{ secretRef: { name: "s" } }] }),
  },
  {
    name: "envFrom with a length as text",
    input: () => inheriting({ inheritedEnvFrom: { length: "1" } }),
  },
  {
    name: "envFrom with a BigInt as length",
    input: () => inheriting({ inheritedEnvFrom: { length: 2n } }),
  },
  { name: "an empty envFrom", input: () => inheriting({ inheritedEnvFrom: null }) },
];
