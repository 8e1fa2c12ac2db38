/** A small seeded generator of random numbers (mulberry32). */
export class Random {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 up to, not including, 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** An integer from 0 up to, not including, `end`. */
  below(end) {
    return Math.floor(this.next() * end);
  }

  chance(probability) {
    return this.next() < probability;
  }

  pick(items) {
    return items[this.below(items.length)];
  }

  /** Between none and `most` items that `make` makes. */
  list(most, make) {
    const items = [];
    for (let count = this.below(most + 1); count > 0; count--) items.push(make(this));
    return items;
  }
}

/** Seeds that differ in these low bits alone are of one block. */
const BLOCK_BITS = 8;

/** The block that a seed is of. */
export const blockOf = (seed) => seed >>> BLOCK_BITS;

/**
 * What an input is made by. The inputs of a block have mostly the same optional parts, so that a
 * function which was compiled for one manifest makes others too, as it does for users.
 */
export class Source extends Random {
  #block;

  constructor(seed) {
    super(seed);
    this.#block = new Random(~blockOf(seed));
  }

  /** What `make` makes, if the block has this part. */
  optional(make) {
    return this.#block.chance(0.6) ? make(this) : undefined;
  }

  /** `below`, the same for all of a block. */
  belowForBlock(end) {
    return this.#block.below(end);
  }

  /** The same of these for all of a block. */
  pickForBlock(items) {
    return this.#block.pick(items);
  }
}
