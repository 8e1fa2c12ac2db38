/** A host that has changed the language's own objects before the call. */
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
  polluted("Symbol.toStringTag on Object.prototype", Object.prototype, {
    [Symbol.toStringTag]: { value: "Mine" },
  }),
];
