/**
 * What a real kube-apiserver 1.36.2 answered to 3,194 Jobs, and how the validator's findings compare.
 *
 * The first line of the file has base Jobs; each further one a Job as changes of a base, and the
 * answer: `s` status, `m` message, `c` causes (field, reason, message), `w` warnings, and `p`, the
 * same for the Pod that the Job controller would create, where that was refused.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const corpus = new URL("../verdicts/verdicts.jsonl.gz", import.meta.url);

/** A base with changes: `["v", value]`, `["a", length, items]` or `["o", members, removed]`. */
function change(base, difference) {
  if (difference === undefined) return structuredClone(base);
  const [kind, first, second] = difference;
  if (kind === "v") return first;
  if (kind === "a") {
    const changes = new Map(second);
    return Array.from({ length: first }, (_, index) => change(base[index], changes.get(index)));
  }
  const changes = new Map(first);
  const kept = Object.keys(base).filter((key) => !second.includes(key));
  const keys = new Set([...kept, ...changes.keys()]);
  return Object.fromEntries([...keys].map((key) => [key, change(base[key], changes.get(key))]));
}

/** The recorded Jobs and answers of a profile: `adapter` or `any`. */
export function* records(profile) {
  const [head, ...lines] = gunzipSync(readFileSync(corpus)).toString().trim().split("\n");
  const { bases } = JSON.parse(head);
  for (const line of lines) {
    const { n: id, p, b: base, d: difference, r: answer } = JSON.parse(line);
    if (p === profile) yield { id, job: change(bases[base], difference), answer };
  }
}

/** The rules whose findings are warnings that the server sends in the same words. */
const WARNED_BY_THE_SERVER = new Set([
  "env-duplicate",
  "field-unknown",
  "ip-form",
  "name-hostname",
  "node-label-deprecated",
  "port-host-ip",
  "port-name-shared",
  "port-overlap",
  "pull-secret-name",
  "quantity-fraction",
]);

/** Rules of the decoder. */
const OF_THE_DECODER = new Set([
  "field-depth",
  "field-json",
  "field-type",
  "quantity-exponent",
  "quantity-syntax",
]);

/** Over etcd's limit, the server blames the label that it has set itself. */
const blamesItsOwnLabel = ({ big, c: causes = [] }) =>
  big === true && causes.some(([field]) => field.endsWith("controller-uid]"));

/** The server's id of a Job is another one each time. */
function withoutUid([field, reason, message]) {
  if (!/controller-uid|labels|selector/.test(field)) return [field, reason, message];
  return [
    field,
    reason,
    message
      .replace(/must be '[0-9a-f-]{36}'/, "must be '<uid>'")
      .replace(/(controller-uid":")[0-9a-f-]{36}"/g, '$1<uid>"'),
  ];
}

/** Whether a text is the server's, or its start and end with a value cut in between. */
function isSameText(expected, actual) {
  const cut = actual.indexOf('…"');
  if (cut < 0) return expected === actual;
  const start = actual.slice(0, cut);
  return expected.startsWith(start) && expected.endsWith(actual.slice(cut + 1));
}

/** Whether two lists have the same paths and codes, and whether they have the same texts too. */
function compareLists(expected, actual) {
  const key = ([field, reason]) => `${field} ${reason}`;
  const keys = (list) => list.map(key).sort();
  const isSame = JSON.stringify(keys(expected)) === JSON.stringify(keys(actual));
  const rest = [...actual];
  const hasText = (cause) => {
    const index = rest.findIndex(
      (found) => key(found) === key(cause) && isSameText(cause[2], found[2]),
    );
    return index >= 0 && rest.splice(index, 1).length === 1;
  };
  return { isSame, hasSameTexts: isSame && expected.every(hasText) };
}

/** The field that an error of the decoder names, without the types of Go and without indexes. */
const decodedField = (message) =>
  /Go struct field \w+\.(.+?) of type /
    .exec(message)?.[1]
    .replace(/(^|\.)(?:[A-Z]\w*\.)+/g, "$1")
    .replace(/^spec\.template\.metadata\.(labels|annotations)/, "spec.template.$1");

/** The warnings that can be sent: a header has no control characters. */
const sendable = (texts) => texts.filter((text) => !/\p{Cc}/u.test(text));

function compareWarnings(answer, findings) {
  const isRefused = answer.s === 422;
  const isAsked = (text) => !isRefused || text.startsWith("unknown field ");
  const expected = [...new Set(answer.w ?? [])].filter(isAsked);
  const textOf = ({ path, message }) =>
    message.startsWith("unknown field ") ? message : `${path}: ${message}`;
  const texts = (list) => sendable([...new Set(list.map(textOf))]).filter(isAsked);
  const all = texts(findings);
  const own = texts(findings.filter(({ rule }) => WARNED_BY_THE_SERVER.has(rule)));
  if (expected.length === 0 && own.length === 0) return undefined;
  // The server leaves out what does not fit into a header.
  const isCut = expected.join("").length > 3000;
  const known = expected.every((text) => all.some((found) => isSameText(text, found) || isCut));
  return known && (isCut || own.every((found) => expected.some((text) => isSameText(text, found))));
}

/** How the findings for a Job compare with the server's answer; what does not apply is not there. */
export function compareVerdict(answer, findings) {
  const errors = findings.filter(({ severity }) => severity === "error");
  const warnings = findings.filter(({ severity }) => severity === "warning");
  const isAccepted = answer.s === 200 || answer.s === 201;
  const isRefused = !isAccepted || answer.p !== undefined;
  const causesOf = (list) => list.map(({ path, code, message }) => [path, code, message]);
  const result = { verdict: isRefused === errors.length > 0 };
  if (!isRefused) result.noFalseAlarm = errors.length === 0;
  if (answer.s === 422 && !blamesItsOwnLabel(answer)) {
    const own = errors.filter(({ code }) => code !== "PodRejected" && code !== "ObjectTooLarge");
    const { isSame, hasSameTexts } = compareLists(answer.c.map(withoutUid), causesOf(own));
    Object.assign(result, { causes: isSame, texts: hasSameTexts });
  }
  if (answer.s === 400) {
    const field = decodedField(answer.m);
    const found = errors.filter(({ rule }) => OF_THE_DECODER.has(rule));
    const isField = ({ path }) => path.replace(/\[[^\]]*\]/g, "") === field;
    result.decoding = field === undefined ? found.length > 0 : found.some(isField);
  }
  if (isAccepted && answer.p?.c !== undefined) {
    const expected = answer.p.c.map(([field, , message]) => [
      field.replace(/^(spec|metadata)\b/, "spec.template.$1"),
      "PodRejected",
      message,
    ]);
    result.podCauses = compareLists(expected, causesOf(errors)).hasSameTexts;
  }
  if (isAccepted || answer.s === 422) result.warnings = compareWarnings(answer, warnings);
  return result;
}

/** The Pod that the Job controller creates from an accepted Job. */
export function podOf({ metadata, spec }) {
  const { labels, annotations, finalizers = [] } = spec.template.metadata ?? {};
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      generateName: `${metadata.name}-`,
      namespace: metadata.namespace,
      labels: { ...labels, "job-name": metadata.name },
      annotations,
      finalizers: [...finalizers, "batch.kubernetes.io/job-tracking"],
    },
    spec: spec.template.spec,
  };
}

/** Whether the findings for that Pod are the server's answer to it. */
export function isPodVerdict(answer, findings) {
  const errors = findings.filter(({ severity }) => severity === "error");
  const own = errors.map(({ path, code, message }) => [path, code, message]);
  if (answer.p === undefined) return own.length === 0;
  // The admission of priorities answers without causes.
  return answer.p.c === undefined ? own.length > 0 : compareLists(answer.p.c, own).hasSameTexts;
}
