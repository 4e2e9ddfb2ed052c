import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import type { Connection } from "./db.ts";

type Options = {
  /** Where the `.sql` files lie; by default `migrations/` of this house. */
  readonly directory?: string;
  readonly report?: (line: string) => void;
};

type Migration = { readonly name: string; readonly text: string; readonly checksum: string };

/** Any number will do that nobody else locks in this database. */
const migrationLock = 718_281_828;

/**
 * Brings the database up to date: runs each new file of `migrations/` in name order, each in its own
 * transaction, and returns the names of those that ran. Two processes at once take turns.
 */
export const migrate = async (connection: Connection, options: Options = {}): Promise<string[]> =>
  withClient(connection, async (client) => {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await client.query(`
      create table if not exists schema_migrations (
        name text primary key,
        checksum text not null,
        applied_at timestamptz not null default now()
      )`);
    const pending = compare(await readMigrations(options.directory), await readApplied(client));
    for (const migration of pending) {
      options.report?.(migration.name);
      await apply(client, migration);
    }
    return pending.map(({ name }) => name);
  });

/** The names of the migrations that this database still lacks. */
export const pendingMigrations = async (connection: Connection, options: Options = {}): Promise<string[]> =>
  withClient(connection, async (client) => {
    const known = await client.query("select to_regclass('schema_migrations') as found");
    const applied = known.rows[0]?.found === null ? new Map<string, string>() : await readApplied(client);
    return compare(await readMigrations(options.directory), applied).map(({ name }) => name);
  });

const withClient = async <T>(connection: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ ...connection, application_name: "anlaufstelle migrate" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    // Closing the session also gives its lock back.
    await client.end();
  }
};

// The bundle in dist/ lies one floor below the root, this source two.
const ownDirectory = (): string => {
  const beside = fileURLToPath(new URL("../migrations", import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL("../../migrations", import.meta.url));
};

const readMigrations = async (directory = ownDirectory()): Promise<Migration[]> => {
  const files = (await readdir(directory)).filter((file) => file.endsWith(".sql")).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(directory, file), "utf8");
      // A checkout on Windows changes line ends, which changes nothing in the schema.
      const checksum = createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex");
      return { name: file.slice(0, -".sql".length), text, checksum };
    }),
  );
};

const readApplied = async (client: pg.Client): Promise<Map<string, string>> => {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "select name, checksum from schema_migrations order by name limit 10000",
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
};

const compare = (migrations: Migration[], applied: Map<string, string>): Migration[] => {
  const changed = migrations.filter(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum);
  if (changed.length > 0) {
    const names = changed.map(({ name }) => `migrations/${name}.sql`).join(", ");
    throw new Error(
      `${names} was changed after it had run here. Restore it, and write a new migration instead.`,
    );
  }
  const present = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied.keys()].filter((name) => !present.has(name));
  if (unknown.length > 0) {
    const names = unknown.join(", ");
    throw new Error(
      `This database has migrations that this version does not know: ${names}. Start the newer version.`,
    );
  }
  return migrations.filter(({ name }) => !applied.has(name));
};

const apply = async (client: pg.Client, { name, text, checksum }: Migration): Promise<void> => {
  try {
    await client.query("begin");
    await client.query(text);
    await client.query("insert into schema_migrations (name, checksum) values ($1, $2)", [name, checksum]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`migrations/${name}.sql${lineOf(error, text)}: ${messageOf(error)}`, { cause: error });
  }
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

// PostgreSQL names a character of the text; a reader looks for a line.
const lineOf = (error: unknown, text: string): string => {
  const position = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN;
  return Number.isNaN(position) ? "" : `:${text.slice(0, position).split("\n").length}`;
};
