/** All generators of random inputs of `buildJobManifest`, and how much each is used. */

import { blockOf, Random } from "./random.mjs";
import { randomField } from "./random-input/field.mjs";
import { randomInput } from "./random-input/input.mjs";
import { randomNamedCase } from "./random-input/named-case.mjs";
import { randomRun } from "./random-input/run.mjs";
import { wellFormedInput } from "./well-formed.mjs";

/** `make(seed)` returns an input and the surroundings of the call. */
export const GENERATORS = [
  { name: "realistic input with wrong types", share: 11, make: randomInput },
  { name: "well-formed input", share: 2, make: (seed) => ({ input: wellFormedInput(seed) }) },
  { name: "one field replaced", share: 1, make: randomField },
  { name: "named cases with a fault", share: 1, make: randomNamedCase },
  { name: "runs of a server", share: 1, make: randomRun },
];

const SHARES = GENERATORS.flatMap((generator) => Array(generator.share).fill(generator));

/** The generator that a seed belongs to, the same for a block of seeds. */
export const generatorOf = (seed) => new Random(blockOf(seed)).pick(SHARES);
