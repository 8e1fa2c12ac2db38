/** The Kubernetes client sends the addon's manifests byte for byte as it sends the original's. */
import { buildJobManifest } from "@paperclip/k8s-native";
import { expect, test } from "vitest";
import { goldenOf } from "./support/golden.mjs";
import { loadReference } from "./support/reference.mjs";
import { requestsOf } from "./support/requests.mjs";

const recorded = goldenOf("requests");
const reference = await loadReference();

test("the requests are those that were recorded", async () => {
  expect(await requestsOf(buildJobManifest)).toEqual(recorded);
});

test("a Job is one request, and with a Secret it is two", () => {
  const sent = Object.values(recorded).map((list) => list.map(({ url }) => url));
  expect(sent).toEqual([
    ["/apis/batch/v1/namespaces/ns/jobs"],
    ["/apis/batch/v1/namespaces/paperclip-agents/jobs"],
    ["/api/v1/namespaces/elsewhere/secrets", "/apis/batch/v1/namespaces/elsewhere/jobs"],
    ["/apis/batch/v1/namespaces/ns/jobs"],
  ]);
});

test.skipIf(reference === null)("the original's are the same now", async () => {
  expect(await requestsOf(reference)).toEqual(recorded);
});
