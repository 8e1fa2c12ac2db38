/** The inputs of the named cases, with one more fault. */
import { buildJobManifest } from "@paperclip/k8s-native";
import { outcomeOf } from "../compare.mjs";
import { casesOf, nouns } from "../golden.mjs";
import { FAULTS } from "../input-faults.mjs";
import { realistic } from "../inputs.mjs";
import { Source } from "../random.mjs";
import { isUnchanged, snapshot } from "../snapshot.mjs";
import { damage, plantThrow } from "./faults.mjs";

/** Inputs of 100,000 items, and changed built-ins, which a fault may take out of the contract. */
const LEFT_OUT = ["hostile", "pollution"];

const isData = (value) => typeof value === "object";

/**
 * Whether a fault may be added: a case that throws has one already, and which of several is reported
 * is outside the contract; an input that changes while it is read differs after any call; and what
 * two inputs share would carry the fault of one case into the next.
 */
function canHaveFault({ input, within = (body) => body() }) {
  const given = input();
  const taken = snapshot(given);
  const outcome = within(() => outcomeOf(buildJobManifest, given));
  if ("thrown" in outcome || !isUnchanged(taken)) return false;
  return ![...snapshot(input()).objects].some((part) => isData(part) && taken.objects.has(part));
}

const named = await Promise.all(nouns.filter((noun) => !LEFT_OUT.includes(noun)).map(casesOf));
const faults = FAULTS.map(({ input }) => ({ input: () => structuredClone(input()) }));
const CASES = [{ input: realistic }, ...named.flat(), ...faults].filter(canHaveFault);

/** The input of a seed. */
export function randomNamedCase(seed) {
  const random = new Source(seed);
  const { input: make, within } = random.pick(CASES);
  const input = make();
  const fault = random.next();
  if (fault < 0.2) plantThrow(random, input);
  else if (fault < 0.9) damage(random, input);
  return { input, within };
}
