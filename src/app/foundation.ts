import { join } from "node:path";
import type { Logger } from "pino";
import { type Connection, type Database, openDatabase } from "#core/db.ts";
import type { Settings } from "#core/env.ts";
import { prepareJobs } from "#core/jobs-prepare.ts";
import { migrate, pendingMigrations } from "#core/migrate.ts";
import { startPostgres } from "#core/postgres.ts";

/** What stands under the house while it is open. */
export type Foundation = {
  readonly db: Database;
  readonly connection: Connection;
  readonly close: () => Promise<void>;
};

type Options = {
  /** Beside the application that has the embedded database open, as the command line works. */
  readonly share?: boolean;
  readonly report?: (line: string) => void;
};

/** The database: the server that DATABASE_URL names, or our own PostgreSQL below the data folder. */
export const openFoundation = async (settings: Settings, options: Options = {}): Promise<Foundation> => {
  const report = options.report ?? (() => undefined);
  const own = settings.DATABASE_URL
    ? undefined
    : await startPostgres({
        directory: join(settings.DATA_DIR, "postgres"),
        share: options.share ?? false,
        report,
      });
  const connection: Connection = own?.connection ?? { connectionString: settings.DATABASE_URL ?? "" };
  const { db } = openDatabase(connection);
  return {
    db,
    connection,
    close: async () => {
      await db.destroy();
      await own?.stop();
    },
  };
};

/** Brings the database up to date; says what it does only when there is something to do. */
export const bringUpToDate = async (
  connection: Connection,
  report: (line: string) => void,
): Promise<void> => {
  const pending = await pendingMigrations(connection);
  if (pending.length > 0) report(`Updating the database: ${pending.join(", ")}`);
  if (pending.length > 0) await migrate(connection);
  // The lines of jobs belong to a package that brings its own tables up to date.
  await prepareJobs(connection);
};

/** Ends the process in order, once, whichever signal comes first. */
export const closeOnSignal = (log: Logger, close: () => Promise<void>): void => {
  let closing = false;
  const end = (signal: string): void => {
    if (closing) return;
    closing = true;
    log.info({ signal }, "closing");
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, "closing failed");
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", () => end("SIGINT"));
  process.on("SIGTERM", () => end("SIGTERM"));
};
