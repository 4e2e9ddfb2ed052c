import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import { HTTPException } from "hono/http-exception";
import type { Logger } from "pino";
import type { Database } from "#core/db.ts";
import type { Env, Page } from "#core/web.ts";
import { api } from "./api/pages.tsx";
import { arrive } from "./arrive.ts";
import { type Assets, type readAssets, serveAssets } from "./assets.ts";
import { keepLight } from "./caching.ts";
import { calendarFeed, ownCalendar } from "./calendar/pages.tsx";
import { onError, onNotFound } from "./errors.tsx";
import { files } from "./files.ts";
import { framed } from "./frame.tsx";
import { protect } from "./headers.ts";
import { health } from "./health.ts";
import { home } from "./home/pages.tsx";
import { mine } from "./mine/pages.tsx";
import { rooms } from "./modules.ts";
import { openData } from "./open-data/pages.tsx";
import { personalData } from "./personal-data/pages.tsx";
import { search } from "./search/pages.tsx";
import { townSheet } from "./town-styles.ts";
import type { TownFinder } from "./towns.ts";

export type House = {
  readonly db: Database;
  readonly findTown: TownFinder;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly assets: Assets;
  readonly assetFiles: ReturnType<typeof readAssets>["files"];
  readonly secure: boolean;
};

const formLimit = 64 * 1024;
const fileLimit = 11 * 1024 * 1024;

// What everybody may read, a page of any other website may read as well; it comes without anybody's session.
const openPaths = ["/api/v1/*", "/api/openapi.json", "/offene-daten/*"];
const openToAll = cors({ origin: "*", allowMethods: ["GET", "HEAD"] });

const refuse = (): never => {
  throw new HTTPException(413);
};

// The limit is known before the body is read: words are small, files may be larger.
const limitForms = bodyLimit({ maxSize: formLimit, onError: refuse });
const limitFiles = bodyLimit({ maxSize: fileLimit, onError: refuse });
const hasFiles = (page: Page): boolean =>
  (page.req.header("content-type") ?? "").startsWith("multipart/form-data");

/** The whole house on one page: what every request passes, and which prefix leads to which room. */
export const makeServer = (house: House): Hono<Env> => {
  const server = new Hono<Env>({ strict: false });
  server.onError(onError(house.log));
  server.notFound(onNotFound);
  server.use(protect(house.secure));
  server.use("/assets/*", serveAssets(house.assetFiles));
  server.route("/", health(house.db));
  server.use(keepLight);
  for (const path of openPaths) server.use(path, openToAll);
  server.use((page, next) => (hasFiles(page) ? limitFiles(page, next) : limitForms(page, next)));
  server.use(framed(house.assets));
  server.use(arrive(house));
  server.route("/", home);
  server.route("/assets", townSheet);
  server.route("/dateien", files);
  server.route("/suche", search);
  server.route("/offene-daten", openData);
  server.route("/mein", mine);
  server.route("/mein/daten", personalData);
  server.route("/mein/kalender", ownCalendar);
  server.route("/kalender/persoenlich", calendarFeed);
  for (const room of rooms) {
    for (const [prefix, routes] of Object.entries(room.pages ?? {})) server.route(prefix, routes);
  }
  server.route("/api", api);
  return server;
};
