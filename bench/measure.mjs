/** Times two functions side by side, so that what disturbs the machine disturbs both. */
const BATCH_MS = 4;
const WARM_UP_MS = 300;
const ROUNDS = 101;

export function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

/** The time of one call, in microseconds. */
function timeBatch(run, calls) {
  const start = process.hrtime.bigint();
  for (let call = 0; call < calls; call++) run();
  return Number(process.hrtime.bigint() - start) / 1e3 / calls;
}

/** Warms `run` up; returns how many of its calls fill a batch. */
function callsPerBatch(run) {
  const end = performance.now() + WARM_UP_MS;
  let calls = 0;
  while (performance.now() < end) {
    run();
    calls += 1;
  }
  return Math.max(1, Math.round((calls * BATCH_MS) / WARM_UP_MS));
}

/** The median microseconds of one call of each, measured in alternating batches. */
export function compare(original, addon) {
  const sides = [original, addon].map((run) => ({ run, calls: callsPerBatch(run), times: [] }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const side of sides) side.times.push(timeBatch(side.run, side.calls));
    sides.reverse();
  }
  const timesOf = (run) => sides.find((side) => side.run === run).times;
  return { original: median(timesOf(original)), addon: median(timesOf(addon)) };
}
