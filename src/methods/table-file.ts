import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { plainWords } from "./likeness.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Bytes as text: by the mark at the beginning, else as UTF-8 if it is that, else as old Windows programs wrote it. */
export const decodeText = (bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } => {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe
      ? "utf-16le"
      : first === 0xfe && second === 0xff
        ? "utf-16be"
        : undefined;
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows-1252" };
  }
};

const separators = [";", ",", "\t", "|"] as const;
export type Separator = (typeof separators)[number];

/** The sign between the cells: the one the heading line has most of, outside of quotes. */
export const detectSeparator = (text: string): Separator => {
  const heading = /^\s*(?:"(?:[^"]|"")*"|[^"\n])*/u.exec(text)?.[0].replace(/"(?:[^"]|"")*"/gu, "") ?? "";
  const count = (separator: string): number => heading.split(separator).length - 1;
  return separators.reduce((best, separator) => (count(separator) > count(best) ? separator : best), ",");
};

/** "E-Mail-Adresse" and "email_adresse" head the same column. */
export const plainHeading = (heading: string): string =>
  plainWords(heading.replace(/^\uFEFF/u, "")).replace(/ /gu, "");

export type TableRow = {
  /** The line of the file where the row begins, as an editor counts it; the heading is line 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** The row has more or fewer cells than the heading. */
  readonly uneven: boolean;
};

export type TableProblem = "empty" | "tooManyRows" | "quotes" | "doubleHeading" | "binary";

export type TableFile =
  | {
      readonly ok: true;
      readonly encoding: Encoding;
      readonly separator: Separator;
      readonly headings: readonly string[];
      readonly rows: readonly TableRow[];
    }
  | { readonly ok: false; readonly problem: TableProblem; readonly line?: number };

type Parsed = { readonly record: readonly string[]; readonly line: number };

const breaks = (cells: readonly string[], pattern: RegExp): number =>
  cells.reduce((sum, cell) => sum + (cell.match(pattern)?.length ?? 0), 0);

const parsed = (text: string, separator: Separator): readonly Parsed[] => {
  const ends: number[] = [];
  const records = parse(text, {
    delimiter: separator,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (record: string[], { lines }) => {
      ends.push(lines);
      return record;
    },
  });
  // The parser counts a Windows line break within a cell twice.
  let doubled = 0;
  return records.map((record, index) => {
    doubled += breaks(record, /\r\n/gu);
    return { record, line: (ends[index] ?? 0) - doubled - breaks(record, /\r\n|\n|\r/gu) };
  });
};

const errorLine = (error: unknown): { line?: number } =>
  typeof error === "object" && error !== null && "lines" in error && typeof error.lines === "number"
    ? { line: error.lines }
    : {};

/** Reads a table with a heading line, as programs and people export it. What cannot be read says why and in which line. */
export const readTable = (bytes: Uint8Array, limit = 5_000): TableFile => {
  const { text, encoding } = decodeText(bytes);
  if (text.includes("\u0000")) return { ok: false, problem: "binary" };
  const separator = detectSeparator(text);
  let records: readonly Parsed[];
  try {
    records = parsed(text, separator);
  } catch (error) {
    return { ok: false, problem: "quotes", ...errorLine(error) };
  }
  const [heading, ...body] = records;
  if (!heading) return { ok: false, problem: "empty" };
  if (body.length > limit) return { ok: false, problem: "tooManyRows" };
  const headings = heading.record.map((name) => name.replace(/^\uFEFF/u, "").trim());
  const named = headings.filter((name) => name !== "");
  if (new Set(named).size < named.length) return { ok: false, problem: "doubleHeading" };
  const rows = body.map(({ record, line }) => ({
    line,
    cells: Object.fromEntries(headings.map((name, index) => [name, record[index] ?? ""])),
    uneven: record.length !== headings.length,
  }));
  return { ok: true, encoding, separator, headings, rows };
};

/** For each wanted column the heading of the file that means it: the first of its names that the file has. */
export const findColumns = <Name extends string>(
  headings: readonly string[],
  wanted: Readonly<Record<Name, readonly string[]>>,
): Readonly<Partial<Record<Name, string>>> => {
  const known = new Map(headings.map((heading) => [plainHeading(heading), heading]));
  const found: Partial<Record<Name, string>> = {};
  for (const name in wanted) {
    const heading = wanted[name]
      .map((alias) => known.get(plainHeading(alias)))
      .find((match) => match !== undefined);
    if (heading !== undefined) found[name] = heading;
  }
  return found;
};

/** "14,64", "14.64", "1.234,5": a number as Germans and machines write it; nothing when it is none. */
export const decimal = (text: string): number | undefined => {
  const typed = text.replace(/[\s\u00a0']/gu, "");
  const german = /^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/u.test(typed) && typed.includes(",");
  const written = (german ? typed.replaceAll(".", "") : typed).replace(",", ".");
  return /^[+-]?\d+(\.\d+)?$/u.test(written) ? Number(written) : undefined;
};

/** A moment written as seconds or milliseconds since 1970, or as ISO or German date. */
export const moment = (text: string): Date | undefined => {
  const typed = text.trim();
  if (/^\d{9,10}$/u.test(typed)) return new Date(Number(typed) * 1_000);
  if (/^\d{12,13}$/u.test(typed)) return new Date(Number(typed));
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})/u.exec(typed);
  const iso = german ? `${german[3]}-${german[2]?.padStart(2, "0")}-${german[1]?.padStart(2, "0")}` : typed;
  if (!/^\d{4}-\d{2}-\d{2}/u.test(iso)) return undefined;
  const date = new Date(iso);
  return Number.isNaN(+date) ? undefined : date;
};

/** The values of a cell that holds several: separated by bars or lines, else by semicolons, else by commas. */
export const several = (text: string): readonly string[] => {
  const separator = /[|\n]/u.test(text) ? /[|\n]/u : text.includes(";") ? /;/u : /,/u;
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
};

/** A cell that a spreadsheet would take for a formula is written so that it stays text. */
export const harmless = (cell: string): string => (/^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell);

type Cell = string | number | null | undefined;

/** A table for spreadsheets: UTF-8 with its mark, semicolons, no cell that acts. */
export const writeTable = (headings: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  stringify(
    [headings, ...rows].map((row) =>
      row.map((cell) => (typeof cell === "string" ? harmless(cell) : String(cell ?? ""))),
    ),
    { delimiter: ";", bom: true, record_delimiter: "windows" },
  );
