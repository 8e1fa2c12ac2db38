/** Volumes of the Pod, and where they are mounted. */
import { iterable, minimal } from "../support/inputs.mjs";

const claiming = (pvcClaimName) => minimal({ selfPod: { pvcClaimName } });
const mounting = (secretVolumes) => minimal({ selfPod: { secretVolumes } });
const volume = (volumeName) => ({
  volumeName,
  secretName: `${volumeName}-secret`,
  mountPath: `/secrets/${volumeName}`,
  defaultMode: 0o400,
});

export default [
  { name: "a claim", input: () => claiming("data-claim") },
  { name: "an empty claim", input: () => claiming("") },
  { name: "no claim", input: () => claiming(undefined) },
  { name: "a claim of other type is passed on", input: () => claiming(5) },
  { name: "an object as claim is passed on", input: () => claiming({ of: "mine" }) },
  { name: "secret volumes", input: () => mounting([volume("a"), volume("b")]) },
  {
    name: "claim and secret volumes",
    input: () => minimal({ selfPod: { pvcClaimName: "c", secretVolumes: [volume("a")] } }),
  },
  { name: "a secret volume without members", input: () => mounting([{}]) },
  {
    name: "members of other types",
    input: () => mounting([{ volumeName: 1, secretName: null, mountPath: -0, defaultMode: "x" }]),
  },
  { name: "primitives as secret volumes", input: () => mounting(["s", 5, true]) },
  { name: "a Set", input: () => mounting(new Set([{ ...volume("s"), name: "s" }])) },
  {
    name: "an empty list whose iteration gives some",
    input: () => mounting(Object.assign([], { [Symbol.iterator]: () => [volume("i")].values() })),
  },
  { name: "an iterable", input: () => mounting(iterable(volume("i"), volume("j"))) },
  { name: "text", input: () => mounting("a😀") },
  { name: "an array-like", input: () => mounting({ length: 0 }) },
  { name: "null among them", input: () => mounting([volume("a"), null]) },
  { name: "a hole among them", input: () => mounting(new Array(1)) },
  { name: "none", input: () => mounting(null) },
  {
    name: "a hundred of them",
    input: () => mounting(Array.from({ length: 100 }, (_, at) => volume(`v${at}`))),
  },
  {
    name: "one object, given again and again",
    input: () =>
      mounting({
        *[Symbol.iterator]() {
          const again = volume("a");
          yield again;
          yield Object.assign(again, volume("b"));
        },
      }),
  },
  {
    name: "null without an end",
    input: () =>
      mounting({
        *[Symbol.iterator]() {
          for (;;) yield null;
        },
      }),
  },
  {
    name: "results of an iterator that are functions",
    input: () =>
      mounting({
        [Symbol.iterator]() {
          const values = [volume("f")];
          return {
            next: () => Object.assign(() => {}, { done: values.length === 0, value: values.pop() }),
          };
        },
      }),
  },
];
