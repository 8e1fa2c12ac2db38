// The URL of this process's own API, as its environment variables tell it.

// Each read of `process.env` is a call into the system's environment, whose variables are strings:
// only what is needed is read. Of an object that stands in for it, everything is.
const systemEnv = process.env;

const callHost = (host, name, ...given) => {
  const method = host[name];
  if (typeof method !== "function") fail("process.env.HOST", "a string", host);
  return apply(method, host, given);
};

const listenHost = (env) => {
  const given = env.PAPERCLIP_LISTEN_HOST ?? env.HOST;
  if (given === undefined || given === null) return "localhost";
  const host = callHost(given, "trim");
  if (!host || host === "0.0.0.0" || host === "::") return "localhost";
  const isBare =
    callHost(host, "includes", ":") &&
    !callHost(host, "startsWith", "[") &&
    !callHost(host, "endsWith", "]");
  return isBare ? `[${host}]` : host;
};

const listenPort = (env) => env.PAPERCLIP_LISTEN_PORT ?? env.PORT ?? "3100";

const setApiUrl = (env) => env.PAPERCLIP_API_URL ?? env.PAPERCLIP_RUNTIME_API_URL;

const ownApiUrl = (env) => {
  if (env === systemEnv) return setApiUrl(env) ?? `http://${listenHost(env)}:${listenPort(env)}`;
  const host = listenHost(object(env, "process.env"));
  const port = listenPort(env);
  return setApiUrl(env) ?? `http://${host}:${port}`;
};
