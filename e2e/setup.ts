import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tellStory } from "#app/example.ts";
import { listenToModules } from "#app/reactions.ts";
import { openDatabase } from "#core/db.ts";
import { testDatabase } from "#test/database.ts";
import { findChromium } from "./chromium.ts";
import { storyNow, variable } from "./stage.ts";

/** Once a run: the example town is told, the styles are built, the browser is unpacked; each file plays on a copy. */
export const setup = async (): Promise<() => Promise<void>> => {
  const assets = mkdtempSync(join(tmpdir(), "anlaufstelle-assets-"));
  execFileSync(process.execPath, [fileURLToPath(new URL("../tools/assets.mjs", import.meta.url)), assets]);
  await findChromium();
  const { connection, drop } = await testDatabase();
  const { db } = openDatabase(connection);
  listenToModules();
  await tellStory(db, storyNow, () => undefined);
  await db.destroy();
  process.env[variable] = JSON.stringify({ assets, connection });
  return async () => {
    delete process.env[variable];
    rmSync(assets, { recursive: true, force: true });
    await drop();
  };
};
