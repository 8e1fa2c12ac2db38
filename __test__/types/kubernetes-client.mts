// The Kubernetes objects are those of `@kubernetes/client-node`, in both directions.

import type * as k8s from "@kubernetes/client-node";
import {
  buildJobManifest,
  type Container,
  type EnvFromSource,
  type EnvVar,
  type EnvVarSource,
  type Job,
  type JobBuildInput,
  type JobSpec,
  type LocalObjectReference,
  type ObjectMeta,
  type PodDNSConfig,
  type PodSecurityContext,
  type PodSpec,
  type PodTemplateSpec,
  type ResourceRequirements,
  type SecurityContext,
  type Toleration,
  type Volume,
  type VolumeMount,
  validateJobManifest,
} from "@paperclip/k8s-native";

/** True if either can be used as the other. */
type Fits<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

export const objects: true[] = [
  true satisfies Fits<Container, k8s.V1Container>,
  true satisfies Fits<EnvFromSource, k8s.V1EnvFromSource>,
  true satisfies Fits<EnvVar, k8s.V1EnvVar>,
  true satisfies Fits<EnvVarSource, k8s.V1EnvVarSource>,
  true satisfies Fits<Job, k8s.V1Job>,
  true satisfies Fits<JobSpec, k8s.V1JobSpec>,
  true satisfies Fits<LocalObjectReference, k8s.V1LocalObjectReference>,
  true satisfies Fits<ObjectMeta, k8s.V1ObjectMeta>,
  true satisfies Fits<PodDNSConfig, k8s.V1PodDNSConfig>,
  true satisfies Fits<PodSecurityContext, k8s.V1PodSecurityContext>,
  true satisfies Fits<PodSpec, k8s.V1PodSpec>,
  true satisfies Fits<PodTemplateSpec, k8s.V1PodTemplateSpec>,
  true satisfies Fits<ResourceRequirements, k8s.V1ResourceRequirements>,
  true satisfies Fits<SecurityContext, k8s.V1SecurityContext>,
  true satisfies Fits<Toleration, k8s.V1Toleration>,
  true satisfies Fits<Volume, k8s.V1Volume>,
  true satisfies Fits<VolumeMount, k8s.V1VolumeMount>,
];

// @ts-expect-error: a text does not fit
export const unfit = true satisfies Fits<Job, string>;

export async function create(input: JobBuildInput, batch: k8s.BatchV1Api): Promise<k8s.V1Job> {
  const { job, namespace } = buildJobManifest(input);
  return batch.createNamespacedJob({ namespace, body: job });
}

export const findings = (job: k8s.V1Job) => validateJobManifest(job);
export const result = (job: k8s.V1Job): ReturnType<typeof buildJobManifest>["job"] => job;
