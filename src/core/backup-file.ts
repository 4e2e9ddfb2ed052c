import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import * as z from "zod";

/*
 * The file, once unpacked, is text: a line that says what it is; then for each table a line with its name and
 * columns, its rows as PostgreSQL's COPY writes them, the line \. and a line with their number and checksum;
 * at the end a line with the checksum of all these lines.
 */

const Header = z.object({
  format: z.literal("anlaufstelle backup"),
  version: z.number(),
  madeAt: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
});
const Head = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
const Sum = z.object({ rows: z.number(), sha256: z.string() });
const End = z.object({ end: z.literal(true), sections: z.number(), sha256: z.string() });

export type BackupHeader = z.infer<typeof Header>;
export type SectionSum = z.infer<typeof Sum>;

/** One table's part of the file, while it is being read. */
export type Section = {
  readonly table: string;
  readonly columns: readonly string[];
  /** The rows in COPY's text format, piece by piece. */
  readonly rows: AsyncIterable<Buffer>;
};

export type BackupContents = {
  readonly header: BackupHeader;
  readonly sections: ReadonlyMap<string, SectionSum>;
};

export const formatVersion = 1;
export const endOfRows = Buffer.from("\\.\n");
const newline = 10;

/** Counts rows and sums them up while they pass. */
export const openTally = () => {
  const hash = createHash("sha256");
  let rows = 0;
  return {
    add: (piece: Buffer): void => {
      hash.update(piece);
      for (let at = piece.indexOf(newline); at >= 0; at = piece.indexOf(newline, at + 1)) rows += 1;
    },
    sum: (): SectionSum => ({ rows, sha256: hash.digest("hex") }),
  };
};

const unusable = (path: string, why: string, cause?: unknown): Error =>
  new Error(`${path} cannot be used as a backup: ${why}.`, { cause });

/**
 * Reads a backup from its beginning to its end and hands over each table in turn. Throws, naming what is wrong,
 * when something is missing, was changed, or does not add up; what was handed over until then does not count.
 */
export const readBackup = async (
  path: string,
  visit: (section: Section) => Promise<void>,
): Promise<BackupContents> => {
  const reader = openReader(path);
  const words = createHash("sha256");
  const next = async <T>(shape: z.ZodType<T>, what: string): Promise<T> => {
    const line = await reader.line();
    if (!line.startsWith('{"end"')) words.update(`${line}\n`);
    return parse(path, shape, line, what);
  };
  const header = await next(Header, "it does not begin like one");
  if (header.version !== formatVersion)
    throw unusable(path, `its format is ${header.version}, not ${formatVersion}`);
  const sections = new Map<string, SectionSum>();
  for (;;) {
    const head = await next(z.union([Head, End]), "a line between two tables is damaged");
    if ("end" in head) {
      const whole =
        head.sections === sections.size && head.sha256 === words.digest("hex") && (await reader.ended());
      if (!whole) throw unusable(path, "its parts do not add up to what it says at its end");
      return { header, sections };
    }
    sections.set(
      head.table,
      await readSection(path, reader, head, visit, () => next(Sum, `the sum of ${head.table} is damaged`)),
    );
  }
};

const readSection = async (
  path: string,
  reader: Reader,
  { table, columns }: z.infer<typeof Head>,
  visit: (section: Section) => Promise<void>,
  readSum: () => Promise<SectionSum>,
): Promise<SectionSum> => {
  const tally = openTally();
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of reader.rows()) {
      tally.add(piece);
      yield piece;
    }
  }
  await visit({ table, columns, rows: counted() });
  const [found, said] = [tally.sum(), await readSum()];
  if (found.rows !== said.rows)
    throw unusable(path, `${table} has ${found.rows} rows and should have ${said.rows}`);
  if (found.sha256 !== said.sha256) throw unusable(path, `the rows of ${table} were changed`);
  return said;
};

const parse = <T>(path: string, shape: z.ZodType<T>, line: string, what: string): T => {
  try {
    return shape.parse(JSON.parse(line));
  } catch (error) {
    throw unusable(path, what, error);
  }
};

async function* unpacked(path: string): AsyncGenerator<Buffer> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new Error(`There is no file ${path}.`);
  const packed = createReadStream(path);
  const plain = createGunzip();
  packed.on("error", (error) => plain.destroy(error));
  try {
    yield* packed.pipe(plain);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    throw unusable(path, code === "Z_BUF_ERROR" ? "it ends too early" : "its packing is damaged", error);
  } finally {
    packed.destroy();
  }
}

type Reader = {
  readonly line: () => Promise<string>;
  readonly rows: () => AsyncGenerator<Buffer>;
  readonly ended: () => Promise<boolean>;
};

/** The longest line between two tables that is believed; a foreign file must not fill the memory. */
const longestLine = 1_000_000;

const openReader = (path: string): Reader => {
  const pieces = unpacked(path);
  let rest: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const { value, done } = await pieces.next();
    if (done) return false;
    rest = rest.length === 0 ? value : Buffer.concat([rest, value]);
    return true;
  };
  const take = (bytes: number): Buffer => {
    const taken = rest.subarray(0, bytes);
    rest = rest.subarray(bytes);
    return taken;
  };
  const needMore = async (): Promise<void> => {
    if (!(await more())) throw unusable(path, "it ends too early");
  };
  const line = async (): Promise<string> => {
    while (!rest.includes(newline)) {
      if (rest.length > longestLine) throw unusable(path, "it does not look like one");
      await needMore();
    }
    return take(rest.indexOf(newline) + 1)
      .toString("utf8")
      .slice(0, -1);
  };
  async function* rows(): AsyncGenerator<Buffer> {
    while (rest.length < endOfRows.length) await needMore();
    if (!rest.subarray(0, endOfRows.length).equals(endOfRows)) {
      const mark = Buffer.concat([Buffer.from("\n"), endOfRows]);
      while (!rest.includes(mark)) {
        // The mark may lie across two pieces: keep what could be its beginning.
        if (rest.length >= mark.length) yield take(rest.length - mark.length + 1);
        await needMore();
      }
      yield take(rest.indexOf(mark) + 1);
    }
    take(endOfRows.length);
  }
  return { line, rows, ended: async () => rest.length === 0 && !(await more()) };
};
