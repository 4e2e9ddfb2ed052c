import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { type Actor, system } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import { type Connection, type Database, openDatabase } from "#core/db.ts";
import { during } from "#core/during.ts";
import { type Scene, setScene } from "./cast.ts";
import { testDatabase } from "./database.ts";

/** The example on a database of its own, where transactions really commit: for jobs, mail and races. */
export type Committed = Scene & {
  readonly db: Database;
  readonly connection: Connection;
  readonly places: readonly Place[];
  /** One moment in a town, by the house itself unless somebody else is named. */
  readonly at: <T>(
    place: Place,
    work: (ctx: Context) => Promise<T>,
    how?: { now?: Date; actor?: Actor },
  ) => Promise<T>;
  readonly close: () => Promise<void>;
};

/** To be opened before the tests of a file, and closed after them. */
export const openCommitted = async (): Promise<Committed> => {
  const { connection, drop } = await testDatabase();
  const client = new pg.Client(connection);
  await client.connect();
  const scene = await setScene(client).finally(() => client.end());
  const { db } = openDatabase(connection, 8);
  return {
    ...scene,
    db,
    connection,
    places: [scene.first, scene.second],
    at: (place, work, { now = new Date(), actor = system } = {}) =>
      during(db, { place, actor, now, language: "de" }, "read write", work),
    close: async () => {
      await db.destroy();
      await drop();
    },
  };
};

/** Waits until something is so, for at most ten seconds. */
export const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await isSo()) return;
    await wait(20);
  }
  throw new Error("It did not happen within ten seconds.");
};
