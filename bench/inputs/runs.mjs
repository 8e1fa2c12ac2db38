/**
 * Five kinds of run as a Paperclip server starts them. Each function makes the data of one run:
 * what the server reads from its database, so it all goes through JSON before it is an input.
 */
const HANDOFF = "## Handoff\n\nThe previous session ran out of context.";

/** The agent's row in the server's database. */
function agentOf(words, config) {
  return {
    id: words.uuid(),
    companyId: words.uuid(),
    name: words.slug(),
    role: "engineer",
    title: "Software Engineer",
    icon: null,
    status: "running",
    reportsTo: words.uuid(),
    capabilities: words.prose(60),
    adapterType: "claude_k8s",
    adapterConfig: config,
    runtimeConfig: { heartbeat: { enabled: true, intervalSec: 3600 } },
    budgetMonthlyCents: words.between(0, 50_000),
    spentMonthlyCents: words.between(0, 50_000),
    permissions: { canCreateAgents: false },
    lastHeartbeatAt: words.time(),
    metadata: null,
    createdAt: words.time(),
    updatedAt: words.time(),
  };
}

const TEMPLATE =
  "You are {{agent.name}} ({{agent.id}}) of company {{company.id}}, run {{run.id}}, woken by " +
  "{{context.wakeReason}}. Follow your instructions.";

/** Variables as an agent's form stores them. */
function variablesOf(words, count) {
  const all = {
    LOG_LEVEL: words.pick(["debug", "info"]),
    GIT_AUTHOR_NAME: words.slug(),
    GIT_AUTHOR_EMAIL: `${words.slug()}@agents.acme.dev`,
    GIT_COMMITTER_NAME: words.slug(),
    ANTHROPIC_MODEL: "claude-opus-4-5",
    NODE_OPTIONS: `--max-old-space-size=${words.between(1024, 8192)}`,
  };
  return Object.fromEntries(Object.entries(all).slice(0, count));
}

/** What most agents are configured with. */
function configOf(words, further) {
  return {
    model: "claude-sonnet-4-5",
    maxTurnsPerRun: words.between(20, 200),
    instructionsFilePath: `/paperclip/instructions/${words.slug()}.md`,
    dangerouslySkipPermissions: true,
    timeoutSec: words.between(600, 7200),
    promptTemplate: TEMPLATE,
    ...further,
  };
}

function runOf(words, { config, context, session = null }) {
  return {
    runId: words.uuid(),
    agent: agentOf(words, config),
    runtime: {
      sessionId: session,
      sessionParams: session && { sessionId: session, cwd: "/paperclip" },
      sessionDisplayId: session,
      taskKey: context.taskKey ?? null,
    },
    config,
    context,
    authToken: `eyJhbGciOiJIUzI1NiJ9.${words.hex(120)}.${words.hex(43)}`,
  };
}

function issueOf(words, id) {
  return {
    id,
    identifier: words.identifier(),
    title: words.prose(words.between(30, 70)),
    status: "in_progress",
    priority: words.pick(["low", "medium", "high"]),
  };
}

function commentOf(words, issueId, length) {
  return {
    id: words.uuid(),
    issueId,
    body: words.prose(length),
    bodyTruncated: false,
    createdAt: words.time(),
    author: { type: words.pick(["user", "agent"]), id: words.uuid() },
  };
}

/** The wake of a run, with a comment for each length. */
function wakeOf(words, reason, issueId, lengths) {
  const comments = lengths.map((length) => commentOf(words, issueId, length));
  const count = comments.length;
  return {
    reason,
    issue: issueOf(words, issueId),
    commentIds: comments.map(({ id }) => id),
    latestCommentId: comments.at(-1)?.id ?? null,
    comments,
    commentWindow: { requestedCount: count, includedCount: count, missingCount: 0 },
    truncated: false,
    fallbackFetchNeeded: false,
  };
}

function workspaceOf(words) {
  const branch = `agent/${words.slug()}-${words.hex(4)}`;
  const cwd = `/paperclip/worktrees/${words.slug()}-${words.hex(6)}`;
  return {
    cwd,
    source: "project_primary",
    mode: "isolated_workspace",
    strategy: "git_worktree",
    projectId: words.uuid(),
    workspaceId: words.uuid(),
    repoUrl: `https://github.com/acme/${words.slug()}.git`,
    repoRef: "main",
    branchName: branch,
    worktreePath: cwd,
    agentHome: `/paperclip/agents/${words.hex(8)}`,
  };
}

function workspaceListOf(words, length) {
  return Array.from({ length }, () => ({
    workspaceId: words.uuid(),
    cwd: `/paperclip/repos/${words.slug()}`,
    repoUrl: `https://github.com/acme/${words.slug()}.git`,
    repoRef: words.pick(["main", null]),
  }));
}

function issueContext(words, wakeReason) {
  const issueId = words.uuid();
  return {
    issueId,
    taskId: issueId,
    taskKey: issueId,
    wakeReason,
    wakeSource: "assignment",
    wakeTriggerDetail: "system",
    projectId: words.uuid(),
  };
}

/** An issue was assigned to the agent; the run gets a worktree. */
export function assignment(words) {
  const context = issueContext(words, "issue_assigned");
  return runOf(words, {
    config: configOf(words, {
      promptTemplate:
        "You are {{agent.name}} ({{agent.id}}) of company {{company.id}}, run {{run.id}}.\n" +
        `Work on {{context.taskId}}. ${words.prose(words.between(100, 300))}`,
      env: variablesOf(words, words.between(2, 4)),
    }),
    context: {
      ...context,
      issueIds: [context.issueId],
      paperclipWake: wakeOf(words, "issue_assigned", context.issueId, []),
      paperclipWorkspace: workspaceOf(words),
      paperclipWorkspaces: workspaceListOf(words, 1),
    },
  });
}

/** Someone has commented on the agent's issue; the agent goes on with its session. */
export function wake(words) {
  const context = issueContext(words, "issue_commented");
  const lengths = Array.from({ length: words.between(1, 3) }, () => words.between(40, 500));
  const paperclipWake = wakeOf(words, "issue_commented", context.issueId, lengths);
  return runOf(words, {
    config: configOf(words, { effort: words.pick(["low", "high"]) }),
    context: {
      ...context,
      commentId: paperclipWake.latestCommentId,
      wakeCommentId: paperclipWake.latestCommentId,
      issueIds: [context.issueId, words.uuid()],
      paperclipWake,
      paperclipWorkspace: workspaceOf(words),
    },
    session: words.uuid(),
  });
}

/** The timer has started the agent: there is nothing but a home directory. */
export function heartbeat(words) {
  return runOf(words, {
    config: configOf(words),
    context: {
      wakeReason: "heartbeat_timer",
      wakeSource: "timer",
      wakeTriggerDetail: "system",
      paperclipWorkspace: {
        cwd: `/paperclip/agents/${words.hex(8)}`,
        source: "agent_home",
        agentHome: `/paperclip/agents/${words.hex(8)}`,
      },
    },
    session: words.chance(0.5) ? words.uuid() : null,
  });
}

/** An agent whose every setting has been made, the labels and the node selector as text. */
export function configured(words) {
  const context = issueContext(words, "issue_assigned");
  const config = configOf(words, {
    namespace: `agents-${words.slug(1)}`,
    image: `ghcr.io/acme/claude-agent:2.${words.between(0, 99)}.0`,
    imagePullPolicy: "Always",
    serviceAccountName: `agent-${words.slug(1)}`,
    effort: "high",
    extraArgs: ["--add-dir", `/paperclip/${words.slug()}`, "--disallowedTools", "Bash(rm:*)"],
    cwd: `/paperclip/work/${words.slug()}`,
    promptTemplate: `You are {{agent.name}}. ${words.prose(200)}\nTask: {{context.issueId}}`,
    bootstrapPromptTemplate: `Read /paperclip/instructions. Company {{companyId}}. ${words.prose(80)}`,
    ttlSecondsAfterFinished: words.between(300, 3600),
    resources: {
      requests: { cpu: "2", memory: `${words.between(2, 6)}Gi` },
      limits: { cpu: "4", memory: `${words.between(8, 16)}Gi` },
    },
    nodeSelector: `# local disks\nkubernetes.io/arch=amd64\nacme.dev/pool=${words.slug(1)}\n`,
    tolerations: [
      { key: "acme.dev/agents", operator: "Equal", value: words.slug(1), effect: "NoSchedule" },
      { key: "node.kubernetes.io/unreachable", operator: "Exists", effect: "NoExecute" },
    ],
    labels: `team=${words.slug(1)}\ncost-center=${words.between(1000, 9999)}`,
    env: variablesOf(words, words.between(3, 6)),
  });
  return runOf(words, {
    config,
    context: {
      ...context,
      issueIds: [context.issueId],
      paperclipWorkspace: workspaceOf(words),
      paperclipSessionHandoffMarkdown: `${HANDOFF} ${words.prose(words.between(100, 400))}`,
    },
  });
}

/** An approval was given to an agent that runs services and works in several repositories. */
export function approval(words) {
  const context = issueContext(words, "approval_approved");
  const url = `http://127.0.0.1:${words.between(20_000, 60_000)}`;
  return runOf(words, {
    config: configOf(words, {
      promptTemplate: `You are {{agent.name}}; run {{runId}}. ${words.prose(150)}`,
      labels: `team=${words.slug(1)}\ncost-center=${words.between(1000, 9999)}`,
      env: variablesOf(words, words.between(1, 3)),
    }),
    context: {
      ...context,
      approvalId: words.uuid(),
      approvalStatus: "approved",
      issueIds: Array.from({ length: words.between(1, 4) }, () => words.uuid()),
      paperclipWorkspace: workspaceOf(words),
      paperclipWorkspaces: workspaceListOf(words, words.between(2, 5)),
      paperclipRuntimeServiceIntents: [
        { name: "web", command: "npm run dev", port: { type: "auto" }, lifecycle: "shared" },
      ],
      paperclipRuntimeServices: [
        {
          id: words.uuid(),
          serviceName: "web",
          status: "running",
          lifecycle: "shared",
          scopeType: "project_workspace",
          scopeId: words.uuid(),
          url,
          provider: "local_process",
          startedAt: words.time(),
          healthStatus: "healthy",
        },
      ],
      paperclipRuntimePrimaryUrl: url,
    },
    session: words.chance(0.5) ? words.uuid() : null,
  });
}

/** A resumed run that this many comments have woken; `bodyOf` makes the text of each. */
export function longWake(words, count, bodyOf) {
  const run = wake(words);
  const { context } = run;
  const comments = Array.from({ length: count }, () => ({
    ...commentOf(words, context.issueId, 1),
    body: bodyOf(),
  }));
  Object.assign(context.paperclipWake, {
    comments,
    commentIds: comments.map(({ id }) => id),
    commentWindow: { requestedCount: count, includedCount: count, missingCount: 0 },
  });
  return run;
}

/** A run that nobody has configured, of which the server knows nothing but who it is for. */
export function minimal(words) {
  return runOf(words, { config: {}, context: {} });
}

export const kinds = { assignment, wake, heartbeat, configured, approval };
