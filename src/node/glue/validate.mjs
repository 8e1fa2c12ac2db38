// The glue of validateJobManifest and validatePodManifest, each with the native function that looks
// at the text.

import { writeInput } from "./input_text.mjs";
import { isObject, writeManifest } from "./manifest_text.mjs";
import { find, MAX_MINOR, MIN_MINOR } from "./native.mjs";

const shown = (value) => {
  if (value === null || isObject(value)) return value === null ? "null" : "object";
  if (typeof value === "string") return JSON.stringify(value.slice(0, 100));
  return typeof value === "number" ? `number ${value}` : typeof value;
};

// The checks of one exported function, whose name its errors have.
const validator = (name, parameter) => {
  const fail = (what, expected, value, ErrorType = TypeError) => {
    throw new ErrorType(`${name}: ${what} must be ${expected}, but it is ${shown(value)}`);
  };
  const requireObject = (what, value) => {
    // A text is not an object; its content may be a secret.
    const shownAs = typeof value === "string" ? "string" : shown(value);
    if (!isObject(value)) {
      throw new TypeError(`${name}: ${what} must be an object, but it is ${shownAs}`);
    }
  };

  // "1.31" and what providers make of it, as "v1.31.14-eks".
  const minorVersion = (version) => {
    if (version === undefined) return undefined;
    const found = typeof version === "string" ? /^v?1\.(\d{1,3})(?!\d)/.exec(version) : null;
    const minor = Number((found ?? fail("kubernetes", '"1.N"', version))[1]);
    if (minor < MIN_MINOR || minor > MAX_MINOR) {
      const expected = `"1.N" with N from ${MIN_MINOR} to ${MAX_MINOR}`;
      fail("kubernetes", expected, version, RangeError);
    }
    return String(minor);
  };

  return (manifest, options = {}) => {
    requireObject(parameter, manifest);
    requireObject("options", options);
    const { kubernetes, podSecurity, promptSecret, input, secrets = false } = options;
    const minor = minorVersion(kubernetes);
    if (podSecurity !== undefined && podSecurity !== "restricted") {
      fail("podSecurity", '"restricted"', podSecurity);
    }
    if (typeof secrets !== "boolean") fail("secrets", "a boolean", secrets);
    const unwritable = { list: [], more: 0 };
    const text = writeManifest(manifest, unwritable);
    let secret;
    if (parameter === "job" && promptSecret !== undefined && promptSecret !== null) {
      requireObject("promptSecret", promptSecret);
      secret = writeManifest(promptSecret, unwritable) ?? "null";
    }
    const rest = unwritable.list.length > 0 ? JSON.stringify(unwritable) : undefined;
    const from = parameter === "job" && input !== undefined ? writeInput(input) : undefined;
    const wish = secrets ? "secrets" : undefined;
    const findings = find(parameter, text, minor, podSecurity, secret, rest, from, wish);
    return findings === undefined ? [] : JSON.parse(findings);
  };
};

export const validateJobManifest = validator("validateJobManifest", "job");
export const validatePodManifest = validator("validatePodManifest", "pod");
