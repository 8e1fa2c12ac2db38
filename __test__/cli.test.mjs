/** The command `k8s-native`, run as a process that reads from a pipe. */
import { execSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { validateJobManifest, validatePodManifest } from "@paperclip/k8s-native";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { manifest, root } from "../scripts/binary.mjs";

const command = join(root, manifest.bin["k8s-native"]);
const terminal = new URL("support/terminal.mjs", import.meta.url).href;
/** What `kubectl create --dry-run=client -o json` printed. */
const recorded = (name) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

function job(name, change = () => {}) {
  const container = { name: "main", image: "busybox" };
  const pod = { restartPolicy: "Never", containers: [container] };
  const spec = { template: { spec: pod } };
  change(container, pod);
  return { apiVersion: "batch/v1", kind: "Job", metadata: { name }, spec };
}

const fine = job("fine");
const warned = job("warned", (container) => {
  container.env = [{ name: "PRICE", value: "5$$" }];
});
const imageless = job("imageless", (container) => {
  delete container.image;
});
const twice = job("twice", (container, pod) => {
  delete container.image;
  pod.restartPolicy = "Sometimes";
});

const pod = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "pod" },
  spec: { containers: [{ name: "main", image: "" }] },
};

/** A Job with what the API server and the Job controller add to it. */
function jobInCluster() {
  const uid = "7d1c3a52-9f0e-4a4e-8b67-1c2d3e4f5a6b";
  const running = job("running");
  const labels = {
    "batch.kubernetes.io/controller-uid": uid,
    "batch.kubernetes.io/job-name": "running",
    "controller-uid": uid,
    "job-name": "running",
  };
  const creationTimestamp = "2026-11-25T01:02:03Z";
  const { template } = running.spec;
  Object.assign(running.metadata, { uid, creationTimestamp, resourceVersion: "4711", labels });
  running.spec = {
    ...running.spec,
    completionMode: "NonIndexed",
    manualSelector: false,
    selector: { matchLabels: { "batch.kubernetes.io/controller-uid": uid } },
    suspend: false,
    template: { ...template, metadata: { creationTimestamp: null, labels } },
  };
  running.status = { active: 1, ready: 1, startTime: creationTimestamp, terminating: 0 };
  return running;
}

const textOf = (...documents) => documents.map((document) => JSON.stringify(document)).join("\n");
const findingLines = (manifest) =>
  validateJobManifest(manifest).map(({ path, message }) => `${path}: ${message}`);
const joined = (lines) => lines.map((line) => `${line}\n`).join("");

function run(args, { input = "", env = {}, flags = [] } = {}) {
  // These decide about colours; some of them are set where the tests run.
  const { CI, NO_COLOR, FORCE_COLOR, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, command, ...args], {
    encoding: "utf8",
    env: { ...inherited, ...env },
    input,
    maxBuffer: 2 ** 26,
  });
  return { status, stdout, stderr };
}

const validate = (input, ...args) => run(["validate", ...args], { input });

describe("the lines for people", () => {
  test("name a valid Job", () => {
    const stdout = "job.batch/fine is valid\n";
    expect(validate(textOf(fine))).toEqual({ status: 0, stdout, stderr: "" });
  });

  test("begin with the warnings", () => {
    const [warning] = findingLines(warned);
    const stdout = joined([`Warning: ${warning}`, "job.batch/warned is valid"]);
    expect(validate(textOf(warned))).toEqual({ status: 0, stdout, stderr: "" });
  });

  test("do not repeat the path of an unknown field, which the text has", () => {
    const misspelt = job("misspelt", (container) => {
      container.imagePullPolice = "Always";
    });
    const [{ message }] = validateJobManifest(misspelt);
    expect(message).toContain("spec.template.spec.containers[0].imagePullPolice");
    const stdout = joined([`Warning: ${message}`, "job.batch/misspelt is valid"]);
    expect(validate(textOf(misspelt)).stdout).toBe(stdout);
  });

  test("put a single error after the Job's name", () => {
    const [error] = findingLines(imageless);
    const stdout = `The Job "imageless" is invalid: ${error}\n`;
    expect(validate(textOf(imageless))).toEqual({ status: 1, stdout, stderr: "" });
  });

  test("name a Job without a name by its generateName", () => {
    const { apiVersion, kind, spec } = fine;
    const generated = { apiVersion, kind, metadata: { generateName: "fine-" }, spec };
    expect(validate(textOf(generated)).stdout).toBe("job.batch/fine- is valid\n");
  });

  test("leave out a name that is not a text", () => {
    expect(validate(textOf(job({ toString: 1 }))).stdout).toMatch(/^The Job "" is invalid:/);
  });

  test("list several errors below the Job's name", () => {
    const errors = findingLines(twice);
    expect(errors.length).toBeGreaterThan(1);
    const stdout = joined(['The Job "twice" is invalid: ', ...errors.map((line) => `* ${line}`)]);
    expect(validate(textOf(twice))).toEqual({ status: 1, stdout, stderr: "" });
  });

  test("name a Pod and its own paths", () => {
    const [{ path, message }] = validatePodManifest(pod);
    expect(path).toBe("spec.containers[0].image");
    const stdout = `The Pod "pod" is invalid: ${path}: ${message}\n`;
    expect(validate(textOf(pod))).toEqual({ status: 1, stdout, stderr: "" });
  });

  test("show control characters of the input as text", () => {
    const { stdout } = validate(textOf(job("a\u001b[31mb\u009b\u202e")));
    expect(stdout).toContain('The Job "a\\u001b[31mb\\u{9b}\\u{202e}" is invalid');
    const { stderr } = validate(textOf({ kind: "\u001b\u009b\u202e" }));
    for (const control of "\u001b\u009b\u202e") {
      expect(stdout).not.toContain(control);
      expect(stderr).not.toContain(control);
    }
  });

  test("have colours on a terminal, unless NO_COLOR is set", () => {
    const options = { input: textOf(imageless), flags: ["--import", terminal] };
    const colored = run(["validate"], { ...options, env: { TERM: "xterm-256color" } }).stdout;
    const plain = run(["validate"], { ...options, env: { TERM: "xterm", NO_COLOR: "1" } }).stdout;
    expect(colored).toContain('\u001b[31mThe Job "imageless" is invalid:\u001b[0m');
    expect(plain).toBe(validate(textOf(imageless)).stdout);
  });
});

describe("a pipe", () => {
  const reader = `"${process.execPath}" "${command}" validate -`;
  const create = "kubectl create job hello --image=busybox --dry-run=client -o json -- echo hi";
  const hasKubectl = spawnSync("kubectl", ["version", "--client"]).status === 0;

  test("from kubectl create, live or as recorded, is read", () => {
    const path = recorded("kubectl-create-job.json").replaceAll("\\", "/");
    const replay = `"${process.execPath}" -p "fs.readFileSync('${path}', 'utf8')"`;
    const output = execSync(`${hasKubectl ? create : replay} | ${reader}`, { encoding: "utf8" });
    expect(output).toBe("job.batch/hello is valid\n");
  });
});

test("output that is no longer read is not an error", async () => {
  const child = spawn(process.execPath, [command, "validate"]);
  onTestFinished(() => child.kill());
  let complaints = "";
  child.stderr.on("data", (data) => {
    complaints += data;
  });
  child.stdout.once("data", () => child.stdout.destroy());
  child.stdin.end(`${textOf(imageless)}\n`.repeat(10_000));
  const [status] = await once(child, "close");
  expect({ status, complaints }).toEqual({ status: 1, complaints: "" });
});

describe("the input", () => {
  const names = (input) => {
    const { stdout, stderr } = validate(input, "--format", "json");
    expect(stderr).toBe("");
    return JSON.parse(stdout).map(({ name, line, column, path }) => [name, line, column, path]);
  };

  test.each([
    ["documents without a separator", JSON.stringify(fine) + JSON.stringify(warned), "1:1 1:170"],
    ["documents on lines", `\n${textOf(fine, warned)}\n`, "2:1 3:1"],
    [
      "indented documents",
      `${JSON.stringify(fine, null, 2)}\n ${JSON.stringify(warned)}`,
      "1:1 21:2",
    ],
    ["text after a byte order mark", `\ufeff${textOf(fine, warned)}`, "1:1 2:1"],
  ])("can be %s", (_, input, places) => {
    const [first, second] = places.split(" ").map((place) => place.split(":").map(Number));
    expect(names(input)).toEqual([
      ["fine", ...first, ""],
      ["warned", ...second, ""],
    ]);
  });

  test.each([
    ["List", "v1", (one) => one],
    // The API server answers with lists whose items do not repeat their type.
    ["JobList", "batch/v1", ({ kind, apiVersion, ...rest }) => rest],
  ])("can be a %s", (kind, apiVersion, change) => {
    const list = { kind, apiVersion, items: [fine, warned].map(change) };
    expect(names(JSON.stringify(list))).toEqual([
      ["fine", 1, 1, "items[0]"],
      ["warned", 1, 1, "items[1]"],
    ]);
  });

  test("can be a PodList", () => {
    const list = { kind: "PodList", apiVersion: "v1", items: [{ ...pod, kind: undefined }] };
    expect(names(JSON.stringify(list))).toEqual([["pod", 1, 1, "items[0]"]]);
  });

  test("can be a file of kubectl create with several objects", () => {
    const { stdout } = run(["validate", "--format", "json", recorded("kubectl-create-file.json")]);
    expect(JSON.parse(stdout).map(({ kind, name, line }) => [kind, name, line])).toEqual([
      ["Job", "Hello_World", 1],
      ["Pod", "p", 33],
      ["Job", "other", 49],
    ]);
  });

  test("can be a Job of kubectl get, with all that the cluster has added", () => {
    const list = { apiVersion: "v1", kind: "List", items: [jobInCluster()] };
    const stdout = "job.batch/running is valid\n";
    expect(validate(JSON.stringify(list, null, 4))).toEqual({ status: 0, stdout, stderr: "" });
  });

  test("may have objects of other kinds, which are named and passed over", () => {
    const secret = { apiVersion: "v1", kind: "Secret", metadata: { name: "token" } };
    const { status, stdout, stderr } = validate(textOf(secret, fine));
    expect({ status, stdout }).toEqual({ status: 0, stdout: "job.batch/fine is valid\n" });
    expect(stderr).toBe('k8s-native: <stdin>:1:1: kind "Secret" is not checked\n');
    expect(validate(textOf(secret)).status).toBe(2);
  });

  test("may have many documents on a line, and one that is very deep", () => {
    const input = '{"apiVersion":"v1","kind":"Secret"}'.repeat(50_000);
    const { stderr } = validate(`${input}${"[".repeat(1_000_000)}`);
    const lines = stderr.trimEnd().split("\n");
    expect(lines).toHaveLength(50_001);
    expect(lines.at(-1)).toContain("<stdin>:1:2750001: expected a value, but the text ends here");
  });
});

describe("what cannot be read ends with status 2 and a line:", () => {
  const JSON_WANTED = "expected JSON, as kubectl writes it with -o json";
  test.each([
    ["nothing", "", `1:1: ${JSON_WANTED}, but the text ends here`],
    ["YAML", "apiVersion: batch/v1\n", `1:1: ${JSON_WANTED}, but this is "a"`],
    ["an open object", '{\n "kind": "Job"', '2:15: expected "," or "}", but the text ends here'],
    ["an open string", '{"kind": "Jo\n', '1:13: expected the end of a string, but this is "\\n"'],
    [
      "an unknown escape",
      '["\\x41"]',
      '1:3: expected an escape sequence of JSON, but this is "\\\\"',
    ],
    ["a trailing comma", "[1, 2, ]", '1:8: expected a value, but this is "]"'],
    ["a missing value", '{"a":}', '1:6: expected a value, but this is "}"'],
    ["a missing colon", '{"a" 1}', '1:6: expected ":", but this is "1"'],
    ["a key without quotes", "{a: 1}", '1:2: expected a key or "}", but this is "a"'],
    ["a comma before a brace", '{"a": 1,}', '1:9: expected a key, but this is "}"'],
    ["a bracket too many", `${JSON.stringify(fine)}}`, `1:170: ${JSON_WANTED}, but this is "}"`],
    ["a number with a zero before it", "[01]", '1:3: expected "," or "]", but this is "1"'],
    ["an astral character", "[😀]", '1:2: expected a value, but this is "😀"'],
    [
      "an object without a kind",
      "{}",
      '1:1: expected a Job, a Pod or a List, but there is no "kind"',
    ],
    ["a list without List", "[]", '1:1: expected a Job, a Pod or a List, but there is no "kind"'],
    [
      "a Job of another version",
      '{"kind": "Job", "apiVersion": "batch/v1beta1"}',
      '1:1: no matches for kind "Job" in version "batch/v1beta1"',
    ],
    ["bytes that are not UTF-8", Buffer.from([0x7b, 0xff]), "not UTF-8 text"],
  ])("%s", (_, input, problem) => {
    const { status, stderr } = validate(input);
    const [line, ...rest] = stderr.trimEnd().split("\n");
    expect(line.replace(/^k8s-native: <stdin>(?:: (?=not)|:)/, "")).toBe(problem);
    expect({ status, rest }).toEqual({ status: 2, rest: [] });
  });
});

describe("files", () => {
  let folder;
  let path;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "k8s-native-cli-"));
    path = (name) => join(folder, name);
    writeFileSync(path("fine.json"), textOf(fine));
    writeFileSync(path("imageless.json"), textOf(imageless));
    writeFileSync(path("broken.json"), "{");
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test("are checked together, each line after the name of its file", () => {
    const { status, stdout, stderr } = validate(
      textOf(warned),
      path("fine.json"),
      path("imageless.json"),
      "-",
    );
    expect(stdout.split("\n").map((line) => line.split(": ", 2).join(": "))).toEqual([
      `${path("fine.json")}: job.batch/fine is valid`,
      `${path("imageless.json")}: The Job "imageless" is invalid`,
      "<stdin>: Warning",
      "<stdin>: job.batch/warned is valid",
      "",
    ]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
  });

  test("that cannot be read do not hide what is found in the others", () => {
    const files = ["missing.json", "broken.json", "imageless.json"].map(path);
    const { status, stdout, stderr } = validate("", ...files);
    expect(stdout).toContain('The Job "imageless" is invalid');
    expect(stderr).toContain(`k8s-native: ${files[0]}: ENOENT`);
    expect(stderr).toContain(`k8s-native: ${files[1]}:1:2: expected a key or "}"`);
    expect(status).toBe(2);
  });

  test("are named in annotations for GitHub, and standard input is not", () => {
    const [{ path: field, message }] = validateJobManifest(imageless);
    const file = path("imageless.json");
    const { status, stdout } = validate(
      textOf(job("a,b: 100%\n")),
      "--format",
      "github",
      file,
      "-",
    );
    const [first, ...rest] = stdout.trimEnd().split("\n");
    const properties = `file=${file.replace(":", "%3A")},line=1,col=1,title=Job imageless`;
    expect(first).toBe(`::error ${properties}::${field}: ${message}`);
    expect(rest[0]).toMatch(/^::error title=Job a%2Cb%3A 100%25%0A::metadata\.name: Invalid value/);
    expect(status).toBe(1);
  });
});

test("the JSON has every finding, its object and its place", () => {
  const { status, stdout } = validate(textOf(warned, imageless), "--format=json");
  const about = { source: "<stdin>", column: 1, path: "", apiVersion: "batch/v1", kind: "Job" };
  expect(JSON.parse(stdout)).toMatchObject(
    [warned, imageless].map((one, index) => ({
      ...about,
      line: index + 1,
      name: one.metadata.name,
      findings: validateJobManifest(one),
    })),
  );
  expect(status).toBe(1);
});

test("the options of validateJobManifest are passed on", () => {
  const blank = job("blank", (container) => {
    container.env = [{ name: "MY VAR" }];
  });
  const statusOf = (...args) => validate(textOf(blank), ...args).status;
  expect(statusOf("--kubernetes", "1.36")).toBe(0);
  expect(statusOf("--kubernetes", "1.31")).toBe(1);
  expect(statusOf("--pod-security", "restricted")).toBe(1);
});

describe("the command line", () => {
  test("prints its help and its version", () => {
    const { status, stdout } = run(["--help"]);
    expect(status).toBe(0);
    for (const option of ["--format", "--kubernetes", "--pod-security", "Exit status"]) {
      expect(stdout).toContain(option);
    }
    expect(run(["--version"])).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: "" });
  });

  test.each([
    [[], "a command is missing: validate"],
    [["check"], 'unknown command "check": expected validate'],
    [["validate", "--strict"], "Unknown option '--strict'"],
    [["validate", "--format", "xml"], '--format must be one of text, json, github, not "xml"'],
    [["validate", "--kubernetes", "new"], "--kubernetes must be"],
    [["validate", "--pod-security", "baseline"], "--pod-security must be"],
  ])("%j ends with status 2 and points to the help", (args, problem) => {
    const { status, stdout, stderr } = run(args, { input: textOf(fine) });
    expect(stderr).toMatch(/^k8s-native: /);
    expect(stderr).toContain(problem);
    expect(stderr).toContain("Try `k8s-native --help`.");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });

  test("asks for a file instead of waiting for a terminal's input", () => {
    const flags = ["--import", "data:text/javascript,process.stdin.isTTY = true"];
    const { status, stderr } = run(["validate"], { input: textOf(fine), flags });
    expect(stderr).toContain("name a file, or pipe JSON to standard input");
    expect(status).toBe(2);
  });

  test("ends with status 2 if the addon does not load", () => {
    const env = { NAPI_RS_NATIVE_LIBRARY_PATH: join(root, "missing.node") };
    const { status, stderr } = run(["validate"], { input: textOf(fine), env });
    expect(stderr).toContain("missing.node");
    expect(status).toBe(2);
  });
});
