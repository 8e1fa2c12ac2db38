/** What a call depends on apart from its input: functions that run a body within it. */
import { withVariables } from "./variables.mjs";

/** With exactly these of the variables that the manifest depends on. */
export const variables = (set) => (body) => withVariables(set, body);

/** With another object in the place of `process.env`. */
export const environment = (object) => (body) => {
  const saved = process.env;
  process.env = object;
  try {
    return body();
  } finally {
    process.env = saved;
  }
};

/**
 * With properties of `object` added or replaced. While they are, nothing here is iterated and no
 * descriptor inherits: it may be the iteration or `Object.prototype` that is replaced.
 */
export const defined = (object, descriptors) => (body) => {
  const { defineProperty, deleteProperty, getOwnPropertyDescriptor } = Reflect;
  const bare = (descriptor) =>
    descriptor && Object.assign(Object.create(null), { configurable: true }, descriptor);
  const changes = Reflect.ownKeys(descriptors).map((key) => ({
    key,
    saved: bare(getOwnPropertyDescriptor(object, key)),
    set: bare(descriptors[key]),
  }));
  try {
    for (let i = 0; i < changes.length; i++) defineProperty(object, changes[i].key, changes[i].set);
    return body();
  } finally {
    for (let i = 0; i < changes.length; i++) {
      const { key, saved } = changes[i];
      if (saved) defineProperty(object, key, saved);
      else deleteProperty(object, key);
    }
  }
};
