/** Characters that could move a terminal's cursor, hide text or end a line. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A text of the input with such characters as escape sequences. */
export const printable = (text) =>
  text.replace(INVISIBLE, (character) => `\\u{${character.codePointAt(0).toString(16)}}`);
