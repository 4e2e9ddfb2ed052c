import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { emptyDatabase, type TestDatabase, testDatabase } from "#test/database.ts";
import { migrate, pendingMigrations } from "./migrate.ts";

let directory: string;
let database: TestDatabase;

const write = (name: string, text: string) => writeFile(join(directory, name), text);

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "anlaufstelle-migrations-"));
  database = await emptyDatabase();
  await write("0001_first.sql", "create table first (id int);");
  await write("0002_second.sql", "create table second (id int);\ninsert into second values (1);");
});

afterEach(async () => {
  await database.drop();
  await rm(directory, { recursive: true, maxRetries: 10, retryDelay: 200 });
});

test("new files run once, in the order of their names", async () => {
  expect(await pendingMigrations(database.connection, { directory })).toEqual(["0001_first", "0002_second"]);
  const said: string[] = [];
  const report = (line: string) => said.push(line);
  expect(await migrate(database.connection, { directory, report })).toEqual(["0001_first", "0002_second"]);
  expect(said).toEqual(["0001_first", "0002_second"]);
  expect(await pendingMigrations(database.connection, { directory })).toEqual([]);
  expect(await migrate(database.connection, { directory })).toEqual([]);
});

test("a file that was changed after it ran is named", async () => {
  await migrate(database.connection, { directory });
  await write("0001_first.sql", "create table first (id bigint);");
  await expect(migrate(database.connection, { directory })).rejects.toThrow(
    /^migrations\/0001_first\.sql was changed/u,
  );
});

test("other line ends are no change", async () => {
  await migrate(database.connection, { directory });
  await write("0002_second.sql", "create table second (id int);\r\ninsert into second values (1);");
  expect(await migrate(database.connection, { directory })).toEqual([]);
});

test("a file that fails is undone and named with its line; those before it stay", async () => {
  await write("0002_second.sql", "create table second (id int);\ninsert into nowhere values (1);");
  await expect(migrate(database.connection, { directory })).rejects.toThrow(
    'migrations/0002_second.sql:2: relation "nowhere" does not exist',
  );
  expect(await pendingMigrations(database.connection, { directory })).toEqual(["0002_second"]);
  await write("0002_second.sql", "create table second (id int);");
  expect(await migrate(database.connection, { directory })).toEqual(["0002_second"]);
});

test("a database from a newer version is left alone", async () => {
  await migrate(database.connection, { directory });
  await rm(join(directory, "0002_second.sql"));
  await expect(migrate(database.connection, { directory })).rejects.toThrow(/does not know: 0002_second/u);
});

test("two processes at once run each file once", async () => {
  const ran = await Promise.all([1, 2, 3].map(() => migrate(database.connection, { directory })));
  expect(ran.flat().sort()).toEqual(["0001_first", "0002_second"]);
});

test("the house's own migrations leave nothing pending", async () => {
  const copy = await testDatabase();
  expect(await pendingMigrations(copy.connection)).toEqual([]);
  await copy.drop();
});
