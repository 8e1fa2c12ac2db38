// The adapter's use of the builder, as it is written against job-manifest.js.

import type * as k8s from "@kubernetes/client-node";
import {
  buildJobManifest,
  type JobBuildInput,
  type JobBuildResult,
  type PromptSecret,
  type SelfPodInfo,
  type SelfPodSecretVolume,
} from "@paperclip/k8s-native";
import type { AdapterExecutionContext, AdapterInvocationMeta } from "@paperclipai/adapter-utils";

declare const ctx: AdapterExecutionContext;
declare const selfPodFromCluster: () => JobBuildInput["selfPod"];

const secretVolume: SelfPodSecretVolume = {
  volumeName: "creds",
  secretName: "agent-creds",
  mountPath: "/secrets/creds",
  defaultMode: undefined,
};

const selfPod: SelfPodInfo = {
  namespace: "paperclip",
  image: "agent:1",
  imagePullSecrets: [{ name: "pull" }],
  dnsConfig: undefined as k8s.V1PodDNSConfig | undefined,
  pvcClaimName: null,
  secretVolumes: [secretVolume],
  inheritedEnv: { TZ: "UTC" },
  inheritedEnvValueFrom: [] as k8s.V1EnvVar[],
  inheritedEnvFrom: [] as k8s.V1EnvFromSource[],
};

const input: JobBuildInput = { ctx, selfPod };
const result: JobBuildResult = buildJobManifest(input);
const { job, jobName, namespace, prompt, claudeArgs, promptMetrics, promptSecret } = result;

export const image: string | undefined = job.spec?.template.spec?.containers[0]?.image;
export const body: k8s.V1Job = buildJobManifest({ ctx, selfPod: selfPodFromCluster() }).job;
export const metrics: Record<string, number> = promptMetrics;
export const heartbeat: number | undefined = promptMetrics[`heartbeat${"PromptChars"}`];
export const meta: AdapterInvocationMeta = {
  adapterType: "claude_k8s",
  command: "claude",
  commandArgs: claudeArgs,
  commandNotes: [jobName, namespace],
  prompt,
  promptMetrics,
  context: ctx.context,
};
export const rawConfig: unknown = input.ctx.config.model;

export function secretBody(secret: PromptSecret): k8s.V1Secret {
  return { metadata: { name: secret.name, namespace }, stringData: secret.data };
}
export const secret = promptSecret && secretBody(promptSecret);
