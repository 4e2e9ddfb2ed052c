import { writeFileSync } from "node:fs";
import type { Reporter } from "vitest/node";

/** Writes `N passed, N failed` into the file that TEST_SUMMARY names; `bin/test.mjs` ends with it. */
export const summary: Reporter = {
  onTestRunEnd: (modules, errors) => {
    const file = process.env["TEST_SUMMARY"];
    if (!file) return;
    const count = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      const states = [...module.children.allTests()].map((test) => test.result().state);
      for (const state of states) count[state === "pending" ? "skipped" : state] += 1;
      // A file that breaks while it loads holds no failed test, and yet it failed.
      if (module.state() === "failed" && !states.includes("failed")) count.failed += 1;
    }
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
    writeFileSync(file, `${count.passed} passed, ${count.failed} failed${skipped}\n`);
  },
};
