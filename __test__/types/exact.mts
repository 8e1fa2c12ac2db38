// The declarations say no more and no less than the original's, and the findings are typed. They
// need no other package.

import {
  type AgentConfig,
  type buildJobManifest,
  type Finding,
  type Job,
  type JobBuildContext,
  type JobBuildInput,
  type JobBuildResult,
  type PromptMetrics,
  type PromptSecret,
  type SelfPodInfo,
  type ValidateOptions,
  validateJobManifest,
} from "@paperclip/k8s-native";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type IsAny<T> = 0 extends 1 & T ? true : false;

export const jobIsJob: Same<JobBuildResult["job"], Job> = true;
export const jobIsNotAny: IsAny<JobBuildResult["job"]> = false;
export const oneParameter: Same<Parameters<typeof buildJobManifest>["length"], 1> = true;
export const secretMayBeMissing: Same<JobBuildResult["promptSecret"], PromptSecret | null> = true;
export const severityIsOneOfTwo: Same<Finding["severity"], "error" | "warning"> = true;
export const messageIsText: Same<Finding["message"], string> = true;
export const metricIsNumber: Same<PromptMetrics["promptChars"], number> = true;

// A key that is not read is allowed: a configuration has more readers than this one.
export const furtherConfig: JobBuildContext["config"] = { model: "m", "other.adapter": { of: 1 } };
export const furtherContext: JobBuildContext["context"] = { taskId: null, ticket: 5 };

// What is read of a configuration is checked where the caller asks for it.
export const config = { model: "m", timeoutSec: 60 } satisfies AgentConfig;
export const configInUse: JobBuildContext["config"] = config;

// @ts-expect-error: the name of this key is wrong
export const misspelt = { modle: "m" } satisfies AgentConfig;

// @ts-expect-error: seconds are a number
export const mistyped = { timeoutSec: "60" } satisfies AgentConfig;

const options: ValidateOptions = {
  kubernetes: "1.31",
  promptSecret: null,
  podSecurity: "restricted",
};

export const lines = (job: Job): string[] =>
  validateJobManifest(job, options)
    .filter((finding: Finding) => finding.severity === "error")
    .map(({ path, message }) => `${path}: ${message}`);

// Any object may be a manifest, and nothing else.
export const parsed = (text: string) => validateJobManifest(JSON.parse(text));
export const record = (job: Record<string, unknown>) => validateJobManifest(job);
export const literal = validateJobManifest({ apiVersion: "batch/v1", spec: { suspend: true } });

// @ts-expect-error: a text is not a manifest
validateJobManifest("not a job");

// @ts-expect-error: a function is not a manifest
validateJobManifest(() => {});

// @ts-expect-error: the Job is inside the result
validateJobManifest({} as JobBuildResult);

declare const job: Job;
export const image: string | undefined = job.spec?.template.spec?.containers[0]?.image;
export const variable: string | undefined = job.spec?.template.spec?.containers[0]?.env?.[0]?.value;

// @ts-expect-error: a name is a string
export const numberedName: number | undefined = job.metadata?.name;

declare const selfPod: SelfPodInfo;
const agent = { id: "a", companyId: "c", name: "n" };

// @ts-expect-error: a run has an id
export const anonymousRun: JobBuildContext = { agent, runtime: {}, config: {}, context: {} };

// @ts-expect-error: an id is a string
export const numberedRun: JobBuildContext["runId"] = 5;

// @ts-expect-error: the Job inherits from a Pod
export const podlessInput: JobBuildInput = { ctx: {} as JobBuildContext };

// @ts-expect-error: a pull secret has a name
export const namelessSecret: SelfPodInfo = { ...selfPod, imagePullSecrets: [{}] };

// @ts-expect-error: the restricted level is the only one with its own rules
export const unknownLevel: ValidateOptions = { podSecurity: "baseline" };

// @ts-expect-error: the loader is not a part of the surface
export type Internal = typeof import("@paperclip/k8s-native")["loadAddon"];
