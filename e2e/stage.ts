import type { Connection } from "#core/db.ts";

/** Through this variable the set-up of the run tells each test file where the example lies. */
export const variable = "ANLAUFSTELLE_TEST_STORY";

/** When the journeys play: Tuesday, 24 November 2026, ten o'clock in Berlin. */
export const storyNow = new Date("2026-11-24T09:00:00Z");

/** What the set-up of the run has prepared. */
export type Stage = { readonly assets: string; readonly database: string };

const databaseOf = ({ connectionString, database }: Connection): string =>
  connectionString ? new URL(connectionString).pathname.slice(1) : (database ?? "");

export const readStage = (): Stage => {
  const text = process.env[variable];
  if (!text) throw new Error("The example was not told: run the journeys through vitest.config.ts.");
  const { assets, connection }: { assets: string; connection: Connection } = JSON.parse(text);
  return { assets, database: databaseOf(connection) };
};
