import type { Hono } from "hono";
import pg from "pg";
import { afterAll } from "vitest";
import { openLog } from "#app/log.ts";
import { introduceModules } from "#app/reactions.ts";
import { makeServer } from "#app/server.ts";
import { townFinder } from "#app/towns.ts";
import { type Actor, system, visitor } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import type { Database } from "#core/db.ts";
import type { Env } from "#core/web.ts";
import { type Part, type Scene, setScene, tokenOf } from "./cast.ts";
import { type TestDatabase, testDatabase } from "./database.ts";
import { type Line, openLine } from "./line.ts";

type Who = Part | "visitor" | "system" | Actor;
type When = { readonly now?: Date; readonly place?: Place; readonly language?: string };

type Asking = {
  readonly as?: Part | "visitor";
  /** Sent as a form of the browser; a value that is a list is sent several times. */
  readonly form?: Readonly<Record<string, string | readonly string[]>> | FormData;
  readonly headers?: Readonly<Record<string, string>>;
  /** The first town unless the other one is named. */
  readonly town?: "first" | "second";
  readonly now?: Date;
};

/** The example in which tests play: two towns, one of each role, and a transaction that is undone at the end. */
export type World = Scene & {
  /** Tuesday, 24 November 2026, ten o'clock in Berlin, unless a test says otherwise. */
  readonly now: Date;
  /** A context of this person, here and now; any number of them may be used in turn. */
  readonly as: (who: Who, when?: When) => Context;
  /** One request to the whole house, as the browser of this person sends it. */
  readonly request: (
    method: "GET" | "POST" | "HEAD" | "PUT" | "DELETE" | "PATCH" | "OPTIONS" | "PROPFIND",
    path: string,
    asking?: Asking,
  ) => Promise<Response>;
  /** Plain SQL inside the test's transaction. */
  readonly sql: Line["query"];
  /** Turns row-level security off for the rest of the test. */
  readonly unfence: Line["unfence"];
};

export const testNow = new Date("2026-11-24T09:00:00Z");
export const testAssets = { css: "/assets/ui.css", js: "/assets/ui.js", fonts: [] };

type Stage = { readonly database: TestDatabase; readonly scene: Scene };
let stage: Promise<Stage> | undefined;

/** The database of this test file with the scene set, made when the first test asks. */
export const stageOfFile = (): Promise<Stage> => {
  stage ??= build();
  return stage;
};

const build = async (): Promise<Stage> => {
  const database = await testDatabase();
  const client = new pg.Client(database.connection);
  await client.connect();
  try {
    return { database, scene: await setScene(client) };
  } finally {
    await client.end();
  }
};

afterAll(async () => {
  if (stage) await (await stage).database.drop();
});

const actorOf = (scene: Scene, who: Who): Actor => {
  if (typeof who !== "string") return who;
  if (who === "visitor") return visitor;
  return who === "system" ? system : scene.cast[who];
};

/** The house on this database, with a clock of its own. */
export const houseOn = (db: Database, clock: () => Date): Hono<Env> => {
  introduceModules();
  return makeServer({
    db,
    findTown: townFinder(db, []),
    clock,
    log: openLog(process.env["TEST_LOG"] ?? "silent"),
    assets: testAssets,
    assetFiles: new Map(),
    secure: false,
  });
};

const bodyOf = (form: NonNullable<Asking["form"]>): BodyInit => {
  if (form instanceof FormData) return form;
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) {
    for (const item of typeof value === "string" ? [value] : value) fields.append(name, item);
  }
  return fields;
};

/** A request as the browser of this person would send it. */
export const requestOf = (scene: Scene, method: string, path: string, asking: Asking = {}): Request => {
  const { as = "visitor", form, headers, town = "first" } = asking;
  const host = `${scene[town].slug}.test`;
  const cookie = as === "visitor" ? {} : { cookie: `sitzung=${tokenOf(as)}` };
  return new Request(`http://${host}${path}`, {
    method,
    headers: { host, "accept-language": "de", ...cookie, ...headers },
    ...(form ? { body: bodyOf(form) } : {}),
  });
};

const makeWorld = (scene: Scene, line: Line): World => {
  let clock = testNow;
  const house = houseOn(line.nested(), () => clock);
  return {
    ...scene,
    now: testNow,
    sql: line.query,
    unfence: line.unfence,
    as: (who, { now = testNow, place, language = "de" } = {}) => {
      const actor = actorOf(scene, who);
      const home = typeof who === "string" && who.startsWith("foreign") ? scene.second : scene.first;
      const where = place ?? home;
      const db = line.under({ "app.place": where.id, "app.now": now.toISOString() });
      return { place: where, actor, now, language, db };
    },
    request: async (method, path, asking = {}) => {
      clock = asking.now ?? testNow;
      return house.request(requestOf(scene, method, path, asking));
    },
  };
};

/** Opens the example, tells `story` in it, and undoes everything. */
export const town = async (story: (world: World) => Promise<void>): Promise<void> => {
  const { database, scene } = await stageOfFile();
  const client = new pg.Client(database.connection);
  await client.connect();
  try {
    await client.query("begin; set local role anlaufstelle_app");
    await story(makeWorld(scene, openLine(client)));
  } finally {
    await client.query("rollback");
    await client.end();
  }
};
