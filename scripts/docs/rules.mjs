/**
 * `docs/rules.md` and the types of findings in `index.d.ts`, from the tables in
 * `src/validate/rules/` and the list of codes in `src/validate/finding.rs`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../binary.mjs";

const RULE =
  /((?: *\/\/\/.*\n)+) *(Error|Warning) \w+ = "([a-z-]+)" after "(.+?)",\s*example (?:r#"(.*)"#|"");/g;

/** The areas, in the order of the document, and what they are about. */
const AREAS = {
  manifest: "The manifest as a whole",
  job: "The Job, its metadata and the prompt's Secret",
  pod: "The Pod",
  container: "Containers",
  volume: "Volumes",
};

const read = (path) => readFileSync(join(root, path), "utf8");

const files = readdirSync(join(root, "src/validate/rules"));
const unlisted = files.filter((file) => !(file.replace(/\.rs$/, "") in AREAS));
if (unlisted.length > 0) throw new Error(`scripts/docs/rules.mjs lacks the areas of ${unlisted}`);

/** The paragraphs of a comment; the ones that begin with a name and a colon by that name. */
function paragraphs(lines) {
  const texts = lines
    .replace(/^ *\/\/\/ ?/gm, "")
    .trim()
    .split("\n\n")
    .map((text) => text.replaceAll("\n", " "));
  const named = texts.filter((text) => /^(Input|Fix): /.test(text));
  const [asks] = texts;
  return {
    asks,
    ...Object.fromEntries(
      named.map((text) => [
        text.slice(0, text.indexOf(":")).toLowerCase(),
        text.replace(/^\w+: /, ""),
      ]),
    ),
  };
}

const rulesOf = (area) =>
  [...read(`src/validate/rules/${area}.rs`).matchAll(RULE)].map(
    ([, lines, severity, id, source, example]) => ({
      id,
      severity: severity.toLowerCase(),
      source,
      example: example === undefined ? undefined : JSON.parse(example),
      ...paragraphs(lines),
    }),
  );

/** A JSON pointer as a path of JavaScript. */
const pathOf = (pointer) =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => (/^(\d+|-)$/.test(step) ? `[${step === "-" ? "…" : step}]` : `.${step}`))
    .join("")
    .slice(1);

/** A change of an example: a path and a value, in which a long text is written as a repetition. */
function changeText([pointer, value]) {
  const text = JSON.stringify(value).replace(
    /\{"\$repeat":("[^"]*"),"\$times":(\d+)\}/g,
    (_, repeated, times) => `${repeated}.repeat(${times})`,
  );
  return `${pointer.startsWith("/") ? pathOf(pointer) : pointer} = ${text}`;
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);

function section({ id, severity, source, asks, input, fix, example }) {
  const lines = [`### \`${id}\``, "", asks, ""];
  const facts = [`- ${capital(severity)}, after \`${source}\`.`];
  if (input) facts.push(`- From: ${input}`);
  if (fix) facts.push(`- Fix: ${fix}`);
  lines.push(...facts, "");
  if (example) lines.push("```js", ...Object.entries(example).map(changeText), "```", "");
  return lines.join("\n");
}

const areas = Object.entries(AREAS).map(([area, title]) => ({ title, rules: rulesOf(area) }));
const ids = areas.flatMap(({ rules }) => rules.map(({ id }) => id)).sort();

const table = areas
  .flatMap(({ rules }) => rules)
  .map(({ id, severity, asks }) => `| [\`${id}\`](#${id}) | ${severity} | ${asks} |`);
const head = ["| rule | severity | what it asks for |", "| --- | --- | --- |"];
const sections = areas.map(({ title, rules }) => `## ${title}\n\n${rules.map(section).join("\n")}`);

const codes = /pub enum Code \{([^}]*)\}/
  .exec(read("src/validate/finding.rs"))[1]
  .match(/^ +[A-Z]\w+,$/gm)
  .map((line) => line.trim().slice(0, -1));

/** What a later version changes: `name since 1.N, "source"` with a comment that says it. */
const CHANGE = /((?: *\/\/\/.*\n)+) *\w+ since (\d+), "(.+?)";/g;
const changes = [...read("src/validate/versions.rs").matchAll(CHANGE)]
  .map(([, lines, minor, source]) => ({
    minor: Number(minor),
    source,
    text: paragraphs(lines).asks,
  }))
  .sort((one, other) => one.minor - other.minor)
  .map(({ minor, source, text }) => `| 1.${minor} | ${text} | \`${source}\` |`);

/** The texts that a later version words differently. */
const TEXT = /^ +\((\d+), "(.+?)", "(.+?)"\),$/gm;
const texts = [...read("src/validate/versions.rs").matchAll(TEXT)].map(
  ([, minor, text, earlier]) => `| 1.${minor} | \`${text}\` | \`${earlier}\` |`,
);

/** Fields that not all versions know: `"name" …: Kind since N` in a type's table. */
const fields = readdirSync(join(root, "src/validate/schema"))
  .filter((file) => file.endsWith(".rs"))
  .flatMap((file) => {
    let type;
    return read(`src/validate/schema/${file}`)
      .split("\n")
      .flatMap((line) => {
        type = /^ {4}(\w+) \{$/.exec(line)?.[1] ?? type;
        const [, name, since, until] =
          /^ {8}"(\w+)" \w+: .+?(?: since (\d+))?(?: until (\d+))?,$/.exec(line) ?? [];
        return since || Number(until) > 0 ? [{ field: `${type}.${name}`, since, until }] : [];
      });
  })
  .sort((one, other) => (one.since ?? 0) - (other.since ?? 0))
  .map(
    ({ field, since, until }) =>
      `| \`${field}\` | ${since ? `1.${since}` : ""} | ${until ? `1.${until - 1}` : ""} |`,
  );

const versions = `## Versions

What the option \`kubernetes\` changes, with the feature gate or function that does:

| since | change | source |
| --- | --- | --- |
${changes.join("\n")}

| since | text | before |
| --- | --- | --- |
${texts.join("\n")}

Fields that not all of these versions know; the source is \`k8s-openapi\`, which is generated from the
OpenAPI documents of each version:

| field | first | last |
| --- | --- | --- |
${fields.join("\n")}
`;

/** The fields without a rule, in sections: `# kind: reason`, and lines of `Type.field: where`. */
const unchecked = read("src/validate/schema/unchecked.txt")
  .trim()
  .split("\n\n")
  .map((text) => {
    const [head, ...lines] = text.split("\n");
    const items = lines.map((line) => {
      const [field, place] = line.split(": ");
      return place ? `- \`${field}\`: ${place}` : `\`${field}\``;
    });
    const reason = head.slice(head.indexOf(": ") + 2);
    return `${reason}\n\n${items.join(items[0].startsWith("-") ? "\n" : ", ")}\n`;
  });

const fieldsWithoutRules = `## Fields without a rule

A test walks all fields of a Job and a Pod: each has a rule above that reports it, or is listed here.

${unchecked.join("\n")}`;

const union = (names) => `${names.map((name) => `\n  | "${name}"`).join("")};\n`;

export default [
  {
    file: "docs/rules.md",
    mark: "rules",
    content: `\n${[...head, ...table].join("\n")}\n\n${sections.join("\n")}\n${versions}\n${fieldsWithoutRules}\n`,
  },
  {
    file: "index.d.ts",
    mark: "findings",
    content: `
/** The kinds of faults: {@link Finding.code}. */
export type FindingCode =${union(codes)}
/** The rules: {@link Finding.rule}. docs/rules.md has an entry for each. */
export type FindingRule =${union(ids)}
`,
  },
];
