/** What objects hold, to see later whether it is still the same. */
import { ownKeys } from "./own-keys.mjs";

const isObject = (value) =>
  (typeof value === "object" && value !== null) || typeof value === "function";

/** The keys of an object; none of a proxy that refuses to say, such as a revoked one. */
function keysOf(object) {
  try {
    return ownKeys(object);
  } catch {
    return null;
  }
}

/** Hands every part of `object` to `visit`, and whether it is a member, until that returns false. */
function everyPart(object, visit) {
  const keys = keysOf(object);
  if (keys === null) return true;
  if (!visit(Object.getPrototypeOf(object))) return false;
  if (!visit(Object.isExtensible(object)) || !visit(keys.length)) return false;
  for (const key of keys) {
    const found = Object.getOwnPropertyDescriptor(object, key);
    const flags = found.enumerable | (found.configurable << 1) | (found.writable << 2);
    if (!visit(key) || !visit(flags) || !visit(found.value, true)) return false;
    if (found.get !== undefined && !visit(found.get)) return false;
    if (found.set !== undefined && !visit(found.set)) return false;
  }
  return true;
}

/** Every object that can be reached from `root` by own properties, and the parts of all. */
export function snapshot(root) {
  const objects = new Set(isObject(root) ? [root] : []);
  const parts = [];
  for (const object of objects) {
    everyPart(object, (part, isMember) => {
      if (isMember && isObject(part)) objects.add(part);
      return parts.push(part);
    });
  }
  return { objects, parts };
}

/** Whether the objects of a snapshot still hold what they held when it was taken. */
export function isUnchanged({ objects, parts }) {
  let at = 0;
  const isSame = (part) => Object.is(part, parts[at++]);
  for (const object of objects) if (!everyPart(object, isSame)) return false;
  return at === parts.length;
}
