// Renders templates, the short ones that have come before here and the others in Rust.

import { DEFAULT_PARTS, DEFAULT_TEMPLATE, RUN_SOURCE, renderTemplate } from "./native.mjs";
import { isPlainObject, textOfValue, trimmed } from "./values.mjs";

const PLACEHOLDER = /\{\{\s*([a-zA-Z0-9_.-]+)\s*\}\}/;

// Longer templates and those with more placeholders are rendered in Rust, which takes 20 ns for a
// placeholder among many; V8 takes 50.
const LONG_TEMPLATE = 4096;
const MANY_PLACEHOLDERS = 64;

// The units of all templates that are remembered.
const MOST_REMEMBERED = 1 << 19;

const valueAt = (root, names) => {
  let value = root;
  for (let i = 0; i < names.length; i++) {
    if (!isPlainObject(value)) return undefined;
    value = value[names[i]];
  }
  return value;
};

const textInPlaceOf = (value) => {
  switch (typeof value) {
    case "string":
      return value;
    case "number":
    case "boolean":
      return `${value}`;
    case "undefined":
      return "";
  }
  if (value === null) return "";
  let json;
  try {
    json = JSON.stringify(value);
  } catch {
    return "";
  }
  return textOfValue(json);
};

// The text in place of a placeholder.
export const resolvePath = (data, path) => textInPlaceOf(valueAt(data, path.split(".")));

// V8 finds a member faster by a name that it has seen as one.
const asMemberName = (name) => Object.keys({ [name]: 0 })[0];

// The texts between placeholders, and between them the names of each path.
const partsOf = (template) => {
  const parts = template.split(PLACEHOLDER);
  for (let i = 1; i < parts.length; i += 2) parts[i] = parts[i].split(".").map(asMemberName);
  return parts;
};

// The parts of short templates, of which an agent has one for all its runs. A template is only split
// when it comes for the second time, since splitting takes longer than rendering it in Rust.
const rememberedTemplates = new Map();
let remembered = 0;

// Comparing with the last template takes 15 ns, finding a new string in the map 100.
let lastTemplate = { template: DEFAULT_TEMPLATE, parts: DEFAULT_PARTS };
rememberedTemplates.set(DEFAULT_TEMPLATE, lastTemplate);

const remember = (template) => {
  remembered += template.length;
  if (remembered > MOST_REMEMBERED) {
    rememberedTemplates.clear();
    remembered = template.length;
  }
  rememberedTemplates.set(template, { template, parts: undefined });
};

// The parts of a template, unless Rust has to render it.
const knownPartsOf = (template) => {
  if (template === lastTemplate.template) return lastTemplate.parts;
  if (template.length > LONG_TEMPLATE) return undefined;
  const found = rememberedTemplates.get(template);
  if (found === undefined) return remember(template);
  found.parts ??= partsOf(template);
  if (found.parts.length > 2 * MANY_PLACEHOLDERS) return undefined;
  lastTemplate = found;
  return found.parts;
};

const dataOf = (ctx, agent, context) => {
  const { id: agentId, companyId } = agent;
  const { runId } = ctx;
  return {
    agentId,
    companyId,
    runId,
    company: { id: companyId },
    agent,
    run: { id: runId, source: RUN_SOURCE },
    context,
  };
};

const render = (template, ctx, agent, context) => {
  if (!template.includes("{{")) return template;
  const data = dataOf(ctx, agent, context);
  const parts = knownPartsOf(template);
  if (parts === undefined) return renderTemplate(template, data);
  let text = parts[0];
  for (let i = 1; i < parts.length; i += 2) {
    text += textInPlaceOf(valueAt(data, parts[i])) + parts[i + 1];
  }
  return text;
};

// A session that resumes has read this section before.
export const renderBootstrap = (template, session, ctx, agent, context) =>
  session || template === undefined ? "" : trimmed(render(template, ctx, agent, context));

// Where a session resumes and the wake says something, the template is not even evaluated.
export const renderHeartbeat = (template, session, wake, ctx, agent, context) =>
  session && wake.section !== "" ? "" : render(template ?? DEFAULT_TEMPLATE, ctx, agent, context);

const BRACE = 0x7b;

// Whether the text of a template is blank. It is not where the template begins with a visible
// character; looking at the text itself would make V8 copy it into one piece.
export const isBlank = (text, template = DEFAULT_TEMPLATE) => {
  const first = template.charCodeAt(0);
  const isVisible = first > 0x20 && first < 0x7f && first !== BRACE;
  return !isVisible && text.trim() === "";
};
