import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Committed, openCommitted, until } from "#test/committed.ts";
import { enqueue, type Job, put } from "./jobs.ts";
import { prepareJobs } from "./jobs-prepare.ts";
import { runJobs } from "./jobs-run.ts";
import { startWorker, type WorkerLog } from "./jobs-worker.ts";

let town: Committed;

const silent: WorkerLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
const worker = (jobs: readonly Job[], log = silent) =>
  startWorker({ db: town.db, connection: town.connection, jobs, places: async () => town.places, log });
const run = (jobs: readonly Job[], now = new Date()) => runJobs(town.db, jobs, town.places, now);

beforeAll(async () => {
  town = await openCommitted();
});

afterAll(() => town.close());

test("preparing twice changes nothing", async () => {
  await prepareJobs(town.connection);
});

test("a job that was asked for in a transaction that is undone never happens", async () => {
  const happened: string[] = [];
  const job: Job = { name: "bell.ring", run: async (_, { tone }) => void happened.push(String(tone)) };
  const undone = town.at(town.first, async (ctx) => {
    await enqueue(ctx, "bell.ring", { tone: "undone" });
    throw new Error("no");
  });
  await expect(undone).rejects.toThrow("no");
  await town.at(town.first, (ctx) => enqueue(ctx, "bell.ring", { tone: "done" }));
  expect(await run([job])).toBe(1);
  expect(happened).toEqual(["done"]);
});

test("jobs run in their own town, when they are due, and one of each key", async () => {
  const happened: string[] = [];
  const job: Job = {
    name: "post.collect",
    run: async (ctx, { box }) => void happened.push(`${ctx.place.name} ${box}`),
  };
  const now = new Date();
  const later = new Date(now.getTime() + 60_000);
  await town.at(
    town.first,
    async (ctx) => {
      await enqueue(ctx, job.name, { box: "later" }, { after: later });
      await enqueue(ctx, job.name, { box: "north" }, { key: "north" });
      await enqueue(ctx, job.name, { box: "north again" }, { key: "north" });
    },
    { now },
  );
  await town.at(town.second, (ctx) => enqueue(ctx, job.name, { box: "north" }, { key: "north" }), { now });
  expect(await run([job], now)).toBe(2);
  expect(await run([job], later)).toBe(1);
  expect(happened).toEqual(["Musterstadt north", "Nachbarort north", "Musterstadt later"]);
});

test("a town neither sees nor writes the jobs of the other", async () => {
  await town.at(town.second, (ctx) => enqueue(ctx, "secret.keep", {}));
  const seen = await town.at(town.first, (ctx) =>
    sql<{ place: string }>`select data ->> 'place' as place from jobs.job_common`.execute(ctx.db),
  );
  expect(seen.rows.every(({ place }) => place === town.first.id)).toBe(true);
  const foreign = town.at(town.first, (ctx) => enqueue({ ...ctx, place: town.second }, "secret.keep", {}));
  await expect(foreign).rejects.toThrow(/row-level security/u);
});

test("the worker hears of new jobs at once and works through many of one transaction", async () => {
  const happened: number[] = [];
  const job: Job = { name: "leaf.rake", run: async (_, { n }) => void happened.push(Number(n)) };
  const running = await worker([job]);
  try {
    const begin = performance.now();
    await town.at(town.first, async (ctx) => {
      for (let n = 0; n < 23; n += 1) await enqueue(ctx, job.name, { n });
    });
    await until(() => happened.length === 23);
    expect(performance.now() - begin).toBeLessThan(5_000);
    expect(new Set(happened).size).toBe(23);
  } finally {
    await running.stop();
  }
});

test("a job that fails is undone, said, and tried again until it is done, once", async () => {
  let tries = 0;
  const said: object[] = [];
  const job: Job = {
    name: "door.open",
    run: async (ctx) => {
      await ctx.db
        .insertInto("events")
        .values({ name: "door.opened", subjectId: "door", data: "{}" })
        .execute();
      tries += 1;
      if (tries < 3) throw new Error("stuck");
    },
  };
  const running = await worker([job], { ...silent, warn: (about) => void said.push(about) });
  try {
    await town.at(town.first, (ctx) => enqueue(ctx, job.name, {}));
    await until(() => tries === 3);
    await wait(100);
  } finally {
    await running.stop();
  }
  const { opened } = await town.at(town.first, (ctx) =>
    ctx.db
      .selectFrom("events")
      .select((row) => row.fn.countAll<number>().as("opened"))
      .where("name", "=", "door.opened")
      .executeTakeFirstOrThrow(),
  );
  expect(opened).toBe(1);
  const attempts = said.flatMap((about) => ("job" in about && about.job === job.name ? [about] : []));
  expect(attempts).toMatchObject([{ attempt: 1 }, { attempt: 2 }]);
});

test("a schedule is kept once, and forgotten with its job", async () => {
  const schedules = async () =>
    (await sql<{ key: string; timezone: string }>`select key, timezone from jobs.schedule`.execute(town.db))
      .rows;
  const job: Job = { name: "day.begin", schedule: "0 6 * * *", run: async () => undefined };
  for (let starts = 0; starts < 2; starts += 1) await (await worker([job])).stop();
  expect(await schedules()).toEqual([{ key: "day.begin", timezone: "Europe/Berlin" }]);
  await (await worker([{ name: "bell.ring", run: async () => undefined }])).stop();
  expect(await schedules()).toEqual([]);
});

test("what a schedule asks for happens once in every town", async () => {
  const happened: string[] = [];
  const job: Job = {
    name: "day.end",
    schedule: "0 20 * * *",
    run: async (ctx) => {
      happened.push(ctx.place.name);
    },
  };
  await town.db
    .transaction()
    .execute((open) => put(open, { job: job.name, place: null, data: {} }, { after: new Date() }));
  const running = await worker([job]);
  try {
    await until(() => happened.length === 2);
    await wait(200);
  } finally {
    await running.stop();
  }
  expect(happened.sort()).toEqual(["Musterstadt", "Nachbarort"]);
});

test("a job that failed for the last time is said and kept", async () => {
  const job: Job = {
    name: "roof.mend",
    run: async () => {
      throw new Error("no ladder");
    },
  };
  await town.at(town.first, (ctx) => enqueue(ctx, job.name, {}));
  await sql`update jobs.job_common set retry_limit = 0 where data ->> 'job' = ${job.name}`.execute(town.db);
  const said: string[] = [];
  const running = await worker([job], { ...silent, error: (_, words) => void said.push(words) });
  const state = async () =>
    (
      await sql<{
        state: string;
      }>`select state from jobs.job_common where data ->> 'job' = ${job.name}`.execute(town.db)
    ).rows[0]?.state;
  try {
    await until(async () => (await state()) === "failed");
  } finally {
    await running.stop();
  }
  expect(said).toEqual(["A job failed for the last time; it is kept for a week."]);
});
