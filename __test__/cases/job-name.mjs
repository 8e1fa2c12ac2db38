/** The Job's name: slugs of the ids, and a hash of both. */
import { minimal } from "../support/inputs.mjs";

const named = (id, runId = "run-1") => minimal({ agent: { id }, ctx: { runId } });

export default [
  {
    name: "the hash covers both ids and a colon between them",
    input: () => named("agent-1:run", "1"),
  },
  { name: "ids with the same slug have different hashes", input: () => named("AGENT-1") },
  {
    name: "a slug is cut to 16 characters",
    input: () => named("abcdefghijklmnopq", "123456789-1234567"),
  },
  { name: "the hash covers whole ids, not slugs", input: () => named("abcdefghijklmnopqr") },
  {
    name: "other characters are stripped before the cut",
    input: () => named(`${"É".repeat(20)}abcdefghijklmnopqrs`, "a_b.c/d e\nf"),
  },
  {
    name: "lower case follows all of Unicode",
    input: () => named("\u212aELV\u0130N", "\u0130\u0130"),
  },
  { name: "sharp s and ligatures are stripped", input: () => named("Straße", "ﬁle-Ⅷ") },
  { name: "a slug may be empty or of dashes", input: () => named("ÉÉ", "---") },
  { name: "ids may be empty", input: () => named("", "") },
  { name: "a lone high surrogate is hashed as U+FFFD", input: () => named("\ud800") },
  { name: "a lone low surrogate is hashed as U+FFFD", input: () => named("\udfff", "\udc00x") },
  { name: "U+FFFD in an id", input: () => named("\ufffd") },
  { name: "a surrogate pair is hashed as one character", input: () => named("😀", "a😀b") },
  {
    name: "surrogates at the seam of both ids do not pair",
    input: () => named("\ud83d", "\ude00"),
  },
  { name: "ids of 10,000 characters", input: () => named("x".repeat(10_000), "É".repeat(9_999)) },
  {
    name: "an id as long as one hash block",
    input: () => named("a".repeat(50), "b".repeat(13)),
  },
  { name: "a NUL in an id", input: () => named("a\0b", "\0") },
  { name: "a String object as agent id", input: () => named(new String("ABC")) },
  { name: "a String object as run id", input: () => named("agent-1", new String("R-Ä")) },
  {
    name: "an object with a toLowerCase method as id",
    input: () => named({ toLowerCase: () => "Lower-É", toString: () => "text" }),
  },
  { name: "a number as agent id", input: () => named(5) },
  { name: "a number as run id", input: () => named("agent-1", 12) },
  { name: "null as agent id", input: () => named(null) },
  { name: "no run id", input: () => minimal({ ctx: { runId: undefined } }) },
  { name: "a symbol as run id", input: () => named("agent-1", Symbol("s")) },
  { name: "an array as agent id", input: () => named(["a"]) },
];
