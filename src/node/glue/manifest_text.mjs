// The JSON text of a manifest, in time that its size bounds: shared parts are written as often as
// they are referred to, and a sparse array with each of its holes.

import { utilTypes } from "./json.mjs";

const { stringify } = JSON;

// A manifest of more values is over the API server's limit of 3 MiB: each takes two bytes at least.
const MAX_VALUES = 1_572_864;

// With fewer values, V8 writes the text in no time.
const FEW_VALUES = 200_000;

// More characters may not fit into a string.
const MAX_CHARACTERS = 2 ** 28;

// Deeper than any manifest, and shallow enough for V8's stack.
const MAX_DEPTH = 500;

// As many findings as are listed.
const MAX_UNWRITABLE = 1000;

export const isObject = (value) => typeof value === "object" && value !== null;

// Whether V8 can write the text at once: it is not large, and no code of the caller's replaces
// values. Shared parts count as often as they are referred to.
const isPlainAndSmall = (root) => {
  const rest = [root];
  let values = 0;
  let characters = 0;
  const add = (value) => {
    if (typeof value === "string") characters += value.length;
    else if (isObject(value)) rest.push(value);
  };
  while (rest.length > 0) {
    const object = rest.pop();
    if (typeof object.toJSON === "function") return false;
    if (Array.isArray(object)) {
      values += object.length;
      if (values > FEW_VALUES) return false;
      for (let i = 0; i < object.length; i++) add(object[i]);
    } else {
      for (const key in object) {
        values++;
        add(object[key]);
      }
    }
    if (values > FEW_VALUES || characters > MAX_CHARACTERS) return false;
  }
  return true;
};

// Stops V8.
const TOO_LARGE = { message: "too large" };

// The text without what JSON cannot have, which goes to `unwritable`. What the caller's code throws
// passes through.
const writeCounting = (root, unwritable) => {
  const holders = [];
  const steps = [];
  let values = 0;
  let characters = 0;
  const leaveOut = (way, what) => {
    if (unwritable.list.length < MAX_UNWRITABLE) unwritable.list.push({ steps: way, what });
    else unwritable.more++;
    return undefined;
  };
  return stringify(root, function (key, value) {
    if (++values > MAX_VALUES) throw TOO_LARGE;
    while (holders.length > 0 && holders.at(-1) !== this) {
      holders.pop();
      steps.pop();
    }
    const step = Array.isArray(this) ? Number(key) : key;
    characters += key.length;
    if (typeof value === "string") characters += value.length;
    if (characters > MAX_CHARACTERS) throw TOO_LARGE;
    if (typeof value === "bigint") return leaveOut([...steps, step], "a BigInt");
    if (!isObject(value)) return value;
    // V8 looks at the length before it asks for the items.
    if (Array.isArray(value) && value.length > MAX_VALUES) throw TOO_LARGE;
    if (utilTypes().isBigIntObject(value)) return leaveOut([...steps, step], "a BigInt");
    if (holders.includes(value)) return leaveOut([...steps, step], "a cycle");
    if (holders.length > MAX_DEPTH) return leaveOut(steps.slice(0, 1), "so many levels");
    if (holders.length > 0) steps.push(step);
    holders.push(value);
    return value;
  });
};

const isRevoked = (error) =>
  error instanceof TypeError && /on a proxy that has been revoked$/.test(error.message);

// The text, or `undefined` where it would be too large.
export const writeManifest = (root, unwritable) => {
  try {
    if (isPlainAndSmall(root)) return stringify(root) ?? "null";
  } catch {}
  try {
    return writeCounting(root, unwritable) ?? "null";
  } catch (error) {
    if (error === TOO_LARGE) return undefined;
    if (!isRevoked(error)) throw error;
    unwritable.list.push({ steps: [], what: "a revoked proxy" });
    return "{}";
  }
};
