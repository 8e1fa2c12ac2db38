// Deciding

const resolve = (fields, path) => {
  const { agent_id: agentId, company_id: companyId, run_id: runId, agent, context } = fields;
  let value = {
    agentId,
    companyId,
    runId,
    company: { id: companyId },
    agent,
    run: { id: runId, source: "on_demand" },
    context,
  };
  for (const name of path.split(".")) {
    if (!isDictionary(value)) return "";
    value = value[name];
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
  try {
    value = JSON.stringify(value);
  } catch {
    return "";
  }
  return text(value);
};

// Assembling

// The functions that make results, by shape.
const makers = new Array(SHAPES).fill();

const setMaker = (maker) => {
  makers[ledger[SHAPE]] = maker;
};

const listOf = (...items) => items;

const { slice } = String.prototype;

// `build` returns the short texts in one, to be cut where the ledger says, or a list of this and
// the long ones, whose places are negative.
const madeText = (made, number) => {
  const place = TEXTS + 2 * number;
  const start = ledger[place];
  if (start < 0) return made[-start];
  return apply(slice, typeof made === "string" ? made : made[0], [start, ledger[place + 1]]);
};

const concat = (...parts) => {
  let whole = "";
  for (let i = 0; i < parts.length; i++) whole += parts[i];
  return whole;
};

let plan = firstPlan;

const setPlan = (longer) => {
  plan = longer;
};

// `plan` tells for each entry where its name and its value are. An index below that of `names` is
// one of the known variables, one from there on a given one, and a negative value is a text that
// was made. The first two numbers count the entries and the indexes of `valueFrom` entries that
// follow them.
const env = (fields, made) => {
  const { env_names: names, env_values: values, value_from: sources } = fields;
  const entries = [];
  let at = 2;
  for (const end = at + 2 * plan[0]; at < end; at += 2) {
    const name = plan[at];
    const value = plan[at + 1];
    entries[entries.length] = {
      name: name < KNOWN.length ? KNOWN[name] : names[name - KNOWN.length],
      value:
        value < 0
          ? madeText(made, -1 - value)
          : value < KNOWN.length
            ? knownValue(fields, value)
            : values[value - KNOWN.length],
    };
  }
  for (const end = at + plan[1]; at < end; at++) entries[entries.length] = sources[plan[at]];
  return entries;
};
