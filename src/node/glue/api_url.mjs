// `PAPERCLIP_API_URL`: the Deployment's, else the URL of this process's own API, as its environment
// variables say.

import { apply } from "./builtins.mjs";
import { fail } from "./errors.mjs";
import { requireObject } from "./values.mjs";

// Whether this is the object that Node made, and not a replacement. Node's has its own prototype,
// which only has a constructor.
const isSystemEnv = (env) => {
  if (typeof env !== "object" || env === null) return false;
  const prototype = Reflect.getPrototypeOf(env);
  if (prototype === null || prototype === Object.prototype) return false;
  const members = Reflect.ownKeys(prototype);
  return members.length === 1 && members[0] === "constructor";
};

// Each read of `process.env` is a call into the system's environment, about 100 ns, whose variables
// are strings: only the necessary ones are read. An object in its place is read as the original
// reads it.
const systemEnv = isSystemEnv(process.env) ? process.env : undefined;

const callMethod = (host, name, ...given) => {
  const method = host[name];
  if (typeof method !== "function") fail("process.env.HOST", "a string", host);
  return apply(method, host, given);
};

const listenHost = (env) => {
  const given = env.PAPERCLIP_LISTEN_HOST ?? env.HOST;
  if (given === undefined || given === null) return "localhost";
  const host = callMethod(given, "trim");
  if (!host || host === "0.0.0.0" || host === "::") return "localhost";
  const isBare =
    callMethod(host, "includes", ":") &&
    !callMethod(host, "startsWith", "[") &&
    !callMethod(host, "endsWith", "]");
  return isBare ? `[${host}]` : host;
};

const listenPort = (env) => env.PAPERCLIP_LISTEN_PORT ?? env.PORT ?? "3100";

const givenUrl = (env) => env.PAPERCLIP_API_URL ?? env.PAPERCLIP_RUNTIME_API_URL;

const ownUrl = (env) => {
  if (env === systemEnv) return givenUrl(env) ?? `http://${listenHost(env)}:${listenPort(env)}`;
  const host = listenHost(requireObject(env, "process.env"));
  const port = listenPort(env);
  return givenUrl(env) ?? `http://${host}:${port}`;
};

export const apiUrl = (inheritedUrl) => {
  const { env } = process;
  if (inheritedUrl && env === systemEnv) return inheritedUrl;
  const own = ownUrl(env);
  return inheritedUrl || own;
};
