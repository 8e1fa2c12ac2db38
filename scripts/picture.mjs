/**
 * Draws `docs/terminal.svg`, a terminal in which the example has run and a Job is refused.
 *
 *   npm run picture              runs the commands and draws what they print
 *   npm run picture -- --check   fails if the picture is not what would be drawn
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { manifest, root } from "./binary.mjs";

const COLUMNS = 100;
const FONT_SIZE = 13;
const LINE_HEIGHT = 18;
/** The widest of the usual monospaced fonts needs 0.61 of the font's size for a column. */
const COLUMN_WIDTH = 0.61 * FONT_SIZE;
const MARGIN = 16;
const TITLE_BAR = 30;

const INDENT = "    ";

const SHOWN_OF_EXAMPLE = 24;

const example = { command: "npm run --silent example", args: ["examples/build-job.mjs"] };
const refusal = {
  command: "npx k8s-native validate examples/refused-job.json",
  args: [manifest.bin["k8s-native"], "validate", "examples/refused-job.json"],
};

/** The lines that a command prints on a terminal with colours. */
function linesOf({ command, args }) {
  const terminal = new URL("../__test__/support/terminal.mjs", import.meta.url).href;
  const { stdout, stderr } = spawnSync(process.execPath, ["--import", terminal, ...args], {
    cwd: root,
    encoding: "utf8",
    // Nothing is inherited: several variables turn colours off, `CI` among them.
    env: { TERM: "xterm-256color" },
  });
  if (stderr) throw new Error(`${command} failed:\n${stderr}`);
  return stdout.trimEnd().split("\n");
}

/** A line as parts of one style each; styles are the numbers of escape sequences. */
function partsOf(line) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals' escape sequences start so
  const pieces = line.split(/\u001b\[(\d+)m/);
  return pieces.flatMap((text, index) =>
    index % 2 === 0 && text ? [{ text, style: pieces[index - 1] ?? "0" }] : [],
  );
}

/** The rows that a line fills. They end at a space, and those after the first are indented. */
function wrap(parts) {
  const words = parts.flatMap(({ text, style }) =>
    text.split(/(?<= )/).map((word) => ({ text: word, style })),
  );
  const rows = [[]];
  let column = 0;
  for (const word of words) {
    if (column + word.text.trimEnd().length > COLUMNS) {
      rows.push([{ text: INDENT, style: "0" }]);
      column = INDENT.length;
    }
    const last = rows.at(-1).at(-1);
    if (last?.style === word.style) last.text += word.text;
    else rows.at(-1).push(word);
    column += word.text.length;
  }
  return rows;
}

/** Keeps a line in one row, as `less -S` does. */
const cut = (line) => (line.length > COLUMNS ? `${line.slice(0, COLUMNS - 1)}…` : line);

const prompt = (command) => [
  { text: "$ ", style: "32" },
  { text: command, style: "1" },
];

function rows() {
  const built = linesOf(example);
  const hidden = built.length - SHOWN_OF_EXAMPLE;
  return [
    prompt(example.command),
    ...built.slice(0, SHOWN_OF_EXAMPLE).map((line) => partsOf(cut(line))),
    [{ text: `… ${hidden} more lines`, style: "2" }],
    [],
    prompt(refusal.command),
    ...linesOf(refusal).flatMap((line) => wrap(partsOf(line))),
  ];
}

const escapeXml = (text) =>
  text.replace(/[&<>]/g, (character) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[character]);

function draw(lines) {
  const width = Math.ceil(COLUMNS * COLUMN_WIDTH) + 2 * MARGIN;
  const height = TITLE_BAR + lines.length * LINE_HEIGHT + MARGIN;
  const texts = lines.map((parts, index) => {
    const spans = parts
      .map(({ text, style }) => `<tspan class="s${style}">${escapeXml(text)}</tspan>`)
      .join("");
    const y = TITLE_BAR + (index + 1) * LINE_HEIGHT - 4;
    return parts.length > 0 ? `<text x="${MARGIN}" y="${y}">${spans}</text>\n` : "";
  });
  const buttons = [0, 1, 2].map(
    (n) => `<circle class="button" cx="${20 + 18 * n}" cy="16" r="5"/>\n`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title" xml:space="preserve">
<title id="title">A terminal: the example prints a Job, and the command k8s-native lists why a Job is refused</title>
<style>
text { font: ${FONT_SIZE}px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #1f2328 }
.window { fill: #f6f8fa; stroke: #d1d9e0 }
.button { fill: #d1d9e0 }
.s1 { font-weight: 600 }
.s2 { fill: #59636e }
.s31 { fill: #cf222e; font-weight: 600 }
.s32 { fill: #116329 }
.s33 { fill: #9a6700; font-weight: 600 }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.window { fill: #151b23; stroke: #3d444d }
.button { fill: #3d444d }
.s2 { fill: #9198a1 }
.s31 { fill: #ff7b72 }
.s32 { fill: #7ee787 }
.s33 { fill: #e3b341 }
}
</style>
<rect class="window" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>
${buttons.join("")}${texts.join("")}</svg>
`;
}

const { values: options } = parseArgs({ options: { check: { type: "boolean" } } });
const file = join(root, "docs/terminal.svg");
const picture = draw(rows());
if (!options.check) {
  writeFileSync(file, picture);
} else if (readFileSync(file, "utf8") !== picture) {
  console.error("docs/terminal.svg is not current: run `npm run picture`.");
  process.exitCode = 1;
}
