import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Committed, openCommitted } from "#test/committed.ts";
import { emptyDatabase, type TestDatabase } from "#test/database.ts";
import { inside } from "#test/server.ts";
import { backup } from "./backup.ts";
import { checkBackup, restore } from "./backup-restore.ts";
import type { Connection } from "./db.ts";
import { record } from "./events.ts";
import { enqueue } from "./jobs.ts";
import { prepareJobs } from "./jobs-prepare.ts";
import { migrate } from "./migrate.ts";

let directory: string;
let house: Committed;
const opened: TestDatabase[] = [];
const owner = `anlaufstelle_owner_${randomBytes(4).toString("hex")}`;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "anlaufstelle-backup-"));
  house = await openCommitted();
  await prepareJobs(house.connection);
  await inside(house.connection, async (client) => {
    await client.query(`create role ${owner} login; grant anlaufstelle_app to ${owner}`);
    // What a text may hold: tabs, line ends, backslashes, the mark that ends a table, quotes, other scripts.
    const words = "a\tb\r\nc\\d\n\\.\n\\N 'e' \"f\" Běła Woda 🌱";
    await client.query(
      `insert into files (place_id, media_type, name, bytes, alternative_text) values ($1, 'image/png', 'a', $2, $3)`,
      [house.first.id, randomBytes(300_000), words],
    );
    await client.query("update places set lead = $1, match_weights = $2", [words, { words }]);
  });
}, 60_000);

afterAll(async () => {
  for (const database of opened) await database.drop();
  await inside(house.connection, (client) => client.query(`drop role if exists ${owner}`)).finally(() =>
    house.close(),
  );
  await rm(directory, { recursive: true, maxRetries: 10, retryDelay: 200 });
});

const isSuperuser = (connection: Connection): Promise<boolean> =>
  inside(connection, async (client) => {
    const { rows } = await client.query("select rolsuper from pg_roles where rolname = current_user");
    return rows[0]?.rolsuper === true;
  });

/** A new, migrated database that belongs to somebody without any special right. */
const elsewhere = async (): Promise<Connection> => {
  const database = await emptyDatabase();
  opened.push(database);
  const connection = (await isSuperuser(database.connection))
    ? await handOver(database.connection)
    : database.connection;
  await migrate(connection);
  await prepareJobs(connection);
  return connection;
};

const handOver = async (connection: Connection): Promise<Connection> => {
  await inside(connection, async (client) => {
    const { rows } = await client.query("select current_database() as name");
    await client.query(
      `alter database ${rows[0]?.name} owner to ${owner}; grant all on schema public to ${owner}`,
    );
  });
  if (!connection.connectionString) return { ...connection, user: owner };
  const url = new URL(connection.connectionString);
  url.username = owner;
  return { connectionString: url.href };
};

const fresh = (name: string): string => join(directory, `${name}-${randomBytes(4).toString("hex")}.backup`);

const ask = (connection: Connection, text: string): Promise<unknown[]> =>
  inside(connection, async (client) => (await client.query({ text, rowMode: "array" })).rows[0] ?? []);

test("while people write, a backup holds one moment: nothing of it is half there", async () => {
  let written = 0;
  let going = true;
  const write = async (): Promise<void> => {
    while (going) {
      const key = randomBytes(8).toString("hex");
      await house.at(house.first, async (ctx) => {
        for (const part of [1, 2, 3]) await record(ctx, "trial.written", key, { part });
        await enqueue(ctx, "trial.later", { key }, { after: new Date("2030-01-01T00:00:00Z") });
      });
      written += 1;
    }
  };
  const writers = [write(), write(), write()];
  while (written < 20) await new Promise((resolve) => setTimeout(resolve, 10));
  const path = fresh("load");
  const before = written;
  const report = await backup(house.connection, path).finally(() => {
    going = false;
    return Promise.all(writers);
  });
  expect(written, "writing went on meanwhile").toBeGreaterThan(before);

  const copy = await elsewhere();
  const restored = await restore(copy, await checkBackup(path));
  expect(restored).toEqual({ tables: report.tables, rows: report.rows, jobs: report.jobs });
  const counted = `select count(*)::int, count(distinct subject_id)::int, min(parts)::int, max(parts)::int from (
    select subject_id, count(*) over (partition by subject_id) as parts from events where name = 'trial.written') x`;
  const [rows, keys, fewest, most] = await ask(copy, counted);
  expect([fewest, most]).toEqual([3, 3]);
  expect(rows).toBe(Number(keys) * 3);
  expect(keys).toBeGreaterThanOrEqual(before);
  expect(
    await ask(copy, "select count(*)::int from jobs.job_common where data->>'job' = 'trial.later'"),
  ).toEqual([keys]);
}, 60_000);

test("what comes back is what was there, byte for byte, also for an owner without special rights", async () => {
  const first = fresh("first");
  await backup(house.connection, first);
  const checked = await checkBackup(first);
  const copy = await elsewhere();
  await restore(copy, checked);
  expect(await isSuperuser(copy)).toBe(false);
  const second = fresh("second");
  await backup(copy, second);
  expect(Object.fromEntries((await checkBackup(second)).sections)).toEqual(
    Object.fromEntries(checked.sections),
  );
  expect(checked.sections.get("people")?.rows).toBeGreaterThan(10);
  const search = "select count(*)::int from organizations where search is not null";
  expect(await ask(copy, search)).toEqual(await ask(house.connection, search));
}, 60_000);

test("a waiting job waits again, at its hour and once", async () => {
  const after = new Date("2031-05-06T07:08:09Z");
  await house.at(house.first, (ctx) =>
    enqueue(ctx, "trial.remind", { whom: "Ä\\\n" }, { after, key: "only" }),
  );
  const path = fresh("jobs");
  await backup(house.connection, path);
  const copy = await elsewhere();
  await restore(copy, await checkBackup(path));
  const waiting = `select data, start_after, singleton_key, retry_limit, state::text from jobs.job_common
    where data->>'job' = 'trial.remind'`;
  const found = await ask(copy, waiting);
  expect(found).toEqual(await ask(house.connection, waiting));
  expect(found[1]).toEqual(after);
}, 60_000);

test("nobody else may read the file, and a backup overwrites nothing", async () => {
  const path = fresh("private");
  await backup(house.connection, path);
  expect((await stat(path)).mode & 0o077).toBe(0);
  await expect(backup(house.connection, path)).rejects.toThrow("already a file");
});

test("a user for whom row-level security hides rows gets no backup instead of an empty one", async () => {
  const path = fresh("hidden");
  if (await isSuperuser(house.connection)) {
    const { connectionString, ...rest } = house.connection;
    const other = connectionString
      ? { connectionString: connectionString.replace(/\/\/[^@]*@/u, `//${owner}@`) }
      : { ...rest, user: owner };
    await expect(backup(other, path)).rejects.toThrow(/permission denied|owns the tables/u);
  }
  await expect(stat(path)).rejects.toThrow("ENOENT");
});

const damaged: readonly [string, (path: string) => Promise<void>, RegExp][] = [
  ["cut short", async (path) => truncate(path, (await stat(path)).size - 40), /ends too early/u],
  ["cut to nothing", (path) => truncate(path, 0), /ends too early|does not begin/u],
  ["not packed", (path) => writeFile(path, "hello"), /packing is damaged/u],
  ["something else", (path) => writeFile(path, gzipSync("hello\n")), /does not begin like one/u],
  ["a bit flipped", flipBit, /damaged|changed|early|add up/u],
  [
    "a word exchanged",
    (path) => edit(path, "Frieda Freiwillig", "Frieda Freiwallig"),
    /rows of people were changed/u,
  ],
  [
    "a row taken out",
    (path) => edit(path, /^.*Frieda Freiwillig.*\n/mu, ""),
    /people has \d+ rows and should have/u,
  ],
  ["a sum exchanged", (path) => edit(path, /"sha256":"[0-9a-f]{8}/u, '"sha256":"00000000'), /were changed/u],
  ["its beginning exchanged", (path) => edit(path, "0001_floor", "0001_flaar"), /do not add up/u],
  ["its end taken away", (path) => edit(path, /\{"end".*\n/u, ""), /ends too early/u],
  ["something put behind", (path) => edit(path, /(\{"end".*\n)/u, "$1more\n"), /do not add up/u],
];

async function flipBit(path: string): Promise<void> {
  const bytes = await readFile(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

async function edit(path: string, wanted: string | RegExp, other: string): Promise<void> {
  const text = gunzipSync(await readFile(path)).toString("utf8");
  const changed = text.replace(wanted, other);
  expect(changed).not.toBe(text);
  await writeFile(path, gzipSync(changed));
}

test.each(damaged)("a file that is %s is refused before anything happens", async (_, damage, words) => {
  const path = fresh("damaged");
  await backup(house.connection, path);
  await damage(path);
  await expect(checkBackup(path)).rejects.toThrow(words);
});

test("a database that holds a town, a part of one, or another version is left alone", async () => {
  const path = fresh("refused");
  await backup(house.connection, path);
  const checked = await checkBackup(path);
  await expect(restore(house.connection, checked)).rejects.toThrow("already holds the town");
  const copy = await elsewhere();
  await inside(copy, (client) => client.query("insert into accounts (email) values ('left@over.example')"));
  await expect(restore(copy, checked)).rejects.toThrow("not empty: accounts");
  await inside(copy, (client) => client.query("truncate accounts cascade"));
  await inside(copy, (client) => client.query("insert into schema_migrations values ('9999_later', 'x')"));
  await expect(restore(copy, checked)).rejects.toThrow("made before 9999_later");
  await inside(copy, (client) =>
    client.query("update schema_migrations set name = '9998_else' where name like '0003%'"),
  );
  await expect(restore(copy, checked)).rejects.toThrow("made by a version that has 0003_organizations");
  await inside(copy, (client) => client.query("delete from schema_migrations where name = '9999_later'"));
  await inside(copy, (client) =>
    client.query("update schema_migrations set name = '0003_organizations' where name like '9998%'"),
  );
  await inside(copy, (client) =>
    client.query("update schema_migrations set checksum = 'x' where name like '0003%'"),
  );
  await expect(restore(copy, checked)).rejects.toThrow("another form of 0003_organizations");
}, 60_000);

test("a file that is exchanged between the look and the restore leaves the database empty", async () => {
  const path = fresh("exchanged");
  await backup(house.connection, path);
  const checked = await checkBackup(path);
  await edit(path, "Frieda Freiwillig", "Frieda Freiwallig");
  const copy = await elsewhere();
  await expect(restore(copy, checked)).rejects.toThrow("rows of people were changed");
  expect(await ask(copy, "select count(*)::int from places")).toEqual([0]);
}, 60_000);

test("a file that does not exist is named", async () => {
  await expect(checkBackup(join(directory, "nowhere"))).rejects.toThrow("There is no file");
});
