// Calls that callers cannot change by replacing methods of the language's objects later.

export const { apply } = Reflect;
export const { byteLength } = Buffer;
export const { hasOwn } = Object;
