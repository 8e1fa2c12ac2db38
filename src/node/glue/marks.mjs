// The JSON text of a wake with many long comments, where V8 quotes long strings slowly.
//
// V8 makes the JSON text of a copy of the wake in which each long comment is replaced by a mark,
// and Rust escapes the comments. Measured for a wake of 30 comments of 600 characters on Node 24:
// 2.0x the speed of JSON.stringify alone. From V8 13.8 on, JSON.stringify is faster than that with
// Latin-1 text, but not with other text: 200 comments of 1,200 characters take 829 µs on Node 26,
// and 597 with marks.

import { apply, hasOwn } from "./builtins.mjs";
import { hasToJson, utilTypes } from "./json.mjs";
import { NONE } from "./lists.mjs";
import { escapeForJson, MAX_ARGUMENTS } from "./native.mjs";
import { isPlainObject } from "./values.mjs";

const [major, minor] = process.versions.v8.split(".").map(Number);
export const QUOTES_SLOWLY = major < 13 || (major === 13 && minor < 8);

const MARK = "\u0000";
const MARK_AS_JSON = "\\u0000";

// Fewer or shorter comments are not worth it.
export const FEW = 8;
const LONG = 256;

// Where the longest JSON text that the comments could become may be too long, V8 decides: six units
// for each one that is escaped.
const MAX_UNITS = 2 ** 28 / 6;

const isLong = (body) => typeof body === "string" && body.length >= LONG;

const WIDE = /[^\0-\xff]/;

// Whether text has characters outside of Latin-1. V8 knows that a string of one-byte characters has
// none: the answer takes 10 ns.
const isWide = (text) => WIDE.test(text);

// Whether a comment is worth a mark.
export const isMarked = (body) => isLong(body) && (QUOTES_SLOWLY || isWide(body));

// Bound functions and proxies show native code too, but no name.
const isNativeStringify = (value) => /^function stringify\(\) \{ \[native code\] \}$/.test(value);

// A copy of the wake in which each long comment is replaced by the mark. The marks must match
// `longBodies` one to one and in order; otherwise return undefined and let V8 do it all.
const markedCopy = (wake, longBodies) => {
  if (!isNativeStringify(JSON.stringify)) return undefined;
  // The copies are of this realm, the caller's objects need not be.
  if (hasToJson([]) || hasToJson({})) return undefined;
  // JSON text unwraps boxed primitives, whatever they call themselves.
  const { isBoxedPrimitive } = utilTypes();
  const isCopyable = (value) =>
    isPlainObject(value) && !isBoxedPrimitive(value) && !hasToJson(value);
  if (!isCopyable(wake)) return undefined;
  const copy = { ...wake };
  const { comments } = copy;
  if (!Array.isArray(comments) || hasToJson(comments)) return undefined;
  const copies = [];
  let marks = 0;
  // As V8 does: by index, whatever iterating gives.
  for (let i = 0; i < comments.length; i++) {
    let comment = comments[i];
    if (isCopyable(comment) && hasOwn(comment, "body") && isLong(comment.body)) {
      comment = { ...comment };
      if (comment.body === longBodies[marks]) {
        comment.body = MARK;
        marks += 1;
      }
    }
    copies[copies.length] = comment;
  }
  copy.comments = copies;
  return marks === longBodies.length ? copy : undefined;
};

// The comments as JSON text without the quotes around them. Rust returns those that have something
// to escape, with a NUL after each, which JSON text never has; nothing for the others.
const escapedBodies = (bodies) => {
  const escaped = [];
  for (let start = 0; start < bodies.length; start += MAX_ARGUMENTS) {
    const chunk = bodies.slice(start, start + MAX_ARGUMENTS);
    const pieces = apply(escapeForJson, undefined, chunk)?.split("\0") ?? NONE;
    for (let i = 0; i < chunk.length; i++) escaped[escaped.length] = pieces[i] || chunk[i];
  }
  return escaped;
};

// The JSON text of the wake, whose long comments are `longBodies`; undefined if V8 has to make it.
export const markedJson = (wake, longBodies) => {
  let units = 0;
  for (let i = 0; i < longBodies.length; i++) units += longBodies[i].length;
  if (units > MAX_UNITS) return undefined;
  const copy = markedCopy(wake, longBodies);
  const parts = JSON.stringify(copy)?.split(MARK_AS_JSON) ?? NONE;
  if (parts.length !== longBodies.length + 1) return undefined;
  const escaped = escapedBodies(longBodies);
  let json = parts[0];
  for (let i = 0; i < escaped.length; i++) json += escaped[i] + parts[i + 1];
  return json;
};
