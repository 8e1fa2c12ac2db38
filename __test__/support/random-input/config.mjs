/** Random `ctx.config`. */
import { filledText, randomPairsText, randomTemplate, randomText } from "./text.mjs";
import { fixedArray, guised, NUMBERS, randomArray, randomRecord } from "./values.mjs";

const text = (random) => random.optional(randomText);
const option = (random) => random.optional(filledText);
const number = (random) => random.optional(() => random.pick(NUMBERS));

/** A number of which it counts whether it is positive. */
const positive = (random) =>
  random.optional(() => {
    const usual = random.pickForBlock([300, -1]);
    return random.chance(0.1) ? random.pick(NUMBERS) : usual;
  });

const textOr = (value) => (random) => (random.chance(0.8) ? randomText(random) : value);

const PAIRS = [
  () => undefined,
  (random) => randomPairsText(random, randomRecord(random, textOr(random.pick([1, null, []])))),
  (random) => guised(random, randomRecord(random, textOr(5))),
];

const quantities = (random) =>
  random.optional(() => guised(random, { cpu: random.pick(["2", "", 2]), memory: text(random) }));

/** Prompts around the size that decides how they travel are rare: they are long. */
const template = (random) =>
  random.chance(0.003)
    ? "aé😀"[random.below(3)].repeat(262_143 + random.below(3))
    : randomTemplate(random);

/** The configuration of an agent. */
export const randomConfig = (random) =>
  guised(random, {
    namespace: text(random),
    image: text(random),
    imagePullPolicy: text(random),
    serviceAccountName: text(random),
    model: option(random),
    effort: option(random),
    maxTurnsPerRun: positive(random),
    dangerouslySkipPermissions: random.optional(() => random.pick([true, false, 0, "false"])),
    extraArgs: random.optional(() => randomArray(random, 4, textOr(5))),
    timeoutSec: positive(random),
    ttlSecondsAfterFinished: number(random),
    resources: random.optional(() => ({
      requests: quantities(random),
      limits: quantities(random),
    })),
    nodeSelector: random.pickForBlock(PAIRS)(random),
    labels: random.pickForBlock(PAIRS)(random),
    tolerations: random.optional(() => fixedArray(random, 2, () => ({ key: "k" }))),
    cwd: text(random),
    promptTemplate: random.optional(template),
    bootstrapPromptTemplate: random.optional(randomTemplate),
    instructionsFilePath: option(random),
    env: random.optional(() => guised(random, randomRecord(random, textOr(5)))),
  });
