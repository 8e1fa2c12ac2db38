/** Random `selfPod`. */
import { NAMES, randomText } from "./text.mjs";
import { fixedArray, guised, randomIterable, randomRecord, randomValue } from "./values.mjs";

const volume = (random) =>
  guised(random, {
    volumeName: randomText(random),
    secretName: randomText(random),
    mountPath: randomText(random),
    defaultMode: random.pick([undefined, 420]),
  });

const valueFrom = (random) =>
  guised(random, { name: random.pick([...NAMES, 5, undefined]), valueFrom: {} });

function inheritedEnv(random) {
  if (random.chance(0.02)) return randomText(random);
  const env = randomRecord(random, () =>
    random.chance(0.9) ? randomText(random) : randomValue(random),
  );
  if (random.chance(0.02)) env[Symbol("s")] = "a symbol's";
  return guised(random, env);
}

/** The server's description of its own Pod. */
export const randomPod = (random) =>
  guised(random, {
    namespace: randomText(random),
    image: randomText(random),
    imagePullSecrets: fixedArray(random, 2, () => ({ name: randomText(random) })),
    dnsConfig: random.optional(() => ({ nameservers: ["10.0.0.1"] })),
    pvcClaimName: random.pickForBlock([null, "claim", ""]),
    secretVolumes: randomIterable(random, random.list(2, volume)),
    inheritedEnv: inheritedEnv(random),
    inheritedEnvValueFrom: randomIterable(random, random.list(3, valueFrom)),
    inheritedEnvFrom: fixedArray(random, 1, () => ({ configMapRef: { name: "c" } })),
  });
