/**
 * Builds the Job of the run in `input.mjs` and prints it as YAML. Everything else is a comment, so
 * `kubectl create --dry-run=client -f -` accepts the output.
 */
import { buildJobManifest } from "@paperclip/k8s-native";
import { stringify } from "yaml";
import { ctx, selfPod } from "./input.mjs";

const { job, jobName } = buildJobManifest({ ctx, selfPod });
const [claude] = job.spec.template.spec.containers;

console.log(`# Job name: ${jobName}`);
console.log(`# Command:  ${claude.command.at(-1)}\n`);
console.log(stringify(job, { aliasDuplicateObjects: false, lineWidth: 100 }));
