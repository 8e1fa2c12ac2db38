// The declarations say no more and no less than the original's, and the findings are typed.

import type * as k8s from "@kubernetes/client-node";
import {
  buildJobManifest,
  type Finding,
  type JobBuildResult,
  type PromptMetrics,
  type ValidateOptions,
  validateJobManifest,
} from "@paperclip/k8s-native";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type IsAny<T> = 0 extends 1 & T ? true : false;

export const jobIsV1Job: Same<JobBuildResult["job"], k8s.V1Job> = true;
export const jobIsNotAny: IsAny<JobBuildResult["job"]> = false;
export const oneParameter: Same<Parameters<typeof buildJobManifest>["length"], 1> = true;
export const metricIsNumber: Same<PromptMetrics["promptChars"], number> = true;

const options: ValidateOptions = {
  kubernetes: "1.31",
  promptSecret: null,
  podSecurity: "restricted",
};

export const lines = (job: k8s.V1Job): string[] =>
  validateJobManifest(job, options)
    .filter((finding: Finding) => finding.severity === "error")
    .map(({ path, message }) => `${path}: ${message}`);

// @ts-expect-error: a run has an id
buildJobManifest({
  ctx: { agent: { id: "a", companyId: "c", name: "n" }, runtime: {}, config: {}, context: {} },
});

// @ts-expect-error: the restricted level is the only one with rules of its own
export const unknownLevel: ValidateOptions = { podSecurity: "baseline" };

// @ts-expect-error: the loader is no part of the surface
export type Internal = typeof import("@paperclip/k8s-native")["loadAddon"];
