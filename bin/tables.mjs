// Writes the row types of every module from the catalogue of a freshly migrated database.
// `node bin/tables.mjs` writes, `node bin/tables.mjs --check` fails when a file is stale.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const bundled = join(home, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
const node = existsSync(bundled) ? bundled : process.execPath;
const run = spawnSync(
  node,
  ["--import", join(home, "tools", "tsx.mjs"), join(home, "tools", "tables.ts"), ...process.argv.slice(2)],
  { cwd: home, stdio: "inherit" },
);
process.exitCode = run.status ?? 1;
