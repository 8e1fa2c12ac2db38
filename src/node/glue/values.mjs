// Single values: which ones count, and what replaces the others.

import { fail } from "./errors.mjs";

// In place of every object without members: nothing is added to it.
export const EMPTY = {};

export const isString = (value) => typeof value === "string";

// Objects as configuration has them: not null, not an array. Functions do not count.
export const isPlainObject = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const plainObjectOrEmpty = (value) => (isPlainObject(value) ? value : EMPTY);

// Anything that has members: property reads do not throw on it.
export const requireObject = (value, path, expected = "an object") =>
  value === null || value === undefined ? fail(path, expected, value) : value;

export const nonEmptyString = (value) =>
  typeof value === "string" && value !== "" ? value : undefined;

const isVisible = (unit) => unit > 0x20 && unit < 0x7f;

// Most texts begin and end with a visible character: looking at both costs 5 ns, `trim` 18.
const withoutMargins = (text) => {
  const { length } = text;
  const isTrimmed =
    length > 0 && isVisible(text.charCodeAt(0)) && isVisible(text.charCodeAt(length - 1));
  return isTrimmed ? text : text.trim();
};

// Short enough for V8 to put it into the reader, which asks for many members that are not there.
export const trimmed = (value) => (typeof value === "string" ? withoutMargins(value) : undefined);

export const finiteNumber = (value) =>
  typeof value === "number" && Number.isFinite(value) ? value : undefined;

export const positiveNumber = (value) => (finiteNumber(value) > 0 ? value : undefined);

export const decimal = (value) => (value === undefined ? undefined : `${value}`);

export const textOfValue = (value) => (typeof value === "string" ? value : `${value}`);

export const nonEmptyArray = (value) =>
  Array.isArray(value) && value.length > 0 ? value : undefined;

// Whatever has a length greater than zero.
export const nonEmptyList = (value, path) =>
  requireObject(value, path, "an array").length > 0 ? value : undefined;

// The slug of an id other than a string: whatever has the methods of one that a slug needs.
export const slug = (id, path) => {
  if (typeof requireObject(id, path, "a string").toLowerCase !== "function") {
    fail(path, "a string", id);
  }
  return textOfValue(
    id
      .toLowerCase()
      .replace(/[^a-z0-9-]/g, "")
      .slice(0, 16),
  );
};
