#!/usr/bin/env node
/** The command `k8s-native`. Its exit status: 0 fine, 1 errors found, 2 not checked. */
import { formats } from "./formats.mjs";
import { printable } from "./printable.mjs";
import { readAll } from "./sources.mjs";
import { HELP, readUsage, UsageError, version } from "./usage.mjs";

const FINE = 0;
const ERRORS_FOUND = 1;
const NOT_CHECKED = 2;

const complain = (line) => process.stderr.write(`k8s-native: ${printable(line)}\n`);

async function validate({ files, format, options }) {
  // Not with the other imports: an addon that does not load is a status and a line, too.
  const { checkOptions, reportsOf } = await import("./reports.mjs");
  checkOptions(options);
  const { sources, problems } = await readAll(files);
  const { reports, notes, problems: invalid } = reportsOf(sources, options);
  const hasColors = process.stdout.hasColors?.() ?? false;
  const text = formats[format](reports, { hasColors, hasManySources: files.length > 1 });
  process.stdout.write(text);
  for (const line of [...notes, ...problems, ...invalid]) complain(line);

  if (problems.length + invalid.length > 0) return NOT_CHECKED;
  if (reports.length === 0 && notes.length > 0) return NOT_CHECKED;
  const isRefused = ({ findings }) => findings.some(({ severity }) => severity === "error");
  return reports.some(isRefused) ? ERRORS_FOUND : FINE;
}

async function main() {
  const usage = readUsage(process.argv.slice(2));
  if (usage.wants === "help") process.stdout.write(HELP);
  else if (usage.wants === "version") process.stdout.write(`${version}\n`);
  else return validate(usage);
  return FINE;
}

// A reader such as `head` may close the pipe early: it has seen what it wanted.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
});

// The status is set instead of calling `process.exit`, which would cut off output to a pipe.
main().then(
  (status) => {
    process.exitCode = status;
  },
  (error) => {
    complain(error.message);
    if (error instanceof UsageError) process.stderr.write("Try `k8s-native --help`.\n");
    process.exitCode = NOT_CHECKED;
  },
);
