import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Postgres, startPostgres } from "./postgres.ts";
import { serves } from "./postgres-address.ts";

let directory: string;
const running: Postgres[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "anlaufstelle-postgres-"));
});

afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.stop();
  await rm(directory, { recursive: true, maxRetries: 10, retryDelay: 200 });
});

const start = async (
  options: { share?: boolean; directory?: string; durable?: boolean } = {},
): Promise<Postgres> => {
  const postgres = await startPostgres({ directory, durable: false, ...options });
  running.push(postgres);
  return postgres;
};

const ask = async ({ connection }: Postgres, text: string): Promise<unknown> => {
  const client = new pg.Client(connection);
  // A session that the server ends would otherwise end the test run as well.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query({ text, rowMode: "array" });
    return rows[0]?.[0];
  } finally {
    await client.end().catch(() => undefined);
  }
};

const serverProcess = (): number =>
  Number(readFileSync(join(directory, "cluster/postmaster.pid"), "utf8").split("\n")[0]);

/** Another process that opens the same folder and says so; it lives until it is killed. */
const startElsewhere = async () => {
  const program = `
    import { startPostgres } from ${JSON.stringify(new URL("./postgres.ts", import.meta.url).href)};
    await startPostgres({ directory: process.argv[1], durable: false });
    console.log("open");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program, directory]);
  await new Promise((resolve) => child.stdout.once("data", resolve));
  return child;
};

test("a new folder holds German words, survives a stop, and leaves no process behind", async () => {
  const first = await start();
  expect(
    await ask(first, "select to_tsvector('german', '„Gärten“ – Häuser') @@ to_tsquery('german', 'Garten')"),
  ).toBe(true);
  await ask(first, "create table kept as select 7 as number");
  const pid = serverProcess();
  await first.stop();
  expect(await serves(pid, directory)).toBe(false);
  expect(await ask(await start(), "select number from kept")).toBe(7);
});

test("only the folder's owner reaches it: there is no port", async () => {
  expect(await ask(await start(), "show listen_addresses")).toBe("");
  expect(await ask(await start({ share: true }), "show unix_socket_permissions")).toBe("0700");
});

test("a second application is refused in words, one that shares is welcome", async () => {
  const first = await start();
  await expect(startPostgres({ directory, durable: false })).rejects.toThrow(/already running .* DATA_DIR/u);
  const beside = await start({ share: true });
  await first.stop();
  expect(await ask(beside, "select 1")).toBe(1);
  const next = await start();
  await beside.stop();
  expect(await ask(next, "select 1")).toBe(1);
});

test("after kill -9 of the application its server is adopted", async () => {
  const child = await startElsewhere();
  const pid = serverProcess();
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("exit", resolve));
  expect(await serves(pid, directory)).toBe(true);
  const adopted = await start();
  expect(serverProcess()).toBe(pid);
  await adopted.stop();
  expect(await serves(pid, directory)).toBe(false);
});

test("a server that dies is raised again with what was committed", async () => {
  const postgres = await start({ durable: true });
  await ask(postgres, "create table kept as select 7 as number");
  process.kill(serverProcess(), "SIGKILL");
  const deadline = Date.now() + 10_000;
  let number: unknown;
  while (number !== 7 && Date.now() < deadline) {
    await sleep(50);
    number = await ask(postgres, "select number from kept").catch(() => undefined);
  }
  expect(number).toBe(7);
});

test("a process number that now belongs to another program is no obstacle", async () => {
  await (await start()).stop();
  await writeFile(join(directory, "cluster/postmaster.pid"), `${process.ppid}\n${directory}/cluster\n`);
  await writeFile(join(directory, ".s.PGSQL.5432.lock"), `${process.ppid}\n${directory}/cluster\n`);
  expect(await ask(await start(), "select 1")).toBe(1);
});

test("a path too long for a socket gets one elsewhere", async () => {
  const deep = join(directory, "x".repeat(110));
  const postgres = await start({ directory: deep });
  expect(await ask(postgres, "select 1")).toBe(1);
  expect(postgres.connection.host.length).toBeLessThan(100);
});

test("several processes that open a new folder at once share one server", async () => {
  const all = await Promise.all([1, 2, 3].map(() => start({ share: true })));
  expect(await Promise.all(all.map((postgres) => ask(postgres, "select 1")))).toEqual([1, 1, 1]);
});
