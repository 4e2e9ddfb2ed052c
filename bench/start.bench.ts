// How long until the first page? A warm start of the house against a bare Node server's start, in the same run; and
// the memory of the house at rest.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { quantile, report, smoke } from "./stage.ts";

const rounds = smoke ? 1 : 7;
const patience = 120_000;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

/** Milliseconds from the start of the process to the first page with status 200. */
const firstPage = async (port: number, started: number): Promise<number> => {
  while (performance.now() - started < patience) {
    const answer = await fetch(`http://localhost:${port}/`).catch(() => undefined);
    if (answer?.status === 200) {
      await answer.text();
      return performance.now() - started;
    }
    await sleep(5);
  }
  throw new Error("no page came");
};

const stop = async (child: ChildProcess): Promise<void> => {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
};

const startHouse = (port: number, directory: string): ChildProcess =>
  spawn(process.execPath, ["--enable-source-maps", "dist/main.js"], {
    stdio: "ignore",
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: directory,
      LOG_LEVEL: "silent",
      NODE_ENV: "development",
    },
  });

const bareServer =
  "require('node:http').createServer((_, r) => r.end('ok')).listen(Number(process.env.PORT))";

const startBare = (port: number): ChildProcess =>
  spawn(process.execPath, ["-e", bareServer], {
    stdio: "ignore",
    env: { ...process.env, PORT: String(port) },
  });

type Start = (port: number) => ChildProcess;

const timed = async (start: Start, look?: (child: ChildProcess) => Promise<void>): Promise<number> => {
  const port = await freePort();
  const started = performance.now();
  const child = start(port);
  const milliseconds = await firstPage(port, started);
  await look?.(child);
  await stop(child);
  return milliseconds;
};

/** Resident memory in MB, as Linux counts it; elsewhere it is not known. */
const memoryOf = (pid: number | undefined): number => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? Number.NaN) / 1024;
  } catch {
    return Number.NaN;
  }
};

const directory = mkdtempSync(join(tmpdir(), "anlaufstelle-start-"));
try {
  const cold = await timed((port) => startHouse(port, directory));
  let memory = Number.NaN;
  const warm: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const rest = async (child: ChildProcess): Promise<void> => {
      await sleep(smoke ? 100 : 1_000);
      memory = memoryOf(child.pid);
    };
    warm.push(await timed((port) => startHouse(port, directory), rest));
    bare.push(await timed(startBare));
  }
  const [ours, theirs] = [quantile(warm, 0.5), quantile(bare, 0.5)];
  report(
    "warm start to the first page",
    "start of a bare Node server",
    ours / theirs,
    `${ours.toFixed(0)} ms and ${theirs.toFixed(0)} ms; first start with the whole example town ${(cold / 1000).toFixed(1)} s; ${memory.toFixed(0)} MB at rest without PostgreSQL`,
  );
} finally {
  rmSync(directory, { recursive: true, force: true });
}
