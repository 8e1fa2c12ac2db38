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
  { name: "a claim of another type is passed on", input: () => claiming(5) },
  { name: "an object as claim is passed on", input: () => claiming({ of: "mine" }) },
  { name: "secret volumes", input: () => mounting([volume("a"), volume("b")]) },
  {
    name: "claim and secret volumes",
    input: () => minimal({ selfPod: { pvcClaimName: "c", secretVolumes: [volume("a")] } }),
  },
  { name: "a secret volume without members", input: () => mounting([{}]) },
  {
    name: "secret volumes with members of another type",
    input: () => mounting([{ volumeName: 1, secretName: null, mountPath: -0, defaultMode: "x" }]),
  },
  { name: "primitives as secret volumes", input: () => mounting(["s", 5, true]) },
  {
    name: "secret volumes in a Set",
    input: () => mounting(new Set([{ ...volume("s"), name: "s" }])),
  },
  {
    name: "an empty array of secret volumes whose iterator yields some",
    input: () => mounting(Object.assign([], { [Symbol.iterator]: () => [volume("i")].values() })),
  },
  {
    name: "secret volumes from an iterable",
    input: () => mounting(iterable(volume("i"), volume("j"))),
  },
  { name: "a string as secret volumes", input: () => mounting("a😀") },
  { name: "an array-like as secret volumes", input: () => mounting({ length: 0 }) },
  { name: "null as a secret volume", input: () => mounting([volume("a"), null]) },
  { name: "a hole among secret volumes", input: () => mounting(new Array(1)) },
  { name: "no secret volumes", input: () => mounting(null) },
  {
    name: "a hundred secret volumes",
    input: () => mounting(Array.from({ length: 100 }, (_, at) => volume(`v${at}`))),
  },
  {
    name: "an iterator that yields one object again and again",
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
    name: "an iterator that yields null without an end",
    input: () =>
      mounting({
        *[Symbol.iterator]() {
          for (;;) yield null;
        },
      }),
  },
  {
    name: "an iterator whose results are functions",
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
