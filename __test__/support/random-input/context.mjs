/** Random `ctx.context`. */
import { longText, randomText } from "./text.mjs";
import { boxedText, guised, NUMBERS, randomArray, randomValue, withToJson } from "./values.mjs";

// What a fault can be planted in is made for each input: it must not be in the next one.
function cycle() {
  const object = { self: null };
  object.self = object;
  return object;
}

let deep = [];
for (let level = 0; level < 300; level++) deep = [deep];

const raise = () => {
  throw new RangeError("in a template's value");
};
const thrower = () => Object.defineProperty({}, "x", { get: raise, enumerable: true });

const text = (random) => random.optional(randomText);

const COMMENTS = [
  (random) => ({ body: randomText(random), id: 1 }),
  (random) => ({ body: randomText(random) }),
  () => ({ body: 5 }),
  () => null,
  () => "x",
  () => ({ body: "\0" }),
  (random) => ({ body: boxedText(random) }),
  () => Object.assign([], { body: "b" }),
  (random) => withToJson(random, { body: "b" }),
];

/** Comments as an agent with much to read has them, in which the unusual is rare. */
const longComment = (random) =>
  random.chance(0.97)
    ? guised(random, { id: random.below(9), body: longText(random), at: undefined })
    : random.pick([
        (random) => random.pick(COMMENTS)(random),
        (random) => withToJson(random, { body: longText(random) }),
        (random) => Object.assign([], { body: longText(random) }),
        (random) => ({ body: longText(random), [randomText(random)]: "\0" }),
        (random) => ({ body: longText(random), self: random.pick([cycle(), 1n, deep]) }),
        (random) => ({ body: boxedText(random) }),
      ])(random);

const comments = (random) =>
  random.chance(0.1)
    ? randomArray(random, 20, longComment)
    : randomArray(random, 3, (random) => guised(random, random.pick(COMMENTS)(random)));

function wake(random) {
  const made = {
    reason: text(random),
    comments: comments(random),
    extra: random.chance(0.2) ? randomValue(random) : undefined,
  };
  if (random.chance(0.03)) withToJson(random, made);
  if (random.chance(0.02)) withToJson(random, made.comments);
  if (random.chance(0.02)) Reflect.set(made, randomText(random), "\0");
  return guised(random, made);
}

const workspace = (random) =>
  guised(random, {
    cwd: text(random),
    source: text(random),
    strategy: text(random),
    workspaceId: text(random),
    repoUrl: text(random),
    repoRef: text(random),
    branchName: text(random),
    worktreePath: text(random),
    agentHome: text(random),
  });

/** Lists that become the JSON text of a variable. */
function jsonList(random, make) {
  const list = randomArray(random, 2, make);
  return random.chance(0.02) ? withToJson(random, list) : list;
}

/** The context of a run. */
export function randomContext(random) {
  const context = {
    taskId: text(random),
    issueId: text(random),
    wakeReason: text(random),
    wakeCommentId: text(random),
    commentId: text(random),
    approvalId: text(random),
    approvalStatus: text(random),
    issueIds: random.optional(() =>
      randomArray(random, 4, () => (random.chance(0.8) ? randomText(random) : 5)),
    ),
    paperclipWake: random.optional(wake),
    paperclipWorkspace: random.optional(workspace),
    paperclipSessionHandoffMarkdown: text(random),
    paperclipWorkspaces: random.optional(() =>
      jsonList(random, () => guised(random, { id: randomText(random) })),
    ),
    paperclipRuntimeServiceIntents: random.optional(() => jsonList(random, randomText)),
    paperclipRuntimeServices: random.optional(() => jsonList(random, () => random.pick(NUMBERS))),
    paperclipRuntimePrimaryUrl: text(random),
    o: { z: 1, 10: "x", 2: "y", u: undefined, s: "\ud800" },
    list: [7, undefined, NaN],
    n: random.pick(NUMBERS),
    fn: () => 1,
    sym: Symbol("s"),
    json: { toJSON: (key) => `k=${key}` },
    gone: { toJSON: () => undefined },
    big: random.chance(0.2) ? 1n : cycle(),
    boxed: Object("ab"),
    inherited: Object.create({ x: "seen" }),
    thrower: thrower(),
    proxy: new Proxy({ a: 1 }, {}),
    deep: random.chance(0.01) ? deep : null,
  };
  if (random.chance(0.5)) delete context[random.pick(Object.keys(context))];
  return guised(random, context);
}
