/** What `execve` takes in all: the limit that `exec-limit-total` reports, met by starting programs. */
import { execFileSync, spawnSync } from "node:child_process";
import { platform } from "node:process";
import { validateJobManifest } from "@paperclip/k8s-native";
import { describe, expect, test } from "vitest";

const LIMIT = 2_097_152;
/** The NUL at the end of a string, and the pointer to it. */
const OVERHEAD = 1 + 8;
/** The longest value of one variable that is used here. */
const LONGEST = 100_000;

/** Variables that take exactly `total` bytes, with a NUL and a pointer for each. */
function variablesOf(total) {
  const variables = [];
  for (let left = total; left > 0; ) {
    const size = left >= 2 * LONGEST ? LONGEST : left > LONGEST ? left - LONGEST : left;
    const name = `V${String(variables.length).padStart(3, "0")}`;
    variables.push({ name, value: "x".repeat(size - name.length - "=".length - OVERHEAD) });
    left -= size;
  }
  return variables;
}

const program = "/bin/true";
/** What the program itself takes: its path, and again as its first argument. */
const ofProgram = program.length + 1 + program.length + OVERHEAD;

/** Whether the program starts with these variables, under a stack of 8 MiB. */
function starts(variables) {
  const env = Object.fromEntries(variables.map(({ name, value }) => [name, value]));
  const { error, status } = spawnSync(program, { env });
  return error ? error.code : status;
}

function rulesOf(variables, command) {
  const spec = {
    restartPolicy: "Never",
    containers: [{ name: "a", image: "i", command, env: variables }],
  };
  const job = { metadata: { name: "a", namespace: "a" }, spec: { template: { spec } } };
  return validateJobManifest(job).map(({ rule }) => rule);
}

const stackOf = () =>
  Number(execFileSync("/bin/sh", ["-c", "ulimit -s"], { encoding: "utf8" }).trim());

describe("all variables and arguments together", () => {
  test("are reported from one byte over the limit on", () => {
    const command = [program];
    const ofCommand = program.length + OVERHEAD;
    expect(rulesOf(variablesOf(LIMIT - ofCommand), command)).not.toContain("exec-limit-total");
    expect(rulesOf(variablesOf(LIMIT - ofCommand + 1), command)).toContain("exec-limit-total");
  });

  test.runIf(platform === "linux" && stackOf() === 8192)(
    "start a program up to the limit, with its path, and not with one byte more",
    () => {
      expect(starts(variablesOf(LIMIT - ofProgram))).toBe(0);
      expect(starts(variablesOf(LIMIT - ofProgram + 1))).toBe("E2BIG");
    },
  );
});
