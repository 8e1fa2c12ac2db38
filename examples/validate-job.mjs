/**
 * What an adapter does with a run: build, validate, fail early with the lines that `kubectl` would
 * print, create. The second run asks for more memory than the default limit, and for a prompt that
 * no container could be started with.
 */
import { buildJobManifest, validateJobManifest } from "@paperclip/k8s-native";
import { ctx, selfPod } from "./input.mjs";

/**
 * `create` is given the Job and the prompt's Secret or `null`: a real one creates the Secret first,
 * with `stringData`, then the Job (`BatchV1Api.createNamespacedJob`).
 */
async function startRun(input, create) {
  const { job, promptSecret } = buildJobManifest(input);
  const findings = validateJobManifest(job, { promptSecret });
  const lines = (severity) =>
    findings
      .filter((finding) => finding.severity === severity)
      .map(({ path, message }) => `${path}: ${message}`);

  for (const line of lines("warning")) console.warn(`warning: ${line}`);
  const errors = lines("error");
  if (errors.length > 0) throw new Error(`Kubernetes would refuse it:\n${errors.join("\n")}`);
  await create(job, promptSecret);
}

const create = async (job) => console.log(`created ${job.metadata.name}`);

await startRun({ ctx, selfPod }, create);

const config = {
  ...ctx.config,
  resources: { requests: { memory: "16Gi" } },
  promptTemplate: "Read this log.\n".repeat(10_000),
};
// A new session, for a resumed one that is woken gets no template.
const runtime = { sessionId: null, sessionParams: null };
await startRun({ ctx: { ...ctx, config, runtime }, selfPod }, create).catch(({ message }) =>
  console.error(message),
);
