// The wake: why the agent was woken, as a section of the prompt and as JSON text.

import { forEachItem, NONE } from "./lists.mjs";
import { FEW, isLong, markedJson, QUOTES_SLOWLY } from "./marks.mjs";
import { trimmed } from "./values.mjs";

const NO_WAKE = { section: "", texts: NONE, json: undefined };

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
export const readWake = (wake) => {
  if (typeof wake !== "object" || wake === null) return NO_WAKE;
  const texts = [];
  const longBodies = [];
  let section = "";
  const reason = trimmed(wake.reason);
  if (reason) {
    section = REASON + reason;
    texts[0] = reason;
  }
  const { comments } = wake;
  if (Array.isArray(comments) && (reason || comments.length !== 0)) {
    forEachItem(comments, "ctx.context.paperclipWake.comments", (comment) => {
      if (typeof comment !== "object" || comment === null) return;
      const { body } = comment;
      const text = trimmed(body);
      if (!text) return;
      section = section === "" ? COMMENT + text : `${section}\n\n${COMMENT}${text}`;
      texts[texts.length] = text;
      if (QUOTES_SLOWLY && isLong(body)) longBodies[longBodies.length] = body;
    });
  }
  return { section, texts, json: jsonOf(wake, longBodies) };
};
