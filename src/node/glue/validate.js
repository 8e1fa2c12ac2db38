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

  const isRevoked = (error) =>
    error instanceof TypeError && /on a proxy that has been revoked$/.test(error.message);

  const write = (job, unwritable) => {
    try {
      return stringify(job) ?? "null";
    } catch {}
    try {
      return writeRest(job, unwritable) ?? "null";
    } catch (error) {
      if (!isRevoked(error)) throw error;
      unwritable.push({ steps: [], what: "a revoked proxy" });
      return "{}";
    }
  };

  // "1.31" and what providers make of it, as "v1.31.14-eks".
  const minorVersion = (version) => {
    if (version === undefined) return undefined;
    const found = typeof version === "string" ? /^v?1\.(\d{1,3})(?!\d)/.exec(version) : null;
    return (found ?? fail("kubernetes", '"1.N"', version))[1];
  };

  const findWith = (job, { kubernetes, podSecurity, promptSecret }) => {
    const minor = minorVersion(kubernetes);
    if (podSecurity !== undefined && podSecurity !== "restricted") {
      fail("podSecurity", '"restricted"', podSecurity);
    }
    const hasSecret = promptSecret !== undefined && promptSecret !== null;
    if (hasSecret && !isObject(promptSecret)) fail("promptSecret", "an object", promptSecret);
    const unwritable = [];
    const text = write(job, unwritable);
    const secret = hasSecret ? write(promptSecret, unwritable) : undefined;
    const rest = unwritable.length > 0 ? stringify(unwritable) : undefined;
    return find(text, minor, podSecurity, secret, rest);
  };

  return (job, options = {}) => {
    if (!isObject(job)) fail("job", "an object", job);
    if (!isObject(options)) fail("options", "an object", options);
    const findings = findWith(job, options);
    return findings === undefined ? [] : parse(findings);
  };
};
