// Quoting for `sh`, which takes every character in single quotes literally.

import { apply } from "./builtins.mjs";
import { fail } from "./errors.mjs";

const { split } = String.prototype;
const { join } = Array.prototype;

// Units that are escaped at once.
const PIECE = 1 << 14;

// For a single quote in the argument, the quotes around it are closed, it is escaped, and they are
// opened again. `replace` would take 64 bytes for each quote, so that 200 MB of them would end the
// process.
const replaceQuotes = (argument) => {
  let escaped = "";
  for (let start = 0; start < argument.length; start += PIECE) {
    const parts = apply(split, argument.slice(start, start + PIECE), ["'"]);
    escaped += apply(join, parts, ["'\\''"]);
  }
  return escaped;
};

// Only the session can be something else than a string: whatever has the method that is needed.
const replaceQuotesOf = (argument) => {
  if (typeof argument.replace !== "function") fail("ctx.runtime.sessionId", "a string", argument);
  return `${argument.replace(/'/g, "'\\''")}`;
};

export const escapeForShell = (argument) => {
  if (typeof argument !== "string") return replaceQuotesOf(argument);
  return argument.includes("'") ? replaceQuotes(argument) : argument;
};

// The strings of a list, each in quotes and behind a space.
export const quoteEach = (list) => {
  let quoted = "";
  for (let i = 0; i < list.length; i++) quoted += ` '${escapeForShell(list[i])}'`;
  return quoted;
};
