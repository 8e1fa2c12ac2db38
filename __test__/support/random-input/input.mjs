/** Random inputs of `buildJobManifest`: a realistic one with wrong types and edge values in it. */
import { Source } from "../random.mjs";
import { randomConfig } from "./config.mjs";
import { randomContext } from "./context.mjs";
import { damage, plantThrow } from "./faults.mjs";
import { randomPod } from "./pod.mjs";
import { randomEnvironment, randomVariables } from "./surroundings.mjs";
import { randomText } from "./text.mjs";
import { boxedText, guised } from "./values.mjs";

const SESSIONS = [null, "S", "", undefined, "a'b"];
const SESSION_PARAMS = [null, { sessionId: "P" }, { sessionId: " " }, {}];

function randomId(random, usual) {
  if (random.chance(0.7)) return usual;
  return random.chance(0.95) ? randomText(random) : boxedText(random);
}

const randomAgent = (random) =>
  guised(random, {
    id: randomId(random, "agent-1"),
    companyId: "co-1",
    name: randomText(random),
    adapterType: null,
    adapterConfig: { deep: { er: "found" } },
  });

const randomRuntime = (random) =>
  guised(random, {
    sessionId: random.chance(0.02) ? boxedText(random) : random.pickForBlock(SESSIONS),
    sessionParams: guised(random, { ...random.pickForBlock(SESSION_PARAMS) }),
  });

/**
 * The input of a seed and its environment: variables of `process.env`, or one time in 20 an object
 * that replaces it.
 */
export function randomInput(seed) {
  const random = new Source(seed);
  const input = {
    ctx: guised(random, {
      runId: randomId(random, "run-1"),
      agent: randomAgent(random),
      runtime: randomRuntime(random),
      config: randomConfig(random),
      context: randomContext(random),
      authToken: random.pick([undefined, "token", " ", ""]),
    }),
    selfPod: randomPod(random),
  };
  if (random.chance(0.05)) return { input, environment: randomEnvironment(random) };
  const fault = random.next();
  if (fault < 0.15) plantThrow(random, input);
  else if (fault < 0.7) damage(random, input);
  return { input, variables: randomVariables(random) };
}
