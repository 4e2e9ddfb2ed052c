import { sql } from "kysely";
import { system } from "./actor.ts";
import type { Context, Place } from "./context.ts";
import type { Database } from "./db.ts";
import { during } from "./during.ts";
import type { AnyJob, JobData } from "./jobs.ts";

type Due = { readonly id: string; readonly job: string; readonly data: JobData };

/** More than any story needs: jobs that ask for each other for ever are an error. */
const limit = 10_000;

/** Works everything that is due at `now`, town by town and in order, without a worker; a failing job throws. */
export const runJobs = async (
  db: Database,
  jobs: readonly AnyJob[],
  places: readonly Place[],
  now: Date,
): Promise<number> => {
  let count = 0;
  for (const place of places) {
    const moment = { place, actor: system, now, language: place.languages[0] ?? "de" };
    const open = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
      during(db, moment, "read write", work);
    while (await workNext(open, jobs)) count = counted(count);
  }
  return count;
};

/** The same inside one transaction, for stories that are undone at the end. */
export const runJobsWithin = async (ctx: Context, jobs: readonly AnyJob[]): Promise<number> => {
  let count = 0;
  while (await workNext((work) => work({ ...ctx, actor: system }), jobs)) count = counted(count);
  return count;
};

const counted = (count: number): number => {
  if (count >= limit) throw new Error(`There are more than ${limit} jobs; do they ask for each other?`);
  return count + 1;
};

type Open = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;

const workNext = async (open: Open, jobs: readonly AnyJob[]): Promise<boolean> => {
  const due = await open((ctx) => findDue(ctx, jobs));
  const job = jobs.find(({ name }) => name === due?.job);
  if (!due || !job) return false;
  if ("reach" in job) {
    await job.reach(open, due.data);
    await open((ctx) => settle(ctx, due.id));
    return true;
  }
  await open(async (ctx) => {
    await job.run(ctx, due.data);
    await settle(ctx, due.id);
  });
  return true;
};

const findDue = async (ctx: Context, jobs: readonly AnyJob[]): Promise<Due | undefined> => {
  const names = jobs.map(({ name }) => name);
  const { rows } = await sql<Due>`
    select id, data ->> 'job' as job, data -> 'data' as data from jobs.job_common
    where state in ('created', 'retry') and start_after <= ${ctx.now} and data ->> 'job' = any(${names})
      and data ->> 'place' = ${ctx.place.id}
    order by start_after, created_on, id limit 1`.execute(ctx.db);
  return rows[0];
};

// The application may lay jobs into a line but not take them out; for this one statement we are the owner.
const settle = async (ctx: Context, id: string): Promise<void> => {
  await sql.raw("reset role").execute(ctx.db);
  await sql`update jobs.job_common set state = 'completed', completed_on = now() where id = ${id}`.execute(
    ctx.db,
  );
  await sql.raw("set local role anlaufstelle_app").execute(ctx.db);
};
