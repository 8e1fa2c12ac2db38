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

// Stand for every list without items and every object without members: nothing is added to them.
const NONE = [];
const NOTHING = {};

const isObject = (value) =>
  (typeof value === "object" && value !== null) || typeof value === "function";

const isDictionary = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const dictionary = (value) => (isDictionary(value) ? value : NOTHING);

const object = (value, path, expected = "an object") =>
  value === null || value === undefined ? fail(path, expected, value) : value;

const string = (value) => (typeof value === "string" && value !== "" ? value : undefined);

const number = (value) => (typeof value === "number" && Number.isFinite(value) ? value : undefined);

const positive = (value) => (number(value) > 0 ? value : undefined);

const decimal = (value) => (value === undefined ? undefined : `${value}`);

const text = (value) => (typeof value === "string" ? value : `${value}`);

const filledArray = (value) => (Array.isArray(value) && value.length > 0 ? value : undefined);

const trimmed = (value) => (typeof value === "string" ? value.trim() : undefined);

const nonEmpty = (value, path) => (object(value, path, "an array").length > 0 ? value : undefined);

const isString = (value) => typeof value === "string";

// The strings that count. A `filter` of the caller's own may return anything, whose members must
// not be read later.
const strings = (value, counts = isString) => {
  if (!Array.isArray(value)) return NONE;
  const found = value.filter(isString);
  const copy = [];
  for (let i = 0; i < found.length; i++) {
    const item = found[i];
    if (isString(item) && counts(item)) copy[copy.length] = item;
  }
  return copy;
};

// Texts that are to be joined, which V8 refuses where they are too long together.
const joinable = (texts) => {
  let length = 0;
  for (let i = 0; i < texts.length; i++) length += texts[i].length;
  if (length > MAX_LENGTH) throw new RangeError("Invalid string length");
  return texts;
};

// The original spreads this list over a call, which the engine refuses past a length that
// depends on its stack; so does this one.
const argumentStrings = (value) => {
  const list = strings(value);
  if (list.length > 50000) [].push(...list);
  return joinable(list);
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
