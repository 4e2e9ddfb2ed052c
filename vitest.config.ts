import { defineConfig } from "vitest/config";
import { summary } from "./tools/reporter.ts";

const shared = {
  globalSetup: ["src/test/setup.ts"],
  pool: "forks" as const,
  // The suite must pass wherever the machine thinks it stands.
  env: { TZ: "America/Los_Angeles", NODE_ENV: "test" },
  testTimeout: 15_000,
  hookTimeout: 30_000,
};

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    maxWorkers: 2,
    passWithNoTests: false,
    reporters: ["default", summary],
    projects: [
      { extends: true, test: { ...shared, name: "unit", include: ["src/**/*.test.{ts,tsx}"] } },
      {
        extends: true,
        test: {
          ...shared,
          name: "e2e",
          include: ["e2e/**/*.test.ts"],
          globalSetup: [...shared.globalSetup, "e2e/setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
