// Objects of the caller's as JSON text.

// Asked for where it is needed, which is where something is wrong, and once.
let types;
export const utilTypes = () => {
  types ??= process.getBuiltinModule("node:util").types;
  return types;
};

export const hasToJson = (value) => typeof value.toJSON === "function";

const isBigInt = (value) => {
  if (typeof value !== "object" || value === null) return typeof value === "bigint";
  return utilTypes().isBigIntObject(value);
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
// first, only running it again would show: that throws.
const isRefused = (value, holders) => {
  const isBig = isBigInt(value);
  if (!isBig && (typeof value !== "object" || value === null) && typeof value !== "function") {
    return false;
  }
  if (hasToJson(value)) {
    if (isPlainDate(value)) return false;
    throw value;
  }
  if (isBig) return true;
  if (typeof value === "function") return false;
  // V8 asks those of strings and numbers for their value, and looks at no member.
  if (utilTypes().isBoxedPrimitive(value)) throw value;
  if (holders.has(value)) return true;
  holders.add(value);
  const isArray = Array.isArray(value);
  const keys = isArray ? value : Object.keys(value);
  for (let i = 0; i < keys.length; i++) {
    if (isRefused(value[isArray ? i : keys[i]], holders)) return true;
  }
  holders.delete(value);
  return false;
};

const isUnwritable = (value) => {
  try {
    return isRefused(value, new Set());
  } catch {
    return false;
  }
};

// Only V8's own error about the value is put into clearer words; what the caller's code throws
// passes through.
export const toJson = (value, path) => {
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
