import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/setup.ts"],
    // The same bytes whatever the machine's zone: days are whole days, never instants.
    env: { TZ: process.env["TZ"] ?? "Asia/Dushanbe" },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
