/** What the server has read about its own Pod, with the environment that agents inherit. */

/** Names that every Pod has; with some of the further ones they are 25 to 29. */
const COMMON_NAMES = [
  "PAPERCLIP_API_URL",
  "PAPERCLIP_DEPLOYMENT_MODE",
  "PAPERCLIP_LOG_FORMAT",
  "NODE_ENV",
  "TZ",
  "LANG",
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "NO_PROXY",
  "SSL_CERT_FILE",
  "CLAUDE_CODE_USE_BEDROCK",
  "AWS_REGION",
  "AWS_ROLE_ARN",
  "ANTHROPIC_SMALL_FAST_MODEL",
  "DISABLE_TELEMETRY",
  "OTEL_EXPORTER_OTLP_ENDPOINT",
  "OTEL_SERVICE_NAME",
  "GIT_TERMINAL_PROMPT",
  "NPM_CONFIG_REGISTRY",
  "PAPERCLIP_PUBLIC_URL",
  "SERVE_UI",
  "PAPERCLIP_BIND",
  "PAPERCLIP_INSTANCE_ID",
  "PAPERCLIP_STORAGE_PROVIDER",
  "AWS_STS_REGIONAL_ENDPOINTS",
];
const FURTHER_NAMES = [
  "PAPERCLIP_STORAGE_S3_BUCKET",
  "PAPERCLIP_STORAGE_S3_REGION",
  "ANTHROPIC_BASE_URL",
  "MAX_THINKING_TOKENS",
];

/** The parts of the Pod as the API server sends them: data that goes through JSON. */
export function podOf(words) {
  const further = FURTHER_NAMES.filter(() => words.chance(0.5));
  const env = [...COMMON_NAMES, ...further].map((name) => ({
    name,
    value:
      name === "PAPERCLIP_API_URL"
        ? `http://paperclip-${words.hex(4)}.paperclip.svc.cluster.local:3100`
        : `${words.slug(words.between(1, 4))}-${words.hex(4)}`,
  }));
  const secret = `agent-${words.slug()}`;
  return {
    namespace: `paperclip-${words.slug(1)}`,
    image: `ghcr.io/acme/paperclip-server:2026.${words.between(100, 999)}.0`,
    pullSecrets: [`pull-${words.slug(1)}`],
    claim: `paperclip-data-${words.hex(4)}`,
    secretVolumes: [
      { name: `git-${words.hex(4)}`, secret, path: "/secrets/git", mode: 0o400 },
      { name: `ssh-${words.hex(4)}`, secret, path: "/secrets/ssh", mode: null },
    ].slice(0, words.between(0, 2)),
    env,
    valueFrom: ["GITHUB_TOKEN", "ANTHROPIC_API_KEY", "NPM_TOKEN", "SENTRY_DSN"]
      .slice(0, words.between(1, 4))
      .map((name) => ({ name, valueFrom: { secretKeyRef: { name: secret, key: name } } })),
    envFrom: words.chance(0.3) ? [{ configMapRef: { name: words.slug(), optional: true } }] : [],
  };
}

/** A Pod that has nothing but a name and an image. */
export function barePodOf(words) {
  const { namespace, image } = podOf(words);
  return {
    namespace,
    image,
    pullSecrets: [],
    claim: null,
    secretVolumes: [],
    env: [],
    valueFrom: [],
    envFrom: [],
  };
}

/**
 * `selfPod` as the adapter puts it together: an object literal whose lists are filled in loops. The
 * names of `inheritedEnv` are set one by one, which leaves V8 with an object in dictionary mode,
 * unless other objects with the same names have come to be before: so a pool is made first of all,
 * as an adapter reads its Pod once, when it starts.
 */
export function selfPodFrom(pod) {
  const inheritedEnv = {};
  for (const { name, value } of pod.env) if (value) inheritedEnv[name] = value;
  const secretVolumes = [];
  for (const { name, secret, path, mode } of pod.secretVolumes) {
    secretVolumes.push({
      volumeName: name,
      secretName: secret,
      mountPath: path,
      defaultMode: mode ?? undefined,
    });
  }
  return {
    namespace: pod.namespace,
    image: pod.image,
    imagePullSecrets: pod.pullSecrets.map((name) => ({ name })),
    dnsConfig: undefined,
    pvcClaimName: pod.claim,
    secretVolumes,
    inheritedEnv,
    inheritedEnvValueFrom: pod.valueFrom,
    inheritedEnvFrom: pod.envFrom,
  };
}
