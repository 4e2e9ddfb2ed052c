import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stageOfFile } from "#test/world.ts";
import { system } from "./actor.ts";
import type { Context, Place } from "./context.ts";
import { type Database, openDatabase } from "./db.ts";
import { during } from "./during.ts";
import { enqueue, type Job } from "./jobs.ts";
import { prepareJobs } from "./jobs-prepare.ts";
import { runJobs } from "./jobs-run.ts";
import { startWorker, type WorkerLog } from "./jobs-worker.ts";

let db: Database;
let places: readonly Place[];
let first: Place;
let second: Place;

const silent: WorkerLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
const at = <T>(place: Place, work: (ctx: Context) => Promise<T>, now = new Date()): Promise<T> =>
  during(db, { place, actor: system, now, language: "de" }, "read write", work);

/** Waits until something is so, for at most ten seconds. */
const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await isSo()) return;
    await wait(20);
  }
  throw new Error("It did not happen within ten seconds.");
};

const connection = async () => (await stageOfFile()).database.connection;
const worker = async (jobs: readonly Job[], log = silent) =>
  startWorker({ db, connection: await connection(), jobs, places: async () => places, log });

beforeAll(async () => {
  const { scene } = await stageOfFile();
  ({ first, second } = scene);
  places = [first, second];
  await prepareJobs(await connection());
  db = openDatabase(await connection(), 5).db;
});

afterAll(() => db.destroy());

test("preparing twice changes nothing", async () => {
  await prepareJobs(await connection());
});

test("a job that was asked for in a transaction that is undone never happens", async () => {
  const happened: string[] = [];
  const job: Job = { name: "bell.ring", run: async (_, { tone }) => void happened.push(String(tone)) };
  const undone = at(first, async (ctx) => {
    await enqueue(ctx, "bell.ring", { tone: "undone" });
    throw new Error("no");
  });
  await expect(undone).rejects.toThrow("no");
  await at(first, (ctx) => enqueue(ctx, "bell.ring", { tone: "done" }));
  expect(await runJobs(db, [job], places, new Date())).toBe(1);
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
  await at(first, async (ctx) => {
    await enqueue(ctx, job.name, { box: "later" }, { after: later });
    await enqueue(ctx, job.name, { box: "north" }, { key: "north" });
    await enqueue(ctx, job.name, { box: "north again" }, { key: "north" });
  }, now);
  await at(second, (ctx) => enqueue(ctx, job.name, { box: "north" }, { key: "north" }), now);
  expect(await runJobs(db, [job], places, now)).toBe(2);
  expect(await runJobs(db, [job], places, later)).toBe(1);
  expect(happened).toEqual(["Musterstadt north", "Nachbarort north", "Musterstadt later"]);
});

test("a town neither sees nor writes the jobs of the other", async () => {
  await at(second, (ctx) => enqueue(ctx, "secret.keep", {}));
  const seen = await at(first, (ctx) =>
    ctx.db.withSchema("jobs").selectFrom("jobCommon" as never).selectAll().execute(),
  );
  expect(seen.every((row: { data?: { job?: string } }) => row.data?.job !== "secret.keep")).toBe(true);
  const foreign = at(first, (ctx) => enqueue({ ...ctx, place: second }, "secret.keep", {}));
  await expect(foreign).rejects.toThrow(/row-level security/u);
});

test("the worker hears of new jobs at once and works through many of one transaction", async () => {
  const happened: number[] = [];
  const job: Job = { name: "leaf.rake", run: async (_, { n }) => void happened.push(Number(n)) };
  const running = await worker([job]);
  try {
    const begin = performance.now();
    await at(first, async (ctx) => {
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
  const said: string[] = [];
  const job: Job = {
    name: "door.open",
    run: async (ctx) => {
      await ctx.db.insertInto("events").values({ name: "door.opened", subjectId: "door", data: "{}" }).execute();
      tries += 1;
      if (tries < 3) throw new Error("stuck");
    },
  };
  const running = await worker([job], { ...silent, warn: (_, words) => void said.push(words) });
  try {
    await at(first, (ctx) => enqueue(ctx, job.name, {}));
    await until(() => tries === 3);
    await wait(100);
  } finally {
    await running.stop();
  }
  const { opened } = await at(first, (ctx) =>
    ctx.db
      .selectFrom("events")
      .select((row) => row.fn.countAll<number>().as("opened"))
      .where("name", "=", "door.opened")
      .executeTakeFirstOrThrow(),
  );
  expect(opened).toBe(1);
  expect(said).toEqual(["A job failed; it will be tried again.", "A job failed; it will be tried again."]);
});

test("a schedule is kept once, and forgotten with its job", async () => {
  const schedules = async () => {
    const { rows } = await db.withoutPlugins().executeQuery<{ key: string; timezone: string }>(
      (await import("kysely")).CompiledQuery.raw("select key, timezone from jobs.schedule"),
    );
    return rows;
  };
  const job: Job = { name: "day.begin", schedule: "0 6 * * *", run: async () => undefined };
  for (let starts = 0; starts < 2; starts += 1) await (await worker([job])).stop();
  expect(await schedules()).toEqual([{ key: "day.begin", timezone: "Europe/Berlin" }]);
  await (await worker([{ name: "bell.ring", run: async () => undefined }])).stop();
  expect(await schedules()).toEqual([]);
});
