// Sets up whatever is missing. Plain JavaScript, for it runs before anything is installed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const inRoot = (...parts) => join(root, ...parts);
const wantedNode = 24;
const marker = inRoot("node_modules", ".anlaufstelle-lock");
const builtMarker = inRoot("dist", ".built");
const sources = ["src", "tools/assets.mjs", "bin/build.mjs", "package-lock.json"];

/**
 * Installs the packages when they are missing or stale; for production also builds `dist/` when the
 * sources changed. Says nothing when there is nothing to do, and with `quiet` nothing at all.
 */
export const setUp = async ({ development, quiet = false }) => {
  const steps = [];
  if (!packagesAreFresh()) steps.push(["Installing the packages", installPackages]);
  if (!development && !buildIsFresh()) steps.push(["Building", build]);
  for (const [index, [name, work]] of steps.entries()) {
    await showing(`[${index + 1}/${steps.length}] ${name}`, quiet, work);
  }
};

/** The project's Node; the machine's own where that is new enough. */
export const projectNode = () => {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const file = process.platform === "win32" ? "node.exe" : "node";
  const own = inRoot("node_modules", `node-${platform}-${process.arch}`, "bin", file);
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split(".")[0]) >= wantedNode) return process.execPath;
  return stop(
    `Anlaufstelle needs Node ${wantedNode}, and no package brings it for ${process.platform} on ${process.arch}: ` +
      `please install Node ${wantedNode} (this is ${process.versions.node}).`,
  );
};

/** Runs the project's Node in our place: same terminal, same signals, same exit code. */
export const become = async (parameters, environment = {}) => {
  const end = await run(projectNode(), parameters, { env: { ...process.env, ...environment } });
  if (!end.signal) process.exit(end.code);
  process.removeAllListeners(end.signal);
  process.kill(process.pid, end.signal);
};

/** Runs a command to its end and hands our signals on to it. */
export const run = (command, parameters, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { cwd: root, stdio: "inherit", ...options });
    const handOn = (signal) => {
      // Ctrl+C in a terminal reaches the child by itself.
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    };
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.on(signal, handOn);
    whenAbandoned(() => child.kill("SIGTERM"));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      for (const name of signals) process.removeListener(name, handOn);
      resolve({ code: code ?? 1, signal });
    });
  });

/**
 * Calls `stop` when the npm that started us is gone: killed, it takes its shell along at best, and we
 * would go on serving for nobody.
 */
export const whenAbandoned = (stop) => {
  if (!process.env.npm_lifecycle_event) return;
  const before = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(watch);
    stop();
  }, 300);
  watch.unref();
};

// Between npm and us stands a shell, unless it stepped aside for us.
const ancestors = () => {
  const parent = process.ppid;
  const isShell = readOr(`/proc/${parent}/cmdline`).startsWith("sh\0-c");
  const grandparent = isShell ? /^PPid:\s*(\d+)/mu.exec(readOr(`/proc/${parent}/status`))?.[1] : "";
  return `${parent} ${grandparent}`;
};

/** Notes that `dist/` holds what the sources say now. */
export const markBuilt = (folder) => writeFileSync(join(folder, ".built"), sourceState());

const stop = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

const packagesAreFresh = () => {
  const lock = readFileSync(inRoot("package-lock.json"), "utf8");
  const state = createHash("sha256").update(lock).digest("hex");
  if (readOr(marker) === state) return true;
  if (!installedAsLocked(lock)) return false;
  writeFileSync(marker, state);
  return true;
};

// Whoever installs a package by hand has what the lock says: then nothing needs to be installed again.
const installedAsLocked = (lock) => {
  const installed = readOr(inRoot("node_modules", ".package-lock.json"));
  if (!installed) return false;
  const wanted = JSON.parse(lock).packages;
  const there = JSON.parse(installed).packages;
  const asWanted = ([path, { version, optional, peer }]) =>
    path === "" || (there[path] ? there[path].version === version : optional || peer);
  return Object.entries(wanted).every(asWanted) && Object.keys(there).every((path) => wanted[path]);
};

const installPackages = async () => {
  // Tools for the build and the tests are part of it, also where NODE_ENV says production.
  const flags = [
    "--ignore-scripts",
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const { code } = await run(command, [...first, "ci", ...flags], {
    shell: process.platform === "win32" && !npm,
  });
  if (code !== 0) stop("The packages could not be installed; npm said why above.");
  writeFileSync(
    marker,
    createHash("sha256")
      .update(readFileSync(inRoot("package-lock.json")))
      .digest("hex"),
  );
};

const build = async () => {
  const { code } = await run(projectNode(), [inRoot("bin", "build.mjs")]);
  if (code !== 0) stop("The build failed; it said why above.");
};

const buildIsFresh = () => readOr(builtMarker) === sourceState();

const sourceState = () => {
  const hash = createHash("sha256");
  const look = (path) => {
    const found = statSync(inRoot(path), { throwIfNoEntry: false });
    if (!found) return;
    if (!found.isDirectory()) hash.update(`${path} ${found.size} ${found.mtimeMs}\n`);
    else
      for (const name of readdirSync(inRoot(path)).sort())
        if (!name.includes(".test.")) look(join(path, name));
  };
  for (const path of sources) look(path);
  return hash.digest("hex");
};

const readOr = (path) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
};

// A line when a step begins, one every few seconds while it lasts, and one with its time at the end.
const showing = async (name, quiet, work) => {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const say = (line) => quiet || console.error(line);
  say(`${name} …`);
  const beat = setInterval(() => say(`${name} … ${seconds()}`), 5_000);
  try {
    await work();
  } finally {
    clearInterval(beat);
  }
  say(`${name}: done in ${seconds()}`);
};
