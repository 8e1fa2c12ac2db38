/** What objects hold, to see later whether it is still the same. */

const isObject = (value) =>
  (typeof value === "object" && value !== null) || typeof value === "function";

/** Every object that can be reached from `root` by own properties, with its parts in order. */
export function snapshot(root) {
  const parts = new Map([[root, []]]);
  for (const [object, list] of parts) {
    if (!isObject(object)) continue;
    list.push(Object.getPrototypeOf(object), Object.isExtensible(object));
    for (const key of Reflect.ownKeys(object)) {
      const { value, get, set, ...flags } = Object.getOwnPropertyDescriptor(object, key);
      list.push(key, value, get, set, ...Object.values(flags));
      if (isObject(value) && !parts.has(value)) parts.set(value, []);
    }
  }
  return parts;
}

/** Whether the root of `taken` still holds what it held when the snapshot was taken. */
export function isUnchanged(taken) {
  const [root] = taken.keys();
  const now = snapshot(root);
  if (now.size !== taken.size) return false;
  return [...taken].every(([object, list]) => {
    const other = now.get(object);
    return list.length === other?.length && list.every((part, at) => Object.is(part, other[at]));
  });
}
