// The wake and other objects as JSON text.

const ifObject = (value) => (typeof value === "object" && value !== null ? value : undefined);

const utilTypes = () => process.getBuiltinModule("node:util").types;

const NO_BODIES = { bodies: NONE, trimmedBodies: NONE };

// Those that are not blank, as they are and trimmed.
const commentBodies = (wake) => {
  const comments = wake?.comments;
  if (!Array.isArray(comments)) return NO_BODIES;
  if (comments.length === 0 && !trimmed(wake.reason)) return NO_BODIES;
  const bodies = [];
  const trimmedBodies = [];
  each(comments, "ctx.context.paperclipWake.comments", (comment) => {
    const body = ifObject(comment)?.body;
    const inner = trimmed(body);
    if (!inner) return;
    bodies[bodies.length] = body;
    trimmedBodies[trimmedBodies.length] = inner;
  });
  joinable(trimmedBodies);
  return { bodies, trimmedBodies };
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

const MARK = "\u0000";

// Fewer long comments are not worth it.
const FEW = 8;

const isLong = (body) => typeof body === "string" && body.length >= LONG;

const hasLongBody = (comment) =>
  isDictionary(comment) && Object.hasOwn(comment, "body") && isLong(comment.body);

const hasToJson = (value) => typeof value.toJSON === "function";

// Text past V8's greatest length is V8's to refuse. A unit has at most six when it is escaped.
const canJoin = (json, bodies) => {
  let length = json.length;
  for (let i = 0; i < bodies.length; i++) length += 6 * bodies[i].length;
  return length < 2 ** 28;
};

// Bound functions and proxies show native code too, but no name.
const isNativeStringify = (value) => /^function stringify\(\) \{ \[native code\] \}$/.test(value);

// A copy of the wake with marks, which have to stand for just the comments that `build` has, in
// their order: those with a body of another kind, inherited say, are among these and get none.
const marked = (wake, longBodies) => {
  if (!isNativeStringify(JSON.stringify)) return undefined;
  // The copies are of this realm, the caller's objects need not be.
  if (hasToJson([]) || hasToJson({})) return undefined;
  // JSON text unwraps boxed primitives, whatever they call themselves.
  const { isBoxedPrimitive } = utilTypes();
  const isPlain = (value) => isDictionary(value) && !isBoxedPrimitive(value) && !hasToJson(value);
  if (!isPlain(wake)) return undefined;
  const copy = { ...wake };
  const { comments } = copy;
  if (!Array.isArray(comments) || hasToJson(comments)) return undefined;
  copy.comments = [];
  let marks = 0;
  // As V8 does: by index, whatever iterating gives.
  for (let i = 0; i < comments.length; i++) {
    let comment = comments[i];
    if (hasLongBody(comment) && isPlain(comment)) {
      comment = { ...comment };
      if (comment.body === longBodies[marks]) {
        comment.body = MARK;
        marks += 1;
      }
    }
    append(copy.comments, comment);
  }
  return marks === longBodies.length ? copy : undefined;
};

const wakeParts = (wake, bodies) => {
  if (bodies.length < FEW) return NONE;
  const longBodies = bodies.filter(isLong);
  if (longBodies.length < FEW) return NONE;
  try {
    const json = JSON.stringify(marked(wake, longBodies));
    const parts = json.split(`"\\u0000"`);
    return parts.length === longBodies.length + 1 && canJoin(json, bodies) ? parts : NONE;
  } catch {
    return NONE;
  }
};

const isBigInt = (value) => {
  if (typeof value !== "object" || value === null) return typeof value === "bigint";
  try {
    return typeof BigInt.prototype.valueOf.call(value) === "bigint";
  } catch {
    return false;
  }
};

const dateMethods = ["toJSON", "toISOString", "valueOf", "toString", Symbol.toPrimitive];
const dateFunctions = dateMethods.map((name) => Date.prototype[name]);

// Whether no code of the caller's runs when V8 makes JSON of a date.
const isPlainDate = (value) => {
  if (!utilTypes().isDate(value)) return false;
  for (let i = 0; i < dateMethods.length; i++) {
    if (value[dateMethods[i]] !== dateFunctions[i]) return false;
  }
  return true;
};

// Whether V8 refuses the value for a BigInt or a cycle in it. Where a `toJSON` of the caller's comes
// first, nobody can tell without running it again.
const isRefused = (value, holders) => {
  const isBig = isBigInt(value);
  if (!isBig && !isObject(value)) return false;
  if (hasToJson(value)) {
    if (isPlainDate(value)) return false;
    throw value;
  }
  if (isBig) return true;
  if (typeof value === "function") return false;
  // V8 asks those of strings and numbers for their value, and looks at no member.
  if (utilTypes().isBoxedPrimitive(value)) throw value;
  for (let i = 0; i < holders.length; i++) if (holders[i] === value) return true;
  append(holders, value);
  const isArray = Array.isArray(value);
  const keys = isArray ? value : Object.keys(value);
  for (let i = 0; i < keys.length; i++) {
    if (isRefused(value[isArray ? i : keys[i]], holders)) return true;
  }
  holders.length -= 1;
  return false;
};

const isUnwritable = (value) => {
  try {
    return isRefused(value, []);
  } catch {
    return false;
  }
};

// Only V8's own complaint about the value is put into clearer words; what the caller's code throws
// passes through.
const json = (value, path) => {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof TypeError && isUnwritable(value)) {
      throw new TypeError(
        `buildJobManifest: ${path} must be JSON: without cycles and BigInt values`,
      );
    }
    throw error;
  }
};
