// The glue of validateJobInput: the input as text for Rust, read as the builder reads it. What the
// caller's code throws passes through.

import { hasToJson, utilTypes } from "./json.mjs";
import {
  findInputFaults,
  INPUT_REQUEST,
  pathsOfTemplate,
  TEMPLATES,
  UNWRITABLE,
} from "./native.mjs";
import { isPlainObject, isString, nonEmptyString } from "./values.mjs";

// The longest start of a string that is handed over, unless all of it is wanted.
const LONG = 4096;

const LEAF = { members: [] };

// Deeper lists are left to the builder.
const MAX_DEPTH = 500;

// Names that are handed over as suggestions.
const MAX_NAMES = 100;

const { stringify } = JSON;

// The JSON text of a string: no `toJSON` is asked for one.
const quoted = (text) => stringify(text.toWellFormed());

const startOf = (text) => (text.length > LONG ? text.trim().slice(0, LONG) : text);

const isRevoked = (value) => {
  try {
    Array.isArray(value);
    return false;
  } catch {
    return true;
  }
};

const isReadable = (value) => !isRevoked(value) && isPlainObject(value);

// Whether JSON has no text for the value: a cycle or a BigInt is in it. An object that is met again
// is not searched again, and one with a `toJSON` of the caller's is not searched.
const hasNoJson = (value, holders, searched) => {
  if (typeof value === "bigint") return !hasToJson(value);
  if (typeof value !== "object" || value === null) return false;
  if (isRevoked(value)) return true;
  if (hasToJson(value)) return false;
  if (utilTypes().isBigIntObject(value)) return true;
  if (holders.has(value)) return true;
  if (searched.has(value) || holders.size > MAX_DEPTH) return false;
  holders.add(value);
  const isArray = Array.isArray(value);
  const keys = isArray ? value : Object.keys(value);
  for (let i = 0; i < keys.length; i++) {
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
    members.push(`[${quoted(name)},${write(value[name], inner)}]`);
  }
  if (node.others && isPlainObject(value)) {
    for (const name of Object.keys(value)) {
      if (!seen.has(name)) members.push(`[${quoted(name)},${write(value[name], LEAF)}]`);
    }
  }
  return members;
};

const writeList = (list, node) => {
  if (node.json && hasNoJson(list, new Set(), new WeakSet())) return writeOther(UNWRITABLE, []);
  if (!node.items) return "[]";
  const items = [];
  for (let i = 0; i < list.length; i++) items.push(write(list[i], node.items));
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
  if (isRevoked(value)) return writeOther("a revoked proxy", []);
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
const write = (value, node) => {
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

// What templates reach: `template.mjs` resolves the same names.
const rootsOf = ({ runId, agent, context }) => {
  const { id, companyId } = agent;
  return {
    agentId: id,
    companyId,
    runId,
    company: { id: companyId },
    agent,
    run: { id: runId, source: "" },
    context,
  };
};

const missing = (path, depth, value) => {
  const names = isReadable(value) ? Object.keys(value).slice(0, MAX_NAMES) : [];
  const texts = names.map(quoted).join();
  return `{"path":${quoted(path)},"depth":${depth},"endsInNull":${value === null},"names":[${texts}]}`;
};

// Where a path leads to nothing, as text; `undefined` where it leads to something.
const followed = (path, roots) => {
  let value = roots;
  const names = path.split(".");
  for (let depth = 0; depth < names.length; depth++) {
    if (!isReadable(value)) return missing(path, depth, value);
    const next = value[names[depth]];
    if (next === undefined || typeof next === "function" || typeof next === "symbol") {
      return missing(path, depth, value);
    }
    value = next;
  }
  return undefined;
};

const isNullish = (value) => value === undefined || value === null;

const templatesOf = (ctx) => {
  const config = isNullish(ctx) ? undefined : ctx.config;
  return TEMPLATES.map((name) => (isReadable(config) ? (nonEmptyString(config[name]) ?? "") : ""));
};

const missingOf = (ctx, templates) => {
  if (isNullish(ctx) || isNullish(ctx.agent) || isRevoked(ctx.agent)) return [];
  const roots = rootsOf(ctx);
  const paths = new Set(templates.flatMap((template) => JSON.parse(pathsOfTemplate(template))));
  return [...paths].map((path) => followed(path, roots)).filter(isString);
};

const failOption = (name, expected, value) => {
  const found = value === null ? "null" : typeof value;
  throw new TypeError(`validateJobInput: ${name} must be ${expected}, but it is ${found}`);
};

const byDesignOf = (options) => {
  if (typeof options !== "object" || options === null) failOption("options", "an object", options);
  const { byDesign = false } = options;
  if (typeof byDesign !== "boolean") failOption("byDesign", "a boolean", byDesign);
  return byDesign;
};

export const validateJobInput = (input, options = {}) => {
  const byDesign = byDesignOf(options);
  const text = write(input, INPUT_REQUEST);
  const ctx = isNullish(input) || isRevoked(input) ? undefined : input.ctx;
  const readable = isNullish(ctx) || isRevoked(ctx) ? undefined : ctx;
  const templates = templatesOf(readable);
  const given = `{"input":${text},"missing":[${missingOf(readable, templates).join()}],"byDesign":${byDesign}}`;
  const findings = findInputFaults(given, ...templates);
  return findings === undefined ? [] : JSON.parse(findings);
};
