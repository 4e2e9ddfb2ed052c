import { tellStory } from "#app/example.ts";
import { bringUpToDate } from "#app/foundation.ts";
import { work } from "#app/worker.ts";
import { backup } from "#core/backup.ts";
import { checkBackup, restore } from "#core/backup-restore.ts";
import type { Connection } from "#core/db.ts";
import { prepareJobs } from "#core/jobs-prepare.ts";
import { pendingMigrations } from "#core/migrate.ts";
import { listPlaces } from "#modules/places/queries.ts";
import type { Call, Command } from "./command.ts";
import { inHouse, onFoundation } from "./house.ts";

const migrate = (call: Call): Promise<void> =>
  onFoundation(call.settings(), async ({ connection }) => {
    const pending = await pendingMigrations(connection);
    await bringUpToDate(connection, call.report);
    call.answer({ ran: pending }, ["The database is up to date."]);
  });

const seed = (call: Call): Promise<void> => {
  if (call.settings().NODE_ENV === "production") {
    throw new Error("Not in production: everybody knows the password of the example's people.");
  }
  return inHouse(call, async ({ db }) => {
    const places = await listPlaces(db);
    if (places[0])
      throw new Error(`This database already holds the town ${places[0].slug}. Use an empty one.`);
    await tellStory(db, new Date(), call.report);
    const towns = (await listPlaces(db)).map(({ slug }) => slug);
    call.answer({ towns }, []);
  });
};

const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

const makeBackup = (call: Call): Promise<void> =>
  onFoundation(call.settings(), async ({ connection }) => {
    const file = call.path(call.parameter(0));
    const report = await backup(connection, file);
    const { rows, tables, jobs, bytes } = report;
    call.answer({ file, ...report }, [
      `${file}: ${rows} rows of ${tables} tables and ${jobs} waiting jobs, ${size(bytes)}.`,
      "It holds personal data and secrets. Keep it as carefully as the database.",
    ]);
  });

const refuseTables = async (connection: Connection): Promise<void> => {
  const everything = await pendingMigrations(connection, {});
  if (!everything.includes("0001_floor"))
    throw new Error("This database has tables already. Without --into-empty they may stay.");
};

const restoreBackup = async (call: Call): Promise<void> => {
  const file = call.path(call.parameter(0));
  const checked = await checkBackup(file);
  call.report(`${file} is sound, from ${checked.header.madeAt}.`);
  await onFoundation(call.settings(), async ({ connection }) => {
    if (call.isOn("into-empty")) await refuseTables(connection);
    await bringUpToDate(connection, call.report);
    await prepareJobs(connection);
    const report = await restore(connection, checked);
    const { rows, tables, jobs } = report;
    call.answer({ file, madeAt: checked.header.madeAt, ...report }, [
      `${rows} rows of ${tables} tables are back, and ${jobs} jobs wait again.`,
      "Mail that had not left when the backup was made leaves as soon as a worker runs with SMTP_URL.",
    ]);
  });
};

/** What concerns the database as a whole. */
export const databaseCommands: readonly Command[] = [
  { name: "migrate", words: "Bring the database up to date.", run: migrate },
  { name: "seed", words: "Tell the example towns into an empty database.", run: seed },
  {
    name: "backup",
    words: "Write one moment of the whole database into a new file, while the house is open.",
    parameters: ["FILE"],
    run: makeBackup,
  },
  {
    name: "restore",
    words: "Check a backup, then put it into a database that holds no town yet.",
    parameters: ["FILE"],
    options: { "into-empty": { words: "refuse a database that has any tables, even empty ones" } },
    run: restoreBackup,
  },
  {
    name: "worker",
    words: "Work the waiting jobs until it is stopped; the server then runs with WORKER=off.",
    run: work,
  },
];
