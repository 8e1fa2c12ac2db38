// What Rust hands to the bundle in place of this module: `load.rs` lists the same names. Here are
// replacements for the tests that import single modules.

// The Int32Array that both sides see, and its places: `bridge/wire.rs`.
export const wire = new Int32Array(64);
export const MAKER = 14;

// The native functions.
const notNative = () => {
  throw new Error("not in the addon");
};
export const decide = notNative;
export const renderTemplate = notNative;
export const escapeForJson = notNative;

// The native function of `validate.mjs`, and the versions of Kubernetes that can be asked for.
export const find = notNative;
export const MIN_MINOR = 30;
export const MAX_MINOR = 37;

// The greatest number of arguments of a native function.
export const MAX_ARGUMENTS = 512;
// The template of agents that configure none, the same in parts, and what `{{run.source}}` is.
export const DEFAULT_TEMPLATE = "{{agent.id}}";
export const DEFAULT_PARTS = ["", ["agent", "id"], ""];
export const RUN_SOURCE = "on_demand";
// The names of the variables that every run knows, as members.
export const VARIABLE_NAMES = { HOME: 0, K: 0 };

// For `validate_input.mjs`.
export const findInputFaults = notNative;
export const pathsOfTemplate = notNative;
export const INPUT_REQUEST = { members: [] };
export const TEMPLATES = [];
export const UNWRITABLE = "";
