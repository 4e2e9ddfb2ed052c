import { randomBytes } from "node:crypto";
import { chown, lstat, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where a server of ours listens: a folder that holds its socket, or on Windows the loopback. */
export type Address = { readonly host: string; readonly port: number; readonly password?: string };

/** The folder of the data itself, below the one that belongs to us. */
export const clusterIn = (directory: string): string => join(directory, "cluster");

const windows = process.platform === "win32";
const socketPort = 5432;
/** The kernel keeps 104 to 108 bytes for the path of a socket. */
const longestSocketPath = 100;

/** The address of the server that holds this folder by its own word, undefined when there is none. */
export const runningAddress = async (directory: string): Promise<Address | undefined> => {
  const [, , , port, socketFolder, host] = await pidFile(directory);
  if (!port) return undefined;
  if (socketFolder) return { host: socketFolder, port: Number(port) };
  return host ? { host, port: Number(port), password: await password(directory) } : undefined;
};

/** The process that holds this folder, undefined when none does. */
export const runningProcess = async (directory: string): Promise<number | undefined> => {
  const pid = await recordedProcess(directory);
  return pid > 0 && (await serves(pid, directory)) ? pid : undefined;
};

/**
 * PostgreSQL trusts the numbers in its two files; after a crash one may belong to another program by now, or to
 * a remainder that nobody has buried yet.
 */
export const forgetProcess = async (directory: string): Promise<void> => {
  const folder = (await recorded(directory)) ?? directory;
  for (const file of [pidFileIn(directory), join(folder, `.s.PGSQL.${socketPort}.lock`)]) {
    const pid = await processIn(file);
    if (pid > 0 && isAlive(pid) && !(await serves(pid, directory))) await rm(file, { force: true });
  }
};

/** Whether this process is the server of this folder, and neither another program nor a mere remainder. */
export const serves = async (pid: number, directory: string): Promise<boolean> => {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  const words = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return words.includes(clusterIn(directory));
};

const recordedProcess = (directory: string): Promise<number> => processIn(pidFileIn(directory));

const processIn = async (file: string): Promise<number> => Math.abs(Number((await linesOf(file))[0] ?? "0"));

/** Whether a process of this number is there. */
export const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

const pidFileIn = (directory: string): string => join(clusterIn(directory), "postmaster.pid");

const pidFile = (directory: string): Promise<string[]> => linesOf(pidFileIn(directory));

const linesOf = async (file: string): Promise<string[]> => {
  const text = await readFile(file, "utf8").catch(() => "");
  return text.split(/\r?\n/u).map((line) => line.trim());
};

/** Where a new server of this folder shall listen. */
export const chooseAddress = async (directory: string): Promise<Address> =>
  windows
    ? { host: "127.0.0.1", port: await freePort(), password: await password(directory) }
    : { host: await socketFolder(directory), port: socketPort };

/** Removes what `chooseAddress` put outside of the folder. */
export const forgetAddress = async (directory: string): Promise<void> => {
  const folder = await recorded(directory);
  if (!folder) return;
  await rm(folder, { recursive: true, force: true });
  await rm(record(directory), { force: true });
};

/** The password of the loopback server, made on first use. */
export const password = async (directory: string): Promise<string> => {
  const file = join(directory, "password");
  const fresh = randomBytes(24).toString("base64url");
  await writeFile(file, fresh, { flag: "wx", mode: 0o600 }).catch(() => undefined);
  return readFile(file, "utf8");
};

const socketFolder = async (directory: string): Promise<string> => {
  const path = join(directory, `.s.PGSQL.${socketPort}`);
  if (Buffer.byteLength(path) <= longestSocketPath) return directory;
  const known = await recorded(directory);
  if (known) return known;
  const parent = Buffer.byteLength(tmpdir()) < 60 ? tmpdir() : "/tmp";
  const folder = await mkdtemp(join(parent, "anlaufstelle-"));
  const { uid, gid } = await stat(directory);
  if (process.getuid?.() === 0) await chown(folder, uid, gid);
  await writeFile(record(directory), folder, { mode: 0o600 });
  return folder;
};

const record = (directory: string): string => join(directory, "socket");

// A folder among everybody's temporary files counts only while it is still ours alone.
const recorded = async (directory: string): Promise<string | undefined> => {
  try {
    const folder = await readFile(record(directory), "utf8");
    const [found, { uid }] = [await lstat(folder), await stat(directory)];
    const othersMay = 0o077;
    return found.isDirectory() && found.uid === uid && (found.mode & othersMay) === 0 ? folder : undefined;
  } catch {
    return undefined;
  }
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : socketPort));
    });
  });
