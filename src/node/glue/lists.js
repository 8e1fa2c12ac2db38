// Lists: what is iterated, what is enumerated, and how texts are sent.

const arrayIterator = [][Symbol.iterator];

const isPlainArray = (value) => Array.isArray(value) && value[Symbol.iterator] === arrayIterator;

const each = (iterable, path, visit) => {
  if (isPlainArray(iterable)) {
    for (const item of iterable) visit(item);
  } else {
    iterate(iterable, path, visit);
  }
};

// Stepped by hand: the engine's own complaint would quote what the iterator returns.
const iterate = (iterable, path, visit) => {
  if (typeof object(iterable, path, "iterable")[Symbol.iterator] !== "function") {
    fail(path, "iterable", iterable);
  }
  const iterator = iterable[Symbol.iterator]();
  const { next } = object(iterator, `${path}'s iterator`);
  if (typeof next !== "function") fail(`${path}'s iterator's next`, "a function", next);
  for (;;) {
    const step = apply(next, iterator, []);
    if (!isObject(step)) fail(`${path}'s iterator result`, "an object", step);
    if (step.done) return;
    visit(step.value);
  }
};

// Each item is read when it comes, since it may be the same object again, changed.
const list = (iterable, path, visit) => {
  if (isPlainArray(iterable) && iterable.length === 0) return NONE;
  const items = [];
  each(iterable, path, (item) => {
    visit(item ?? fail(`${path}[${items.length}]`, "an object", item));
    items[items.length] = item;
  });
  return items;
};

const secretRows = (iterable) => {
  const rows = [];
  list(iterable, "selfPod.secretVolumes", ({ volumeName, secretName, defaultMode, mountPath }) => {
    append(rows, volumeName, secretName, defaultMode, mountPath);
  });
  return rows;
};

const appendStrings = (names, values, source) => {
  if (!isDictionary(source)) return names;
  const added = Object.keys(source);
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
  if (typeof source !== "string") return isDictionary(source) ? pairs(source) : NONE;
  if (!/^[ \t\n\r]*\{/.test(source)) return source;
  try {
    return pairs(JSON.parse(source));
  } catch {
    return source;
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
