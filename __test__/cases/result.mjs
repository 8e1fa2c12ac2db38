/** The result as a whole: its keys, its shared objects, and inputs of unusual kinds. */
import { createContext, runInContext } from "node:vm";
import { minimal, realistic } from "../support/inputs.mjs";

const everything = () =>
  minimal({
    config: {
      serviceAccountName: "sa",
      timeoutSec: 1,
      nodeSelector: "a=b",
      tolerations: [{ key: "k" }],
    },
    selfPod: {
      imagePullSecrets: [{ name: "p" }],
      dnsConfig: { searches: ["s"] },
      pvcClaimName: "c",
      inheritedEnvFrom: [{}],
      inheritedEnvValueFrom: [{ name: "V" }],
    },
  });

function freeze(value) {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) freeze(member);
  }
  return value;
}

const transparent = (value) =>
  typeof value === "object" && value !== null
    ? new Proxy(value, { get: (target, key) => transparent(Reflect.get(target, key)) })
    : value;

export default [
  { name: "a realistic input", input: realistic },
  { name: "every conditional key", input: everything },
  { name: "a frozen input", input: () => freeze(everything()) },
  { name: "an input of proxies", input: () => transparent(realistic()) },
  {
    name: "an input of another realm",
    input: () => runInContext(`(${JSON.stringify(everything())})`, createContext({})),
  },
  {
    name: "configuration on a prototype",
    input: () =>
      minimal({
        ctx: { config: Object.create({ namespace: "proto", promptTemplate: "Q", labels: "a=b" }) },
      }),
  },
  { name: "a missing configuration", input: () => minimal({ ctx: { config: null } }) },
  {
    name: "configuration as an array",
    input: () => minimal({ ctx: { config: Object.assign([], { image: "x" }) } }),
  },
  { name: "configuration as text", input: () => minimal({ ctx: { config: "{}" } }) },
  {
    name: "configuration as a function",
    input: () => minimal({ ctx: { config: Object.assign(() => {}, { image: "x" }) } }),
  },
  {
    name: "configuration as a Map",
    input: () => minimal({ ctx: { config: new Map([["image", "x"]]) } }),
  },
  {
    name: "runtime as text, context as a number",
    input: () => minimal({ ctx: { runtime: "str", context: 5 } }),
  },
  {
    name: "a context of functions",
    input: () => minimal({ ctx: { context: Object.assign(() => {}, { taskId: "T" }) } }),
  },
  {
    name: "one object in two places",
    input: () => {
      const shared = [{ name: "shared" }];
      return minimal({
        config: { tolerations: shared },
        selfPod: { imagePullSecrets: shared, inheritedEnvFrom: shared },
      });
    },
  },
];
