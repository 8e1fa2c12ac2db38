/** The forms in which reports are printed: each is a function from the reports to a text. */
import { printable } from "./printable.mjs";
import { STDIN } from "./sources.mjs";

const BOLD = 1;
const RED = 31;
const GREEN = 32;
const YELLOW = 33;

const hasSeverity = (severity) => (finding) => finding.severity === severity;

/** The lines that `kubectl` prints, each after its source if there are several. */
function text(reports, { hasColors, hasManySources }) {
  const paint = (color, part) => (hasColors ? `\x1b[${color}m${part}\x1b[0m` : part);
  const print = ({ path, code, message }) =>
    // The server names an unknown field in the text itself.
    code === "UnknownField"
      ? printable(message)
      : `${paint(BOLD, printable(path))}: ${printable(message)}`;

  return reports
    .flatMap(({ source, resource, kind, name, findings }) => {
      const warnings = findings.filter(hasSeverity("warning")).map(print);
      const errors = findings.filter(hasSeverity("error")).map(print);
      const invalid = paint(RED, `The ${kind} ${printable(JSON.stringify(name))} is invalid:`);
      const lines = warnings.map((warning) => `${paint(YELLOW, "Warning:")} ${warning}`);
      // kubectl puts a single error on the line of the name, and several below it.
      if (errors.length === 0)
        lines.push(`${resource}/${printable(name)} ${paint(GREEN, "is valid")}`);
      else if (errors.length === 1) lines.push(`${invalid} ${errors[0]}`);
      else lines.push(`${invalid} `, ...errors.map((error) => `* ${error}`));
      return hasManySources ? lines.map((line) => `${printable(source)}: ${line}`) : lines;
    })
    .map((line) => `${line}\n`)
    .join("");
}

const json = (reports) => `${JSON.stringify(reports, null, 2)}\n`;

/** Workflow commands of GitHub Actions, which shows them as annotations of files and lines. */
function github(reports) {
  return reports
    .flatMap(({ source, line, column, kind, name, findings }) =>
      findings.map(({ severity, path, message }) => {
        const position = source === STDIN ? {} : { file: source, line, col: column };
        const properties = Object.entries({ ...position, title: `${kind} ${name}` })
          .map(([key, value]) => `${key}=${encode(String(value), /[%\r\n:,]/g)}`)
          .join(",");
        return `::${severity} ${properties}::${encode(`${path}: ${message}`, /[%\r\n]/g)}\n`;
      }),
    )
    .join("");
}

const encode = (value, reserved) => value.replace(reserved, encodeURIComponent);

export const formats = { text, json, github };
