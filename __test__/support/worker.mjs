/** A thread that builds manifests: `{ calls, variables }` is their number and environment. */
import { parentPort, workerData } from "node:worker_threads";
import { buildJobManifest } from "@paperclip/k8s-native";
import { minimal, realistic } from "./inputs.mjs";

const { calls, variables } = workerData;
Object.assign(process.env, variables);

const made = new Set();
for (let call = 0; call < calls; call++) {
  made.add(JSON.stringify([realistic(), minimal()].map((input) => buildJobManifest(input))));
  if (call === 0) parentPort.postMessage("began");
}
parentPort.postMessage([...made]);
