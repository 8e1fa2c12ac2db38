// The glue of validateJobManifest. `find` is native.
(find) => {
  "use strict";

  const { parse, stringify } = JSON;

  const fail = (what, expected, value) => {
    const found = value === null ? "null" : typeof value;
    throw new TypeError(`validateJobManifest: ${what} must be ${expected}, but it is ${found}`);
  };

  const isObject = (value) => typeof value === "object" && value !== null;

  // Deeper than the decoder reads, and shallow enough for V8's stack.
  const MAX_DEPTH = 500;

  // The JSON text without what JSON cannot have, which `unwritable` lists. What the caller's code
  // throws passes through.
  const writeRest = (job, unwritable) => {
    const holders = [];
    const steps = [];
    const leaveOut = (way, what) => {
      unwritable.push({ steps: way, what });
      return undefined;
    };
    return stringify(job, function (key, value) {
      while (holders.length > 0 && holders.at(-1) !== this) {
        holders.pop();
        steps.pop();
      }
      const step = Array.isArray(this) ? Number(key) : key;
      if (typeof value === "bigint") return leaveOut([...steps, step], "a BigInt");
      if (!isObject(value)) return value;
      if (holders.includes(value)) return leaveOut([...steps, step], "a cycle");
      if (holders.length > MAX_DEPTH) return leaveOut(steps.slice(0, 1), "so many levels");
      if (holders.length > 0) steps.push(step);
      holders.push(value);
      return value;
    });
  };

  const write = (job, unwritable) => {
    try {
      return stringify(job);
    } catch {
      return writeRest(job, unwritable);
    }
  };

  const minorVersion = (version) => {
    const found = typeof version === "string" ? /^v?1\.(\d{1,3})(?!\d)/.exec(version) : null;
    return Number((found ?? fail("kubernetes", '"1.N"', version))[1]);
  };

  const readOptions = (options, unwritable) => {
    const { kubernetes, promptSecret, podSecurity } = options;
    if (podSecurity !== undefined && podSecurity !== "restricted") {
      fail("podSecurity", '"restricted"', podSecurity);
    }
    const hasSecret = promptSecret !== undefined && promptSecret !== null;
    if (hasSecret && !isObject(promptSecret)) fail("promptSecret", "an object", promptSecret);
    return {
      minor: kubernetes === undefined ? undefined : minorVersion(kubernetes),
      isRestricted: podSecurity === "restricted",
      promptSecret: hasSecret ? parse(write(promptSecret, unwritable) ?? "null") : undefined,
    };
  };

  return (job, options) => {
    if (!isObject(job)) fail("job", "an object", job);
    if (options !== undefined && !isObject(options)) fail("options", "an object", options);
    const unwritable = [];
    const text = write(job, unwritable) ?? "null";
    const settings = options === undefined ? {} : readOptions(options, unwritable);
    const findings =
      options === undefined && unwritable.length === 0
        ? find(text)
        : find(text, stringify({ ...settings, unwritable }));
    return findings === undefined ? [] : parse(findings);
  };
};
