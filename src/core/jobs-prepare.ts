import pg from "pg";
import { PgBoss, type QueueOptions } from "pg-boss";
import type { Connection } from "./db.ts";
import { jobsSchema, type Line, lines } from "./jobs.ts";

const day = 24 * 60 * 60;

/** A failed job is tried again after 1, 2, 4 … seconds, then every hour, for about the days its line allows. */
const rules: Readonly<Record<Line, QueueOptions>> = {
  house: {
    retryLimit: 180,
    retentionSeconds: 90 * day,
    deleteAfterSeconds: 7 * day,
    expireInSeconds: 15 * 60,
  },
  // Tried again a few times only, when a machine went down in the middle.
  compute: {
    retryLimit: 3,
    retentionSeconds: 14 * day,
    deleteAfterSeconds: 7 * day,
    expireInSeconds: 15 * 60,
  },
  mail: {
    retryLimit: 132,
    retentionSeconds: 14 * day,
    deleteAfterSeconds: 7 * day,
    expireInSeconds: 15 * 60,
  },
  // Whatever is read from elsewhere is asked for again by its own clock.
  web: {
    retryLimit: 2,
    retentionSeconds: 2 * day,
    deleteAfterSeconds: day,
    expireInSeconds: 2 * 60,
  },
};

/**
 * Makes or renews the tables of waiting jobs and lets the application write into them: its own town's jobs only.
 * To be called after `migrate`, by whoever owns the database; calling it again changes nothing.
 */
export const prepareJobs = async (connection: Connection): Promise<void> => {
  const boss = new PgBoss({ ...connection, schema: jobsSchema, max: 2, supervise: false, schedule: false });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    for (const line of lines) await prepareLine(boss, line);
    await fence(connection);
  } finally {
    await boss.stop({ graceful: false });
  }
};

const prepareLine = async (boss: PgBoss, line: Line): Promise<void> => {
  const options = { ...rules[line], retryDelay: 1, retryBackoff: true, retryDelayMax: 60 * 60, notify: true };
  if (await boss.getQueue(line)) await boss.updateQueue(line, options);
  else await boss.createQueue(line, { ...options, policy: "short" });
};

const fence = async (connection: Connection): Promise<void> => {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(`
      begin;
      select pg_advisory_xact_lock(${fenceLock});
      grant usage on schema ${jobsSchema} to anlaufstelle_app;
      grant select on ${jobsSchema}.queue to anlaufstelle_app;
      grant select, insert on ${jobsSchema}.job_common to anlaufstelle_app;
      alter table ${jobsSchema}.job_common enable row level security;
      drop policy if exists stay_in_place on ${jobsSchema}.job_common;
      create policy stay_in_place on ${jobsSchema}.job_common to anlaufstelle_app
        using (data ->> 'place' = (select current_place())::text)
        with check (data ->> 'place' = (select current_place())::text);
      commit`);
  } finally {
    await client.end();
  }
};

/** Any number will do that nobody else locks in this database. */
const fenceLock = 314_159_265;
