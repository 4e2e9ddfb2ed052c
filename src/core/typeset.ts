import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What is set: a source of ours, all words as data, and the pictures it names. */
export type Paper = {
  readonly source: string;
  readonly data: unknown;
  readonly files?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
};

/** Why a paper could not be set: in one line, for the log and for whoever asked. */
export class NotSet extends Error {
  override readonly name = "NotSet";
}

const mostSeconds = 60;
const mostMegabytes = 1_024;
const atOnce = 2;
const mostWaiting = 20;

// From source it lies among the entries of the roof; built, all entries lie in one folder with this file.
const program = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "../app/typesetter.ts" : "./typesetter.js", import.meta.url),
);

let running = 0;
const waiting: (() => void)[] = [];

const enter = async (): Promise<void> => {
  if (running < atOnce) {
    running += 1;
    return;
  }
  if (waiting.length >= mostWaiting) throw new NotSet("Too many papers are being set at the moment.");
  await new Promise<void>((resolve) => waiting.push(resolve));
};

const leave = (): void => {
  const next = waiting.shift();
  if (next) next();
  else running -= 1;
};

const run = (input: string): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${mostMegabytes}`, program], {
      stdio: ["pipe", "pipe", "pipe"],
      timeout: mostSeconds * 1_000,
      killSignal: "SIGKILL",
      env: { TZ: "UTC" },
    });
    const [parts, errors]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (part: Buffer) => parts.push(part));
    child.stderr.on("data", (part: Buffer) => errors.push(part));
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) return resolve(Buffer.concat(parts));
      const said = Buffer.concat(errors).toString("utf8").trim();
      reject(new NotSet(said.split("\n").slice(-3).join(" ").slice(0, 500) || "It took too long."));
    });
    // A child that ended early closes its ear; its own word says why.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });

/**
 * Sets a paper as tagged PDF (PDF/UA-1), the same byte for byte each time. It takes a fifth of a second in a process
 * of its own; two are set at once, others wait. Pictures without a description and skipped headings are refused.
 */
export const typeset = async ({ source, data, files = [] }: Paper): Promise<Uint8Array> => {
  const input = JSON.stringify({
    source,
    data: JSON.stringify(showable(data)),
    files: files.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes).toString("base64") })),
  });
  await enter();
  try {
    return await run(input);
  } finally {
    leave();
  }
};

// Latin with its extensions, Greek, Cyrillic, punctuation, arrows and the signs of money: what Fira Sans draws.
const foreign =
  /[^\t\n\r\u0020-\u007e\u00a0-\u024f\u02b0-\u02ff\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff\u2010-\u2027\u2030-\u203a\u2070-\u209c\u20a0-\u20bf\u2190-\u2193\u2212\u2260\u2264\u2265]/gu;
const replaced: Readonly<Record<string, string>> = {
  "\u202f": "\u00a0",
  "\u2009": "\u00a0",
  "\u200b": "",
  "\u00ad": "",
  "\ufe0f": "",
};

/** One character that the font lacks must not stop a report: it becomes a dot. */
const showable = (value: unknown): unknown => {
  if (typeof value === "string")
    return value.normalize("NFC").replace(foreign, (sign) => replaced[sign] ?? "\u00b7");
  if (Array.isArray(value)) return value.map(showable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, showable(inner)]));
};
