import type { Context } from "#core/context.ts";
import { read } from "#core/input.ts";
import { isPoint } from "#methods/geography.ts";
import { plainName } from "#methods/likeness.ts";
import { plainText } from "#methods/plain-text.ts";
import {
  decimal,
  findColumns,
  plainHeading,
  readTable,
  several,
  type TableFile,
  type TableRow,
} from "#methods/table-file.ts";
import { Identity, type OrganizationChanges, Reach } from "#modules/organizations/commands.ts";
import type { ServiceValues } from "#modules/organizations/services/commands.ts";
import { say } from "./messages.ts";
import {
  type ColumnName,
  columns,
  guessSector,
  offerHeading,
  recognizeField,
  recognizeLanguage,
  recognizeSector,
  recognizeTargetGroup,
} from "./vocabulary.ts";

type Reader = Pick<Context, "language">;

/** One organization as a file describes it, before anything is compared or written. */
export type Draft = {
  /** The line of a table, or the position in a list. */
  readonly line: number;
  readonly name: string;
  readonly externalId: string;
  /** Only what the file says: an empty cell takes nothing away. */
  readonly values: OrganizationChanges;
  readonly services: readonly (Omit<ServiceValues, "siteId"> & { readonly externalId: string })[];
  /** Why it cannot be taken over, in sentences. */
  readonly problems: readonly string[];
};

export type Drafts =
  | { readonly ok: true; readonly drafts: readonly Draft[] }
  | { readonly ok: false; readonly problem: string };

type Found = Readonly<Partial<Record<ColumnName, string>>>;
type Cell = (name: ColumnName) => string;

const Row = Identity.extend(Reach.shape);

const recognized = (
  reader: Reader,
  cell: string,
  column: string,
  recognize: (word: string) => string | undefined,
) => {
  const codes: string[] = [];
  const problems: string[] = [];
  // "Umwelt, Natur und Tiere" is one value, although there is a comma in it.
  for (const word of recognize(cell) ? [cell] : several(cell)) {
    const code = recognize(word);
    if (code) codes.push(code);
    else problems.push(say(reader)("unknownCode", { value: word, column }));
  }
  return { codes: [...new Set(codes)], problems };
};

// Spreadsheets take postcodes for numbers and drop the zero in front.
const postcodeOf = (cell: string): string => (/^\d{4}$/u.test(cell) ? `0${cell}` : cell);

const located = (
  reader: Reader,
  cell: Cell,
  heading: Found,
): { values: OrganizationChanges; problems: string[] } => {
  const problems: string[] = [];
  const [latitude, longitude] = (["latitude", "longitude"] as const).map((name) => {
    const value = cell(name);
    const number = decimal(value);
    if (value !== "" && number === undefined)
      problems.push(say(reader)("noNumber", { value, column: heading[name] ?? name }));
    return number;
  });
  const values =
    isPoint(latitude, longitude) && latitude !== undefined && longitude !== undefined
      ? { latitude, longitude }
      : {};
  return { values, problems };
};

const lists = [
  ["fields", recognizeField],
  ["targetGroups", recognizeTargetGroup],
  ["languages", recognizeLanguage],
] as const;

const draftOf = (reader: Reader, row: TableRow, heading: Found): Draft => {
  const cell: Cell = (name) => plainText(row.cells[heading[name] ?? ""] ?? "");
  const name = cell("name").replace(/\s+/gu, " ");
  const problems: string[] = row.uneven ? [say(reader)("uneven")] : [];
  if (name === "") problems.push(say(reader)("noName"));
  const typed: Record<string, string | string[]> = {
    name,
    sector: recognizeSector(cell("sector")) ?? guessSector(name),
  };
  if (cell("sector") !== "" && !recognizeSector(cell("sector"))) {
    problems.push(say(reader)("unknownCode", { value: cell("sector"), column: heading.sector ?? "" }));
  }
  for (const column of [
    "legalForm",
    "registerNumber",
    "summary",
    "description",
    "website",
    "email",
    "phone",
    "street",
    "townName",
  ] as const) {
    typed[column] = cell(column);
  }
  typed["postcode"] = postcodeOf(cell("postcode"));
  for (const [column, recognize] of lists) {
    const { codes, problems: unknown } = recognized(reader, cell(column), heading[column] ?? "", recognize);
    typed[column] = codes;
    problems.push(...unknown);
  }
  const input = read(reader, Row, typed);
  for (const [column, sentence] of Object.entries(input.form.errors)) {
    const key = column as ColumnName;
    if (key !== "name" || name !== "")
      problems.push(say(reader)("wrongCell", { column: heading[key] ?? column, sentence }));
  }
  const location = located(reader, cell, heading);
  return {
    line: row.line,
    name,
    externalId: cell("externalId") || plainName(name),
    values: { ...(input.ok ? said(input.value, typed, cell("sector") !== "") : {}), ...location.values },
    services: [],
    problems: [...problems, ...location.problems],
  };
};

// What the file leaves out or leaves empty says nothing about the organization.
const said = (
  values: OrganizationChanges,
  typed: Readonly<Record<string, string | string[]>>,
  withSector: boolean,
): OrganizationChanges =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([column]) => (typed[column]?.length ?? 0) > 0 && (column !== "sector" || withSector),
    ),
  );

const problemOf = (reader: Reader, table: Extract<TableFile, { ok: false }>): string => {
  const words = say(reader);
  if (table.problem === "quotes")
    return table.line ? words("fileQuotesLine", { line: table.line }) : words("fileQuotes");
  const keys = {
    empty: "fileEmpty",
    tooManyRows: "fileTooManyRows",
    doubleHeading: "fileDoubleHeading",
    binary: "fileBinary",
  } as const;
  return words(keys[table.problem]);
};

// A file of offers names each organization as often as it has offers; what the offer says is not about them.
const organizationsOfOffers = (
  reader: Reader,
  rows: readonly TableRow[],
  heading: Found,
): readonly Draft[] => {
  const { name, postcode, townName, latitude, longitude } = heading;
  const own = Object.fromEntries(
    Object.entries({ name, postcode, townName, latitude, longitude }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const byName = new Map<string, Draft>();
  for (const row of rows) {
    const draft = draftOf(reader, row, own);
    const known = byName.get(draft.externalId);
    if (!known) byName.set(draft.externalId, draft);
    else if (known.problems.length === 0)
      byName.set(draft.externalId, { ...known, values: { ...draft.values, ...known.values } });
  }
  return [...byName.values()];
};

const withTwins = (reader: Reader, drafts: readonly Draft[]): readonly Draft[] => {
  const lines = new Map<string, number>();
  return drafts.map((draft) => {
    const line = lines.get(draft.externalId);
    if (line === undefined) lines.set(draft.externalId, draft.line);
    if (line === undefined || draft.name === "") return draft;
    return { ...draft, problems: [...draft.problems, say(reader)("twice", { line })] };
  });
};

/** Reads a table of organizations, ours or a Freinet-style one of offers, into drafts with their problems. */
export const readTableDrafts = (reader: Reader, bytes: Uint8Array): Drafts => {
  const table = readTable(bytes);
  if (!table.ok) return { ok: false, problem: problemOf(reader, table) };
  const heading = findColumns(table.headings, columns);
  const ofOffers = table.headings.some((name) => plainHeading(name) === offerHeading);
  if (!heading.name) return { ok: false, problem: say(reader)("fileNoNames") };
  if (table.rows.length === 0) return { ok: false, problem: say(reader)("fileEmpty") };
  if (ofOffers) return { ok: true, drafts: organizationsOfOffers(reader, table.rows, heading) };
  return {
    ok: true,
    drafts: withTwins(
      reader,
      table.rows.map((row) => draftOf(reader, row, heading)),
    ),
  };
};
