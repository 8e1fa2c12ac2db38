/** A real shell runs the commands of the manifest: the prompt and each argument arrive unchanged. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildJobManifest } from "@paperclip/k8s-native";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { minimal } from "./support/inputs.mjs";

// Plays claude: keeps its arguments, each ended by a NUL, its input and its environment.
const STUB = `#!/bin/sh
for argument in "$@"; do printf '%s\\0' "$argument"; done > "$KEPT/argv"
cat > "$KEPT/stdin"
env -0 > "$KEPT/env"
`;

let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "shell-"));
  for (const name of ["bin", "prompt", "prompt-secret", "work"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "bin/claude"), STUB);
  chmodSync(join(folder, "bin/claude"), 0o755);
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a container's command as its Pod would, with other folders for the mounts. */
function runContainer(container, env) {
  // Plays the kubelet's mounts: replaces each mounted path in the command.
  const mounted = container.command.map((text) =>
    text.replaceAll("/tmp/prompt", `${folder}/prompt`),
  );
  const [command, ...args] = mounted;
  const { status, stderr } = spawnSync(command, args, {
    cwd: join(folder, "work"),
    env: { PATH: `${folder}/bin:/usr/bin:/bin`, KEPT: folder, ...env },
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
}

const kept = (name) => readFileSync(join(folder, name), "utf8");

/** Runs the Pod of a manifest; returns the arguments and the input of claude. */
function run(changes) {
  const { job, prompt, claudeArgs, promptSecret } = buildJobManifest(minimal(changes));
  const { initContainers, containers } = job.spec.template.spec;
  for (const [file, text] of Object.entries(promptSecret?.data ?? {})) {
    writeFileSync(join(folder, "prompt-secret", file), text);
  }
  const [{ env = [] }] = initContainers;
  runContainer(initContainers[0], Object.fromEntries(env.map(({ name, value }) => [name, value])));
  runContainer(containers[0], {});
  return { argv: kept("argv").split("\0").slice(0, -1), stdin: kept("stdin"), prompt, claudeArgs };
}

const ARGUMENTS = [
  ["quotes", ["it's", "'", "''", "'\\''", '"', '\\"', "a'b\"c'd"]],
  ["line breaks", ["a\nb", "\n", "\r\n", "end\n", "'\n'"]],
  ["substitutions", ["$(touch pwned)", "`touch pwned`", "$HOME", "$'x'", "$((1+1))"]],
  ["backslashes", ["\\", "\\\\", "a\\", "\\n", "\\'"]],
  ["dashes", ["-", "--", "-n", "-e", "--print"]],
  [
    "characters that separate words and commands",
    ["a b", "a;touch pwned", "a|b", "a&b", ">out", "<in", "#c", "(x)", "{a,b}"],
  ],
  ["characters that shells expand", ["*", "?", "[a-z]", "~", "!!", "!x", "%s", "%d\\n"]],
  ["non-Latin text", ["Größe", "日本語", "😀", "\u2028", "\u00a0"]],
  ["empty and blank arguments", ["", " ", "\t", "  a  "]],
  ["control characters", ["\u0001\u001b[31m\u007f", "\u0008"]],
  ["a long argument", ["x'".repeat(20_000)]],
];

describe("arguments", () => {
  test.each(ARGUMENTS)("%s", (_, extraArgs) => {
    const { argv, claudeArgs } = run({ config: { extraArgs } });
    expect(argv).toEqual(claudeArgs);
    expect(argv.slice(-extraArgs.length)).toEqual(extraArgs);
  });

  test("hostile text in every option at once", () => {
    const hostile = ARGUMENTS.slice(0, -1).flatMap(([, list]) => list);
    const text = hostile.join(" ");
    const { argv, claudeArgs } = run({
      runtime: { sessionId: text },
      config: { extraArgs: hostile, model: text, effort: text, instructionsFilePath: text },
    });
    expect(argv).toEqual(claudeArgs);
    expect(argv).toContain(text);
  });

  test("a secret in an argument reaches argv and nothing else", () => {
    const secret = "s3cr3t-'$(env)'-canary";
    const { argv, stdin } = run({ config: { extraArgs: ["--token", secret] } });
    expect(argv.at(-1)).toBe(secret);
    expect(stdin).not.toContain("canary");
    expect(kept("env")).not.toContain("canary");
    const { job, ...rest } = buildJobManifest(minimal({ config: { extraArgs: [secret] } }));
    expect(rest.claudeArgs).toContain(secret);
    const { containers, ...pod } = job.spec.template.spec;
    const [{ command, ...container }] = containers;
    expect(command[2]).toContain("canary");
    expect(JSON.stringify([job.metadata, pod, container, rest.prompt])).not.toContain("canary");
  });
});

describe("prompts", () => {
  test.each([
    ["formats", "%s %d %% \\n \\0"],
    ["line breaks at the end", "prompt\n\n\n"],
    ["line breaks at the start", "\n\nprompt"],
    ["quotes and substitutions", "it's \"$HOME\" `id` $(id) \\ ' '"],
    ["a leading dash", "-n -e prompt"],
    ["non-Latin text", "Größe 日本語 😀 \u2028"],
    ["100 KB", "0123456789".repeat(10_000)],
    ["more than 256 KB, through a Secret", "0123456789'\n".repeat(30_000)],
    ["non-Latin text through a Secret", "日本語\n".repeat(50_000)],
  ])("%s", (_, promptTemplate) => {
    const { stdin, prompt } = run({ config: { promptTemplate } });
    expect(stdin).toBe(prompt);
    expect(stdin).toBe(promptTemplate);
  });

  // Linux refuses a variable of 128 KiB at exec, so the shell assigns it itself here.
  test("the command itself copies 200 KB from a variable", () => {
    const promptTemplate = "0123456789%s'\n".repeat(15_000);
    const { job } = buildJobManifest(minimal({ config: { promptTemplate } }));
    const [{ command, env }] = job.spec.template.spec.initContainers;
    writeFileSync(join(folder, "variable"), `${env[0].value}.`);
    const assign = `PROMPT_CONTENT=$(cat ${folder}/variable); PROMPT_CONTENT="\${PROMPT_CONTENT%.}"`;
    runContainer({ command: ["sh", "-c", `${assign}; ${command[2]}`] }, {});
    expect(kept("prompt/prompt.txt")).toBe(promptTemplate);
  });

  test.runIf(process.platform === "linux")("200 KB in a variable is more than Linux takes", () => {
    const { error } = spawnSync("true", { env: { PROMPT_CONTENT: "x".repeat(200_000) } });
    expect(error.code).toBe("E2BIG");
  });
});
