/**
 * One agent run as the Paperclip server hands it to its Kubernetes adapter: an agent that goes on
 * with its Claude session because two people have commented on its task.
 */
export const ctx = {
  runId: "5f0c2a9e-31d7-4c0b-9a86-2d1f0e7b4c55",
  agent: {
    id: "b7d2f4a1-6c3e-4f58-8a90-1e2d3c4b5a69",
    companyId: "c0ffee00-12ab-4cde-8f01-23456789abcd",
    name: "Release Engineer",
    adapterType: "claude_k8s",
    adapterConfig: {},
  },
  runtime: {
    sessionId: "0d9f6b1e-7a52-4b8c-b3c4-5e6f7a8b9c0d",
    sessionParams: { sessionId: "0d9f6b1e-7a52-4b8c-b3c4-5e6f7a8b9c0d", cwd: "/paperclip/work" },
    sessionDisplayId: "0d9f6b1e",
    taskKey: "ACME-412",
  },
  config: {
    namespace: "paperclip-agents",
    image: "ghcr.io/acme/claude-agent:2.14.0",
    imagePullPolicy: "Always",
    serviceAccountName: "paperclip-agent",
    model: "claude-sonnet-4-5",
    effort: "high",
    maxTurnsPerRun: 80,
    dangerouslySkipPermissions: true,
    instructionsFilePath: "/paperclip/instructions/release-engineer.md",
    extraArgs: ["--add-dir", "/paperclip/shared", "--disallowedTools", "Bash(rm:*)"],
    cwd: "/paperclip/work",
    promptTemplate:
      "You are {{agent.name}} ({{agent.id}}), run {{run.id}}.\n" +
      "Work on {{context.taskId}} and report in the task's thread.",
    bootstrapPromptTemplate: "Read /paperclip/instructions first. Your company is {{company.id}}.",
    timeoutSec: 5400,
    ttlSecondsAfterFinished: 900,
    resources: {
      requests: { cpu: "2", memory: "4Gi" },
      limits: { cpu: "4", memory: "8Gi" },
    },
    nodeSelector: "# the pool with local disks\nkubernetes.io/arch=amd64\nacme.dev/pool=agents\n",
    tolerations: [
      { key: "acme.dev/agents", operator: "Equal", value: "true", effect: "NoSchedule" },
      { key: "node.kubernetes.io/unreachable", operator: "Exists", effect: "NoExecute" },
    ],
    labels: "team=platform\ncost-center=4711",
    env: {
      LOG_LEVEL: "info",
      GIT_AUTHOR_NAME: "Release Engineer",
      GIT_AUTHOR_EMAIL: "release-engineer@agents.acme.dev",
    },
  },
  context: {
    taskId: "ACME-412",
    issueId: "ACME-412",
    wakeReason: "issue_commented",
    wakeCommentId: "cmt-9021",
    issueIds: ["ACME-412", "ACME-409"],
    paperclipWake: {
      reason: "Two new comments on ACME-412",
      comments: [
        {
          id: "cmt-9020",
          author: "mira",
          body: "The staging deploy is green. Please cut 2.15.0 from main; don't wait for ACME-409.",
        },
        {
          id: "cmt-9021",
          author: "jonas",
          body: "Changelog first, please: last time the migration note was missing.",
        },
      ],
    },
    paperclipWorkspace: {
      cwd: "/paperclip/work/acme-412",
      source: "project",
      strategy: "git_worktree",
      workspaceId: "ws-77",
      repoUrl: "https://git.acme.dev/platform/server.git",
      repoRef: "main",
      branchName: "agent/acme-412",
      worktreePath: "/paperclip/work/acme-412",
      agentHome: "/paperclip/agents/release-engineer",
    },
    paperclipWorkspaces: [
      { id: "ws-77", repoUrl: "https://git.acme.dev/platform/server.git", repoRef: "main" },
      { id: "ws-78", repoUrl: "https://git.acme.dev/platform/docs.git", repoRef: "main" },
    ],
  },
  authToken: "eyJhbGciOiJIUzI1NiJ9.example.run-token",
  onLog: async () => {},
};

/** What the server found out about its own Pod, in which the agent's Pod has to fit. */
export const selfPod = {
  namespace: "paperclip",
  image: "ghcr.io/acme/paperclip-server:2026.403.0",
  imagePullSecrets: [{ name: "ghcr-pull" }],
  dnsConfig: { options: [{ name: "ndots", value: "2" }] },
  pvcClaimName: "paperclip-data",
  secretVolumes: [
    {
      volumeName: "git-credentials",
      secretName: "agent-git-credentials",
      mountPath: "/secrets/git",
      defaultMode: 0o400,
    },
  ],
  inheritedEnv: {
    PAPERCLIP_API_URL: "http://paperclip.paperclip.svc.cluster.local:3100",
    PAPERCLIP_DEPLOYMENT: "production",
    PAPERCLIP_LOG_FORMAT: "json",
    NODE_ENV: "production",
    TZ: "UTC",
    LANG: "C.UTF-8",
    HTTP_PROXY: "http://proxy.acme.dev:3128",
    HTTPS_PROXY: "http://proxy.acme.dev:3128",
    NO_PROXY: ".svc,.cluster.local,10.0.0.0/8",
    SSL_CERT_FILE: "/etc/ssl/certs/ca-certificates.crt",
    CLAUDE_CODE_USE_BEDROCK: "1",
    AWS_REGION: "eu-central-1",
    AWS_ROLE_ARN: "arn:aws:iam::123456789012:role/paperclip-agents",
    AWS_STS_REGIONAL_ENDPOINTS: "regional",
    ANTHROPIC_SMALL_FAST_MODEL: "claude-haiku-4-5",
    DISABLE_TELEMETRY: "1",
    OTEL_EXPORTER_OTLP_ENDPOINT: "http://otel-collector.observability:4318",
    OTEL_SERVICE_NAME: "paperclip-agent",
    GIT_TERMINAL_PROMPT: "0",
    NPM_CONFIG_REGISTRY: "https://npm.acme.dev",
  },
  inheritedEnvValueFrom: [
    {
      name: "GITHUB_TOKEN",
      valueFrom: { secretKeyRef: { name: "agent-github", key: "token" } },
    },
    { name: "NODE_NAME", valueFrom: { fieldRef: { fieldPath: "spec.nodeName" } } },
  ],
  inheritedEnvFrom: [{ configMapRef: { name: "agent-defaults", optional: true } }],
};
