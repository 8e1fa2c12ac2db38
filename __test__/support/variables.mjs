/** The variables of `process.env` that the manifest depends on. */
export const VARIABLES = [
  "PAPERCLIP_API_URL",
  "PAPERCLIP_RUNTIME_API_URL",
  "PAPERCLIP_LISTEN_HOST",
  "HOST",
  "PAPERCLIP_LISTEN_PORT",
  "PORT",
];

/** Runs `body` with exactly these of the variables set. */
export function withVariables(variables, body) {
  const saved = VARIABLES.map((name) => [name, process.env[name]]);
  try {
    for (const name of VARIABLES) delete process.env[name];
    Object.assign(process.env, variables);
    return body();
  } finally {
    for (const [name, value] of saved) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
