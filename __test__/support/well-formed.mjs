/** Random inputs as the documentation has them: each part of its type and form, or left out. */
import { Random } from "./random.mjs";

const PIECES = ["a", "Z", "é", "🦊", "\n", "'", '"', "\\", "$", "{{x}}", "=", " "];

export function wellFormedInput(seed) {
  const make = new Maker(seed);
  return { ctx: contextOf(make), selfPod: selfPodOf(make) };
}

/** Random values in the forms that the fields have. */
class Maker extends Random {
  text() {
    return this.list(20, () => this.pick(PIECES)).join("");
  }

  label() {
    return `l${this.list(20, () => this.pick([..."aZ09-_."])).join("")}0`;
  }

  name() {
    return `n${this.below(1e6)}`;
  }

  image() {
    return `ghcr.io/a/${this.name()}:1`;
  }

  variables() {
    return Object.fromEntries(this.list(4, () => [`V_${this.name()}`, this.text()]));
  }

  /** What `value` makes, or nothing. */
  maybe(value) {
    return this.chance(0.6) ? value() : undefined;
  }
}

function contextOf(make) {
  return {
    runId: make.label(),
    agent: { id: make.label(), companyId: make.label(), name: make.text(), adapterType: null },
    runtime: { sessionId: make.maybe(() => make.text()) ?? null, sessionParams: null },
    config: configOf(make),
    context: {
      taskId: make.maybe(() => make.text()),
      wakeReason: make.maybe(() => make.text()),
      paperclipWake: make.maybe(() => ({
        reason: make.text(),
        comments: [{ body: make.text() }],
      })),
      paperclipWorkspace: make.maybe(() => ({
        cwd: `/work/${make.name()}`,
        branchName: make.text(),
      })),
    },
    authToken: make.maybe(() => make.text()),
  };
}

function configOf(make) {
  const toleration = () => ({ key: make.label(), operator: "Exists", effect: "NoSchedule" });
  return {
    namespace: make.maybe(() => make.name()),
    image: make.maybe(() => make.image()),
    imagePullPolicy: make.maybe(() => make.pick(["Always", "IfNotPresent", "Never"])),
    serviceAccountName: make.maybe(() => make.name()),
    extraArgs: make.maybe(() => make.list(3, () => make.text())),
    promptTemplate: make.maybe(() => make.text()),
    timeoutSec: make.maybe(() => make.below(1e6)),
    ttlSecondsAfterFinished: make.maybe(() => make.below(1e6)),
    resources: make.maybe(() => resourcesOf(make)),
    nodeSelector: make.maybe(() => ({ [make.label()]: make.label() })),
    tolerations: make.maybe(() => make.list(2, toleration)),
    labels: make.maybe(() => ({ [make.label()]: make.label() })),
    env: make.maybe(() => make.variables()),
  };
}

/** Requests are below the limits and their defaults. */
function resourcesOf(make) {
  return {
    requests: make.maybe(() => ({
      cpu: make.pick(["1", "250m"]),
      memory: make.pick(["1Gi", "512Mi", "1e9"]),
    })),
    limits: make.maybe(() => ({
      cpu: make.pick(["4", "4500m", "1e1"]),
      memory: make.pick(["8Gi", "9000M"]),
    })),
  };
}

function selfPodOf(make) {
  const volume = (_, index) => ({
    volumeName: `v${index}`,
    secretName: make.name(),
    mountPath: `/secrets/${index}`,
    defaultMode: make.maybe(() => make.below(0o1000)),
  });
  return {
    namespace: make.name(),
    image: make.image(),
    imagePullSecrets: make.list(2, () => ({ name: make.name() })),
    dnsConfig: make.maybe(() => ({
      nameservers: ["10.0.0.10"],
      searches: ["svc.cluster.local"],
    })),
    pvcClaimName: make.maybe(() => make.name()) ?? null,
    secretVolumes: Array.from({ length: make.below(3) }, volume),
    inheritedEnv: make.variables(),
    inheritedEnvValueFrom: make.list(2, () => ({
      name: `F_${make.name()}`,
      valueFrom: { secretKeyRef: { name: make.name(), key: "key" } },
    })),
    inheritedEnvFrom: make.list(2, () => ({ configMapRef: { name: make.name() } })),
  };
}
