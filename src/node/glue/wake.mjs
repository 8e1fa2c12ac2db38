// The wake: why the agent was woken, as a section of the prompt and as JSON text.

import { byteLength } from "./builtins.mjs";
import { forEachItem, NONE } from "./lists.mjs";
import { FEW, isMarked, markedJson, QUOTES_SLOWLY } from "./marks.mjs";
import { trimmed } from "./values.mjs";

const NO_WAKE = { section: "", texts: NONE, utf8Length: 0, json: undefined };

const REASON = "Wake reason: ";
const COMMENT = "Comment: ";

const jsonOf = (wake, longBodies) => {
  try {
    const marked = longBodies.length >= FEW ? markedJson(wake, longBodies) : undefined;
    const json = marked ?? JSON.stringify(wake);
    return json === "{}" ? undefined : json;
  } catch {
    return undefined;
  }
};

// `texts` are those in the section. V8 joins long strings without copying them, so the section
// costs no more than its number of comments.
//
// The texts of many comments are counted as UTF-8 at once, on the way through memory: counting
// reads ahead, and V8's JSON then finds the comments in the processor's cache. On Node 26, 30
// comments take 11.0 µs instead of 14.3, and 200 take 88 instead of 132. The length is undefined
// where nothing was counted.
export const readWake = (wake) => {
  if (typeof wake !== "object" || wake === null) return NO_WAKE;
  const texts = [];
  const longBodies = [];
  let section = "";
  let utf8Length;
  const reason = trimmed(wake.reason);
  if (reason) {
    section = REASON + reason;
    texts[0] = reason;
  }
  const { comments } = wake;
  if (Array.isArray(comments) && (reason || comments.length !== 0)) {
    const counts = comments.length >= FEW && !QUOTES_SLOWLY;
    let more = counts && reason ? byteLength(reason) - reason.length : 0;
    forEachItem(comments, "ctx.context.paperclipWake.comments", (comment) => {
      if (typeof comment !== "object" || comment === null) return;
      const { body } = comment;
      const text = trimmed(body);
      if (!text) return;
      section = section === "" ? COMMENT + text : `${section}\n\n${COMMENT}${text}`;
      texts[texts.length] = text;
      if (counts) more += byteLength(text) - text.length;
      if (isMarked(body)) longBodies[longBodies.length] = body;
    });
    if (counts) utf8Length = section.length + more;
  }
  return { section, texts, utf8Length, json: jsonOf(wake, longBodies) };
};
