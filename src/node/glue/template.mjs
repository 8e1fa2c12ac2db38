// The values of placeholders that Rust does not know.

import { RUN_SOURCE } from "./native.mjs";
import { isPlainObject, textOfValue } from "./values.mjs";

const valueAt = (root, names) => {
  let value = root;
  for (let i = 0; i < names.length; i++) {
    if (!isPlainObject(value)) return undefined;
    value = value[names[i]];
  }
  return value;
};

const rootOf = ({ agent_id: agentId, company_id: companyId, run_id: runId, agent, context }) => ({
  agentId,
  companyId,
  runId,
  company: { id: companyId },
  agent,
  run: { id: runId, source: RUN_SOURCE },
  context,
});

const CONTEXT = "context.";

// The text in place of a placeholder. Most are members of the context.
export const resolvePath = (fields, path) => {
  let value;
  if (path.startsWith(CONTEXT)) {
    const { context } = fields;
    const rest = path.slice(CONTEXT.length);
    if (rest.includes(".")) value = valueAt(context, rest.split("."));
    else if (isPlainObject(context)) value = context[rest];
  } else {
    value = valueAt(rootOf(fields), path.split("."));
  }
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
