/** What the Kubernetes client sends of a manifest, to a server on this machine. */
import { createServer } from "node:http";
import { BatchV1Api, CoreV1Api, KubeConfig } from "@kubernetes/client-node";
import { encode } from "./encode.mjs";
import { minimal, realistic } from "./inputs.mjs";
import { withVariables } from "./variables.mjs";

const INPUTS = {
  minimal,
  realistic,
  "with a Secret": () =>
    minimal({ config: { promptTemplate: "Größe 😀\n".repeat(30_000), namespace: "elsewhere" } }),
  "with lone surrogates": () => minimal({ config: { env: { A: "\ud800" }, labels: "a=\udfff" } }),
};

/** Listens, and answers every request with an empty object after keeping it in `requests`. */
async function listen(requests) {
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    const { method, url, headers } = request;
    const body = Buffer.concat(chunks).toString("utf8");
    requests.push({ method, url, type: headers["content-type"], body });
    response.setHeader("content-type", "application/json");
    response.end("{}");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function connect({ port }) {
  const config = new KubeConfig();
  config.loadFromOptions({
    clusters: [{ name: "c", server: `http://127.0.0.1:${port}`, skipTLSVerify: true }],
    users: [{ name: "u" }],
    contexts: [{ name: "x", cluster: "c", user: "u" }],
    currentContext: "x",
  });
  return { batch: config.makeApiClient(BatchV1Api), core: config.makeApiClient(CoreV1Api) };
}

/** Creates what `build` makes of an input in the cluster, as the adapter does. */
async function create({ batch, core }, { job, namespace, promptSecret }) {
  if (promptSecret) {
    const { name, data } = promptSecret;
    const body = { metadata: { name, namespace: promptSecret.namespace }, stringData: data };
    await core.createNamespacedSecret({ namespace: promptSecret.namespace, body });
  }
  await batch.createNamespacedJob({ namespace, body: job });
}

/** The requests for each input, as JSON. */
export async function requestsOf(build) {
  const requests = [];
  const server = await listen(requests);
  try {
    const apis = connect(server.address());
    const sent = {};
    for (const [name, input] of Object.entries(INPUTS)) {
      await create(
        apis,
        withVariables({}, () => build(input())),
      );
      sent[name] = requests.splice(0);
    }
    return encode(sent, null, 10_000);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
