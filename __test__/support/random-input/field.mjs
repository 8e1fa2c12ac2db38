/** The smallest input in which one field is replaced. */
import { FIELDS, withField } from "../fields.mjs";
import { Source } from "../random.mjs";
import { THROWN } from "./faults.mjs";
import { randomVariables } from "./surroundings.mjs";
import { randomValue } from "./values.mjs";

function revoked() {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function randomDescriptor(random) {
  const kind = random.next();
  if (kind < 0.1) return { value: revoked() };
  const value = kind < 0.25 ? random.pick(THROWN) : randomValue(random, 3);
  if (kind > 0.35) return { value, writable: true };
  const get = () => {
    if (kind < 0.25) throw value;
    return value;
  };
  return { get };
}

/** The input of a seed. */
export function randomField(seed) {
  const random = new Source(seed);
  const input = withField(random.pick(FIELDS), randomDescriptor(random));
  return { input, variables: randomVariables(random) };
}
