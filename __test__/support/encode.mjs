/**
 * Values as JSON that keeps what JSON loses. A value without JSON becomes an object with one member
 * whose name begins with "$":
 *
 *   $undefined, $number, $bigint, $symbol   a primitive
 *   $text, $many                            a long string, an object of many members: by its length
 *                                           and hash
 *   $input                                  an object of the caller, by its path in the input
 *   $same                                   an object that is also at another path of the value
 *   $entries                                an object that has a member whose name begins with "$"
 *   $odd                                    an object that is not plain
 */
import { createHash } from "node:crypto";
import { types } from "node:util";

const MANY = 64;

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

const isObject = (value) =>
  (typeof value === "object" && value !== null) || typeof value === "function";

const step = (path, owner, key) =>
  Array.isArray(owner) ? `${path}[${String(key)}]` : path ? `${path}.${String(key)}` : String(key);

function keysOf(object) {
  try {
    return Reflect.ownKeys(object);
  } catch {
    // A revoked proxy has no prototype to read.
    return [];
  }
}

/** The objects that `input` holds, each with its path. Getters are not called. */
function pathsOf(input) {
  const paths = new Map([[input, "input"]]);
  for (const [object, path] of paths) {
    for (const key of keysOf(object)) {
      const { value } = Object.getOwnPropertyDescriptor(object, key);
      if (isObject(value) && !paths.has(value)) paths.set(value, step(path, object, key));
    }
    if (types.isSet(object)) {
      for (const item of object) if (isObject(item)) paths.set(item, `${path}{${item.name}}`);
    }
  }
  return paths;
}

/** The JSON of `value`, the result for `input`; strings longer than `long` become their hash. */
export function encode(value, input, long = 1000) {
  const own = isObject(input) ? pathsOf(input) : new Map();
  const seen = new Map();

  function encodeString(string) {
    if (string.length <= long) return string;
    return { $text: { length: string.length, sha256: sha256(Buffer.from(string, "utf16le")) } };
  }

  function encodeObject(object, path) {
    if (own.has(object)) return { $input: own.get(object) };
    if (seen.has(object)) return { $same: seen.get(object) };
    seen.set(object, path);
    const isArray = Array.isArray(object);
    const prototype = isArray ? Array.prototype : Object.prototype;
    const keys = Reflect.ownKeys(object).filter((key) => !(isArray && key === "length"));
    const entries = keys.map((key) => {
      const descriptor = Object.getOwnPropertyDescriptor(object, key);
      const isPlain = descriptor.writable && descriptor.enumerable && descriptor.configurable;
      const inner = encodeAt(descriptor.value, step(path, object, key));
      return [String(key), isPlain ? inner : { $odd: { inner } }];
    });
    if (Object.getPrototypeOf(object) !== prototype || !Object.isExtensible(object)) {
      return { $odd: { type: Object.prototype.toString.call(object), entries } };
    }
    if (entries.length > MANY) {
      return { $many: { length: entries.length, sha256: sha256(JSON.stringify(entries)) } };
    }
    if (isArray) {
      const isDense = keys.length === object.length && keys.every((key, at) => key === `${at}`);
      return isDense ? entries.map(([, inner]) => inner) : { $odd: { entries } };
    }
    if (keys.some((key) => String(key).startsWith("$"))) return { $entries: entries };
    return Object.fromEntries(entries);
  }

  function encodeAt(value, path) {
    if (isObject(value)) return encodeObject(value, path);
    switch (typeof value) {
      case "string":
        return encodeString(value);
      case "undefined":
        return { $undefined: true };
      case "bigint":
        return { $bigint: String(value) };
      case "symbol":
        return { $symbol: String(value) };
      case "number":
        if (Object.is(value, -0)) return { $number: "-0" };
        return Number.isFinite(value) ? value : { $number: String(value) };
      default:
        return value;
    }
  }

  return encodeAt(value, "result");
}
