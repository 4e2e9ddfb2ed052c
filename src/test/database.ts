import { randomBytes } from "node:crypto";
import type { Connection } from "#core/db.ts";
import { addressed, dropDatabase, inside } from "./server.ts";

/** A database that belongs to one test file. */
export type TestDatabase = { readonly connection: Connection; drop(): Promise<void> };

/** Copies the migrated template of this run, or the named database; `drop` it when the file is done. */
export const testDatabase = async (template = runningServer().template): Promise<TestDatabase> =>
  createDatabase(`template ${template}`);

/** A database without any table, for those who test the migrations themselves. */
export const emptyDatabase = async (): Promise<TestDatabase> => createDatabase("");

const createDatabase = async (origin: string): Promise<TestDatabase> => {
  const { connection, template } = runningServer();
  // The end of the run drops whatever begins like its template.
  const name = template.replace(/template$/u, randomBytes(4).toString("hex"));
  await inside(connection, (client) => client.query(`create database ${name} ${origin}`));
  return {
    connection: addressed(connection, name),
    drop: async () => {
      await inside(connection, (client) => dropDatabase(client, name));
    },
  };
};

const runningServer = (): { connection: Connection; template: string } => {
  const text = process.env["ANLAUFSTELLE_TEST_SERVER"];
  if (!text) throw new Error("There is no test server: run the tests through vitest.config.ts.");
  return JSON.parse(text);
};
