import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { isPoint, type Point } from "#methods/geography.ts";
import { plainWords } from "#methods/likeness.ts";
import { plainText } from "#methods/plain-text.ts";
import {
  decimal,
  findColumns,
  readTable,
  several,
  type TableProblem,
  type TableRow,
} from "#methods/table-file.ts";
import { OpportunityInput } from "#modules/opportunities/commands.ts";
import { type ColumnName, columns, fieldsNamed, guessFields, rhythmNamed } from "./vocabulary.ts";

export type Problem = "noTitle" | "noOrganization" | "uneven" | "twice" | "unreadable";

/** A row of the file as the offer it would become. */
export type Draft = {
  readonly line: number;
  readonly externalId: string;
  readonly title: string;
  readonly organization: string;
  readonly input: OpportunityInput | undefined;
  readonly point: Point | undefined;
  readonly problem: Problem | undefined;
};

type Read = (row: TableRow, name: ColumnName) => string;

const fiveDigits = (text: string): string | undefined => {
  const digits = text.replace(/\D/gu, "");
  // Spreadsheets drop the zero that postcodes of Saxony begin with.
  const full = digits.length === 4 ? `0${digits}` : digits;
  return /^\d{5}$/u.test(full) ? full : undefined;
};

const wholeNumber = (text: string, min: number, max: number): string | undefined => {
  const value = decimal(text);
  return value !== undefined && value >= min && value <= max ? String(Math.round(value)) : undefined;
};

const pointIn = (read: Read, row: TableRow): Point | undefined => {
  const [latitude, longitude] = [decimal(read(row, "latitude")), decimal(read(row, "longitude"))];
  if (latitude === undefined || longitude === undefined || !isPoint(latitude, longitude)) return undefined;
  return { latitude, longitude };
};

const draftOf = (read: Read, row: TableRow, seen: Set<string>): Draft => {
  const title = plainText(read(row, "title")).replace(/\s+/gu, " ").slice(0, 160);
  const organization = plainText(read(row, "organization")).replace(/\s+/gu, " ").slice(0, 200);
  const description = plainText(read(row, "description")).slice(0, 5_000);
  const named = fieldsNamed(several(read(row, "fields")));
  const externalId = read(row, "externalId").trim() || plainWords(`${organization} ${title}`).slice(0, 200);
  const postcode = fiveDigits(read(row, "postcode"));
  const townName = plainText(read(row, "townName")).slice(0, 100);
  const parsed = OpportunityInput.safeParse({
    title,
    summary: plainText(read(row, "summary")).replace(/\s+/gu, " ").slice(0, 300) || undefined,
    description: description || undefined,
    fields: named.length > 0 ? named : guessFields(`${title} ${organization} ${description}`),
    rhythm: rhythmNamed(read(row, "rhythm")),
    street: plainText(read(row, "street")).slice(0, 200) || undefined,
    postcode,
    townName: townName || undefined,
    durationMinutes: wholeNumber(read(row, "durationMinutes"), 5, 10_080),
    seats: wholeNumber(read(row, "seats"), 1, 1_000),
    minimumAge: wholeNumber(read(row, "minimumAge"), 6, 99),
  });
  const problem = ((): Problem | undefined => {
    if (row.uneven) return "uneven";
    if (title.length < 3) return "noTitle";
    if (organization.length < 2) return "noOrganization";
    if (seen.has(externalId)) return "twice";
    return parsed.success ? undefined : "unreadable";
  })();
  seen.add(externalId);
  return {
    line: row.line,
    externalId,
    title,
    organization,
    input: parsed.data,
    point: pointIn(read, row),
    problem,
  };
};

export type Drafts =
  | { readonly ok: true; readonly drafts: readonly Draft[] }
  | { readonly ok: false; readonly problem: TableProblem | "noColumns" };

/** The offers of a table. It needs a column for the title and one for the organization; everything else may be missing. */
export const readDrafts = (text: string): Drafts => {
  const table = readTable(new TextEncoder().encode(text));
  if (!table.ok) return table;
  const found: Readonly<Partial<Record<ColumnName, string>>> = findColumns(table.headings, columns);
  if (!found.title || !found.organization) return { ok: false, problem: "noColumns" };
  const read: Read = (row, name) => (found[name] === undefined ? "" : (row.cells[found[name]] ?? ""));
  const seen = new Set<string>();
  return { ok: true, drafts: table.rows.map((row) => draftOf(read, row, seen)) };
};

export type PlanRow = {
  readonly draft: Draft;
  readonly state: "new" | "changed" | "same" | "wrong";
  readonly opportunityId: Id<"opportunity"> | undefined;
};
export type Plan =
  | { readonly ok: true; readonly rows: readonly PlanRow[] }
  | { readonly ok: false; readonly problem: TableProblem | "noColumns" };

const compared = [
  "title",
  "summary",
  "description",
  "street",
  "postcode",
  "townName",
  "durationMinutes",
  "seats",
  "minimumAge",
] as const;

/** What would happen to each row: nothing is written. A row is known again by its source and its number there. */
export const planImport = async (ctx: Context, source: string, text: string): Promise<Plan> => {
  const read = readDrafts(text);
  if (!read.ok) return read;
  const known = await ctx.db
    .selectFrom("opportunities")
    .select(["id", "externalId", ...compared])
    .where("source", "=", source)
    .limit(20_000)
    .execute();
  const byId = new Map(known.map((row) => [row.externalId, row]));
  return {
    ok: true,
    rows: read.drafts.map((draft): PlanRow => {
      if (draft.problem || !draft.input) return { draft, state: "wrong", opportunityId: undefined };
      const old = byId.get(draft.externalId);
      const { input } = draft;
      if (!old) return { draft, state: "new", opportunityId: undefined };
      const changed = compared.some((name) => (input[name] ?? "") !== (old[name] ?? ""));
      return { draft, state: changed ? "changed" : "same", opportunityId: old.id };
    }),
  };
};
