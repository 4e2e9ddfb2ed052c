// Types, style, unused code, the lock file, the walls, the row types: runs all, then says what failed.
import { join } from "node:path";
import { projectNode, root, run, setUp } from "./setup.mjs";

await setUp({ development: true });
const lockRules = ["--type", "npm", "--validate-https", "--validate-integrity", "--format", "plain"];
const checks = [
  ["types", "typescript/bin/tsc", ["--noEmit"]],
  ["style", "@biomejs/biome/bin/biome", ["check", "--error-on-warnings"]],
  ["unused code", "knip/bin/knip.js", []],
  ["packages", "lockfile-lint/bin/lockfile-lint.js", ["--path", "package-lock.json", ...lockRules]],
  ["lock file", "../tools/lock.mjs", ["--check"]],
  ["walls", "vitest/vitest.mjs", ["run", "--project", "unit", "src/walls.test.ts"]],
  ["row types", "../bin/tables.mjs", ["--check"]],
];

const results = [];
for (const [name, program, parameters] of checks) {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const { code } = await run(projectNode(), [join(root, "node_modules", program), ...parameters]);
  results.push({ name, code, seconds: (performance.now() - started) / 1000 });
}

console.log("");
for (const { name, code, seconds } of results) {
  console.log(`${code === 0 ? "ok    " : "FAILED"}  ${name.padEnd(12)} ${seconds.toFixed(1)} s`);
}
process.exit(results.every(({ code }) => code === 0) ? 0 : 1);
