/** Calls of each export that reach every place where a panic can be forced. */
import { buildJobManifest, validateJobManifest } from "@paperclip/k8s-native";
import { realistic } from "./inputs.mjs";

/** The variable that names the place. */
export const SWITCH = "K8S_NATIVE_FORCED_PANIC";

const job = { apiVersion: "batch/v1", kind: "Job", metadata: { name: "Upper" } };

/** Builds the manifest of a realistic input with this in its template, which Rust renders: it is long. */
export function build(context = { o: { of: "template" } }) {
  const input = realistic();
  input.ctx.config.promptTemplate = `{{agent.id}} {{context.o}} {{context.p.x}}${".".repeat(5000)}`;
  input.ctx.runtime = { sessionId: null };
  Object.assign(input.ctx.context, context);
  return JSON.stringify(buildJobManifest(input));
}

/** The findings of a manifest. */
export const validate = () => JSON.stringify(validateJobManifest(job));

/** What each export makes. */
export const results = () => [build(), validate(), build()];

/** What `body` throws if a panic is forced in this place. */
export function thrownAt(place, body) {
  process.env[SWITCH] = place;
  try {
    return { returned: body() };
  } catch (error) {
    return { isError: error instanceof Error, message: error.message };
  } finally {
    delete process.env[SWITCH];
  }
}
