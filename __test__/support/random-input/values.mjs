/** Random values of any type, and objects that show the same fields in other ways. */
import { createContext, runInContext } from "node:vm";
import { NAMES, randomTemplate, randomText } from "./text.mjs";

const other = runInContext(
  `({
    array: () => [1, "a", { name: "R" }],
    object: () => ({ a: "realm", id: "r" }),
    copyArray: (items) => Array.from(items),
    copy: (object) => Object.assign({}, object),
    boxed: (text) => Object(text),
  })`,
  createContext({}),
);

/** Numbers that JavaScript prints, compares or converts in a special way. */
export const NUMBERS = [
  ...[0, -0, 1, -1, 0.5, 300, 0.1 + 0.2, 1e21, 1e-7, 5e-324, 2 ** 53, 2 ** 31],
  ...[NaN, Infinity, -Infinity],
];

class Mine {
  constructor(fields) {
    // Defined, since assigning `__proto__` would change what the other fields meet.
    Object.defineProperties(this, Object.getOwnPropertyDescriptors(fields));
  }
}

/** An object of the tag that plain objects have, or an array that hides its own. */
export const tagged = (object, tag) =>
  Object.defineProperty(object, Symbol.toStringTag, { value: tag, configurable: true });

/** What `toJSON` of some objects returns. */
const MADE = [undefined, null, "made", 5, "{}", { of: 1 }, {}];

/** An object that says itself what its JSON is, unless it is frozen. */
export function withToJson(random, object = {}) {
  const made = random.pick(MADE);
  Reflect.set(object, "toJSON", (key) => (made === 5 ? `k=${key}` : made));
  return object;
}

/** An object of at most five names. */
export function randomRecord(random, makeValue) {
  const record = {};
  for (const name of random.list(5, () => random.pick(NAMES))) {
    Object.defineProperty(record, name, {
      value: makeValue(random),
      writable: true,
      enumerable: random.chance(0.95),
      configurable: true,
    });
  }
  return record;
}

const BOXED = [String, Number, Boolean];

/** A string, boxed. */
export const boxedText = (random) =>
  random.chance(0.8) ? Object(randomText(random)) : other.boxed(randomText(random));

const LEAVES = [
  () => undefined,
  () => null,
  (random) => random.chance(0.5),
  (random) => random.pick(NUMBERS),
  randomText,
  randomTemplate,
  () => 60n,
  () => Symbol("s"),
  () => () => "called",
  boxedText,
  (random) => Object(random.pick([5, true, 5n, Symbol("s")])),
  () => new Date(0),
  () => new Map([["a", 1]]),
  () => new Uint8Array([1, 2]),
  () => /x/g,
];

/** Each makes a value of what `inner` makes. */
const TREES = [
  (random, inner) => random.list(3, inner),
  (random, inner) => randomRecord(random, inner),
  (random, inner) => Object.create(randomRecord(random, inner)),
  (random, inner) => Object.assign(Object.create(null), randomRecord(random, inner)),
  (random, inner) => new Proxy(randomRecord(random, inner), {}),
  (random, inner) => new Proxy(random.list(3, inner), {}),
  (_, inner) => new Mine({ own: inner() }),
  (random, inner) => Object.assign(random.list(2, inner), { extra: inner() }),
  (_, inner) => Object.assign(new Array(4), { 1: inner(), 3: inner() }),
  (random, inner) => new Set(random.list(3, inner)),
  (random, inner) => tagged(randomRecord(random, inner), random.pick(["Array", "String", 5])),
  (random, inner) => tagged(random.list(2, inner), "Object"),
  // Made for each input: a fault that is planted in one must not be in the next.
  () => other.array(),
  () => other.object(),
  (random, inner) => withToJson(random, random.list(2, inner)),
  (random) => withToJson(random),
  (random) => ({ toString: () => "text", length: random.pick([0, 1, "1", 2n, null]) }),
  (random) => withToJson(random, new (random.pick(BOXED))(5)),
];
const ALL = [...LEAVES, ...TREES];

/** A value of any type, at most `depth` levels deep. */
export function randomValue(random, depth = 2) {
  const inner = () => randomValue(random, depth - 1);
  return random.pick(depth > 0 ? ALL : LEAVES)(random, inner);
}

/** Each shows the fields of an object in another way, to reads by name at least. */
const GUISES = [
  (object) => Object.create(object),
  (object) => Object.create(Object.create(object)),
  (object) => Object.assign(Object.create(null), object),
  (object) => new Proxy(object, {}),
  (object) => new Proxy(object, { get: (target, key) => target[key] }),
  (object) => new Mine(object),
  (object) => Object.assign(new Map(), object),
  (object) => Object.defineProperties(() => {}, Object.getOwnPropertyDescriptors(object)),
  (object) => {
    const names = Object.keys(object).filter((name) => !/^(length|__proto__|\d+)$/.test(name));
    return Object.assign([], ...names.map((name) => ({ [name]: object[name] })));
  },
  (object) => Object.freeze(object),
  (object) => other.copy(object),
  (object) => tagged(object, "Array"),
  (object) => {
    const shown = {};
    for (const key of Object.keys(object)) {
      const get = () => object[key];
      Object.defineProperty(shown, key, { get, enumerable: true, configurable: true });
    }
    return shown;
  },
];

/** The object itself or, one time in 30, one that has its fields in another way. */
export const guised = (random, object) =>
  random.chance(1 / 30) && Object(object) === object ? random.pick(GUISES)(object) : object;

class Items extends Array {}

/** Each makes an array, or what passes for one, of items. */
const ARRAYS = [
  (items) => new Proxy(items, {}),
  (items) => other.copyArray(items),
  (items) => Items.from(items),
  (items) => Object.assign(new Array(items.length + 2), items),
  (items) => Object.freeze(items),
  (items) => tagged(items, "Object"),
  (items) => Object.assign(items, { extra: "x" }),
];

const maybeOdd = (random, items) => (random.chance(1 / 15) ? random.pick(ARRAYS)(items) : items);

/** An array of at most `most` items, one time in 15 an unusual one. */
export const randomArray = (random, most, make) => maybeOdd(random, random.list(most, make));

/** The same, with as many items for all of a block. */
export const fixedArray = (random, most, make) =>
  maybeOdd(random, Array.from({ length: random.belowForBlock(most + 1) }, make));

const ITERABLES = [
  (items) => new Set(items),
  (items) => new Map(items.map((item) => [item, item])),
  (items) => ({
    *[Symbol.iterator]() {
      yield* items;
    },
  }),
  // The same object again and again, changed in between.
  (items) => ({
    *[Symbol.iterator]() {
      const shared = {};
      for (const item of items) yield Object.assign(shared, item);
    },
  }),
  (items) => ({
    [Symbol.iterator]() {
      let at = 0;
      return { next: () => ({ done: at >= items.length && 1, value: items[at++] }) };
    },
  }),
  (items) => Object.create(items),
  () => "a😀",
  () => new Uint8Array([1]),
  ...ARRAYS.filter((_, at) => at !== 3),
];

/** An iterable that can be iterated again. */
export const randomIterable = (random, items) =>
  random.chance(0.7) ? items : random.pick(ITERABLES)(items);
