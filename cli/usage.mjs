/** The command line: its options and its help. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { formats } from "./formats.mjs";

export const { version } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
);

export const HELP = `Reports what a Kubernetes API server would refuse in Jobs and Pods, without a cluster.

Usage: k8s-native validate [OPTION…] [FILE…|-]

Reads JSON from the files, or from standard input if there is none or it is "-": a Job, a Pod,
a List of them, or several such documents in a row.

  --format text|json|github   lines as kubectl prints them (default), JSON, or annotations for
                              GitHub Actions
  --kubernetes 1.N            version of the cluster
  --pod-security restricted   apply this Pod Security Standard too
  --help                      print this help
  --version                   print the version

Exit status: 0 without errors (there may be warnings), 1 with errors, 2 if something could not be
read or checked.

  kubectl create --dry-run=client -f job.yaml -o json | k8s-native validate
  kubectl get job NAME -o json | k8s-native validate
`;

const OPTIONS = {
  format: { type: "string", default: "text" },
  help: { type: "boolean", short: "h" },
  kubernetes: { type: "string" },
  "pod-security": { type: "string" },
  version: { type: "boolean" },
};

/** The command line asks for something that there is not. */
export class UsageError extends Error {}

/** What the arguments ask for. */
export function readUsage(args) {
  const { values, positionals } = parse(args);
  if (values.help) return { wants: "help" };
  if (values.version) return { wants: "version" };

  const [command, ...files] = positionals;
  if (command === undefined) throw new UsageError("a command is missing: validate");
  if (command !== "validate") {
    throw new UsageError(`unknown command ${JSON.stringify(command)}: expected validate`);
  }
  if (!Object.hasOwn(formats, values.format)) {
    const names = Object.keys(formats).join(", ");
    throw new UsageError(`--format must be one of ${names}, not ${JSON.stringify(values.format)}`);
  }
  if (files.length === 0 && process.stdin.isTTY) {
    throw new UsageError("name a file, or pipe JSON to standard input");
  }
  return {
    wants: "validate",
    files: files.length > 0 ? files : ["-"],
    format: values.format,
    options: { kubernetes: values.kubernetes, podSecurity: values["pod-security"] },
  };
}

function parse(args) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error.message);
  }
}
