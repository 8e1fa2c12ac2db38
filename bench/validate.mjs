/**
 * What validating costs: it may take as long as cloning the manifest through JSON twice, the least
 * that an application does to send it.
 */
import { buildJobManifest, validateJobManifest } from "@paperclip/k8s-native";
import { ctx, selfPod } from "../examples/input.mjs";

const { job } = buildJobManifest({ ctx, selfPod });

function cloneTwice() {
  JSON.parse(JSON.stringify(job));
  JSON.parse(JSON.stringify(job));
}

/** `original` and `addon` are the two sides, the former being what `beside` says. */
export const validateWorkload = {
  name: "validate",
  what: "validateJobManifest of the typical manifest",
  beside: "two clones of the Job through JSON",
  target: 1,
  original: cloneTwice,
  addon: () => validateJobManifest(job),
};
