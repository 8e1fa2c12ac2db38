/**
 * Compares what two builders make of the same input, on all levels of the contract: value, bytes,
 * identity, shape and failure.
 */
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
 * The expected builder runs twice: what both of its results share is the caller's own, and has to
 * be so in the actual result; everything else has to be fresh.
 */
export function difference(expectedBuild, actualBuild, input) {
  const taken = snapshot(input);
  const actual = outcomeOf(actualBuild, input);
  const again = outcomeOf(actualBuild, input);
  if (!isUnchanged(taken)) return "input: changed";
  const expected = outcomeOf(expectedBuild, input);
  const repeated = outcomeOf(expectedBuild, input);
  if ("thrown" in expected || "thrown" in actual)
    return failureDifference(expected, actual, repeated);
  if ("thrown" in again) return `second call: throws ${describe(again.thrown)}`;
  const found = new Comparison().compare(expected.value, actual.value, repeated.value, again.value);
  if (found !== null) return `result${found}`;
  return difference.text(expected.value, actual.value);
}

/** The first difference of the JSON texts. */
difference.text = (expected, actual) => {
  const [left, right] = [expected, actual].map((value) => outcomeOf(JSON.stringify, value));
  if ("thrown" in left || "thrown" in right) return null;
  if (left.value === right.value) return null;
  let at = 0;
  while (left.value?.[at] === right.value?.[at]) at++;
  return `JSON text at ${at}: ${left.value?.slice(at, at + 60)} != ${right.value?.slice(at, at + 60)}`;
};

function failureDifference(expected, actual, repeated) {
  const show = (outcome) =>
    "thrown" in outcome ? `throws ${describe(outcome.thrown)}` : "returns a value";
  const isOwn = "thrown" in repeated && Object.is(expected.thrown, repeated.thrown);
  const isSame =
    "thrown" in expected && "thrown" in actual && isOwn
      ? Object.is(expected.thrown, actual.thrown)
      : expected.thrown?.constructor === actual.thrown?.constructor &&
        "thrown" in expected === "thrown" in actual;
  return isSame ? null : `outcome: ${show(expected)} != ${show(actual)}`;
}

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

class Comparison {
  #actualOf = new Map();
  #expectedOf = new Map();

  /** The first difference, which begins with the rest of its path. */
  compare(expected, actual, repeated, again) {
    if (!isObject(expected) || !isObject(actual)) {
      return Object.is(expected, actual) ? null : `: ${describe(expected)} != ${describe(actual)}`;
    }
    if (expected === repeated) return expected === actual ? null : ": not the caller's object";
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
    if (Object.getPrototypeOf(expected) !== Object.getPrototypeOf(actual)) {
      return ": prototype differs";
    }
    const isArray = Array.isArray(expected);
    if (isArray !== Array.isArray(actual)) return ": array or not";
    if (Object.isExtensible(expected) !== Object.isExtensible(actual)) {
      return ": extensible or not";
    }
    const keys = Reflect.ownKeys(expected);
    const actualKeys = Reflect.ownKeys(actual);
    if (keys.length !== actualKeys.length || keys.some((key, at) => key !== actualKeys[at])) {
      return `: keys ${describe(keys.map(String))} != ${describe(actualKeys.map(String))}`;
    }
    for (const key of keys) {
      const left = Object.getOwnPropertyDescriptor(expected, key);
      const right = Object.getOwnPropertyDescriptor(actual, key);
      const found =
        flagsDifference(left, right) ??
        this.compare(left.value, right.value, repeated[key], again[key]);
      if (found !== null) return (isArray ? `[${String(key)}]` : `.${String(key)}`) + found;
    }
    return null;
  }
}

function flagsDifference(left, right) {
  if (left.writable !== right.writable) return ": writable differs";
  if (left.enumerable !== right.enumerable) return ": enumerable differs";
  return left.configurable === right.configurable ? null : ": configurable differs";
}
