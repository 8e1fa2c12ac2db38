/** Times several functions side by side, so that what disturbs the machine disturbs all. */
const BATCH_MS = 6;
const WARM_UP_MS = 600;

export function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

/** The microseconds of one call, over all the inputs of some pools. */
function timeBatch(run, pools) {
  let calls = 0;
  const start = process.hrtime.bigint();
  for (const pool of pools) {
    for (let index = 0; index < pool.length; index++) run(pool[index]);
    calls += pool.length;
  }
  return Number(process.hrtime.bigint() - start) / 1e3 / calls;
}

/** Warms all sides up in turns; returns how many pools are a batch of each. */
function warmUp(runs, pool) {
  const times = runs.map(() => []);
  const end = performance.now() + WARM_UP_MS * runs.length;
  do {
    for (const [index, run] of runs.entries()) times[index].push(timeBatch(run, [pool]));
  } while (performance.now() < end);
  return times.map((each) => Math.ceil((BATCH_MS * 1e3) / (median(each) * pool.length)));
}

/**
 * The median microseconds of one call of each side. Every round takes each side once, and the next
 * round begins with another side.
 *
 * `makePool` makes the inputs. With `usesOnce` every batch gets inputs that no call has seen, and
 * that have survived a collection as those of a caller have: this needs Node's `--expose-gc`.
 */
export function compare(sides, makePool, { rounds, usesOnce = false }) {
  const runs = Object.values(sides);
  const pool = makePool();
  const poolsOfBatch = (length) => {
    if (!usesOnce) return Array.from({ length }, () => pool);
    const pools = Array.from({ length }, makePool);
    globalThis.gc({ type: "minor" });
    return pools;
  };
  const lengths = warmUp(runs, pool);
  const times = runs.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < runs.length; turn++) {
      const side = (round + turn) % runs.length;
      times[side].push(timeBatch(runs[side], poolsOfBatch(lengths[side])));
    }
  }
  return Object.fromEntries(Object.keys(sides).map((name, side) => [name, median(times[side])]));
}
