import { sql } from "kysely";
import { type JobResult, type JobWithMetadata, PgBoss } from "pg-boss";
import { system } from "./actor.ts";
import type { Moment, Place } from "./context.ts";
import type { Connection, Database, Transaction } from "./db.ts";
import { during } from "./during.ts";
import { type AnyJob, jobsSchema, type Line, lineOf, lines, put, through, type Waiting } from "./jobs.ts";
import { zone } from "./local-time.ts";

/** Where the worker writes down what went wrong; pino is one. */
export type WorkerLog = {
  readonly info: (about: object, words: string) => void;
  readonly warn: (about: object, words: string) => void;
  readonly error: (about: object, words: string) => void;
};

type WorkerOptions = {
  readonly db: Database;
  readonly connection: Connection;
  readonly jobs: readonly AnyJob[];
  /** All towns, asked anew for each job: a town may have been added or changed. */
  readonly places: () => Promise<readonly Place[]>;
  readonly log: WorkerLog;
};

export type Worker = { readonly stop: () => Promise<void> };

type House = WorkerOptions & { readonly boss: PgBoss; readonly byName: ReadonlyMap<string, AnyJob> };
type Fetched = JobWithMetadata<Waiting>;

/** Works the lines until `stop`: at once when news arrives, else every few seconds; schedules run once per town. */
export const startWorker = async (options: WorkerOptions): Promise<Worker> => {
  const { connection, jobs, log } = options;
  const boss = new PgBoss({
    ...connection,
    schema: jobsSchema,
    max: 4,
    useListenNotify: true,
    registerInstance: false,
  });
  boss.on("error", (error) => log.error({ err: error }, "The line of jobs has an error; it goes on."));
  boss.on("warning", ({ message, data }) => log.warn({ data }, message));
  const house: House = { ...options, boss, byName: new Map(jobs.map((job) => [job.name, job])) };
  await boss.start();
  await keepSchedules(house);
  for (const line of lines) {
    // A line without a job that could be worked keeps what waits in it.
    if (!jobs.some(({ name }) => lineOf(name) === line)) continue;
    // What computes for minutes is fetched one by one, so that none expires while another runs.
    const options = line === "compute" ? { ...working, batchSize: 1 } : working;
    await boss.work<Waiting, JobResult[], typeof working>(line, options, (fetched) =>
      workAll(house, line, fetched),
    );
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 20_000 }) };
};

const working = {
  batchSize: 5 as number,
  burstWhenBatchFull: true,
  includeMetadata: true,
  perJobResults: true,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 2,
} as const;

const keepSchedules = async ({ boss, jobs }: House): Promise<void> => {
  const wanted = jobs.flatMap((job) =>
    "schedule" in job && job.schedule ? [{ name: job.name, cron: job.schedule }] : [],
  );
  for (const { name, cron } of wanted) {
    const waiting: Waiting = { job: name, place: null, data: {} };
    await boss.schedule(lineOf(name), cron, waiting, { tz: zone, key: name, missed: "once" });
  }
  const names = new Set(wanted.map(({ name }) => name));
  for (const { name: line, key } of await boss.getSchedules()) {
    if (!names.has(key)) await boss.unschedule(line, key);
  }
};

// Mail waits for another machine, so several letters leave at once; the rest goes one after the other.
const workAll = async (house: House, line: Line, fetched: readonly Fetched[]): Promise<JobResult[]> => {
  if (line === "mail") return Promise.all(fetched.map((job) => workOne(house, line, job)));
  const results: JobResult[] = [];
  for (const job of fetched) results.push(await workOne(house, line, job));
  return results;
};

const workOne = async (house: House, line: Line, fetched: Fetched): Promise<JobResult> => {
  const { id, data, retryCount, retryLimit } = fetched;
  try {
    await dispatch(house, line, fetched);
    return { id, status: "completed" };
  } catch (error) {
    const about = { err: error, job: data.job, place: data.place, attempt: retryCount + 1 };
    if (retryCount < retryLimit) house.log.warn(about, "A job failed; it will be tried again.");
    else house.log.error(about, "A job failed for the last time; it is kept for a week.");
    return {
      id,
      status: "failed",
      output: { message: error instanceof Error ? error.message : String(error) },
    };
  }
};

const dispatch = async (house: House, line: Line, fetched: Fetched): Promise<void> => {
  const { job: name, place: placeId, data } = fetched.data;
  const job = house.byName.get(name);
  if (!job) throw new Error(`This version knows no job "${name}".`);
  const places = await house.places();
  if (placeId === null) return handOut(house, line, fetched, places);
  const place = places.find(({ id }) => id === placeId);
  if (!place) throw new Error(`There is no town ${placeId} for the job "${name}".`);
  const open = <T>(work: Parameters<typeof during<T>>[3]): Promise<T> =>
    during(house.db, now(place), "read write", work);
  if ("reach" in job) return job.reach(open, data);
  return open(async (ctx) => {
    await job.run(ctx, data);
    await settle(house.boss, line, fetched, ctx.db);
  });
};

/** A job's moment: its town, now, as the house itself. */
const now = (place: Place): Moment => ({
  place,
  actor: system,
  now: new Date(),
  language: place.languages[0] ?? "de",
});

const handOut = (
  { boss, db }: House,
  line: Line,
  fetched: Fetched,
  places: readonly Place[],
): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    const waiting = fetched.data;
    for (const { id } of places) {
      await put(transaction, { ...waiting, place: id }, { after: fetched.startAfter, key: "schedule" });
    }
    await settle(boss, line, fetched, transaction);
  });

// What the job did and that it is done are committed together, so a crash in between repeats nothing.
const settle = async (
  boss: PgBoss,
  line: Line,
  { id, retryCount }: Fetched,
  db: Transaction,
): Promise<void> => {
  await sql.raw("reset role").execute(db);
  const { rows } = await sql`
    select from jobs.job_common where id = ${id} and state = 'active' and retry_count = ${retryCount}
    for update`.execute(db);
  if (rows.length === 0) throw new Error("The job took too long and was given to another worker.");
  await boss.complete(line, { id, retryCount }, {}, { db: through(db) });
};
