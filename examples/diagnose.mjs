/**
 * Says what a run would lose before it is started. Takes a file with `{ "ctx": …, "selfPod": … }` as
 * JSON, as the adapter hands it to `buildJobManifest`, or the realistic input with some of the faults
 * that people really had:
 *
 *   node examples/diagnose.mjs [FILE]
 *
 * Ends with status 1 if there is an error: the Job cannot be built, or Kubernetes refuses it.
 */
import { readFileSync } from "node:fs";
import { argv, exit, stdout } from "node:process";
import { buildJobManifest, validateJobInput, validateJobManifest } from "@paperclip/k8s-native";
import { ctx, selfPod } from "./input.mjs";

const faulty = {
  ctx: {
    ...ctx,
    config: {
      ...ctx.config,
      // As the adapter's form stores it, and what is then set against a default.
      "resources.limits.memory": "16Gi",
      resources: { requests: { memory: "16Gi" } },
      timeoutSec: "3600",
    },
  },
  selfPod: {
    ...selfPod,
    inheritedEnv: {
      ...selfPod.inheritedEnv,
      DATABASE_URL: "postgres://server:secret@db/paperclip",
    },
  },
};

/** The findings in the Job that is built; none if it cannot be, for the input has the reason. */
function findingsInJob(input, found) {
  if (found.some(({ severity }) => severity === "error")) return [];
  const { job, promptSecret } = buildJobManifest(input);
  const hasSecret = promptSecret !== null;
  return validateJobManifest(job, { input, promptSecret }).filter(
    // It is about how the Secret is sent, which an adapter does right or wrong for all runs.
    ({ rule }) => !(hasSecret && rule === "secret-string-data"),
  );
}

/** A row: the setting, what happens, and the fix: a message about an input ends with it. */
function rowOf({ severity, rule, path, source, message }) {
  const [what, ...fix] = message.split("; ");
  return {
    severity,
    setting: source ?? path,
    "what happens": source ? `${path}: ${message}` : what,
    fix: source ? `see docs/rules.md#${rule}` : fix.join("; "),
  };
}

const WIDTHS = { severity: 8, setting: 38, "what happens": 46, fix: 36 };

/** The lines of a text, of at most `width` characters. */
function wrap(text, width) {
  const words = text.match(new RegExp(`\\S{1,${width}}`, "g")) ?? [""];
  const lines = [words[0]];
  for (const word of words.slice(1)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** One row of the table: its cells side by side, each wrapped in its column. */
function printRow(cells) {
  const columns = Object.entries(WIDTHS).map(([name, width]) => wrap(cells[name], width));
  const widths = Object.values(WIDTHS);
  for (let line = 0; line < Math.max(...columns.map(({ length }) => length)); line++) {
    const texts = columns.map((column, at) => (column[line] ?? "").padEnd(widths[at]));
    stdout.write(`${texts.join("  ").trimEnd()}\n`);
  }
  stdout.write("\n");
}

function print(rows) {
  const names = Object.keys(WIDTHS);
  printRow(Object.fromEntries(names.map((name) => [name, name.toUpperCase()])));
  for (const row of rows) printRow(row);
}

const [, , file] = argv;
const input = file ? JSON.parse(readFileSync(file, "utf8")) : faulty;
const found = validateJobInput(input, { byDesign: true });
const inJob = findingsInJob(input, found).filter(
  // What the input's findings say already.
  ({ rule, source }) => !found.some((one) => one.rule === rule && one.path === source),
);
const rows = [...found, ...inJob].map(rowOf);
if (rows.length > 0) print(rows);
stdout.write(rows.length === 0 ? "Nothing is lost.\n" : `${rows.length} findings\n`);
if (rows.some(({ severity }) => severity === "error")) exit(1);
