// Runs the tests whose path contains one of the given words, or all; ends with `N passed, N failed`.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectNode, run, setUp } from "./setup.mjs";

// Journeys run against the build, as visitors do.
await setUp({ development: false });
const folder = mkdtempSync(join(tmpdir(), "anlaufstelle-run-"));
// Whoever adds up several runs names a file that outlives this one.
const file = process.env.TEST_SUMMARY || join(folder, "summary");
const parameters = ["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)];
const { code } = await run(projectNode(), parameters, { env: { ...process.env, TEST_SUMMARY: file } });
// Without the file it ended before it could count.
if (!existsSync(file)) writeFileSync(file, code === 0 ? "0 passed, 0 failed\n" : "0 passed, 1 failed\n");
console.log(readFileSync(file, "utf8").trim());
rmSync(folder, { recursive: true, force: true });
process.exit(code);
