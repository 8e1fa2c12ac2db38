// The layers of the main container's environment, put together as the original's objects would be:
// a layer overrides the value of an entry below it and leaves the entry in its place.
//
// The original spreads objects into one, which costs 3.4 µs for 25 inherited names that were filled
// in one by one: V8 keeps such an object as a hash table. Reading it key by key costs 0.5 µs.

import { apply, hasOwn } from "./builtins.mjs";
import { fail } from "./errors.mjs";
import { forEachItem } from "./lists.mjs";
import { VARIABLE_NAMES } from "./native.mjs";
import { EMPTY, plainObjectOrEmpty } from "./values.mjs";

const isEnumerable = Object.prototype.propertyIsEnumerable;

// Comparisons after which a map of the names is faster than searching the entries for each.
const MANY = 4096;

// The entries of an object's own members. Symbols give none, but what their getters throw is
// thrown.
export const inheritVariables = (inherited) => {
  const names = Object.keys(inherited);
  // Room for all at once: growing three times takes 0.1 µs.
  const entries = new Array(names.length);
  let count = 0;
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    const value = inherited[name];
    // A getter may have deleted it.
    if (value === undefined && !hasOwn(inherited, name)) continue;
    entries[count] = { name, value };
    count += 1;
  }
  if (count < names.length) entries.length = count;
  const symbols = Object.getOwnPropertySymbols(inherited);
  for (let i = 0; i < symbols.length; i++) {
    if (apply(isEnumerable, inherited, [symbols[i]])) inherited[symbols[i]];
  }
  return entries;
};

const indexOfName = (entries, name, end = entries.length) => {
  for (let i = 0; i < end; i++) if (entries[i].name === name) return i;
  return -1;
};

// Sets a variable that no earlier call has set.
export const setVariable = (entries, inherited, name, value) => {
  const at = hasOwn(inherited, name) ? indexOfName(entries, name) : -1;
  if (at < 0) entries[entries.length] = { name, value };
  else entries[at].value = value;
};

// Asking objects for a name is faster than searching the entries. These are searched where an
// object has the name: a member that is not enumerable has no entry.

// Finds the place of the entry with a name among those that are there now, or -1. `searches` is
// how many names are looked for.
const finderOf = (entries, searches) => {
  const end = entries.length;
  if (end * searches <= MANY) return (name) => indexOfName(entries, name, end);
  const places = new Map();
  for (let i = 0; i < end; i++) places.set(entries[i].name, i);
  return (name) => places.get(name) ?? -1;
};

// Whether assigning the name to an object adds a member: what `Object.prototype` makes of a name
// such as `__proto__` decides, or throws.
const isAssignable = (name, value) => {
  if (!(name in EMPTY)) return true;
  const object = {};
  object[name] = value;
  return hasOwn(object, name);
};

const isDigit = (unit) => unit >= 48 && unit <= 57;

// The entries in the order of an object's members: array indexes first.
const inPropertyOrder = (entries) => {
  const members = Object.create(null);
  for (let i = 0; i < entries.length; i++) members[entries[i].name] = entries[i];
  const names = Object.keys(members);
  const ordered = [];
  for (let i = 0; i < names.length; i++) ordered[i] = members[names[i]];
  return ordered;
};

// The layer of `config.env`, of which only strings count.
const overrideVariables = (entries, inherited, own) => {
  const names = Object.keys(own);
  if (names.length === 0) return entries;
  const values = [];
  for (let i = 0; i < names.length; i++) values[i] = own[names[i]];
  let find;
  let mayBeIndex = false;
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    const value = values[i];
    if (typeof value !== "string") continue;
    let at = -1;
    if (name in VARIABLE_NAMES || hasOwn(inherited, name)) {
      find ??= finderOf(entries, names.length);
      at = find(name);
    }
    if (at >= 0) {
      entries[at].value = value;
    } else if (isAssignable(name, value)) {
      mayBeIndex ||= isDigit(name.charCodeAt(0));
      entries[entries.length] = { name, value };
    }
  }
  return mayBeIndex ? inPropertyOrder(entries) : entries;
};

// The layers above the known variables: `config.env`, `HOME`, and the entries with `valueFrom`,
// which never override a literal one.
export const finishEnvironment = (known, inherited, configured, home, sources) => {
  const own = plainObjectOrEmpty(configured);
  const entries = own === EMPTY ? known : overrideVariables(known, inherited, own);

  const mayHave = (name) => hasOwn(inherited, name) || hasOwn(own, name);

  const at = mayHave("HOME") ? indexOfName(entries, "HOME") : -1;
  if (at >= 0) entries[at].value = home;
  else if (isAssignable("HOME", home)) entries[entries.length] = { name: "HOME", value: home };

  let find;
  const path = "selfPod.inheritedEnvValueFrom";
  const literals = entries.length;
  forEachItem(sources, path, (source, index) => {
    const { name } = source ?? fail(`${path}[${index}]`, "an object", source);
    if (typeof name === "string" && (name in VARIABLE_NAMES || mayHave(name))) {
      find ??= finderOf(entries.slice(0, literals), sources.length);
      if (find(name) >= 0) return;
    }
    entries[entries.length] = source;
  });
  return entries;
};
