// What makes results, and what Rust asks about them.

import { byteLength } from "./builtins.mjs";
import { MAKER, wire } from "./native.mjs";

// The functions that make results, by shape.
export const makers = [];

export const setMaker = (maker) => {
  makers[wire[MAKER]] = maker;
};

export const concat = (...parts) => {
  let whole = "";
  for (let i = 0; i < parts.length; i++) whole += parts[i];
  return whole;
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
