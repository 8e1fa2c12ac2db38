// The wake and other objects as JSON text.

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

const isLong = (body) => typeof body === "string" && body.length >= LONG;

const hasLongBody = (comment) =>
  isDictionary(comment) && Object.hasOwn(comment, "body") && isLong(comment.body);

// The marks have to stand for just the comments that `build` has: those with a body of another
// kind, inherited say, are among them and get no mark.
const wakeParts = (wake, bodies) => {
  const count = bodies.filter(isLong).length;
  if (count < 8 || JSON.stringify !== nativeStringify) return [];
  try {
    if (!isPlain(wake)) return [];
    const copy = { ...wake };
    const comments = copy.comments;
    if (!Array.isArray(comments) || typeof comments.toJSON === "function") return [];
    let marks = 0;
    copy.comments = Array.from(comments, (comment) => {
      if (!hasLongBody(comment) || !isPlain(comment)) return comment;
      const marked = { ...comment };
      if (isLong(marked.body)) {
        marked.body = MARK;
        marks += 1;
      }
      return marked;
    });
    const parts = JSON.stringify(copy).split(`"\\u0000"`);
    return marks === count && parts.length === count + 1 ? parts : [];
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
