// Runs the benchmarks whose name contains one of the given words, or all: npm run bench -- [--smoke] [word …]
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { projectNode, root, run, setUp } from "./setup.mjs";

const given = process.argv.slice(2);
const smoke = given.includes("--smoke");
const words = given.filter((word) => !word.startsWith("--"));

await setUp({ development: false });
const folder = join(root, "bench");
const files = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith(".bench.ts"))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  .sort();
if (files.length === 0) {
  console.error(
    words.length > 0
      ? `No benchmark is named like ${words.join(" or ")}.`
      : "There is no benchmark in bench/.",
  );
  process.exit(words.length > 0 ? 2 : 0);
}
const env = { ...process.env, ...(smoke ? { BENCH_SMOKE: "1" } : {}) };
const failed = [];
for (const name of files) {
  console.log(`\n── ${name.replace(".bench.ts", "")}`);
  const { code } = await run(projectNode(), ["--import", "./tools/tsx.mjs", `bench/${name}`], { env });
  if (code !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(", ")}`);
  process.exit(1);
}
