/** The fields of the input that are read, by their path. */
import { minimal } from "./inputs.mjs";

const CONFIG = [
  "namespace",
  "image",
  "model",
  "effort",
  "maxTurnsPerRun",
  "dangerouslySkipPermissions",
  "extraArgs",
  "timeoutSec",
  "ttlSecondsAfterFinished",
  "resources",
  "nodeSelector",
  "tolerations",
  "labels",
  "cwd",
  "promptTemplate",
  "bootstrapPromptTemplate",
  "instructionsFilePath",
  "env",
  "serviceAccountName",
  "imagePullPolicy",
];
const CONTEXT = [
  "paperclipWorkspace",
  "paperclipWake",
  "paperclipSessionHandoffMarkdown",
  "taskId",
  "issueId",
  "wakeReason",
  "wakeCommentId",
  "commentId",
  "approvalId",
  "approvalStatus",
  "issueIds",
  "paperclipWorkspaces",
  "paperclipRuntimeServiceIntents",
  "paperclipRuntimeServices",
  "paperclipRuntimePrimaryUrl",
];
const WORKSPACE = [
  "cwd",
  "source",
  "strategy",
  "workspaceId",
  "repoUrl",
  "repoRef",
  "branchName",
  "worktreePath",
  "agentHome",
];
const POD = [
  "namespace",
  "image",
  "imagePullSecrets",
  "dnsConfig",
  "pvcClaimName",
  "secretVolumes",
  "inheritedEnv",
  "inheritedEnvValueFrom",
  "inheritedEnvFrom",
];

const under = (path, keys) => keys.map((key) => [...path, key]);

/** The paths of all fields that are read of the smallest input. */
export const FIELDS = [
  ["ctx"],
  ["selfPod"],
  ...under(["ctx"], ["runId", "agent", "runtime", "config", "context", "authToken"]),
  ...under(["ctx", "agent"], ["id", "companyId", "name"]),
  ...under(["ctx", "runtime"], ["sessionId", "sessionParams"]),
  ["ctx", "runtime", "sessionParams", "sessionId"],
  ...under(["ctx", "config"], CONFIG),
  ...under(["ctx", "config", "resources"], ["requests", "limits"]),
  ...under(["ctx", "config", "resources", "requests"], ["cpu", "memory"]),
  ...under(["ctx", "config", "resources", "limits"], ["cpu", "memory"]),
  ...under(["ctx", "context"], CONTEXT),
  ...under(["ctx", "context", "paperclipWake"], ["reason", "comments"]),
  ["ctx", "context", "paperclipWake", "comments", 0, "body"],
  ...under(["ctx", "context", "paperclipWorkspace"], WORKSPACE),
  ...under(["selfPod"], POD),
  ...under(
    ["selfPod", "secretVolumes", 0],
    ["volumeName", "secretName", "mountPath", "defaultMode"],
  ),
  ["selfPod", "inheritedEnv", "PAPERCLIP_API_URL"],
  ["selfPod", "inheritedEnvValueFrom", 0, "name"],
];

/** The smallest input that has all owners of fields, with this descriptor for the one at `path`. */
export function withField(path, descriptor) {
  const input = minimal({
    config: { resources: { requests: {}, limits: {} } },
    runtime: { sessionParams: {} },
    context: { paperclipWake: { comments: [{}] }, paperclipWorkspace: {} },
    selfPod: { secretVolumes: [{}], inheritedEnvValueFrom: [{}] },
  });
  const owner = path.slice(0, -1).reduce((object, key) => object[key], input);
  Object.defineProperty(owner, path.at(-1), {
    enumerable: true,
    configurable: true,
    ...descriptor,
  });
  return input;
}
