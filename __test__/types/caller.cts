// A CommonJS caller.
import native = require("@paperclip/k8s-native");

declare const input: native.JobBuildInput;

const { buildJobManifest, validateJobManifest } = native;
export const job: native.JobBuildResult["job"] = buildJobManifest(input).job;
export const findings: native.Finding[] = validateJobManifest(job);
