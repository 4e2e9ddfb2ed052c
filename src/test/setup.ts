import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startTestServer } from "./server.ts";

const variable = "ANLAUFSTELLE_TEST_SERVER";

/** Starts the one server of the run; its address reaches every test file through the environment. */
export const setup = async (): Promise<() => Promise<void>> => {
  // Each project of the run calls this; the first one starts and stops the server for all.
  if (process.env[variable]) return async () => undefined;
  makeAssets();
  const { connection, template, stop } = await startTestServer(process.env["DATABASE_URL"] || undefined);
  process.env[variable] = JSON.stringify({ connection, template });
  return async () => {
    delete process.env[variable];
    await stop();
  };
};

// Pages name their style sheet by its content; from source they look for it here.
const makeAssets = (): void => {
  const assets = fileURLToPath(new URL("../../.cache/assets", import.meta.url));
  if (existsSync(`${assets}/manifest.json`)) return;
  execFileSync(process.execPath, [fileURLToPath(new URL("../../tools/assets.mjs", import.meta.url)), assets]);
};
