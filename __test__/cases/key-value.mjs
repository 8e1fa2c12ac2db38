/** The forms of `nodeSelector`: an object, its JSON text, or `key=value` lines. */
import { minimal } from "../support/inputs.mjs";

const selecting = (nodeSelector) => minimal({ config: { nodeSelector } });

export default [
  {
    name: "lines end at LF or CRLF",
    input: () => selecting("a=b\rc=d\ne=f\u2028g=h\r\ni=j\x0bk=l"),
  },
  {
    name: "the first = splits, both halves are trimmed",
    input: () => selecting("\ufeff a = b = c \n=x\nk=\nnope\n = y"),
  },
  {
    name: "lines that start with # are comments",
    input: () => selecting("  #a=b\nc=d #e\n#\nf#=g"),
  },
  {
    name: "quotes, export and YAML have no meaning",
    input: () => selecting('a="b"\nexport C=d\ne: f'),
  },
  { name: "the last of two equal keys wins", input: () => selecting("b=1\na=2\nb=3") },
  { name: "a byte order mark before JSON", input: () => selecting('\ufeff{"a":"b=c"}') },
  { name: "white space before JSON", input: () => selecting(' \t\r\n{"a":"b=c"} \n') },
  { name: "a JSON array", input: () => selecting('["a=b",\n"c=d"]') },
  { name: "a JSON string", input: () => selecting('"a=b"') },
  { name: "a JSON number, boolean and null", input: () => selecting("5") },
  {
    name: "values of other types in JSON",
    input: () => selecting('{"a":1,"b":"2","c":null,"d":["x"],"e":{"f":"g"}}'),
  },
  { name: "an empty JSON object", input: () => selecting("{}") },
  { name: "JSON numbers past the range", input: () => selecting('{"a":1e999,"b":"c"}') },
  {
    name: "deep JSON",
    input: () => selecting(`{"x":"y","d":${"[".repeat(200)}${"]".repeat(200)}}`),
  },
  { name: "lone surrogates in JSON", input: () => selecting('{"a":"\\ud800","\\udfff":"\udc00"}') },
  {
    name: "duplicates and indexes in JSON",
    input: () => selecting('{"b":"1","2":"x","b":"3","0":"y"}'),
  },
  { name: "JSON with a trailing comma", input: () => selecting('{\n"a=1": "b",\n}') },
  { name: "JSON with a comment", input: () => selecting('{"a":"b=c"} // d') },
  { name: "escapes in JSON", input: () => selecting('{"\\u0061":"\\n\\t\\"\\\\\\/","k":"😀"}') },
  { name: "a control character in JSON", input: () => selecting('{"a":"b\nc=d"}') },
  { name: "__proto__ in lines", input: () => selecting("__proto__=x\na=b") },
  { name: "__proto__ in JSON", input: () => selecting('{"__proto__":"x","a":"b"}') },
  { name: "only __proto__ in lines", input: () => selecting("__proto__=x") },
  {
    name: "__proto__ in an object",
    input: () => selecting(JSON.parse('{"__proto__":"x","a":"b"}')),
  },
  { name: "constructor and toString", input: () => selecting("constructor=y\ntoString=z") },
  {
    name: "integer-like names come first",
    input: () => selecting("z=1\n10=a\n9=b\n01=c\n-1=d\n4294967294=e\n4294967295=f"),
  },
  { name: "an object", input: () => selecting({ b: "1", a: 2, c: "", 5: "five" }) },
  { name: "an object without string values", input: () => selecting({ a: 1 }) },
  {
    name: "an object with inherited members",
    input: () =>
      selecting(
        Object.create({ a: "1" }, { b: { value: "2", enumerable: true }, c: { value: "3" } }),
      ),
  },
  { name: "a String object", input: () => selecting(new String("ab")) },
  { name: "a Map and a Date are empty", input: () => selecting(new Map([["a", "b"]])) },
  { name: "an array", input: () => selecting(["a=b"]) },
  { name: "a number", input: () => selecting(5) },
  { name: "blank text", input: () => selecting(" \n\ufeff") },
  { name: "a function", input: () => selecting(() => "a=b") },
  { name: "lone surrogates in lines", input: () => selecting("\ud800=\udfff\n😀=\ud83d") },
  { name: "a proxy of an object", input: () => selecting(new Proxy({ a: "b" }, {})) },
  {
    name: "an object without a prototype",
    input: () => selecting(Object.assign(Object.create(null), { a: "b" })),
  },
  {
    name: "two thousand lines",
    input: () => selecting(Array.from({ length: 2000 }, (_, at) => `k${at}=v${at}`).join("\n")),
  },
];
