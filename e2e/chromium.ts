import { existsSync, readdirSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";

const decompress = promisify(brotliDecompress);
const root = fileURLToPath(new URL("..", import.meta.url));

/** Where a Chromium lies and what it needs in its environment. */
export type Chromium = { executable: string; environment: Record<string, string> };

const commands = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Finds an installed Chrome or Chromium, else unpacks the one that came with the packages. */
export const findChromium = async (): Promise<Chromium> => {
  const named = process.env["CHROMIUM"];
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const candidates = folders.flatMap((folder) => commands.map((command) => join(folder, command)));
  const executable = named ?? [...candidates, ...elsewhere].find((path) => existsSync(path));
  return executable ? { executable, environment: {} } : unpackChromium();
};

/** Unpacks the Chromium of the package `@sparticuz/chromium` into `.cache`, once. */
export const unpackChromium = async (): Promise<Chromium> => {
  const source = join(root, "node_modules/@sparticuz/chromium");
  if (process.platform !== "linux" || process.arch !== "x64" || !existsSync(source)) {
    throw new Error("The browser tests need Chrome or Chromium: install one, or name it in CHROMIUM.");
  }
  const description = JSON.parse(await readFile(join(source, "package.json"), "utf8"));
  const folder = join(root, ".cache", `chromium-${description.version}`);
  if (!existsSync(folder)) await unpack(join(source, "bin"), folder);
  return {
    executable: join(folder, "chromium"),
    environment: { LD_LIBRARY_PATH: join(folder, "lib"), FONTCONFIG_PATH: folder },
  };
};

const unpack = async (source: string, folder: string): Promise<void> => {
  await mkdir(dirname(folder), { recursive: true });
  // Two test runs may unpack at once: each works apart, and the rename decides.
  const apart = await mkdtemp(`${folder}-`);
  const open = async (name: string) => decompress(await readFile(join(source, name)));
  await writeFile(join(apart, "chromium"), await open("chromium.br"));
  await chmod(join(apart, "chromium"), 0o755);
  await extract(await open("al2023.tar.br"), apart);
  await extract(await open("fonts.tar.br"), apart);
  await writeFile(join(apart, "fonts.conf"), fontSettings(folder));
  await rename(apart, folder).catch(async (error: unknown) => {
    await rm(apart, { recursive: true, force: true });
    if (!existsSync(folder) || readdirSync(folder).length === 0) throw error;
  });
};

// The settings in the package name folders that only exist where it was made for.
const fontSettings = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;

const blockSize = 512;

/** Writes the plain files of a tar archive below `folder`. */
const extract = async (archive: Buffer, folder: string): Promise<void> => {
  let offset = 0;
  while (offset + blockSize <= archive.length) {
    const header = archive.subarray(offset, offset + blockSize);
    const name = textOf(header.subarray(0, 100));
    if (name === "") return;
    const size = Number.parseInt(textOf(header.subarray(124, 136)), 8);
    const start = offset + blockSize;
    const isFile = header[156] === 0 || header[156] === "0".charCodeAt(0);
    if (isFile) {
      const target = join(folder, name);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, archive.subarray(start, start + size));
    }
    offset = start + Math.ceil(size / blockSize) * blockSize;
  }
};

const textOf = (bytes: Buffer): string => (bytes.toString("latin1").split("\0")[0] ?? "").trim();
