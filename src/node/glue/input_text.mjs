// The input of buildJobManifest as text for Rust, read as the builder reads it. What the caller's code
// throws passes through.

import { hasToJson, utilTypes } from "./json.mjs";
import { INPUT_REQUEST, UNWRITABLE } from "./native.mjs";
import { isPlainObject } from "./values.mjs";

// The longest start of a string that is handed over, unless all of it is wanted.
const LONG = 4096;

const LEAF = { members: [] };

// Deeper and longer lists are left to the builder. The items of a list may be holes, which cost the
// caller nothing.
const DEEPEST = 500;
const MAX_ITEMS = 2 ** 20;

const lengthOf = (list) => Math.min(list.length, MAX_ITEMS);

// Kept, for the caller may replace it.
const jsonOf = JSON.stringify;

// The JSON text of a string: no `toJSON` is asked for one.
export const quoted = (text) => jsonOf(text.toWellFormed());

const startOf = (text) => (text.length > LONG ? text.trim().slice(0, LONG) : text);

export const isRevokedProxy = (value) => {
  try {
    Array.isArray(value);
    return false;
  } catch {
    return true;
  }
};

export const isReadable = (value) => !isRevokedProxy(value) && isPlainObject(value);

// Whether JSON has no text for the value: a cycle or a BigInt is in it. An object that is met again
// is not searched again, and one with a `toJSON` of the caller's is not searched.
const hasNoJson = (value, holders, searched) => {
  if (typeof value === "bigint") return !hasToJson(value);
  if (typeof value !== "object" || value === null) return false;
  if (isRevokedProxy(value)) return true;
  if (hasToJson(value)) return false;
  if (utilTypes().isBigIntObject(value)) return true;
  if (holders.has(value)) return true;
  if (searched.has(value) || holders.size > DEEPEST) return false;
  holders.add(value);
  const isArray = Array.isArray(value);
  const keys = isArray ? value : Object.keys(value);
  const length = lengthOf(keys);
  for (let i = 0; i < length; i++) {
    if (hasNoJson(value[isArray ? i : keys[i]], holders, searched)) return true;
  }
  holders.delete(value);
  searched.add(value);
  return false;
};

const writeOther = (is, members) => {
  const has = members.length > 0 ? `,"has":[${members.join()}]` : "";
  return `{"is":"${is}"${has}}`;
};

const writeMembers = (value, node) => {
  const members = [];
  const seen = new Set();
  for (let i = 0; i < node.members.length; i++) {
    const [name, inner] = node.members[i];
    seen.add(name);
    members.push(`[${quoted(name)},${writeValue(value[name], inner)}]`);
  }
  if (node.others && isPlainObject(value)) {
    for (const name of Object.keys(value)) {
      if (!seen.has(name)) members.push(`[${quoted(name)},${writeValue(value[name], LEAF)}]`);
    }
  }
  return members;
};

const writeList = (list, node) => {
  if (node.json && hasNoJson(list, new Set(), new WeakSet())) return writeOther(UNWRITABLE, []);
  if (!node.items) return "[]";
  const items = [];
  const length = lengthOf(list);
  for (let i = 0; i < length; i++) items.push(writeValue(list[i], node.items));
  return `[${items.join()}]`;
};

// The object that `key=value` settings may have as JSON text.
const parsedPairs = (text) => {
  if (!/^[\t\n\r ]*\{/.test(text)) return undefined;
  try {
    const parsed = JSON.parse(text);
    return isPlainObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
};

const writeObject = (value, node) => {
  if (isRevokedProxy(value)) return writeOther("a revoked proxy", []);
  if (node.id && typeof value[node.id] === "function") return quoted("text");
  if (Array.isArray(value)) {
    return node.required ? writeOther("array", writeMembers(value, node)) : writeList(value, node);
  }
  if (node.iterable && typeof value[Symbol.iterator] === "function") {
    return writeOther("iterable", []);
  }
  if (typeof value === "function" && !node.required) return writeOther("function", []);
  return writeOther(typeof value, writeMembers(value, node));
};

// The value as Rust's `validate_input/value.rs` reads it.
export const writeValue = (value, node) => {
  if (value === undefined || value === null) return "null";
  if (typeof value === "object" || typeof value === "function") return writeObject(value, node);
  if (node.required) return writeOther(typeof value, writeMembers(value, node));
  if (typeof value === "string") {
    const pairs = node.pairs ? parsedPairs(value) : undefined;
    if (pairs !== undefined) return writeObject(pairs, node);
    return quoted(node.pairs ? value : startOf(value));
  }
  if (typeof value === "boolean") return `${value}`;
  if (typeof value !== "number") return writeOther(typeof value, []);
  return Number.isFinite(value) ? `${value}` : writeOther(`${value}`, []);
};

export const writeInput = (input) => writeValue(input, INPUT_REQUEST);
