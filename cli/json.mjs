/** Texts with one JSON document or several in a row, and where one of them is broken. */

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const FIRST_PRINTABLE = " ";

/** A text that is not JSON, with the line and column of the first character that cannot be there. */
export class JsonError extends Error {
  constructor(message, position) {
    super(message);
    this.position = position;
  }
}

/**
 * Each document of a text, with the line and column where it starts. `JSON.parse` reads only one
 * document, and which of its errors name a position depends on the version of Node.
 */
export function* documentsOf(text) {
  const scanner = new Scanner(text);
  scanner.skip(SPACE);
  do {
    const start = scanner.at;
    const position = scanner.position();
    scanner.skipValue();
    yield { value: JSON.parse(text.slice(start, scanner.at)), position };
    scanner.skip(SPACE);
  } while (scanner.at < text.length);
}

class Scanner {
  at = 0;
  /** The line that was asked for last: its number, where it starts, and where it ends. */
  line = 1;
  lineStart = 0;
  lineEnd;

  constructor(text) {
    this.text = text;
    this.lineEnd = this.endOfLine(0);
  }

  endOfLine(start) {
    const end = this.text.indexOf("\n", start);
    return end < 0 ? this.text.length : end;
  }

  /** The line and column of the place. Counts on from the last line, so that all cost one pass. */
  position() {
    while (this.lineEnd < this.at) {
      this.line += 1;
      this.lineStart = this.lineEnd + 1;
      this.lineEnd = this.endOfLine(this.lineStart);
    }
    return { line: this.line, column: this.at - this.lineStart + 1 };
  }

  /** Passes over the longest match of a sticky pattern; reports whether there is one. */
  skip(pattern) {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  /** Passes over white space and then this character, if it comes next. */
  skipMark(mark) {
    this.skip(SPACE);
    if (this.text[this.at] !== mark) return false;
    this.at += 1;
    return true;
  }

  /** Passes over a value. Without recursion, since the text decides how deep it is. */
  skipValue() {
    /** The marks that end the objects and arrays around the place, the innermost last. */
    const ends = [];
    do {
      if (this.skipMark("{")) {
        ends.push("}");
        if (!this.isNext("}")) {
          this.skipKey('a key or "}"');
          continue;
        }
      } else if (this.skipMark("[")) {
        ends.push("]");
        if (!this.isNext("]")) continue;
      } else if (!this.skipString() && !this.skip(SCALAR)) {
        throw this.error(ends.length > 0 ? "a value" : "JSON, as kubectl writes it with -o json");
      }
      this.skipEnds(ends);
    } while (ends.length > 0);
  }

  /** After a value: passes over what ends here, then over a comma and the key of the next value. */
  skipEnds(ends) {
    while (ends.length > 0) {
      const end = ends.at(-1);
      if (this.skipMark(end)) {
        ends.pop();
      } else if (this.skipMark(",")) {
        if (end === "}") this.skipKey("a key");
        return;
      } else {
        throw this.error(`"," or "${end}"`);
      }
    }
  }

  skipKey(expected) {
    if (!this.skipString()) throw this.error(expected);
    if (!this.skipMark(":")) throw this.error('":"');
  }

  skipString() {
    if (!this.skipMark('"')) return false;
    while (this.text[this.at] !== '"') {
      if (this.text[this.at] === "\\") {
        if (!this.skip(ESCAPE)) throw this.error("an escape sequence of JSON");
      } else if (this.text[this.at] >= FIRST_PRINTABLE) {
        this.at += 1;
      } else {
        throw this.error("the end of a string");
      }
    }
    this.at += 1;
    return true;
  }

  isNext(mark) {
    this.skip(SPACE);
    return this.text[this.at] === mark;
  }

  error(expected) {
    const code = this.text.codePointAt(this.at);
    const found = code && JSON.stringify(String.fromCodePoint(code));
    const reason = code === undefined ? "the text ends here" : `this is ${found}`;
    return new JsonError(`expected ${expected}, but ${reason}`, this.position());
  }
}
