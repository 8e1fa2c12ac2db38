/**
 * Records the original's results for the named cases.
 *
 *   npm run record                write __test__/golden
 *   npm run record -- --check     fail if a file there is not current
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { baseOf, casesOf, goldenFile, nouns, outcomeAsJson } from "../__test__/support/golden.mjs";
import { loadReference } from "../__test__/support/reference.mjs";
import { requestsOf } from "../__test__/support/requests.mjs";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });

async function record(build) {
  const base = baseOf(build);
  const golden = new Map([["base", base]]);
  for (const noun of nouns) {
    const cases = await casesOf(noun);
    const names = cases.map(({ name }) => name);
    const [twice] = names.filter((name, index) => names.indexOf(name) !== index);
    if (twice) throw new Error(`${noun}: two cases are named "${twice}"`);
    golden.set(
      noun,
      Object.fromEntries(cases.map((one) => [one.name, outcomeAsJson(build, one, base)])),
    );
  }
  golden.set("requests", await requestsOf(build));
  return new Map([...golden].map(([noun, json]) => [noun, `${JSON.stringify(json, null, 1)}\n`]));
}

const recordedNouns = () =>
  readdirSync(new URL(".", goldenFile("base"))).map((file) => file.replace(/\.json$/, ""));

const build = await loadReference();
if (build === null) {
  console.log("The original was not found (JOB_MANIFEST_REFERENCE): nothing recorded or checked.");
  process.exit(values.check ? 0 : 2);
}

const texts = await record(build);
if (values.check) {
  const isCurrent = ([noun, text]) =>
    existsSync(goldenFile(noun)) && readFileSync(goldenFile(noun), "utf8") === text;
  const surplus = recordedNouns().filter((noun) => !texts.has(noun));
  const stale = [...texts].filter((entry) => !isCurrent(entry)).map(([noun]) => noun);
  if (stale.length + surplus.length > 0) {
    console.error(`Not current: ${[...stale, ...surplus].join(", ")}. Run npm run record.`);
    process.exit(1);
  }
} else {
  mkdirSync(new URL(".", goldenFile("base")), { recursive: true });
  for (const noun of recordedNouns()) if (!texts.has(noun)) rmSync(goldenFile(noun));
  for (const [noun, text] of texts) writeFileSync(goldenFile(noun), text);
}
console.log(`${texts.size} files ${values.check ? "are current" : "recorded"}.`);
