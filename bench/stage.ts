import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tellStory } from "#app/example.ts";
import { listenToModules } from "#app/reactions.ts";
import { type Connection, type Database, openDatabase } from "#core/db.ts";
import { prepareJobs } from "#core/jobs-prepare.ts";
import { migrate } from "#core/migrate.ts";
import { startPostgres } from "#core/postgres.ts";

/** A throw-away database for one benchmark. */
export type Stage = {
  readonly connection: Connection;
  readonly db: Database;
  readonly close: () => Promise<void>;
};

/** Whether only the way is tried, with small numbers; the figures then say nothing. */
export const smoke = process.env["BENCH_SMOKE"] === "1";

/** Starts an empty, migrated database, as durable as in daily use. */
export const openStage = async (): Promise<Stage> => {
  const directory = mkdtempSync(join(tmpdir(), "anlaufstelle-bench-"));
  const server = await startPostgres({ directory });
  await migrate(server.connection);
  await prepareJobs(server.connection);
  const { db } = openDatabase(server.connection);
  return {
    connection: server.connection,
    db,
    close: async () => {
      await db.destroy();
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};

/** The same with the example town in it. */
export const openTown = async (): Promise<Stage> => {
  const stage = await openStage();
  listenToModules();
  await tellStory(stage.db, new Date(), () => undefined);
  return stage;
};

/** The value below which this share of the sorted figures lies. */
export const quantile = (figures: readonly number[], share: number): number => {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
};

/** One line of a result: what was measured, against what, and how many times. */
export const report = (subject: string, baseline: string, ratio: number, figures: string): void => {
  console.log(`${subject} ÷ ${baseline}: ${ratio.toFixed(2)} (${figures})`);
};
