import { randomBytes } from "node:crypto";
import { closeSync, existsSync, openSync, renameSync, statSync } from "node:fs";
import { readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type Address,
  chooseAddress,
  clusterIn,
  forgetAddress,
  forgetProcess,
  isAlive,
  password,
  runningProcess,
  serves,
} from "./postgres-address.ts";
import { findPrograms, type Programs } from "./postgres-programs.ts";

type Order = {
  readonly directory: string;
  readonly durable: boolean;
  readonly report: (line: string) => void;
};

/** A server that was told to start: whether it gave up, and what it said last. */
export type Launched = { readonly ended: boolean; lastWords(): Promise<string> };

const windows = process.platform === "win32";

/** Starts the server of this folder as a process of its own; makes the cluster when there is none. */
export const launch = async ({ directory, durable, report }: Order): Promise<Launched> => {
  const programs = await findPrograms(directory);
  const cluster = clusterIn(directory);
  if (!existsSync(join(cluster, "PG_VERSION"))) {
    report("creating the database");
    await initialize(directory, durable, programs);
  }
  await forgetProcess(directory);
  const address = await chooseAddress(directory);
  const path = join(directory, "postgres.log");
  const log = openLog(path);
  const child = programs.start("postgres", ["-D", cluster, ...settings(address, durable)], log);
  closeSync(log);
  let ended = false;
  child.on("error", () => (ended = true));
  child.on("exit", () => (ended = true));
  child.unref();
  return {
    get ended() {
      return ended;
    },
    lastWords: async () =>
      (await readFile(path, "utf8").catch(() => "")).trim().split("\n").slice(-5).join("\n"),
  };
};

/** Stops the server of this folder: open transactions are undone, open sessions are closed. */
export const shutDown = async (directory: string): Promise<void> => {
  const pid = await runningProcess(directory);
  if (!pid) return;
  if (windows) {
    const programs = await findPrograms(directory);
    await programs.run("pg_ctl", ["stop", "-D", clusterIn(directory), "-m", "fast"]);
  } else {
    process.kill(pid, "SIGINT");
  }
  const deadline = Date.now() + 60_000;
  while (await serves(pid, directory)) {
    if (Date.now() > deadline) throw new Error(`PostgreSQL (process ${pid}) does not stop.`);
    await sleep(10);
  }
  await forgetAddress(directory);
};

const settings = ({ host, port }: Address, durable: boolean): string[] => {
  const values: Record<string, string> = {
    port: String(port),
    listen_addresses: windows ? host : "",
    unix_socket_directories: windows ? "" : host,
    unix_socket_permissions: "0700",
    max_connections: "60",
    shared_buffers: "64MB",
    max_wal_size: "256MB",
    min_wal_size: "64MB",
    random_page_cost: "1.1",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    fsync: durable ? "on" : "off",
    synchronous_commit: durable ? "on" : "off",
    full_page_writes: durable ? "on" : "off",
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
};

const initialize = async (directory: string, durable: boolean, programs: Programs): Promise<void> => {
  await removeUnfinished(directory);
  // Made apart and moved into place, so that a power cut leaves no half cluster behind.
  const apart = join(directory, `new-${process.pid}-${randomBytes(4).toString("hex")}`);
  const flags = [
    "-U",
    "postgres",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ];
  flags.push("--no-instructions", ...(durable ? [] : ["--no-sync"]), ...(await guard(directory)));
  // Not every system knows the first; it decides what counts as a letter when a text is cut into words.
  const languages = ["C.UTF-8", "en_US.UTF-8", "C"];
  for (const [index, language] of languages.entries()) {
    try {
      await programs.run("initdb", [...flags, `--locale=${language}`, "-D", apart]);
      break;
    } catch (error) {
      if (index === languages.length - 1) throw error;
    }
  }
  await rename(apart, clusterIn(directory)).catch(async (error: unknown) => {
    await rm(apart, { recursive: true, force: true });
    if (!existsSync(join(clusterIn(directory), "PG_VERSION"))) throw error;
  });
};

// The socket lies in a folder that only we may enter; the loopback is open to everyone on the machine.
const guard = async (directory: string): Promise<string[]> => {
  if (!windows) return ["--auth=trust"];
  await password(directory);
  return ["--auth=scram-sha-256", `--pwfile=${join(directory, "password")}`];
};

const removeUnfinished = async (directory: string): Promise<void> => {
  for (const name of await readdir(directory)) {
    const pid = Number(/^new-(?<pid>\d+)-/u.exec(name)?.groups?.["pid"] ?? "0");
    if (pid > 0 && !isAlive(pid)) {
      await rm(join(directory, name), { recursive: true, force: true });
    }
  }
};

const openLog = (path: string): number => {
  const largest = 5_000_000;
  if (existsSync(path) && statSync(path).size > largest) renameSync(path, `${path}.1`);
  return openSync(path, "a", 0o600);
};
