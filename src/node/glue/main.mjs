// What the generated functions call: all that is in the bundle.

export { apiUrl } from "./api_url.mjs";
export { finishEnvironment, inheritVariables, setVariable } from "./environment.mjs";
export { toJson } from "./json.mjs";
export { assignMembers, hasMembers, parseKeyValue } from "./key_value.mjs";
export { commandArguments, joinNonBlank, secretVolumeRows, sendTexts } from "./lists.mjs";
export { concat, listOf, makers, setMaker, textOf, utf8Length } from "./result.mjs";
export { resolvePath } from "./template.mjs";
export {
  decimal,
  finiteNumber,
  isPlainObject,
  isString,
  nonEmptyArray,
  nonEmptyList,
  nonEmptyString,
  plainObjectOrEmpty,
  positiveNumber,
  quoteForShell,
  requireObject,
  slug,
  textOfValue,
  trimmed,
  withoutPlaceholders,
  withPlaceholders,
} from "./values.mjs";
export { readWake } from "./wake.mjs";
