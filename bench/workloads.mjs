/** The inputs that are timed, from the smallest to the largest. */
import { minimal } from "../__test__/support/inputs.mjs";
import { ctx, selfPod } from "../examples/input.mjs";

/** @param {string} text repeated until the comment has 1,200 characters */
function wakenBy200Comments(text) {
  const body = text.repeat(Math.ceil(1200 / text.length)).slice(0, 1200);
  const comments = Array.from({ length: 200 }, (_, n) => ({
    id: `cmt-${n}`,
    body: `${n} ${body}`,
  }));
  const paperclipWake = { reason: "200 new comments", comments };
  return { ctx: { ...ctx, context: { ...ctx.context, paperclipWake } }, selfPod };
}

/** A template of 600 KB with 20,000 placeholders, whose prompt has to go into a Secret. */
function stagedInput() {
  const line = "{{agent.name}} {{run.source}} and the prose that goes along\n";
  const promptTemplate = line.repeat(10_000);
  return minimal({ config: { promptTemplate } });
}

/** `target`: how many times the original's speed the addon has to reach. */
export const workloads = [
  {
    name: "minimal",
    what: "empty config and context, bare Pod",
    target: 2.5,
    input: minimal({ ctx: { config: {} } }),
  },
  {
    name: "typical",
    what: "full config, 20 inherited variables, worktree, two comments, session resume",
    target: 6,
    input: { ctx, selfPod },
  },
  {
    name: "large, ASCII",
    what: "200 wake comments of 1.2 KB",
    target: 2,
    input: wakenBy200Comments("The quick brown fox jumps over the lazy dog. "),
  },
  {
    name: "large, non-Latin",
    what: "200 wake comments of 1,200 Cyrillic, Han and emoji characters",
    target: 2,
    input: wakenBy200Comments("Съешь ещё этих мягких булок, 敏捷的棕色狐狸, 🦊 да выпей чаю. "),
  },
  {
    name: "staged",
    what: "600 KB template, 20,000 placeholders, delivered by Secret",
    target: 15,
    input: stagedInput(),
  },
];
