import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ServerType, serve } from "@hono/node-server";
import type { Hono } from "hono";
import type { Logger } from "pino";
import type { Database } from "#core/db.ts";
import { readSettings, type Settings } from "#core/env.ts";
import { startWorker } from "#core/jobs-worker.ts";
import type { Env } from "#core/web.ts";
import { listPlaces } from "#modules/places/queries.ts";
import { readAssets } from "./assets.ts";
import { tellStory } from "./example.ts";
import { bringUpToDate, closeOnSignal, type Foundation, openFoundation } from "./foundation.ts";
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
    throw new Error(
      "This database holds the example town, whose people have a known password. Use a new one.",
    );
  }
  if (places.length > 0 || production || settings.DEMO === false) return;
  say("Telling the story of the example town …");
  await tellStory(db, new Date(), say);
};

const firstTownHosts = (settings: Settings): string[] => {
  const own = ["localhost", "127.0.0.1", "[::1]"];
  return settings.BASE_URL ? [...own, new URL(settings.BASE_URL).hostname] : own;
};

/** Listens, or says in one sentence why it cannot. */
const listen = (house: Hono<Env>, settings: Settings): Promise<ServerType> =>
  new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: house.fetch,
        port: settings.PORT,
        ...(settings.HOST ? { hostname: settings.HOST } : {}),
        serverOptions: {
          requestTimeout: 30_000,
          headersTimeout: 10_000,
          connectionsCheckingInterval: 5_000,
          maxHeaderSize: 16_384,
        },
      },
      ({ port }) => {
        say(`Anlaufstelle is open: ${settings.BASE_URL ?? `http://localhost:${port}`}`);
        resolve(server);
      },
    );
    server.on("error", (error) => {
      const busy = "code" in error && error.code === "EADDRINUSE";
      reject(busy ? new Error(`Port ${settings.PORT} is in use. Example: PORT=3001 npm start`) : error);
    });
  });

const makeHouse = ({ db }: Foundation, settings: Settings, log: Logger): Hono<Env> => {
  const { assets, files } = readAssets(assetFolder());
  return makeServer({
    db,
    findTown: townFinder(db, firstTownHosts(settings)),
    clock: () => new Date(),
    log,
    assets,
    assetFiles: files,
    secure: settings.BASE_URL?.startsWith("https:") ?? false,
  });
};

const open = async (): Promise<void> => {
  const settings = readSettings(process.env);
  const log = openLog(settings.LOG_LEVEL);
  const foundation = await openFoundation(settings, { report: say });
  const { db, connection } = foundation;
  // What was opened last is closed first.
  const closers = [foundation.close];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  closeOnSignal(log, close);
  try {
    await bringUpToDate(connection, say);
    listenToModules();
    await prepareTowns(db, settings);
    const server = await listen(makeHouse(foundation, settings, log), settings);
    closers.push(async () => {
      server.close();
    });
    if (settings.WORKER === "off") return;
    const worker = await startWorker({
      db,
      connection,
      jobs: allJobs(settings),
      places: () => listPlaces(db),
      log,
    });
    closers.push(worker.stop);
  } catch (error) {
    await close();
    throw error;
  }
};

open().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
