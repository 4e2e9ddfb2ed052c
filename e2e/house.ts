import { once } from "node:events";
import { serve } from "@hono/node-server";
import { sql } from "kysely";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { readAssets } from "#app/assets.ts";
import { allJobs } from "#app/jobs.ts";
import { openLog } from "#app/log.ts";
import { listenToModules } from "#app/reactions.ts";
import { makeServer } from "#app/server.ts";
import { townFinder } from "#app/towns.ts";
import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { openDatabase } from "#core/db.ts";
import { during } from "#core/during.ts";
import { readSettings } from "#core/env.ts";
import { startWorker } from "#core/jobs-worker.ts";
import { listPlaces } from "#modules/places/queries.ts";
import { testDatabase } from "#test/database.ts";
import { launchBrowser } from "./browser.ts";
import { readStage, storyNow } from "./stage.ts";

/** The running house with a browser in front of it. */
export type House = {
  readonly origin: string;
  /** A browser of its own, as a reader in Weißwasser has it: phone unless said otherwise. */
  readonly visit: (options?: BrowserContextOptions) => Promise<Page>;
  /** Lets days go by for the house, and then its nightly job of this name. */
  readonly pass: (days: number, job?: string) => Promise<void>;
  /** What waits in the lines is begun now: the story may play later than the clock by which they are worked. */
  readonly hurry: () => Promise<void>;
  /** Something the story needs that no seed tells: done through commands, by the house itself, in the first town. */
  readonly tell: <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

const day = 86_400_000;
export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 800 };

const reader = { locale: "de-DE", timezoneId: "Europe/Berlin", viewport: phone };

/** Opens the house on a copy of the example town: real server, worker and mail that is kept. */
export const openHouse = async (): Promise<House> => {
  const stage = readStage();
  const { connection, drop } = await testDatabase(stage.database);
  const { db } = openDatabase(connection);
  const started = Date.now();
  let ahead = 0;
  const clock = (): Date => new Date(storyNow.getTime() + ahead + Date.now() - started);
  const log = openLog(process.env["TEST_LOG"] ?? "silent");
  listenToModules();
  const { assets, files } = readAssets(stage.assets);
  const findTown = townFinder(db, ["localhost"]);
  const server = serve({
    fetch: makeServer({ db, findTown, clock, log, assets, assetFiles: files, secure: false }).fetch,
    port: 0,
    hostname: "127.0.0.1",
  });
  if (!server.listening) await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const origin = `http://localhost:${port}`;
  const jobs = allJobs(readSettings({}));
  const places = () => listPlaces(db);
  const worker = await startWorker({ db, connection, jobs, places, log });
  const browser: Browser = await launchBrowser();
  return {
    origin,
    visit: async (options = {}) => {
      const context: BrowserContext = await browser.newContext({ ...reader, baseURL: origin, ...options });
      context.setDefaultTimeout(10_000);
      return context.newPage();
    },
    pass: async (days, name) => {
      ahead += days * day;
      const job = jobs.find((candidate) => candidate.name === name);
      if (!job || !("run" in job)) return;
      for (const place of await places()) {
        await during(db, { place, actor: system, now: clock(), language: "de" }, "read write", (ctx) =>
          job.run(ctx, {}),
        );
      }
    },
    hurry: async () => {
      await sql`update jobs.job set start_after = now() where state = 'created' and start_after > now()`.execute(
        db,
      );
    },
    tell: async (work) => {
      const [place] = await places();
      if (!place) throw new Error("the example has no town");
      return during(db, { place, actor: system, now: clock(), language: "de" }, "read write", work);
    },
    close: async () => {
      await browser.close();
      await worker.stop();
      server.close();
      await db.destroy();
      await drop();
    },
  };
};

/** Signs in with the one click that the demonstration offers, and goes on to `to`. */
export const signIn = async (page: Page, name: string, to = "/mein"): Promise<void> => {
  await page.goto(`/anmelden?weiter=${encodeURIComponent(to)}`);
  await page.getByRole("button", { name: `Als ${name} anmelden` }).click();
  await page.waitForURL(`**${to}`);
};

/** The people of the example whose eyes the journeys borrow. */
export const people = {
  volunteer: "Mara Lindner",
  newcomer: "Tomasz Wrona",
  club: "Jörg Kschischan",
  coordinator: "Maria Noack",
  colleague: "Jens Kubitz",
  administrator: "Robert Zech",
} as const;

/** Reads in the kept mail where a letter leads: the link of this name in the newest letter to this address. */
export const linkInMail = async (
  page: Page,
  letter: string | RegExp,
  link: string | RegExp,
): Promise<string> => {
  await page.goto("/buero/postausgang");
  await page.getByRole("link", { name: letter }).first().click();
  const anchor = page.getByRole("link", { name: link }).first();
  return (await anchor.getAttribute("href")) ?? "";
};
