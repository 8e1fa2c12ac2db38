import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["__test__/*.test.mjs"],
    // Processes, as users have them: with threads, `process.env` would be a copy.
    pool: "forks",
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
