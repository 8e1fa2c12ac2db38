// Lists: iterating and joining.

import { apply } from "./builtins.mjs";
import { fail } from "./errors.mjs";
import { isString, requireObject, trimmed } from "./values.mjs";

// In place of every list without items: nothing is added to it.
export const NONE = [];

const { filter } = Array.prototype;
const arrayIterator = [][Symbol.iterator];

const isPlainArray = (value) => Array.isArray(value) && value[Symbol.iterator] === arrayIterator;

// As `for…of` does. A plain array is stepped by index, which is what its iterator does.
export const forEachItem = (iterable, path, visit) => {
  if (!isPlainArray(iterable)) return iterate(iterable, path, visit);
  for (let i = 0; i < iterable.length; i++) visit(iterable[i], i);
};

// Stepped by hand: V8's own error message would quote what the iterator returns.
const iterate = (iterable, path, visit) => {
  if (typeof requireObject(iterable, path, "iterable")[Symbol.iterator] !== "function") {
    fail(path, "iterable", iterable);
  }
  const iterator = iterable[Symbol.iterator]();
  const { next } = requireObject(iterator, `${path}'s iterator`);
  if (typeof next !== "function") fail(`${path}'s iterator's next`, "a function", next);
  for (let index = 0; ; index++) {
    const step = apply(next, iterator, []);
    if ((typeof step !== "object" || step === null) && typeof step !== "function") {
      fail(`${path}'s iterator result`, "an object", step);
    }
    if (step.done) return;
    visit(step.value, index);
  }
};

// Each volume is read when it comes, since it may be the same object again, changed.
export const secretVolumeRows = (volumes) => {
  const path = "selfPod.secretVolumes";
  const rows = [];
  forEachItem(volumes, path, (volume, index) => {
    const { volumeName, secretName, defaultMode, mountPath } =
      volume ?? fail(`${path}[${index}]`, "an object", volume);
    const end = rows.length;
    rows[end] = volumeName;
    rows[end + 1] = secretName;
    rows[end + 2] = defaultMode;
    rows[end + 3] = mountPath;
  });
  return rows;
};

// The strings of an array. A `filter` of the caller's own may return anything, whose members must
// not be read later.
const stringsOf = (value) => {
  if (!Array.isArray(value)) return NONE;
  const isOrdinary = value.filter === filter && value.constructor === Array;
  const found = isOrdinary ? value : value.filter(isString);
  const strings = [];
  for (let i = 0; i < found.length; i++) {
    const item = found[i];
    if (isString(item)) strings[strings.length] = item;
  }
  return strings;
};

// The strings that are not blank, joined by commas; `undefined` if there are none.
export const joinNonBlank = (value) => {
  const strings = stringsOf(value);
  let joined;
  for (let i = 0; i < strings.length; i++) {
    if (trimmed(strings[i])) joined = joined === undefined ? strings[i] : `${joined},${strings[i]}`;
  }
  return joined;
};

// The original does `push(...list)`, which throws a RangeError when the list exceeds the stack.
// Reproduce that. The exact length depends on the functions that are on the stack.
export const commandArguments = (value) => {
  const list = stringsOf(value);
  if (list.length > 1000) [].push(...list);
  return list;
};
