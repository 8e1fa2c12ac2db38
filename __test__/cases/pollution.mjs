/** A host that has changed the language's own objects before the call. */
import { runInNewContext } from "node:vm";
import { MINE, minimal, raise } from "../support/inputs.mjs";
import { defined } from "../support/surroundings.mjs";

const setter = { get() {}, set() {} };

const input = () =>
  minimal({
    config: {
      labels: "team=x",
      nodeSelector: { disk: "ssd" },
      env: { E: "e" },
      extraArgs: ["--x", "it's"],
      promptTemplate: "{{agent.id}} {{run}}",
    },
    context: {
      issueIds: ["I"],
      paperclipWorkspaces: [{ id: 1 }],
      paperclipWake: { id: "w", comments: [] },
    },
    selfPod: {
      secretVolumes: [{ volumeName: "v", secretName: "s", mountPath: "/m" }],
      inheritedEnv: { I: "i" },
      inheritedEnvValueFrom: [{ name: "F" }],
      imagePullSecrets: [{ name: "p" }],
    },
  });

const polluted = (name, object, descriptors) => ({
  name,
  input,
  within: defined(object, descriptors),
});

const names = ["name", "value", "mountPath", "job", "prompt", "spec", "cpu", "volumeName"];

/** With many long comments, whose JSON text is put together of parts. */
const woken = (wake) => minimal({ context: { paperclipWake: wake } });
const wake = {
  reason: "r",
  comments: Array.from({ length: 9 }, () => ({ body: "secret ".repeat(50) })),
};
const ofOtherRealm = () => woken(runInNewContext(`(${JSON.stringify(wake)})`));
const mark = {
  value() {
    return { ...this, marked: true };
  },
};
const redact = (text) => text?.replace(/secret /g, "*");
const { stringify } = JSON;

export default [
  polluted(
    "setters on Object.prototype for names of the manifest",
    Object.prototype,
    Object.fromEntries(names.map((key) => [key, setter])),
  ),
  polluted("a read-only name on Object.prototype", Object.prototype, {
    name: { value: "x", writable: false },
  }),
  polluted("toJSON on Object.prototype", Object.prototype, {
    toJSON: { value: () => "mine", writable: true },
  }),
  polluted("toJSON on Array.prototype", Array.prototype, {
    toJSON: { value: () => "mine", writable: true },
  }),
  polluted("toJSON on String.prototype", String.prototype, {
    toJSON: { value: () => "mine", writable: true },
  }),
  polluted("JSON.stringify that returns other text", JSON, { stringify: { value: () => "mine" } }),
  polluted("JSON.stringify that throws", JSON, { stringify: { value: () => raise(MINE) } }),
  polluted("Function.prototype.call and apply", Function.prototype, {
    call: { value: () => "mine" },
    apply: { value: () => "mine" },
  }),
  {
    name: "toJSON on Object.prototype, and a long wake of another realm",
    input: ofOtherRealm,
    within: defined(Object.prototype, { toJSON: mark }),
  },
  {
    name: "toJSON on Array.prototype, and a long wake of another realm",
    input: ofOtherRealm,
    within: defined(Array.prototype, { toJSON: mark }),
  },
  {
    name: "JSON.stringify behind a proxy that changes the text of a long wake",
    input: () => woken(wake),
    within: defined(JSON, {
      stringify: {
        value: new Proxy(stringify, { apply: (_, __, given) => redact(stringify(...given)) }),
      },
    }),
  },
  {
    name: "a bound JSON.stringify that changes the text of a long wake",
    input: () => woken(wake),
    within: defined(JSON, {
      stringify: {
        value: function stringifyMine(...given) {
          return redact(stringify(...given));
        }.bind(null),
      },
    }),
  },
  polluted("Symbol.toStringTag on Object.prototype", Object.prototype, {
    [Symbol.toStringTag]: { value: "Mine" },
  }),
];
