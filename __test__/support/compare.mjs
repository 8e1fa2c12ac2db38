/**
 * Compares what two builders make of the same input, on all levels of the contract: value, bytes,
 * identity, shape and failure.
 */
import { types } from "node:util";
import { ownKeys } from "./own-keys.mjs";
import { isUnchanged, snapshot } from "./snapshot.mjs";

/** What `build` makes of `input`: the value that it returns or throws. */
export function outcomeOf(build, input) {
  try {
    return { value: build(input) };
  } catch (thrown) {
    return { thrown };
  }
}

/**
 * The first difference, as text that begins with its path, or null.
 *
 * Both builders run twice. What both expected results share is the caller's own, and has to be so in
 * the actual ones; everything else has to be fresh. The second actual result has to be as right as
 * the first: a builder may remember.
 */
export function difference(expectedBuild, actualBuild, input) {
  const taken = snapshot(input);
  const actual = outcomeOf(actualBuild, input);
  const again = outcomeOf(actualBuild, input);
  if (!isUnchanged(taken)) return "input: changed";
  const expected = outcomeOf(expectedBuild, input);
  const repeat = () => outcomeOf(expectedBuild, input);
  if ("thrown" in expected || "thrown" in actual)
    return failureDifference(expected, [actual, again], repeat);
  if ("thrown" in again) return `second call: throws ${describe(again.thrown)}`;
  const comparison = new Comparison();
  const found = comparison.compare(expected.value, actual.value, repeat().value, again.value);
  if (found !== null) return `result${found}`;
  // Plain data that does not differ has the same JSON text.
  return comparison.isPlain ? null : textDifference(expected.value, actual.value);
}

/** The first difference of the JSON texts. */
function textDifference(expected, actual) {
  const [left, right] = [expected, actual].map((value) => outcomeOf(JSON.stringify, value));
  if ("thrown" in left || "thrown" in right) return null;
  if (left.value === right.value) return null;
  let at = 0;
  while (left.value?.[at] === right.value?.[at]) at++;
  return `JSON text at ${at}: ${left.value?.slice(at, at + 60)} != ${right.value?.slice(at, at + 60)}`;
}

function failureDifference(expected, calls, repeat) {
  const isSame = (actual) => "thrown" in actual && Object.is(expected.thrown, actual.thrown);
  const isLike = (actual) =>
    "thrown" in actual && expected.thrown?.constructor === actual.thrown?.constructor;
  const doesThrow = "thrown" in expected;
  if (doesThrow && calls.every(isSame)) return null;
  if (doesThrow && calls.every(isLike) && !isOwn(expected.thrown, repeat())) return null;
  const show = (outcome) =>
    "thrown" in outcome ? `throws ${describe(outcome.thrown)}` : "returns a value";
  return `outcome: ${show(expected)} != ${calls.map(show).join(", then ")}`;
}

/** Whether what was thrown is the caller's own: then each call throws the same. */
const isOwn = (thrown, repeated) => "thrown" in repeated && Object.is(thrown, repeated.thrown);

function describe(value) {
  if (typeof value === "string") {
    return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}… (${value.length})` : value);
  }
  if (Object.is(value, -0)) return "-0";
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  try {
    return typeof value === "object" && value !== null
      ? `object ${JSON.stringify(value)?.slice(0, 80)}`
      : String(value);
  } catch {
    return typeof value;
  }
}

const isObject = (value) =>
  (typeof value === "object" && value !== null) || typeof value === "function";

const PLAIN = new Set([Object.prototype, Array.prototype]);

class Comparison {
  #actualOf = new Map();
  #expectedOf = new Map();

  /** Whether all objects that were compared are plain: without accessors, and written as they look. */
  isPlain = true;

  /** The first difference, which begins with the rest of its path. */
  compare(expected, actual, repeated, again) {
    if (!isObject(expected) || !isObject(actual)) {
      return Object.is(expected, actual) ? null : `: ${describe(expected)} != ${describe(actual)}`;
    }
    if (!isObject(again)) return `: ${describe(expected)} != ${describe(again)} of the second call`;
    if (expected === repeated) {
      return expected === actual && expected === again ? null : ": not the caller's object";
    }
    if (actual === again) return ": not fresh";
    const known = this.#actualOf.get(expected);
    if (known !== undefined || this.#expectedOf.has(actual)) {
      return known === actual ? null : ": identity differs";
    }
    this.#actualOf.set(expected, actual);
    this.#expectedOf.set(actual, expected);
    return this.#compareObjects(expected, actual, repeated, again);
  }

  #compareObjects(expected, actual, repeated, again) {
    const prototype = Object.getPrototypeOf(expected);
    if (prototype !== Object.getPrototypeOf(actual)) return ": prototype differs";
    const isArray = Array.isArray(expected);
    if (isArray !== Array.isArray(actual)) return ": array or not";
    if (Object.isExtensible(expected) !== Object.isExtensible(actual)) {
      return ": extensible or not";
    }
    this.isPlain &&= PLAIN.has(prototype) && !isExotic(expected) && !isExotic(actual);
    const keys = ownKeys(expected);
    const keysFound = keysDifference(keys, ownKeys(actual)) ?? keysDifference(keys, ownKeys(again));
    if (keysFound !== null) return keysFound;
    for (const key of keys) {
      const left = Object.getOwnPropertyDescriptor(expected, key);
      const right = Object.getOwnPropertyDescriptor(actual, key);
      if (left.get || left.set || right.get || right.set) this.isPlain = false;
      const found =
        flagsDifference(left, right) ??
        (isObject(left.value)
          ? this.compare(left.value, right.value, repeated[key], again[key])
          : this.#compareValues(left, right, again[key]));
      if (found !== null) return (isArray ? `[${String(key)}]` : `.${String(key)}`) + found;
    }
    return null;
  }

  /** Compares values of which the expected one is not an object; not what an accessor returns. */
  #compareValues(left, right, again) {
    const found = this.compare(left.value, right.value);
    return found ?? ("value" in right ? this.compare(left.value, again) : null);
  }
}

/** Whether the JSON text of an object may be another than its members show. */
const isExotic = (object) => types.isProxy(object) || types.isBoxedPrimitive(object);

function keysDifference(keys, actualKeys) {
  if (keys.length === actualKeys.length) {
    let at = 0;
    while (at < keys.length && keys[at] === actualKeys[at]) at++;
    if (at === keys.length) return null;
  }
  return `: keys ${describe(keys.map(String))} != ${describe(actualKeys.map(String))}`;
}

function flagsDifference(left, right) {
  if (left.writable !== right.writable) return ": writable differs";
  if (left.enumerable !== right.enumerable) return ": enumerable differs";
  return left.configurable === right.configurable ? null : ": configurable differs";
}
