// What the reader and the assembler call. `texts` and `build` are native; `ledger` and `plan` are
// Int32Arrays that both sides see.

const { apply } = Reflect;

const fail = (path, expected, value) => {
  const found = value === null ? "null" : typeof value;
  throw new TypeError(`buildJobManifest: ${path} must be ${expected}, but it is ${found}`);
};

// Methods of arrays may be replaced by the caller.
const append = (array, ...items) => {
  for (let i = 0; i < items.length; i++) array[array.length] = items[i];
  return array;
};

// Reading

const isObject = (value) =>
  (typeof value === "object" && value !== null) || typeof value === "function";

const isDictionary = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const dictionary = (value) => (isDictionary(value) ? value : {});

const object = (value, path, expected = "an object") =>
  value === null || value === undefined ? fail(path, expected, value) : value;

const string = (value) => (typeof value === "string" && value !== "" ? value : undefined);

const number = (value) => (typeof value === "number" && Number.isFinite(value) ? value : undefined);

const positive = (value) => (number(value) > 0 ? value : undefined);

const decimal = (value) => (value === undefined ? undefined : `${value}`);

const text = (value) => (typeof value === "string" ? value : `${value}`);

const filledArray = (value) => (Array.isArray(value) && value.length > 0 ? value : undefined);

const nonEmpty = (value, path) => (object(value, path, "an array").length > 0 ? value : undefined);

const isString = (value) => typeof value === "string";

const strings = (value) => (Array.isArray(value) ? value.filter(isString) : []);

// The original spreads this list over a call, which the engine refuses past a length that
// depends on its stack; so does this one.
const argumentStrings = (value) => {
  const list = strings(value);
  if (list.length > 50000) [].push(...list);
  return list;
};

// Ids other than strings: whatever has the methods of a string that a slug needs.
const slug = (id, path) => {
  if (typeof object(id, path, "a string").toLowerCase !== "function") fail(path, "a string", id);
  return text(
    id
      .toLowerCase()
      .replace(/[^a-z0-9-]/g, "")
      .slice(0, 16),
  );
};

const quote = (argument, path) => {
  if (typeof argument.replace !== "function") fail(path, "a string", argument);
  return `'${argument.replace(/'/g, "'\\''")}'`;
};

// Each read of `process.env` is a call into the system's environment, whose variables are strings:
// only what is needed is read. Of an object that stands in for it, everything is.
const systemEnv = process.env;

const ownApiUrl = (env) => env.PAPERCLIP_API_URL ?? env.PAPERCLIP_RUNTIME_API_URL;

const listenHost = (env) => {
  const host = env.PAPERCLIP_LISTEN_HOST ?? env.HOST ?? "localhost";
  if (typeof host === "string") return host;
  const trimmed = typeof host.trim === "function" ? host.trim() : undefined;
  return typeof trimmed === "string" ? trimmed : fail("process.env.HOST", "a string", host);
};

const listenPort = (env) => text(env.PAPERCLIP_LISTEN_PORT ?? env.PORT ?? "3100");

// Stepped by hand: the engine's own complaint would quote what the iterator returns.
const list = (iterable, path) => {
  if (typeof object(iterable, path, "iterable")[Symbol.iterator] !== "function") {
    fail(path, "iterable", iterable);
  }
  const items = [];
  const iterator = iterable[Symbol.iterator]();
  const { next } = iterator;
  for (;;) {
    const step = apply(next, iterator, []);
    if (!isObject(step)) fail(`${path}'s iterator result`, "an object", step);
    if (step.done) return items;
    append(items, step.value);
  }
};

const column = (rows, name, path) => {
  const values = [];
  for (let i = 0; i < rows.length; i++) values[i] = object(rows[i], `${path}[${i}]`)[name];
  return values;
};

const secretRows = (iterable) => {
  const path = "selfPod.secretVolumes";
  const items = list(iterable, path);
  const rows = [];
  for (let i = 0; i < items.length; i++) {
    const volume = object(items[i], `${path}[${i}]`);
    const { volumeName, secretName, defaultMode, mountPath } = volume;
    append(rows, volumeName, secretName, defaultMode, mountPath);
  }
  return rows;
};

const appendStrings = (names, values, source) => {
  const added = Object.keys(dictionary(source));
  for (let i = 0; i < added.length; i++) {
    const value = source[added[i]];
    if (typeof value === "string") {
      append(names, added[i]);
      append(values, value);
    }
  }
  return names;
};

// `__proto__` is left out: assigned to an object, a string there is lost.
const pairs = (source) => {
  const flat = [];
  const keys = Object.keys(source);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    const value = source[key];
    if (typeof value === "string" && key !== "__proto__") append(flat, key, value);
  }
  return flat;
};

// The flat array of the pairs, or text that is no JSON object, which the native side reads.
const keyValue = (source) => {
  if (typeof source !== "string") return isDictionary(source) ? pairs(source) : [];
  if (!/^[ \t\n\r]*\{/.test(source)) return source;
  let parsed;
  try {
    parsed = JSON.parse(source);
  } catch {
    return source;
  }
  return isDictionary(parsed) ? pairs(parsed) : source;
};

const wakeObject = (value) => (typeof value === "object" && value !== null ? value : undefined);

const commentBodies = (wake) => {
  const bodies = [];
  const comments = wake?.comments;
  if (!Array.isArray(comments)) return bodies;
  for (const comment of comments) {
    if (typeof comment === "object" && comment !== null) {
      const { body } = comment;
      if (typeof body === "string") append(bodies, body);
    }
  }
  return bodies;
};

const wakeJson = (wake) => {
  if (wake === undefined) return undefined;
  try {
    const json = JSON.stringify(wake);
    return json === "{}" ? undefined : json;
  } catch {
    return undefined;
  }
};

// V8 quotes long strings slowly, and `build` has read the comments already. So V8 makes the JSON
// text of the wake with a mark for each long comment, and `build` puts these in. That works only
// where the mark stands nowhere else and nothing looks at the comments while V8 does.

const nativeStringify = /\{ \[native code\] \}$/.test(JSON.stringify) ? JSON.stringify : undefined;

const MARK = "\u0000";

const isPlain = (value) =>
  Object.prototype.toString.call(value) === "[object Object]" && typeof value.toJSON !== "function";

const markLong = (comment) => {
  if (!isDictionary(comment) || !isPlain(comment)) return comment;
  const copy = { ...comment };
  if (Object.hasOwn(copy, "body") && isLong(copy.body)) copy.body = MARK;
  return copy;
};

const isLong = (body) => typeof body === "string" && body.length >= LONG;

const wakeParts = (wake, bodies) => {
  const count = bodies.filter(isLong).length;
  if (count < 8 || JSON.stringify !== nativeStringify || !isPlain(wake)) return [];
  const copy = { ...wake };
  const comments = copy.comments;
  if (!Array.isArray(comments) || typeof comments.toJSON === "function") return [];
  copy.comments = Array.from(comments, markLong);
  try {
    const parts = JSON.stringify(copy).split(`"\\u0000"`);
    return parts.length === count + 1 ? parts : [];
  } catch {
    return [];
  }
};

// Only V8's own complaint about the value is put into clearer words; what the caller's code
// throws passes through. V8 throws its own from JSON.stringify called right here.
const json = (value, path) => {
  try {
    return JSON.stringify(value);
  } catch (error) {
    const own =
      /^TypeError: (Converting circular structure|Do not know how)(?:(?!\n {4}at )[\s\S])*\n {4}at JSON\.stringify \(<anonymous>\)\n {4}at json \(/;
    if (error instanceof TypeError && own.test(error.stack)) {
      throw new TypeError(
        `buildJobManifest: ${path} must be JSON: without cycles and BigInt values`,
      );
    }
    throw error;
  }
};

const send = (lists, total) => {
  let chunk = new Array(Math.min(total, CHUNK));
  let sent = 0;
  let filled = 0;
  for (let i = 0; i < lists.length; i++) {
    const items = lists[i];
    for (let j = 0; j < items.length; j++) {
      chunk[filled++] = items[j];
      if (filled === chunk.length) {
        apply(texts, undefined, chunk);
        sent += filled;
        filled = 0;
        if (total - sent < CHUNK) chunk = new Array(total - sent);
      }
    }
  }
};

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

const concat = (...parts) => {
  let whole = "";
  for (let i = 0; i < parts.length; i++) whole += parts[i];
  return whole;
};

// `plan` tells for each entry where its name and its value are. An index below that of `names` is
// one of the known variables, one from there on a given one, and a negative value is made. The
// first two numbers count the entries and the indexes of `valueFrom` entries that follow them.
const env = (fields, made) => {
  const { env_names: names, env_values: values, value_from: sources } = fields;
  const known = knownValues(fields);
  const entries = [];
  let at = 2;
  for (const end = at + 2 * plan[0]; at < end; at += 2) {
    const name = plan[at];
    const value = plan[at + 1];
    append(entries, {
      name: name < KNOWN.length ? KNOWN[name] : names[name - KNOWN.length],
      value:
        value < 0
          ? made[-1 - value]
          : value < KNOWN.length
            ? known[value]
            : values[value - KNOWN.length],
    });
  }
  for (const end = at + plan[1]; at < end; at++) append(entries, sources[plan[at]]);
  return entries;
};

let plan = firstPlan;

const setPlan = (longer) => {
  plan = longer;
};
