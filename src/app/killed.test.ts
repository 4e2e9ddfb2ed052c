import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "#core/migrate.ts";
import { startPostgres } from "#core/postgres.ts";
import { inside } from "#test/server.ts";

const inHouse = (path: string): string => JSON.stringify(new URL(`../${path}`, import.meta.url).href);

/** The application reduced to what is tried here: it opens the database, writes one moment after another, says each. */
const writer = `
  import { startPostgres } from ${inHouse("core/postgres.ts")};
  import { openDatabase } from ${inHouse("core/db.ts")};
  import { during } from ${inHouse("core/during.ts")};
  import { record } from ${inHouse("core/events.ts")};
  const [directory, place, name] = process.argv.slice(1);
  const { connection } = await startPostgres({ directory });
  const { db } = openDatabase(connection, 4);
  let number = 0;
  const write = async () => {
    for (;;) {
      const key = name + "-" + ++number;
      const moment = { place: { id: place }, actor: { kind: "system" }, now: new Date(), language: "de" };
      try {
        await during(db, moment, "read write", async (ctx) => {
          for (const part of [1, 2, 3]) await record(ctx, "trial.written", key, { part });
          await ctx.db.insertInto("submissions").values({ key: key.padEnd(16, "-"), address: "/" }).execute();
        });
        process.stdout.write(key + "\\n");
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
  };
  await Promise.all([write(), write()]);`;

let directory: string;
let place: string;
const acknowledged = new Set<string>();

type Application = { readonly process: ChildProcess; readonly next: () => Promise<void> };

const open = (name: string): Application => {
  const child = spawn(process.execPath, ["--input-type=module", "-e", writer, directory, place, name], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const listeners: (() => void)[] = [];
  createInterface({ input: child.stdout ?? process.stdin }).on("line", (key) => {
    acknowledged.add(key);
    for (const heard of listeners.splice(0)) heard();
  });
  const next = (): Promise<void> =>
    new Promise((resolve, reject) => {
      listeners.push(resolve);
      child.once("exit", () => reject(new Error("the application ended by itself")));
    });
  return { process: child, next };
};

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => child.once("close", () => resolve()));

const serverProcess = async (): Promise<number> =>
  Number((await readFile(join(directory, "cluster/postmaster.pid"), "utf8")).split("\n")[0]);

/** Milliseconds in which answers from before the kill may still arrive, and no new server can have started. */
const stillOnTheWay = 40;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "anlaufstelle-killed-"));
  const postgres = await startPostgres({ directory });
  await migrate(postgres.connection);
  await inside(postgres.connection, async (client) => {
    const { rows } =
      await client.query(`insert into places (slug, hosts, name, full_name, postcode, latitude, longitude)
      values ('musterstadt', '{musterstadt.test}', 'Musterstadt', 'Musterstadt', '02943', 51.5, 14.6) returning id`);
    place = rows[0]?.id;
  });
  await postgres.stop();
});

afterAll(() => rm(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));

test("killed at any moment, the house loses nothing that it said it had, keeps nothing half, and is up again", async () => {
  const rounds = { application: 0, server: 0 };
  const kills = { application: 24, server: 4 };
  for (let round = 0; round < kills.application; round += 1) {
    const application = open(`round-${round}`);
    await application.next();
    // From right after an answer to the middle of several more.
    await wait(Math.random() * 40);
    if (rounds.server < kills.server && round % 3 === 2) {
      process.kill(await serverProcess(), "SIGKILL");
      await wait(stillOnTheWay);
      await application.next();
      rounds.server += 1;
    }
    application.process.kill("SIGKILL");
    await ended(application.process);
    rounds.application += 1;
  }

  const postgres = await startPostgres({ directory });
  const { rows } = await inside(postgres.connection, (client) =>
    client.query<{ key: string; parts: number; marks: number }>(`
      select subject_id as key, count(*)::int as parts,
        (select count(*)::int from submissions where submissions.key = rpad(subject_id, 16, '-')) as marks
      from events where name = 'trial.written' group by subject_id
      union all
      select key, 0, 1 from submissions s where not exists (select from events where rpad(subject_id, 16, '-') = s.key)`),
  );
  await postgres.stop();
  const kept = new Set(rows.map(({ key }) => key));
  expect([...acknowledged].filter((key) => !kept.has(key))).toEqual([]);
  expect(rows.filter(({ parts, marks }) => parts !== 3 || marks !== 1)).toEqual([]);

  expect(acknowledged.size).toBeGreaterThan(kills.application);
  expect(rounds).toEqual(kills);
}, 120_000);
