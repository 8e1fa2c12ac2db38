/** What is timed: pools of inputs, from those that callers make most to the extremes. */
import { poolOf } from "./inputs/pool.mjs";
import { kinds, longWake, minimal } from "./inputs/runs.mjs";
import { barePodOf, podOf } from "./inputs/self-pod.mjs";

const POOL = 256;
/** Pools of large inputs have fewer of them, to fit into memory. */
const LARGE_POOL = 24;
const STAGED_POOL = 8;

const NON_LATIN = "Съешь ещё этих мягких булок, 敏捷的棕色狐狸, 🦊 да выпей чаю. ";

/** A prompt of about 240 KB: 200 comments of 1,200 characters. */
const wakeBy200 = (textOf) => (words) =>
  longWake(words, 200, () => `${words.hex(6)} ${textOf(words)}`.slice(0, 1200));

/** A template of 600 KB with 20,000 placeholders, whose prompt has to go into a Secret. */
function staged(words) {
  const line = "{{agent.name}} {{run.source}} and the prose that goes along\n";
  const run = minimal(words);
  run.config.promptTemplate = words.hex(6) + line.repeat(10_000);
  return run;
}

const WHAT = {
  assignment: "an issue is assigned; worktree",
  wake: "woken by 1 to 3 comments; session resumed",
  heartbeat: "woken by the timer; nearly empty context",
  configured: "every setting made; labels and node selector as text",
  approval: "an approval; runtime services, several workspaces",
};

const anyKind = (words) => words.pick(Object.values(kinds))(words);

function cloneTwice(job) {
  JSON.parse(JSON.stringify(job));
  JSON.parse(JSON.stringify(job));
}

/**
 * The least that an application does to send a manifest is to write it as JSON once: twice there
 * and back is what validating it is compared with.
 */
function validation({ buildJobManifest, validateJobManifest }, inputs) {
  const jobs = inputs.map((input) => buildJobManifest(input).job);
  return [{ clones: cloneTwice, addon: (job) => validateJobManifest(job) }, jobs];
}

/** A workload's `pool` makes its inputs; `least` is what the addon has to reach, by major version. */
export const workloads = [
  {
    name: "mixed",
    isSummarised: true,
    what: "the five kinds of run below, at random",
    pool: () => poolOf(POOL, anyKind, podOf),
    least: { original: { 24: 4.5, 26: 4.5 }, tuned: { 24: 1.8, 26: 1.8 } },
  },
  ...Object.entries(kinds).map(([name, runOf]) => ({
    name,
    what: WHAT[name],
    isKind: true,
    pool: () => poolOf(POOL, runOf, podOf),
    least: { tuned: { 24: 1.5, 26: 1.5 } },
  })),
  {
    name: "30 comments",
    isSummarised: true,
    what: "woken by 30 comments of 600 characters; session resumed",
    pool: () => poolOf(POOL, (words) => longWake(words, 30, () => words.prose(600)), podOf),
    least: { original: { 24: 1.8, 26: 1.5 }, tuned: { 24: 1.2, 26: 1.2 } },
  },
  {
    name: "240 KB ASCII",
    isSummarised: true,
    what: "woken by 200 comments of 1,200 characters",
    pool: () =>
      poolOf(
        LARGE_POOL,
        wakeBy200((words) => words.prose(1200)),
        podOf,
      ),
    least: { original: { 24: 3, 26: 1.8 } },
  },
  {
    name: "240 KB non-Latin",
    isSummarised: true,
    what: "the same in Cyrillic, Han and emoji",
    pool: () =>
      poolOf(
        LARGE_POOL,
        wakeBy200(() => NON_LATIN.repeat(22)),
        podOf,
      ),
    least: { original: { 24: 3, 26: 1.8 } },
  },
  {
    name: "minimal",
    isSummarised: true,
    what: "empty config and context; bare Pod",
    pool: () => poolOf(POOL, minimal, barePodOf),
    least: { original: { 24: 3, 26: 3 } },
  },
  {
    name: "staged",
    isSummarised: true,
    what: "a template of 600 KB with 20,000 placeholders; prompt in a Secret",
    pool: () => poolOf(STAGED_POOL, staged, barePodOf),
    least: { original: { 24: 14, 26: 10 } },
  },
  {
    name: "cold",
    isSummarised: true,
    what: "a fresh process: import and first call",
    startsCold: true,
    least: { original: { 24: 3, 26: 3 } },
  },
  {
    name: "validate",
    what: "validateJobManifest of the mixed Jobs; the peer is two clones through JSON",
    pool: () => poolOf(POOL, anyKind, podOf),
    sides: validation,
    least: { clones: { 24: 1, 26: 1 } },
  },
];

/** How many times as fast as each peer the addon is. */
export function ratios({ addon, ...peers }) {
  return Object.fromEntries(Object.entries(peers).map(([peer, time]) => [peer, time / addon]));
}

/** What the addon has to reach on a version of Node: on older ones nine tenths. */
export function leastFor({ least = {} }, version) {
  const major = Number.parseInt(version, 10);
  return Object.fromEntries(
    Object.entries(least).map(([peer, by]) => [peer, by[major] ?? by[24] * 0.9]),
  );
}
