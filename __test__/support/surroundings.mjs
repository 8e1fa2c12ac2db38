/** What a call depends on beside its input: functions that run a body within it. */
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

/** With properties of `object` added or replaced. */
export const defined = (object, descriptors) => (body) => {
  const saved = Reflect.ownKeys(descriptors).map((key) => [
    key,
    Object.getOwnPropertyDescriptor(object, key),
  ]);
  try {
    for (const key of Reflect.ownKeys(descriptors)) {
      // Without a prototype: it might be the very object that gets a `value` or a `get`.
      Object.defineProperty(object, key, {
        __proto__: null,
        configurable: true,
        ...descriptors[key],
      });
    }
    return body();
  } finally {
    for (const [key, descriptor] of saved) {
      delete object[key];
      if (descriptor) Object.defineProperty(object, key, descriptor);
    }
  }
};
