import { mkdirSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { runningAddress, runningProcess } from "./postgres-address.ts";
import { launch, shutDown } from "./postgres-server.ts";

type Options = {
  /** The folder that belongs to the database; made when it is missing. */
  readonly directory: string;
  /** Work beside the application that has this database open, as the command line does. */
  readonly share?: boolean;
  /** False for a throw-away server of tests, which need not survive a power cut. */
  readonly durable?: boolean;
  readonly report?: (line: string) => void;
};

/** A running PostgreSQL of our own. */
export type Postgres = {
  readonly connection: {
    readonly host: string;
    readonly user: string;
    readonly database: string;
    readonly port?: number;
    readonly password?: string;
  };
  /** Lets go of the server; the last to let go stops it. */
  stop(): Promise<void>;
};

type Place = Required<Options>;
type State = { stopping: boolean; guardian: pg.Client };

const user = "postgres";
const database = "anlaufstelle";
const patience = 60_000;
const courtesy = 3_000;
/** Session locks in the database `postgres`: who is the application, and who uses the server at all. */
const applicationLock = 314_159_265;
const useLock = 314_159_266;

/**
 * Starts the embedded PostgreSQL in `directory`, or adopts the one that a killed process left running there.
 * A second application on the same folder is refused; `share` is for those who work beside it.
 */
export const startPostgres = async (options: Options): Promise<Postgres> => {
  mkdirSync(options.directory, { recursive: true, mode: 0o700 });
  const directory = realpathSync(resolve(options.directory));
  const place: Place = {
    directory,
    share: options.share ?? false,
    durable: options.durable ?? true,
    report: options.report ?? (() => undefined),
  };
  const state: State = { stopping: false, guardian: await attach(place) };
  watch(place, state);
  const address = await runningAddress(directory);
  if (!address) throw new Error(`PostgreSQL in ${directory} stopped right after its start.`);
  return {
    connection: { ...address, user, database },
    stop: async () => {
      if (state.stopping) return;
      state.stopping = true;
      await letGo(place, state.guardian);
    },
  };
};

/** One session that holds our locks for as long as we live, however we end. */
const attach = async (place: Place): Promise<pg.Client> => {
  const deadline = Date.now() + patience;
  const failures: unknown[] = [];
  const tries = 3;
  while (Date.now() < deadline) {
    const guardian =
      (await connect(place)) ?? (await start(place).catch((error) => void failures.push(error)));
    // A start may fail only because another process stops the server at this moment.
    if (failures.length === tries) throw failures[0];
    if (!guardian) continue;
    try {
      await claim(place, guardian);
      await createDatabase(guardian);
      return guardian;
    } catch (error) {
      await guardian.end().catch(() => undefined);
      // Whoever stops the server at this moment ends our session: then we start it again.
      if (!isShutdown(error)) throw error;
    }
  }
  throw new Error(
    `The database in ${place.directory} does not answer. See ${join(place.directory, "postgres.log")}.`,
  );
};

const claim = async (place: Place, guardian: pg.Client): Promise<void> => {
  await guardian.query("select pg_advisory_lock_shared($1)", [useLock]);
  if (place.share) return;
  // At a restart the process before may still be on its way out.
  const deadline = Date.now() + courtesy;
  while (Date.now() < deadline) {
    const { rows } = await guardian.query("select pg_try_advisory_lock($1) as ours", [applicationLock]);
    if (rows[0]?.ours === true) return;
    await sleep(100);
  }
  throw new Error(
    `Anlaufstelle is already running with the data in ${place.directory}. ` +
      "Stop it first, or set DATA_DIR to another folder.",
  );
};

const createDatabase = async (guardian: pg.Client): Promise<void> => {
  const { rowCount } = await guardian.query("select 1 from pg_database where datname = $1", [database]);
  if (rowCount === 1) return;
  await guardian.query(`create database ${database}`).catch((error: unknown) => {
    const alreadyThere = ["42P04", "23505"];
    if (!alreadyThere.includes(codeOf(error))) throw error;
  });
};

/** A session with the server that runs in this folder; undefined when none answers. */
const connect = async (place: Place): Promise<pg.Client | undefined> => {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const address = await runningAddress(place.directory);
    if (!address) return undefined;
    const client = new pg.Client({ ...address, user, database: "postgres", keepAlive: true });
    // An ended session is noticed in `watch`; without a listener it would end the process.
    client.on("error", () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (!isShutdown(error)) return undefined;
      await sleep(20);
    }
  }
  return undefined;
};

const start = async (place: Place): Promise<pg.Client | undefined> => {
  // It is just rising or going down, for it holds the folder without an answer.
  if (await runningProcess(place.directory)) return sleep(20, undefined);
  const child = await launch(place);
  const deadline = Date.now() + patience;
  while (!child.ended && Date.now() < deadline) {
    const guardian = await connect(place);
    if (guardian) return guardian;
    await sleep(15);
  }
  // Another process may have been quicker to start it: then we take turns with that one.
  if (await runningProcess(place.directory)) return undefined;
  await sleep(100);
  throw new Error(`PostgreSQL did not start. ${await child.lastWords()}`);
};

/** A server that falls is raised again, so that the application only sees a few failed queries. */
const watch = (place: Place, state: State): void => {
  state.guardian.once("end", async () => {
    while (!state.stopping) {
      place.report("the database went away; starting it again");
      try {
        state.guardian = await attach(place);
        if (state.stopping) await letGo(place, state.guardian);
        else watch(place, state);
        return;
      } catch (error) {
        place.report(error instanceof Error ? error.message : String(error));
        await sleep(1_000);
      }
    }
  });
};

const letGo = async (place: Place, guardian: pg.Client): Promise<void> => {
  try {
    await guardian.query("select pg_advisory_unlock_shared($1)", [useLock]);
    const { rows } = await guardian.query("select pg_try_advisory_lock($1) as last", [useLock]);
    // Those who come now wait for this lock until the server is down, and then start it anew.
    if (rows[0]?.last === true) await shutDown(place.directory);
  } catch (error) {
    if (!isShutdown(error)) throw error;
  } finally {
    await guardian.end().catch(() => undefined);
  }
};

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

const isShutdown = (error: unknown): boolean => {
  const shutdown = ["57P01", "57P02", "57P03", "ECONNRESET", "EPIPE"];
  if (shutdown.includes(codeOf(error))) return true;
  return (
    error instanceof Error && /Connection terminated|connection error|Client was closed/u.test(error.message)
  );
};
