// Completes package-lock.json: a registry that lacks the packages of other platforms leaves them out of the
// lock file, and then `npm ci` refuses it everywhere. node tools/lock.mjs writes, --check fails when it would.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("../package-lock.json", import.meta.url));
const lock = JSON.parse(readFileSync(file, "utf8"));
const packages = lock.packages;

/** The path where Node would find `name` from the package at `path`. */
const find = (path, name) => {
  for (let base = path; ; base = base.slice(0, Math.max(0, base.lastIndexOf("node_modules/") - 1))) {
    const candidate = `${base ? `${base}/` : ""}node_modules/${name}`;
    if (packages[candidate]) return candidate;
    if (!base) return undefined;
  }
};

const systems = ["android", "darwin", "freebsd", "linux", "openharmony", "win32", "aix", "sunos"];
const processors = ["arm64", "arm", "x64", "ia32", "ppc64", "riscv64", "s390x", "loong64"];

/** For which machines a package is, which by convention its name says: `binding-linux-x64-musl`. */
const machines = (name) => {
  const words = name.split(/[-/]/u);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  const muslWords = ["musl", "musleabihf"];
  const glibcWords = ["gnu", "gnueabihf"];
  const libc = words.some((word) => muslWords.includes(word)) ? ["musl"] : [];
  if (words.some((word) => glibcWords.includes(word))) libc.push("glibc");
  return {
    ...(cpu.length ? { cpu } : {}),
    ...(os.length ? { os } : {}),
    ...(libc.length && os.includes("linux") ? { libc } : {}),
  };
};

const added = [];
for (const [path, { optionalDependencies = {}, dev }] of Object.entries({ ...packages })) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const found = find(path, name);
    const isExact = /^\d+\.\d+\.\d+[^ ]*$/u.test(version);
    if (!isExact || (found && packages[found].version === version)) continue;
    const place = found ? `${path}/node_modules/${name}` : `node_modules/${name}`;
    packages[place] = { version, ...(dev ? { dev } : {}), optional: true, ...machines(name) };
    added.push(place);
  }
}

if (added.length === 0) process.exit(0);
if (process.argv.includes("--check")) {
  console.error(
    `package-lock.json lacks packages of other platforms; run node tools/lock.mjs:\n${added.join("\n")}`,
  );
  process.exit(1);
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, "en")));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`Added ${added.length} packages of other platforms.`);
