// What the generated functions call: all that is in the bundle.

export { apiUrl } from "./api_url.mjs";
export { finishEnvironment, inheritVariables, setVariable } from "./environment.mjs";
export { toJson } from "./json.mjs";
export { assignMembers, hasMembers, parseKeyValue } from "./key_value.mjs";
export { commandArguments, joinNonBlank, secretVolumeRows } from "./lists.mjs";
export { concat, makers, setMaker, utf8Length } from "./result.mjs";
export { escapeForShell, quoteEach } from "./shell.mjs";
export { isBlank, renderBootstrap, renderHeartbeat, resolvePath } from "./template.mjs";
export {
  decimal,
  finiteNumber,
  nonEmptyArray,
  nonEmptyList,
  nonEmptyString,
  plainObjectOrEmpty,
  positiveNumber,
  requireObject,
  slug,
  textOfValue,
  trimmed,
} from "./values.mjs";
export { readWake } from "./wake.mjs";
