import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Connection } from "#core/db.ts";
import { prepareJobs } from "#core/jobs-prepare.ts";
import { migrate } from "#core/migrate.ts";
import { startPostgres } from "#core/postgres.ts";

/** A server for one run of the suite, and the migrated database that each test file copies. */
export type TestServer = {
  readonly connection: Connection;
  readonly template: string;
  stop(): Promise<void>;
};

/** Starts a throw-away PostgreSQL, or takes a corner of the server that DATABASE_URL names. */
export const startTestServer = async (url: string | undefined): Promise<TestServer> => {
  const { connection, stop } = url ? lent(url) : await thrownAway();
  const run = `anlaufstelle_test_${randomBytes(4).toString("hex")}`;
  const template = `${run}_template`;
  try {
    await inside(connection, (client) => client.query(`create database ${template}`));
    await migrate(addressed(connection, template));
    await prepareJobs(addressed(connection, template));
  } catch (error) {
    await dropAll(connection, run);
    await stop();
    throw error;
  }
  return {
    connection,
    template,
    stop: async () => {
      await dropAll(connection, run);
      await stop();
    },
  };
};

/** The same server, another database. */
export const addressed = (connection: Connection, database: string): Connection => {
  if (!connection.connectionString) return { ...connection, database };
  const url = new URL(connection.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.href };
};

/** Works with one session of its own. */
export const inside = async <T>(
  connection: Connection,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> => {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/**
 * Ends our sessions of a database and drops it. Not `with (force)`: that would also end an autovacuum worker,
 * which a role without rights on the server may not; a plain drop sends such a worker away by itself.
 */
export const dropDatabase = async (client: pg.Client, name: string): Promise<void> => {
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename = current_user",
    [name],
  );
  await client.query(`drop database if exists ${name}`);
};

const lent = (connectionString: string) => ({
  connection: { connectionString },
  stop: async () => undefined,
});

const prefix = "anlaufstelle-test-";

const thrownAway = async () => {
  await removeLeftovers();
  const directory = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  const { connection, stop } = await startPostgres({ directory, durable: false });
  return {
    connection,
    stop: async () => {
      await stop();
      await rm(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
};

// A run that was killed could not stop its server.
const removeLeftovers = async (): Promise<void> => {
  for (const name of await readdir(tmpdir())) {
    const owner = Number(new RegExp(`^${prefix}(\\d+)-`, "u").exec(name)?.[1] ?? "0");
    if (owner === 0 || isAlive(owner)) continue;
    const directory = join(tmpdir(), name);
    const text = await readFile(join(directory, "cluster/postmaster.pid"), "utf8").catch(() => "");
    const server = Number(text.split("\n")[0] ?? "0");
    if (server > 0 && isAlive(server)) process.kill(server, "SIGQUIT");
    await rm(directory, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
  }
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const dropAll = async (connection: Connection, run: string): Promise<void> => {
  await inside(connection, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select datname as name from pg_database where starts_with(datname, $1) limit 10000",
      [run],
    );
    for (const { name } of rows) await dropDatabase(client, name);
  });
};
