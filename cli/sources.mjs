/** The texts to check: files, and standard input. */
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";

/** The name of standard input, where others are the paths of files. */
export const STDIN = "<stdin>";

/** The texts of these files, each with its name, and a line about each that cannot be read. */
export async function readAll(files) {
  const sources = [];
  const problems = [];
  for (const file of files) {
    const name = file === "-" ? STDIN : file;
    try {
      sources.push({ name, text: decode(await read(file)) });
    } catch (error) {
      problems.push(`${name}: ${error.message}`);
    }
  }
  return { sources, problems };
}

const read = (file) => (file === "-" ? buffer(process.stdin) : readFile(file));

function decode(bytes) {
  try {
    // It leaves out a byte order mark, which PowerShell writes before what it pipes.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Error("not UTF-8 text");
  }
}
