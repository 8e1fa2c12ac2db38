/**
 * A process that calls the addon again and again and prints what memory it holds meanwhile:
 *
 *   node --expose-gc memory.mjs KIND CALLS     a line of JSON: samples of { rss, heap, external }
 */
import { setImmediate } from "node:timers/promises";
import { buildJobManifest } from "@paperclip/k8s-native";
import { outcomeOf } from "./compare.mjs";
import { MINE, minimal, raise, realistic } from "./inputs.mjs";

const SAMPLES = 20;

const many = (make) => Array.from({ length: 100_000 }, (_, index) => make(index));

/** The kinds of calls: each is a function of the call's number. */
const KINDS = {
  typical() {
    const input = realistic();
    return () => buildJobManifest(input);
  },
  throwing() {
    const thrown = Object.defineProperty({}, "image", { get: () => raise(MINE) });
    const inputs = [
      undefined,
      minimal({ agent: { id: 5 } }),
      minimal({ ctx: { config: thrown } }),
      minimal({ selfPod: { secretVolumes: 5 } }),
      minimal({ context: { paperclipWorkspaces: [1n] } }),
    ];
    return (call) => outcomeOf(buildJobManifest, inputs[call % inputs.length]);
  },
  shapes() {
    // Every combination of optional parts gives a manifest with its own shape.
    return (call) => {
      const has = (bit, value) => ((call >> bit) & 1 ? value : undefined);
      return buildJobManifest(
        minimal({
          runtime: { sessionId: has(0, "S") },
          config: {
            model: has(1, "m"),
            effort: has(2, "e"),
            maxTurnsPerRun: has(3, 5),
            timeoutSec: has(4, 5),
            tolerations: has(5, [{}]),
            nodeSelector: has(6, "a=b"),
            labels: has(7, "a=b"),
            instructionsFilePath: has(8, "/i"),
          },
          selfPod: {
            dnsConfig: has(9, {}),
            pvcClaimName: has(10, "c"),
            imagePullSecrets: has(11, [{}]) ?? [],
          },
        }),
      );
    };
  },
  large() {
    const input = minimal({
      config: {
        extraArgs: many((index) => `a${index}`),
        promptTemplate: "{{run.id}} {{context.o}} ".repeat(20_000),
        labels: many((index) => `k${index}=v`).join("\n"),
      },
      context: { o: {}, issueIds: many((index) => `I-${index}`) },
      selfPod: {
        inheritedEnv: Object.fromEntries(many((index) => [`V${index}`, "v"])),
        inheritedEnvValueFrom: many((index) => ({ name: `F${index}` })),
      },
    });
    return () => buildJobManifest(input);
  },
};

const [kind, calls] = process.argv.slice(2);
const call = KINDS[kind]();

function sample() {
  globalThis.gc();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed, external };
}

const samples = [];
for (let round = 0, at = 0; round < SAMPLES; round++) {
  for (const end = ((round + 1) * Number(calls)) / SAMPLES; at < end; at++) call(at);
  // Finalizers run between tasks.
  await setImmediate();
  samples.push(sample());
}
console.log(JSON.stringify({ samples, peak: process.resourceUsage().maxRSS * 1024 }));
