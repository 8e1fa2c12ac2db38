/** How the time of a call grows with the size of one part of the input. */
import { poolOf } from "./inputs/pool.mjs";
import { kinds, longWake, minimal } from "./inputs/runs.mjs";
import { barePodOf, podOf } from "./inputs/self-pod.mjs";

/** The inputs of a point are few: what grows is their size. */
const POOL = 8;
const KB = 1024;

/** A Pod with that many variables, set one by one as all are. */
function podWithVariables(words, count) {
  const env = Array.from({ length: count }, (_, index) => ({
    name: `APP_${words.hex(4).toUpperCase()}_${index}`,
    value: words.slug(3),
  }));
  return { ...podOf(words), env };
}

function runWithTemplate(words, length) {
  const run = minimal(words);
  const head = "You are {{agent.name}}. ";
  run.config.promptTemplate = head + words.prose(length - head.length);
  return run;
}

/** Each sweep has the `sizes` at which it is timed, and makes the pool of a size. */
export const sweeps = [
  {
    name: "variables",
    title: "inherited variables",
    sizes: [0, 200, 400, 600, 800, 1000],
    pool: (size) => poolOf(POOL, kinds.heartbeat, (words) => podWithVariables(words, size)),
  },
  {
    name: "comments",
    title: "comments of 200 characters",
    sizes: [0, 50, 100, 200, 300, 400, 500],
    pool: (size) => poolOf(POOL, (words) => longWake(words, size, () => words.prose(200)), podOf),
  },
  {
    name: "prompt",
    title: "size of the prompt",
    labelOfSize: (size) => (size === 0 ? "0" : `${size / KB} MB`),
    sizes: [1, 256, 512, 1024, 2048, 3072, 4096],
    pool: (size) => poolOf(POOL, (words) => runWithTemplate(words, size * KB), barePodOf),
  },
];

/** The points of all sweeps, as workloads. */
export const points = sweeps.flatMap((sweep) =>
  sweep.sizes.map((size) => ({
    name: `${sweep.name}: ${size}`,
    sweep: sweep.name,
    size,
    pool: () => sweep.pool(size),
  })),
);
