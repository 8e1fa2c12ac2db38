/** Random values in the forms that a Paperclip server stores. */
import { Random } from "../../__test__/support/random.mjs";

const WORDS = (
  "deploy staging branch review migration test release issue queue worker session token build " +
  "retry timeout index schema cache region billing webhook please check again before merging and " +
  "the then it fails with a new error log attached thanks rebased on main can you look at this"
).split(" ");
const HEX = "0123456789abcdef";

export class Words extends Random {
  hex(length) {
    let text = "";
    while (text.length < length) text += HEX[this.below(16)];
    return text;
  }

  uuid() {
    return [8, 4, 4, 4, 12].map((length) => this.hex(length)).join("-");
  }

  /** A number from `least` up to `most`, both included. */
  between(least, most) {
    return least + this.below(most - least + 1);
  }

  slug(words = 2) {
    return Array.from({ length: words }, () => this.pick(WORDS)).join("-");
  }

  /** Prose of that many characters. */
  prose(length) {
    let text = "";
    while (text.length < length) {
      const sentence = Array.from({ length: this.between(5, 12) }, () => this.pick(WORDS)).join(
        " ",
      );
      text += `${sentence[0].toUpperCase()}${sentence.slice(1)}. `;
    }
    return text.slice(0, length - 1).concat(".");
  }

  identifier() {
    return `ACME-${this.between(100, 9999)}`;
  }

  time() {
    const second = this.below(60).toString().padStart(2, "0");
    return `2026-0${this.between(1, 9)}-1${this.below(10)}T0${this.below(10)}:4${this.below(10)}:${second}.${this.between(100, 999)}Z`;
  }
}
