/** Random faults of an input. Which of several wins is outside the contract: there is one at most. */
import { randomValue } from "./values.mjs";

/** Values that getters throw. */
export const THROWN = [
  new RangeError("mine"),
  new TypeError("mine"),
  "thrown",
  null,
  undefined,
  7,
  Object.freeze({ mine: true }),
];

/** A member of `target`, some levels down: its owner and its key; null where there is none. */
function randomMember(random, target) {
  let owner = target;
  for (let level = 0; ; level++) {
    const keys = Object.keys(owner ?? {});
    if (keys.length === 0) return null;
    const key = random.pick(keys);
    const { value } = Object.getOwnPropertyDescriptor(owner, key);
    const isList = Array.isArray(value) || ArrayBuffer.isView(value);
    const isTree = typeof value === "object" && value !== null && !isList;
    if (!isTree || level >= 4 || random.chance(0.2)) return { owner, key };
    owner = value;
  }
}

/** Replaces a member by a value of any type, or removes it. */
export function damage(random, input) {
  const member = randomMember(random, input);
  if (member === null) return;
  const { owner, key } = member;
  // A proxy or a frozen object may refuse: it stays unchanged.
  if (random.chance(0.15)) Reflect.deleteProperty(owner, key);
  else Reflect.set(owner, key, randomValue(random));
}

/** Makes the read of a member throw. */
export function plantThrow(random, input) {
  const member = randomMember(random, input);
  if (member === null) return;
  const thrown = random.pick(THROWN);
  const get = () => {
    throw thrown;
  };
  const { owner, key } = member;
  Reflect.defineProperty(owner, key, { get, enumerable: true, configurable: true });
}
