import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import type { Database } from "#core/db.ts";
import { readSettings, type Settings } from "#core/env.ts";
import { startWorker } from "#core/jobs-worker.ts";
import { listPlaces } from "#modules/places/queries.ts";
import { readAssets } from "./assets.ts";
import { tellStory } from "./example.ts";
import { bringUpToDate, closeOnSignal, openFoundation } from "./foundation.ts";
import { allJobs } from "./jobs.ts";
import { openLog } from "./log.ts";
import { listenToModules } from "./reactions.ts";
import { makeServer } from "./server.ts";
import { townFinder } from "./towns.ts";

const say = (line: string): void => console.log(line);

// The bundle in dist/ carries its assets; from source they lie in the cache.
const assetFolder = (): string => {
  const here = dirname(fileURLToPath(import.meta.url));
  const bundled = join(here, "assets");
  return existsSync(join(bundled, "manifest.json")) ? bundled : join(process.cwd(), ".cache", "assets");
};

/** A new database gets the example town, unless it is meant for work. */
const prepareTowns = async (db: Database, settings: Settings): Promise<void> => {
  const places = await listPlaces(db);
  const production = settings.NODE_ENV === "production";
  if (production && places.some(({ demo }) => demo)) {
    throw new Error("This database holds the example town, whose people have a known password. Use a new one.");
  }
  if (places.length > 0 || production || settings.DEMO === false) return;
  say("Telling the story of the example town …");
  await tellStory(db, new Date(), say);
};

const firstTownHosts = (settings: Settings): string[] => {
  const own = ["localhost", "127.0.0.1", "[::1]"];
  return settings.BASE_URL ? [...own, new URL(settings.BASE_URL).hostname] : own;
};

const open = async (): Promise<void> => {
  const settings = readSettings(process.env);
  const log = openLog(settings.LOG_LEVEL);
  const { db, connection, close } = await openFoundation(settings, { report: say });
  await bringUpToDate(connection, say);
  listenToModules();
  await prepareTowns(db, settings);
  const { assets, files } = readAssets(assetFolder());
  const house = makeServer({
    db,
    findTown: townFinder(db, firstTownHosts(settings)),
    clock: () => new Date(),
    log,
    assets,
    assetFiles: files,
    secure: settings.BASE_URL?.startsWith("https:") ?? false,
  });
  const server = serve(
    {
      fetch: house.fetch,
      port: settings.PORT,
      ...(settings.HOST ? { hostname: settings.HOST } : {}),
      serverOptions: { requestTimeout: 30_000, headersTimeout: 10_000, connectionsCheckingInterval: 5_000, maxHeaderSize: 16_384 },
    },
    ({ port }) => say(`Anlaufstelle is open: ${settings.BASE_URL ?? `http://localhost:${port}`}`),
  );
  const jobs = allJobs(settings);
  const worker =
    settings.WORKER === "inline" ? await startWorker({ db, connection, jobs, places: () => listPlaces(db), log }) : undefined;
  closeOnSignal(log, async () => {
    server.close();
    await worker?.stop();
    await close();
  });
};

open().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
