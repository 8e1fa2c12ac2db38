/** Random texts: pieces that some rule looks at, templates, and key=value lines. */

const PIECES = [
  ..." aB0\t\n\v\f\r\0'\"`\\#=,:/.-_{}[]1",
  ..."\u0085\u180e\u200b\ufeff\u00a0\u1680\u2003\u2028\u2029\u202f\u205f\u3000É\u212a\u0130ß",
  ..."\ud800\0\udc00".split("\0"),
  ...["", "agent-1", "😀", "\r\n", "$&", "$1", "$$", "$(x)", "{{", "}}", "{{agent.id}}"],
  ...["__proto__", "constructor", "null", "\\u0000", '"\\u0000"'],
];

/** Names of variables, labels and members. */
export const NAMES = [
  ...["A", "B", "HOME", "PATH", "AGENT_HOME", "a b", "é", "\ud800", ""],
  ...["PAPERCLIP_RUN_ID", "PAPERCLIP_AGENT_ID", "PAPERCLIP_API_URL", "PAPERCLIP_API_KEY"],
  ...["PAPERCLIP_TASK_ID", "PAPERCLIP_WORKSPACES_JSON", "PAPERCLIP_X"],
  ...["0", "7", "10", "01", "-1", "4294967294", "4294967295"],
  ...["__proto__", "constructor", "toString", "length", "name"],
  ...["app.kubernetes.io/managed-by", "paperclip.io/agent-id"],
];

const PATHS = [
  ...["agent.id", "agent.name", "agent.companyId", "agent", "agent.adapterConfig.deep.er"],
  ...["agentId", "companyId", "company.id", "company", "runId", "run.id", "run.source", "run"],
  ...["context", "context.taskId", "context.o", "context.o.z", "context.list", "context.list.0"],
  ...["context.n", "context.fn", "context.sym", "context.json", "context.gone", "context.big"],
  ...["context.boxed", "context.boxed.length", "context.inherited.x", "context.paperclipWake"],
  ...["context.thrower", "context.proxy", "context.deep"],
  ...["toString", "constructor", "constructor.name", "__proto__", "agent.hasOwnProperty"],
  ...["nope", "nope.x", ".", "agent.", "-", "_"],
];

const SPACES = ["", "", " ", "\ufeff\u00a0", "\n", "\u0085", "\u200b"];
const BRACES = [
  ["{{", "}}"],
  ["{{", "}}"],
  ["{{{", "}}}"],
  ["{{", "}"],
  ["{ {", "}}"],
];

/** A few pieces. */
export function randomText(random) {
  let text = "";
  for (let count = random.below(7); count > 0; count--) text += random.pick(PIECES);
  return text;
}

/** The same, rarely empty: whether a text is empty decides what parts a manifest has. */
export const filledText = (random) => randomText(random) || (random.chance(0.9) ? "t" : "");

/** A text of 256 or more characters, for long comments. */
export const longText = (random) => `${randomText(random)}x`.repeat(256 + random.below(80));

function placeholder(random) {
  const [open, close] = random.pick(BRACES);
  const path = random.chance(0.9) ? random.pick(PATHS) : randomText(random);
  return open + random.pick(SPACES) + path + random.pick(SPACES) + close;
}

/** A template. */
export function randomTemplate(random) {
  const parts = random.list(6, () =>
    random.chance(0.5) ? placeholder(random) : randomText(random),
  );
  return parts.join(random.pick(["", " ", "\n"]));
}

const LINES = [
  (random) => `${random.pick(NAMES)}=${randomText(random)}`,
  (random) => ` ${random.pick(NAMES)} = ${randomText(random)} `,
  (random) => `#${randomText(random)}`,
  randomText,
];

/** Lines of key=value, or what looks like JSON, of `object`. */
export function randomPairsText(random, object) {
  const lines = random.list(5, () => random.pick(LINES)(random));
  if (random.chance(0.6)) return lines.join(random.pick(["\n", "\r\n", "\r"]));
  const json = JSON.stringify(object);
  return random.pick([
    json,
    ` \n${json} `,
    `\ufeff${json}`,
    `${json},`,
    `[${json}]`,
    JSON.stringify(randomText(random)),
    json.replace("}", ',"b":1e999}'),
    json.replace("}", ',"a=1": "b",\n}'),
    `{"a":"1","a":"2","0":"\\ud800","__proto__":"x"}`,
    `{"d":${"[".repeat(200)}${"]".repeat(200)},"x":"y"}`,
  ]);
}
