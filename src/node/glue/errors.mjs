// The errors that the addon itself raises.

export const fail = (path, expected, value) => {
  const found = value === null ? "null" : typeof value;
  throw new TypeError(`buildJobManifest: ${path} must be ${expected}, but it is ${found}`);
};
