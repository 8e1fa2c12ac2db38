// What makes results, and how it finds the texts that Rust has made.

import { apply, byteLength } from "./builtins.mjs";
import { MAKER, TEXTS, wire } from "./native.mjs";

const { slice } = String.prototype;

// The functions that make results, by shape.
export const makers = [];

export const setMaker = (maker) => {
  makers[wire[MAKER]] = maker;
};

export const listOf = (...items) => items;

export const concat = (...parts) => {
  let whole = "";
  for (let i = 0; i < parts.length; i++) whole += parts[i];
  return whole;
};

// `decide` returns the short texts in one string, to be cut where the wire says, or a list of this
// string and the long texts, whose places are negative.
export const textOf = (texts, number) => {
  const place = TEXTS + 2 * number;
  const start = wire[place];
  if (start < 0) return texts[-start];
  return apply(slice, typeof texts === "string" ? texts : texts[0], [start, wire[place + 1]]);
};

// The length of a section as UTF-8. That of the wake is counted text by text, if it was not yet:
// counting would make V8 copy the whole section into one piece.
export const utf8Length = (fields, name) => {
  const section = fields[name];
  if (name !== "wake_section") return byteLength(section);
  if (fields.wake_utf8_length !== undefined) return fields.wake_utf8_length;
  const texts = fields.wake_texts;
  let length = section.length;
  for (let i = 0; i < texts.length; i++) length += byteLength(texts[i]) - texts[i].length;
  return length;
};
