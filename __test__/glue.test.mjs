/** Modules of the glue by themselves: rows that would be long as whole manifests. */
import { describe, expect, test } from "vitest";
import { finishEnvironment, inheritVariables, setVariable } from "../src/node/glue/environment.mjs";
import { hasMembers, parseKeyValue } from "../src/node/glue/key_value.mjs";
import { commandArguments, joinNonBlank } from "../src/node/glue/lists.mjs";

describe("parseKeyValue", () => {
  test.each([
    ["lone CR and U+2028 stay", "a=b\rc=d\ne=f\u2028g=h", { a: "b\rc=d", e: "f\u2028g=h" }],
    ["both sides are trimmed", "\ufeff a = b = c \n=x\nk=\nnope", { a: "b = c", k: "" }],
    ["a leading # is a comment", "  #a=b\nc=d #e\n#\nf#=g", { c: "d #e", "f#": "g" }],
    ["quotes and export stay", 'a="b"\nexport C=d\ne: f', { a: '"b"', "export C": "d" }],
    ["the last value, the first place", "b=1\r\na=2\r\r\nb=3", { b: "3", a: "2" }],
    ["a string for __proto__ is lost", "__proto__=x\na=b", { a: "b" }],
    ["JSON", ' {"a":"b","n":1}', { a: "b" }],
    ["text that begins like JSON", '{\n"a=1": "b",\n}', { '"a': '1": "b",' }],
    ["a JSON array", '["a=b",\n"c=d"]', { '["a': 'b",', '"c': 'd"]' }],
    ["an object", { a: "b", c: 5 }, { a: "b" }],
    ["nothing but signs", "=\n = ", {}],
    ["no text", "", {}],
    ["an array", ["a=b"], {}],
  ])("%s", (_, source, expected) => {
    const members = parseKeyValue(source);
    expect(members).toEqual(expected);
    expect(Object.keys(members)).toEqual(Object.keys(expected));
    expect(hasMembers(members)).toBe(Object.keys(expected).length > 0);
  });
});

describe("the layers of the environment", () => {
  const build = (inherited, known, own, sources = []) => {
    const entries = inheritVariables(inherited);
    for (const [name, value] of Object.entries(known)) setVariable(entries, inherited, name, value);
    return finishEnvironment(entries, inherited, own, "/home", sources).map(
      ({ name, value, from }) => (from ? `${name} from` : `${name}=${value}`),
    );
  };
  const many = (length, prefix) =>
    Object.fromEntries(Array.from({ length }, (_, index) => [`${prefix}${index}`, `${index}`]));

  test("a layer overrides a value in its place", () => {
    const env = build({ A: 1, B: 2, HOME: "/x" }, { B: 3, C: 4 }, { A: "5", D: "6", N: 7 });
    expect(env).toEqual(["A=5", "B=3", "HOME=/home", "C=4", "D=6"]);
  });

  test("array indexes come first, wherever they are from", () => {
    const env = build({ 10: "a", Z: "z" }, { K: "k" }, { 9: "b", "01": "c", 10: "d" });
    expect(env).toEqual(["9=b", "10=d", "Z=z", "K=k", "01=c", "HOME=/home"]);
  });

  test("a source never overrides a literal, and sources do not override each other", () => {
    const from = (name) => ({ name, from: true });
    const sources = ["A", "K", "E", "HOME", "S", "S", "toString"].map(from);
    const env = build({ A: undefined }, { K: "k" }, { E: "e" }, sources);
    expect(env.slice(4)).toEqual(["S from", "S from", "toString from"]);
  });

  test("many names lead to what few lead to", () => {
    const own = { ...many(200, "I"), ...many(50, "N"), 7: "seven" };
    const sources = ["I3", "N4", "S"].map((name) => ({ name, from: true }));
    const env = build(many(100, "I"), {}, own, [...sources, ...sources, ...Array(60).fill({})]);
    expect(env.slice(0, 3)).toEqual(["7=seven", "I0=0", "I1=1"]);
    expect(env.length).toBe(1 + 200 + 50 + 1 + 2 + 60);
  });
});

test("joinNonBlank leaves out what is blank or not a string", () => {
  expect(joinNonBlank([" a ", "", 5, " ", "b,c"])).toBe(" a ,b,c");
  expect(joinNonBlank([" ", 5])).toBe(undefined);
  expect(joinNonBlank("a")).toBe(undefined);
});

test("commandArguments takes strings, as the array's own filter finds them", () => {
  expect(commandArguments(["a", 1, null, "b"])).toEqual(["a", "b"]);
  expect(commandArguments(Object.assign([], { filter: () => ["own", 5] }))).toEqual(["own"]);
});
