/** Threads and contexts: each has its own instance of the addon, and none disturbs another. */
import { once } from "node:events";
import { createContext, runInContext } from "node:vm";
import { Worker } from "node:worker_threads";
import { buildJobManifest } from "@paperclip/k8s-native";
import { afterEach, expect, test } from "vitest";
import { runModule } from "./support/child.mjs";
import { minimal, realistic } from "./support/inputs.mjs";
import { withVariables } from "./support/variables.mjs";

const ENDLESS = 1e9;
const file = new URL("support/worker.mjs", import.meta.url);

const print = (variables) =>
  withVariables(variables, () =>
    JSON.stringify([realistic(), minimal()].map((input) => buildJobManifest(input))),
  );

// Variables that the process has would reach the threads.
const own = (index) => ({ PAPERCLIP_API_URL: `http://thread-${index}` });
const right = print({});

afterEach(() => {
  expect(print({})).toBe(right);
});

const start = (calls, variables = own(0)) => new Worker(file, { workerData: { calls, variables } });

const resultOf = (worker) =>
  new Promise((resolve, reject) => {
    worker.on("error", reject);
    worker.on("message", (message) => message !== "began" && resolve(message));
  });

test("8 threads at once, each with its own variables", async () => {
  const results = await Promise.all(
    Array.from({ length: 8 }, async (_, index) => {
      const worker = start(500, own(index));
      const exited = once(worker, "exit");
      const made = await resultOf(worker);
      expect(await exited).toEqual([0]);
      return made;
    }),
  );
  expect(results).toEqual(Array.from({ length: 8 }, (_, index) => [print(own(index))]));
});

test("50 threads one after the other", async () => {
  for (let index = 0; index < 50; index++) {
    const worker = start(2, own(index));
    const exited = once(worker, "exit");
    expect(await resultOf(worker)).toEqual([print(own(index))]);
    await exited;
  }
});

test("threads that are ended in the middle of a call", async () => {
  for (let round = 0; round < 20; round++) {
    const workers = [start(ENDLESS), start(ENDLESS)];
    await Promise.all(workers.map((worker) => once(worker, "message")));
    for (let call = 0; call < round * 20; call++) buildJobManifest(realistic());
    const codes = await Promise.all(workers.map((worker) => worker.terminate()));
    expect(codes).toEqual([1, 1]);
  }
});

test("threads that are ended while they load", async () => {
  for (let round = 0; round < 20; round++) {
    const worker = start(ENDLESS);
    await new Promise((resolve) => setTimeout(resolve, round * 3));
    await worker.terminate();
  }
});

test("a thread that exits, throws or runs out of memory leaves the others alone", async () => {
  const addon = JSON.stringify("@paperclip/k8s-native");
  const inputs = JSON.stringify(new URL("support/inputs.mjs", import.meta.url).href);
  const ending = (code, options) =>
    new Worker(
      `(async () => {
        const { buildJobManifest } = require(${addon});
        const { minimal, realistic } = await import(${inputs});
        buildJobManifest(realistic());
        ${code}
      })()`,
      { eval: true, ...options },
    );
  const exited = ending("process.exit(3)");
  expect(await once(exited, "exit")).toEqual([3]);
  const inside = ending(`const input = minimal();
    Object.defineProperty(input.ctx.config, "image", { get: () => process.exit(4) });
    buildJobManifest(input);`);
  expect(await once(inside, "exit")).toEqual([4]);
  const thrown = ending("buildJobManifest({})");
  const [error] = await once(thrown, "error");
  expect(error).toMatchObject({ name: "TypeError", message: /ctx must be an object/ });
  const full = ending("const kept = []; for (;;) kept.push(buildJobManifest(realistic()));", {
    resourceLimits: { maxOldGenerationSizeMb: 24 },
  });
  const [failure] = await once(full, "error");
  expect(failure.code).toBe("ERR_WORKER_OUT_OF_MEMORY");
});

test("a process ends well while threads are at work", () => {
  const worker = JSON.stringify(file.href);
  const output = runModule(`
    import { once } from "node:events";
    import { Worker } from "node:worker_threads";
    const options = { execArgv: [], workerData: { calls: ${ENDLESS}, variables: {} } };
    const workers = Array.from({ length: 4 }, () => new Worker(new URL(${worker}), options));
    await Promise.all(workers.map((worker) => once(worker, "message")));
    console.log(buildJobManifest(inputs.minimal()).jobName);
    process.exit(0);`);
  expect(output.trim()).toBe("ac-agent-1-run-1-0ec508");
});

test("objects of another context", () => {
  const inOther = (source) => runInContext(`(${source})`, createContext({}));
  const other = inOther(JSON.stringify([realistic(), minimal()]));
  const made = withVariables({}, () => other.map((input) => buildJobManifest(input)));
  expect(JSON.stringify(made)).toBe(right);
  // New objects belong to the caller's realm; passed-through objects keep theirs.
  expect(Object.getPrototypeOf(made[0].job)).toBe(Object.prototype);
  const { dnsConfig } = made[0].job.spec.template.spec;
  expect(Object.getPrototypeOf(dnsConfig)).not.toBe(Object.prototype);
  expect(dnsConfig).toBe(other[0].selfPod.dnsConfig);
});

test("a call from another context throws errors of the main realm", () => {
  const context = createContext({ buildJobManifest, input: minimal() });
  expect(runInContext("buildJobManifest(input).jobName", context)).toBe("ac-agent-1-run-1-0ec508");
  expect(() => runInContext("buildJobManifest({})", context)).toThrow(TypeError);
});
