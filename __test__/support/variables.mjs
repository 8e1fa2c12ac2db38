/** The variables of `process.env` that the manifest depends on. */
export const VARIABLES = [
  "PAPERCLIP_API_URL",
  "PAPERCLIP_RUNTIME_API_URL",
  "PAPERCLIP_LISTEN_HOST",
  "HOST",
  "PAPERCLIP_LISTEN_PORT",
  "PORT",
];

/** Sets or deletes a variable, unless it is already so: a write costs a microsecond. */
function change(name, value) {
  if (process.env[name] === value) return;
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

/** Runs `body` with exactly these of the variables set. */
export function withVariables(variables, body) {
  const saved = VARIABLES.map((name) => process.env[name]);
  try {
    for (const name of VARIABLES) change(name, variables[name]);
    return body();
  } finally {
    VARIABLES.forEach((name, at) => {
      change(name, saved[at]);
    });
  }
}
