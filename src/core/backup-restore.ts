import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { from } from "pg-copy-streams";
import { type BackupContents, readBackup, type Section } from "./backup-file.ts";
import {
  type AppliedMigration,
  listMigrations,
  listTables,
  plainSession,
  type StoredTable,
  waitingJobs,
} from "./backup-tables.ts";
import type { Connection } from "./db.ts";
import { jobsSchema, lines } from "./jobs.ts";

/** A backup that was read from beginning to end and is sound. */
export type CheckedBackup = BackupContents & { readonly path: string };

/** Reads the whole file and compares each count and checksum; throws when it is not what was written. */
export const checkBackup = async (path: string): Promise<CheckedBackup> => {
  const contents = await readBackup(path, async ({ rows }) => {
    const pieces = rows[Symbol.asyncIterator]();
    while (!(await pieces.next()).done);
  });
  return { ...contents, path };
};

export type RestoreReport = { readonly tables: number; readonly rows: number; readonly jobs: number };

/**
 * Puts a checked backup into a database that is migrated to the same version, has its line of jobs, and holds no
 * town yet. All in one transaction, with every constraint in force: it is there whole or not at all.
 */
export const restore = async (connection: Connection, checked: CheckedBackup): Promise<RestoreReport> => {
  const client = new pg.Client({ ...connection, application_name: "anlaufstelle restore" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query(`begin; ${plainSession}`);
    refuseOtherVersion(checked, await listMigrations(client));
    const tables = await listTables(client);
    await refuseInhabited(client, tables);
    await fill(client, checked, tables);
    await count(client, checked, tables);
    const jobs = await lineUp(client);
    await client.query("commit");
    await client.query("analyze");
    return { tables: tables.length, rows: total(checked) - jobs, jobs };
  } finally {
    // An open transaction ends with its session and leaves nothing behind.
    await client.end().catch(() => undefined);
  }
};

const total = ({ sections }: CheckedBackup): number =>
  [...sections.values()].reduce((sum, { rows }) => sum + rows, 0);

const refuseOtherVersion = ({ path, header }: CheckedBackup, here: readonly AppliedMigration[]): void => {
  const inFile = new Map(header.migrations.map(({ name, checksum }) => [name, checksum]));
  const inDatabase = new Map(here.map(({ name, checksum }) => [name, checksum]));
  const names = (wanted: readonly AppliedMigration[]): string => wanted.map(({ name }) => name).join(", ");
  const newer = header.migrations.filter(({ name }) => !inDatabase.has(name));
  if (newer.length > 0) {
    throw new Error(`${path} was made by a version that has ${names(newer)}. Restore it with that version.`);
  }
  const older = here.filter(({ name }) => !inFile.has(name));
  if (older.length > 0) {
    throw new Error(
      `${path} was made before ${names(older)}. Restore it with the version that made it, then update.`,
    );
  }
  const different = here.filter(({ name, checksum }) => inFile.get(name) !== checksum);
  if (different.length > 0) {
    throw new Error(
      `${path} was made with another form of ${names(different)}. Restore it with the version that made it.`,
    );
  }
};

const refuseInhabited = async (client: pg.Client, tables: readonly StoredTable[]): Promise<void> => {
  // Nobody founds a town between the look and the end.
  await client.query("lock table places in share row exclusive mode");
  const { rows } = await client.query<{ slug: string }>(
    "select slug from places order by created_at limit 1",
  );
  if (rows[0])
    throw new Error(`This database already holds the town ${rows[0].slug}. Restore into a new one.`);
  for (const { name } of tables) {
    const { rowCount } = await client.query(`select from ${pg.escapeIdentifier(name)} limit 1`);
    if (rowCount !== 0)
      throw new Error(`This database is not empty: ${name} has rows. Restore into a new one.`);
  }
};

const fill = async (
  client: pg.Client,
  checked: CheckedBackup,
  tables: readonly StoredTable[],
): Promise<void> => {
  await client.query(`create temporary table waiting_jobs (
    position integer generated always as identity, line text, data jsonb, start_after timestamptz, singleton_key text
  ) on commit drop`);
  const known = new Map(tables.map((table) => [table.name, table]));
  const pour = async ({ table, columns, rows }: Section): Promise<void> => {
    const isJobs = table === waitingJobs.name;
    const target = isJobs ? waitingJobs : known.get(table);
    if (!target || !columns.every((column) => target.columns.includes(column))) {
      throw new Error(`${checked.path} has a table ${table} that this database does not have like that.`);
    }
    const name = isJobs ? "waiting_jobs" : table;
    const into = `copy ${pg.escapeIdentifier(name)} (${columns.map(pg.escapeIdentifier).join(", ")}) from stdin`;
    await pipeline(Readable.from(rows), client.query(from(into)));
  };
  const read = await readBackup(checked.path, pour);
  const missing = tables.filter(({ name }) => !read.sections.has(name)).map(({ name }) => name);
  if (missing.length > 0) throw new Error(`${checked.path} lacks ${missing.join(", ")}.`);
};

const count = async (
  client: pg.Client,
  checked: CheckedBackup,
  tables: readonly StoredTable[],
): Promise<void> => {
  for (const { name } of tables) {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::float8 as count from ${pg.escapeIdentifier(name)}`,
    );
    const expected = checked.sections.get(name)?.rows ?? 0;
    if (rows[0]?.count !== expected) {
      throw new Error(
        `${name} would have ${rows[0]?.count} rows and should have ${expected}. Nothing was restored.`,
      );
    }
  }
};

type Waiting = {
  position: number;
  line: string;
  data: object;
  startAfter: Date;
  singletonKey: string | null;
};

const portion = 500;

/** Lets what was waiting wait again, under the rules that the line has here. */
const lineUp = async (client: pg.Client): Promise<number> => {
  const executeSql = async (text: string, values: unknown[] = []) => ({
    rows: (await client.query(text, values)).rows,
  });
  const sender = new PgBoss({ schema: jobsSchema, db: { executeSql } });
  let jobs = 0;
  for (let after = 0; ; ) {
    const { rows } = await client.query<Waiting>(
      `select position, line, data, start_after as "startAfter", singleton_key as "singletonKey"
       from waiting_jobs where position > $1 order by position limit ${portion}`,
      [after],
    );
    for (const line of lines) {
      const own = rows.filter((row) => row.line === line);
      if (own.length === 0) continue;
      const jobsOfLine = own.map(({ data, startAfter, singletonKey }) => ({
        data,
        startAfter: startAfter.toISOString(),
        ...(singletonKey === null ? {} : { singletonKey }),
      }));
      await sender.insert(line, jobsOfLine);
    }
    jobs += rows.length;
    const last = rows.at(-1);
    if (!last) return jobs;
    after = last.position;
  }
};
