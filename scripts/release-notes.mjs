/** Prints the changelog's entries of this version. Fails if there are none. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { manifest, root } from "./binary.mjs";

const changelog = readFileSync(join(root, "CHANGELOG.md"), "utf8");
const sections = changelog.split(/^## /m);
const section = sections.find((text) => text.startsWith(`[${manifest.version}]`));
const [, ...lines] = section?.split("\n") ?? [];
const notes = lines.join("\n").trim();
if (!notes) throw new Error(`CHANGELOG.md has no entries under [${manifest.version}].`);
console.log(notes);
