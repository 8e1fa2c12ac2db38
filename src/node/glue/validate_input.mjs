// The glue of validateJobInput: the input as text for Rust, with where its placeholders lead.

import { isReadable, isRevokedProxy, quoted, writeInput } from "./input_text.mjs";
import { findInputFaults, pathsOfTemplate, TEMPLATES } from "./native.mjs";
import { isString, nonEmptyString } from "./values.mjs";

// Names that are handed over as suggestions, of each object once: many paths may end at one. Rust
// compares no longer ones.
const MAX_NAMES = 100;
const MAX_NAME = 100;

const isShort = (name) => name.length <= MAX_NAME;

const namesAsText = (object) =>
  `[${Object.keys(object).slice(0, MAX_NAMES).filter(isShort).map(quoted).join()}]`;

// The lists of names, as text, and the place of each object's.
const suggestions = () => {
  const places = new Map();
  const lists = [];
  const placeOf = (value) => {
    if (!isReadable(value)) return -1;
    let place = places.get(value);
    if (place === undefined) {
      place = lists.push(namesAsText(value)) - 1;
      places.set(value, place);
    }
    return place;
  };
  return { lists, placeOf };
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

// Where a path leads to nothing, as text; `undefined` where it leads to something.
const followed = (path, roots, placeOf) => {
  let value = roots;
  const missing = (depth) =>
    `{"path":${quoted(path)},"depth":${depth},"endsInNull":${value === null},"names":${placeOf(value)}}`;
  const names = path.split(".");
  for (let depth = 0; depth < names.length; depth++) {
    if (!isReadable(value)) return missing(depth);
    const next = value[names[depth]];
    if (next === undefined || typeof next === "function" || typeof next === "symbol") {
      return missing(depth);
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

const missingOf = (ctx, templates, placeOf) => {
  if (isNullish(ctx) || isNullish(ctx.agent) || isRevokedProxy(ctx.agent)) return [];
  const roots = rootsOf(ctx);
  const paths = new Set(templates.flatMap((template) => JSON.parse(pathsOfTemplate(template))));
  return [...paths].map((path) => followed(path, roots, placeOf)).filter(isString);
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
  const text = writeInput(input);
  const ctx = isNullish(input) || isRevokedProxy(input) ? undefined : input.ctx;
  const readable = isNullish(ctx) || isRevokedProxy(ctx) ? undefined : ctx;
  const templates = templatesOf(readable);
  const { lists, placeOf } = suggestions();
  const missing = missingOf(readable, templates, placeOf).join();
  const given = `{"input":${text},"missing":[${missing}],"names":[${lists.join()}],"byDesign":${byDesign}}`;
  const findings = findInputFaults(given, ...templates);
  return findings === undefined ? [] : JSON.parse(findings);
};
