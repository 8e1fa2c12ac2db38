/** Random variables of `process.env`, and objects in its place. */
import { boxedText, guised } from "./values.mjs";

const VARIABLES = [
  "PAPERCLIP_API_URL",
  "PAPERCLIP_LISTEN_HOST",
  "HOST",
  "PAPERCLIP_LISTEN_PORT",
  "PORT",
];
const VALUES = ["", "h", "::", "0.0.0.0", "[::1]", "::1]", "a:b", "\ufeff x ", "81"];

const TRIMMED = ["trimmed", " a:b ", "", 0, 7, [":"], ["a"], new String("::")];

const trimsTo = (host) => ({ trim: () => host });

/** Variables. */
export const randomVariables = (random) =>
  Object.fromEntries(
    VARIABLES.filter(() => random.chance(0.15)).map((name) => [name, random.pick(VALUES)]),
  );

/** An object in the place of `process.env`, which may hold other values than strings. */
export function randomEnvironment(random) {
  const environment = {};
  for (const name of VARIABLES) {
    if (random.chance(0.5)) continue;
    const isHost = /HOST/.test(name);
    environment[name] = random.pick([
      () => random.pick(VALUES),
      () => random.pick([undefined, null]),
      () => boxedText(random),
      // A host has to have `trim`; what a URL or a port is does not matter.
      () =>
        isHost
          ? "h"
          : random.pick([81, 0, false, 5n, {}, ["a"], Symbol("s"), { toString: () => "t" }]),
      () => (isHost ? random.pick([5, {}, trimsTo(random.pick(TRIMMED))]) : undefined),
    ])();
  }
  return guised(random, environment);
}
