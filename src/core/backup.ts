import { createHash } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to } from "pg-copy-streams";
import { type BackupHeader, endOfRows, formatVersion, openTally, type SectionSum } from "./backup-file.ts";
import { listMigrations, listTables, plainSession, type StoredTable, waitingJobs } from "./backup-tables.ts";
import type { Connection } from "./db.ts";
import { jobsSchema } from "./jobs.ts";

export type BackupReport = {
  readonly tables: number;
  readonly rows: number;
  readonly jobs: number;
  readonly bytes: number;
};

/**
 * Writes everything this database holds into one file: a snapshot of one moment, taken while the house is open.
 * Rows stream, so memory stays small. The file appears whole or not at all, and only its owner may read it.
 */
export const backup = async (connection: Connection, path: string): Promise<BackupReport> => {
  if (existsSync(path)) throw new Error(`There is already a file ${path}; a backup overwrites nothing.`);
  const client = new pg.Client({ ...connection, application_name: "anlaufstelle backup" });
  // The query in progress fails as well when the server goes away; this only keeps the process from ending.
  client.on("error", () => undefined);
  await client.connect();
  const unfinished = `${path}.part`;
  try {
    await client.query(`begin isolation level repeatable read, read only; ${plainSession}`);
    const sums = new Map<string, SectionSum>();
    const file = createWriteStream(unfinished, { mode: 0o600, flush: true });
    await pipeline(Readable.from(tell(client, sums)), createGzip(), file);
    await rename(unfinished, path);
    const jobs = sums.get(waitingJobs.name)?.rows ?? 0;
    const rows = [...sums.values()].reduce((sum, section) => sum + section.rows, 0) - jobs;
    return { tables: sums.size - 1, rows, jobs, bytes: (await stat(path)).size };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw inWords(error);
  } finally {
    await client.end().catch(() => undefined);
  }
};

const insufficientPrivilege = "42501";

const inWords = (error: unknown): unknown =>
  error instanceof pg.DatabaseError && error.code === insufficientPrivilege
    ? new Error(
        "Only the user who owns the tables can back them up: row-level security hides rows from others.",
        { cause: error },
      )
    : error;

async function* tell(client: pg.Client, sums: Map<string, SectionSum>): AsyncGenerator<Buffer> {
  const words = createHash("sha256");
  const line = (value: object): Buffer => {
    const text = `${JSON.stringify(value)}\n`;
    words.update(text);
    return Buffer.from(text);
  };
  const { rows } = await client.query<{ now: Date }>("select now()");
  const migrations = await listMigrations(client);
  const header: BackupHeader = {
    format: "anlaufstelle backup",
    version: formatVersion,
    madeAt: (rows[0]?.now ?? new Date(0)).toISOString(),
    migrations,
  };
  yield line(header);
  for (const { name, columns, copy } of await sectionsOf(client)) {
    yield line({ table: name, columns });
    const tally = openTally();
    if (copy) {
      for await (const piece of client.query(to(copy))) {
        tally.add(piece);
        yield piece;
      }
    }
    yield endOfRows;
    const sum = tally.sum();
    sums.set(name, sum);
    yield line(sum);
  }
  const end = { end: true, sections: sums.size, sha256: words.digest("hex") };
  yield Buffer.from(`${JSON.stringify(end)}\n`);
}

type Told = StoredTable & { readonly copy: string | undefined };

const sectionsOf = async (client: pg.Client): Promise<Told[]> => {
  const tables = (await listTables(client)).map(({ name, columns }) => ({
    name,
    columns,
    copy: `copy ${pg.escapeIdentifier(name)} (${columns.map(pg.escapeIdentifier).join(", ")}) to stdout`,
  }));
  const { rows } = await client.query("select to_regclass($1) as found", [`${jobsSchema}.job_common`]);
  // What the line of jobs keeps for itself changes with its version; what waits in it does not.
  const waiting = `copy (select name, data, start_after, singleton_key from ${jobsSchema}.job_common
    where state in ('created', 'retry', 'active') order by start_after, singleton_key) to stdout`;
  return [...tables, { ...waitingJobs, copy: rows[0]?.found === null ? undefined : waiting }];
};
