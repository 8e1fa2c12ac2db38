/**
 * Memory stays flat however often the addon is called. MEMORY_SCALE multiplies the calls: 20 makes
 * them 2 million typical and 200,000 throwing ones.
 */
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runNode } from "./support/child.mjs";

const SCALE = Number(process.env.MEMORY_SCALE ?? 1);
const MB = 2 ** 20;
const program = fileURLToPath(new URL("support/memory.mjs", import.meta.url));

// Keep V8 from doubling its space for new objects, so that growth means a leak.
const FLAGS = ["--expose-gc", "--max-semi-space-size=1"];

const measure = (kind, calls) => JSON.parse(runNode([...FLAGS, program, kind, String(calls)]));

/** The growth from the first half of the samples, warm-up left out, to the second: of medians. */
function growth(samples, key) {
  const values = samples.slice(samples.length / 4).map((sample) => sample[key]);
  const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
  const middle = Math.floor(values.length / 2);
  return (median(values.slice(middle)) - median(values.slice(0, middle))) / MB;
}

// A leak of 64 bytes in each typical call would be 2 MB of 100,000 calls over all samples.
test.each([
  ["typical", 100_000 * SCALE],
  ["throwing", 10_000 * SCALE],
  ["shapes", 20_000 * SCALE],
  ["large", 20 * SCALE],
])("%s: %i calls", (kind, calls) => {
  const { samples } = measure(kind, calls);
  expect(growth(samples, "heap")).toBeLessThan(1);
  expect(growth(samples, "external")).toBeLessThan(1);
  // Allocators return pages late, so the resident size needs a wider bound.
  expect(growth(samples, "rss")).toBeLessThan(kind === "large" ? 64 : 8);
});

test("a call on lists of 100,000 items does not hold a handle for each item", () => {
  const { peak } = measure("large", 20);
  expect(peak / MB).toBeLessThan(512);
});
