/** Comments, documents and test names avoid phrases that readers stumble over. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../scripts/binary.mjs";

/** A phrase, and what to write instead. */
const PHRASES = [
  [/(?<!\bthere )\b(?:is|are|was|were) no (?!longer|more|less)\w/i, '"is not a …"'],
  [/\b(?:stands?|stood)\b(?! in for| for)/, '"is"'],
  [/\b(?:tells?|told)\b(?!.* apart)/, '"reports", "shows" or "says"'],
  [/\bbeside\b/, '"next to" or "with"'],
  [/\bmade of\b/, '"built from"'],
  [/\bas (?:it is|they are)\b(?! \w)/, '"unchanged"'],
  [/\blikewise\b/i, '"also"'],
  [/\bof (?:its|their|his) own\b(?! \w)/, '"its own …"'],
  [/\bthe host's\b/, '"the embedding program\'s"'],
];

const COMMENT = /(?:^|\s)(?:\/\/[/!]?|\/\*\*?|\*|#) .*/;
const TEST_NAME = /\b(?:test|it|describe)(?:\.\w+(?:\(.*\))?)*\("[^"]*"|\bname: "[^"]*"/;
const isDocument = (file) => /\.(md|d\.ts)$/.test(file);
const isCode = (file) => /\.(rs|[mc]?js|[mc]?ts|toml|ya?ml|sh)$|^\.ci\/run$/.test(file);

/** Folders without prose of ours, and files that quote these phrases or are generated. */
const LEFT_OUT = /(^|\/)(node_modules|target|\.git|golden|verdicts)$/;
const QUOTING = /english\.test\.mjs$|^THIRD-PARTY/;

function filesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return LEFT_OUT.test(path) ? [] : filesIn(path);
    return (isDocument(path) || isCode(path)) && !QUOTING.test(path) ? [path] : [];
  });
}

const files = filesIn("");

/** The prose of a line of code: its comment, or the name of a test. */
const proseOf = (line) => [COMMENT, TEST_NAME].map((part) => part.exec(line)?.[0] ?? "").join(" ");

/** The lines of a file that use a phrase, with the better one. */
function slips(file) {
  const lines = readFileSync(join(root, file), "utf8").split("\n");
  const prose = isDocument(file) ? (line) => line.replaceAll(/`[^`]*`/g, "") : proseOf;
  return lines.flatMap((line, at) =>
    PHRASES.filter(([phrase]) => phrase.test(prose(line))).map(
      ([, better]) => `${file}:${at + 1}: write ${better}: ${line.trim()}`,
    ),
  );
}

test.each(files)("%s", (file) => {
  expect(slips(file)).toEqual([]);
});
