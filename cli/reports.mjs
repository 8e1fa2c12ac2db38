/** What is found in each Job and Pod of the sources. */
import { validateJobManifest, validatePodManifest } from "@paperclip/k8s-native";
import { documentsOf, JsonError } from "./json.mjs";
import { isObject, manifestsOf } from "./manifests.mjs";
import { UsageError } from "./usage.mjs";

/** The kinds that can be checked: the version of their API, and what kubectl calls an object. */
const KINDS = {
  Job: { apiVersion: "batch/v1", resource: "job.batch", validate: validateJobManifest },
  Pod: { apiVersion: "v1", resource: "pod", validate: validatePodManifest },
};

/** Throws if an option is wrong, whatever the input is. */
export function checkOptions(options) {
  try {
    validateJobManifest({}, options);
  } catch ({ message }) {
    const flag = (name) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw new UsageError(message.replace(/^\w+: (\w+)/, (_, name) => flag(name)));
  }
}

/**
 * `reports` on each Job and Pod, `notes` about objects of other kinds, which are passed over, and
 * `problems` with what cannot be checked.
 */
export function reportsOf(sources, options) {
  const outcome = { reports: [], notes: [], problems: [] };
  for (const { name, text } of sources) {
    try {
      for (const { value, position } of documentsOf(text)) {
        for (const { manifest, path } of manifestsOf(value)) {
          check(manifest, { source: name, ...position, path }, options, outcome);
        }
      }
    } catch (error) {
      if (!(error instanceof JsonError)) throw error;
      outcome.problems.push(`${print({ source: name, ...error.position })}: ${error.message}`);
    }
  }
  return outcome;
}

/** Adds to the outcome what is found in one object. */
function check(manifest, place, options, { reports, notes, problems }) {
  const { apiVersion, kind, metadata } = isObject(manifest) ? manifest : {};
  if (typeof kind !== "string") {
    problems.push(`${print(place)}: expected a Job, a Pod or a List, but there is no "kind"`);
  } else if (!Object.hasOwn(KINDS, kind)) {
    notes.push(`${print(place)}: kind ${JSON.stringify(kind)} is not checked`);
  } else if (apiVersion !== KINDS[kind].apiVersion) {
    const version = JSON.stringify(textOf(apiVersion) ?? "");
    problems.push(`${print(place)}: no matches for kind "${kind}" in version ${version}`);
  } else {
    const { resource, validate } = KINDS[kind];
    const { name, generateName, namespace } = isObject(metadata) ? metadata : {};
    reports.push({
      ...place,
      apiVersion,
      kind,
      resource,
      namespace: textOf(namespace),
      name: textOf(name) ?? textOf(generateName) ?? "",
      findings: validate(manifest, options),
    });
  }
}

const textOf = (value) => (typeof value === "string" ? value : undefined);

const print = ({ source, line, column, path }) =>
  `${source}:${line}:${column}${path ? ` ${path}` : ""}`;
