/** Times several functions side by side, so that what disturbs the machine disturbs all. */
const BATCH_MS = 2;
/** How often a batch is timed before one is taken that the scheduler has interrupted. */
const TRIES = 10;
const WARM_UP_MS = 600;

export function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

/** The microseconds of one call, over a pool of inputs that is gone through so many times. */
function timeBatch(run, pool, passes) {
  const start = process.hrtime.bigint();
  for (let pass = 0; pass < passes; pass++) {
    for (let index = 0; index < pool.length; index++) run(pool[index]);
  }
  return Number(process.hrtime.bigint() - start) / 1e3 / (pool.length * passes);
}

const interruptions = () => process.resourceUsage().involuntaryContextSwitches;

/** The same of a batch during which the scheduler let nobody else run, if there is one. */
function timeUndisturbed(run, pool, passes) {
  let fastest = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < TRIES; tried++) {
    const before = interruptions();
    const time = timeBatch(run, pool, passes);
    if (interruptions() === before) return time;
    fastest = Math.min(fastest, time);
  }
  return fastest;
}

/** Warms all sides up in turns; returns how many passes through the pool fill a batch of each. */
function warmUp(runs, pool) {
  const times = runs.map(() => []);
  const end = performance.now() + WARM_UP_MS * runs.length;
  do {
    for (const [index, run] of runs.entries()) times[index].push(timeBatch(run, pool, 1));
  } while (performance.now() < end);
  return times.map((each) => Math.ceil((BATCH_MS * 1e3) / (median(each) * pool.length)));
}

/**
 * The median microseconds of one call of each side. Every round takes each side once, and the next
 * round begins with another side.
 */
export function compare(sides, pool, rounds) {
  const runs = Object.values(sides);
  const passes = warmUp(runs, pool);
  const times = runs.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < runs.length; turn++) {
      const side = (round + turn) % runs.length;
      times[side].push(timeUndisturbed(runs[side], pool, passes[side]));
    }
  }
  return Object.fromEntries(Object.keys(sides).map((name, side) => [name, median(times[side])]));
}
