import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { day as dayField, time as timeField } from "#core/input.ts";
import { instantAt, plusDays } from "#core/local-time.ts";
import { plainWords } from "#methods/likeness.ts";
import { plainText } from "#methods/plain-text.ts";
import { decimal, findColumns, readTable, type TableProblem, type TableRow } from "#methods/table-file.ts";
import { type NeedInput, type ShiftInput, wrongSpan } from "#modules/shifts/policy.ts";
import { listRoles, listShifts, type Role, type ShiftRow } from "#modules/shifts/queries.ts";
import { type ShiftColumn, shiftColumns } from "./vocabulary.ts";

/** Under which name shifts of tables are known again. */
export const tableSource = "table";

export type ShiftProblem =
  | "uneven"
  | "day"
  | "time"
  | "noRole"
  | "bounds"
  | "past"
  | "long"
  | "twice"
  | "canceled"
  | "below";

type Cell = { readonly role: string; readonly minimum: number; readonly maximum: number };

/** A row of a table: one role of one shift. */
export type ShiftLine = Cell & {
  readonly line: number;
  readonly key: string;
  readonly startsAt: Date | undefined;
  readonly endsAt: Date | undefined;
  readonly whereText: string;
  readonly title: string;
  readonly words: string;
  readonly problem: ShiftProblem | undefined;
};

export type TableFault = {
  readonly ok: false;
  readonly problem: TableProblem | "noColumns" | "letters";
  readonly line?: number;
};

/** Letters that were lost on the way: a table whose umlauts are gone is not taken over silently. */
export const lostLetters = (text: string): boolean =>
  text.includes("\uFFFD") || /Ã[¤¶¼ŸÄÖÜ\u009f]/u.test(text);

type Read = (name: ShiftColumn) => string;

const text = (value: string, longest: number): string =>
  plainText(value).replace(/\s+/gu, " ").trim().slice(0, longest);

const whole = (value: string): number | undefined => {
  const number = decimal(value);
  return number !== undefined && Number.isInteger(number) && number >= 0 && number <= 1_000
    ? number
    : undefined;
};

// "5.12.26" and "Sa, 05.12.2026" are days as well.
const dayOf = (typed: string): string | undefined => {
  const bare = typed.trim().replace(/^[A-Za-zÄÖÜäöü]{2,10}\.?,?\s+/u, "");
  const short = /^(\d{1,2}\.\d{1,2}\.)(\d{2})$/u.exec(bare);
  return dayField.safeParse(short ? `${short[1]}20${short[2]}` : bare).data;
};

const timeOf = (typed: string): string | undefined => {
  const bare = typed
    .trim()
    .replace(/\s*uhr$/iu, "")
    .replace(/:\d{2}(?=$)/u, (end) => end);
  const seconds = /^(\d{1,2}:\d{2}):\d{2}$/u.exec(bare)?.[1];
  const full = seconds ?? (/^\d{1,2}$/u.test(bare) ? `${bare}:00` : bare);
  return timeField.safeParse(full === "24:00" ? "00:00" : full).data;
};

const boundsOf = (read: Read): { readonly minimum: number; readonly maximum: number } | undefined => {
  const [least, most] = [read("minimum").trim(), read("maximum").trim()];
  const minimum = least === "" ? (most === "" ? 1 : whole(most)) : whole(least);
  const maximum = most === "" ? minimum : whole(most);
  if (minimum === undefined || maximum === undefined || maximum < 1 || minimum > maximum) return undefined;
  return { minimum, maximum };
};

const lineOf = (ctx: Context, row: TableRow, read: Read): ShiftLine => {
  const [day, from, to] = [dayOf(read("day")), timeOf(read("from")), timeOf(read("to"))];
  const bounds = boundsOf(read);
  const role = text(read("role"), 120);
  const startsAt = day && from ? instantAt(day, from) : undefined;
  // A shift that ends before it begins goes on after midnight.
  const endsAt = day && from && to ? instantAt(to > from ? day : plusDays(day, 1), to) : undefined;
  const [whereText, title] = [text(read("place"), 200), text(read("title"), 120)];
  const problem = ((): ShiftProblem | undefined => {
    if (row.uneven) return "uneven";
    if (!day) return "day";
    if (!startsAt || !endsAt) return "time";
    if (role === "") return "noRole";
    if (!bounds) return "bounds";
    return wrongSpan(ctx, { startsAt, endsAt }) === "past" ? "past" : undefined;
  })();
  const number = text(read("number"), 60);
  const key = number || plainWords(`${day} ${from} ${to} ${whereText} ${title}`);
  const { minimum = 0, maximum = 0 } = bounds ?? {};
  const words = text(read("words"), 500);
  return { line: row.line, key, role, minimum, maximum, startsAt, endsAt, whereText, title, words, problem };
};

/** A shift as the table means it, from one or several of its rows, and what would become of it. */
export type PlannedShift = {
  readonly key: string;
  readonly lines: readonly ShiftLine[];
  readonly state: "new" | "changed" | "same" | "wrong";
  readonly problem: ShiftProblem | undefined;
  readonly known: ShiftRow | undefined;
};

export type ShiftsPlan =
  | {
      readonly ok: true;
      readonly shifts: readonly PlannedShift[];
      /** Roles that the plan does not have yet. */
      readonly newRoles: readonly string[];
    }
  | TableFault;

const sameRole = (one: string, other: string): boolean => plainWords(one) === plainWords(other);

/** The role of this name in the plan. */
export const roleNamed = (roles: readonly Role[], name: string): Role | undefined =>
  roles.find((role) => sameRole(role.name, name));

const isChanged = (known: ShiftRow, lines: readonly ShiftLine[]): boolean => {
  const [first] = lines;
  if (!first) return false;
  const time = +known.startsAt !== +(first.startsAt ?? 0) || +known.endsAt !== +(first.endsAt ?? 0);
  if (
    time ||
    known.whereText !== first.whereText ||
    known.title !== first.title ||
    known.words !== first.words
  )
    return true;
  return (
    known.needs.length !== lines.length ||
    lines.some(
      ({ role, minimum, maximum }) =>
        !known.needs.some(
          (need) => sameRole(need.role, role) && need.minimum === minimum && need.maximum === maximum,
        ),
    )
  );
};

const problemOf = (lines: readonly ShiftLine[], known: ShiftRow | undefined): ShiftProblem | undefined => {
  const own = lines.find(({ problem }) => problem !== undefined)?.problem;
  // What is over already is no mistake of a table that is read again.
  if (own === "past" && known && !isChanged(known, lines)) return undefined;
  if (own) return own;
  const names = new Set(lines.map(({ role }) => plainWords(role)));
  if (names.size < lines.length) return "twice";
  if (known?.canceledAt) return "canceled";
  // Whoever has a place keeps it.
  const tight = known?.needs.some(({ role, taken }) => {
    const line = lines.find((one) => sameRole(one.role, role));
    return taken > (line?.maximum ?? 0);
  });
  return tight ? "below" : undefined;
};

/** The shifts of a table and what would become of each: nothing is written. A shift is known again by its number, or by day, time and place. */
export const planShifts = async (
  ctx: Context,
  offer: Id<"opportunity">,
  content: string,
): Promise<ShiftsPlan> => {
  if (lostLetters(content)) return { ok: false, problem: "letters" };
  const table = readTable(new TextEncoder().encode(content), 2_000);
  if (!table.ok) return table;
  const columns: Readonly<Partial<Record<ShiftColumn, string>>> = findColumns(table.headings, shiftColumns);
  if (!columns.day || !columns.from || !columns.to || !columns.role)
    return { ok: false, problem: "noColumns" };
  if (table.rows.length === 0) return { ok: false, problem: "empty" };
  const lines = table.rows.map((row) =>
    lineOf(ctx, row, (name) => (columns[name] === undefined ? "" : (row.cells[columns[name]] ?? ""))),
  );
  const all = await listShifts(ctx, offer, { withCanceled: true, limit: 2_000 });
  const known = new Map(
    all.flatMap((shift) => (shift.source === tableSource ? [[shift.externalId ?? "", shift] as const] : [])),
  );
  const shifts = [...Map.groupBy(lines, ({ key }) => key)].map(([key, group]): PlannedShift => {
    const before = known.get(key);
    const problem = problemOf(group, before);
    const state = problem ? "wrong" : !before ? "new" : isChanged(before, group) ? "changed" : "same";
    return { key, lines: group, state, problem, known: before };
  });
  const roles = await listRoles(ctx, offer);
  const wanted = new Map(lines.map(({ role }) => [plainWords(role), role]));
  const newRoles = [...wanted.values()].filter((name) => name !== "" && !roleNamed(roles, name));
  return { ok: true, shifts, newRoles };
};

/** A shift of the table as the plan takes it; the roles are there by now. */
export const inputOf = ({ lines }: PlannedShift, roles: readonly Role[]): ShiftInput | undefined => {
  const [first] = lines;
  if (!first?.startsAt || !first.endsAt) return undefined;
  const needs = lines.flatMap(({ role, minimum, maximum }): NeedInput[] => {
    const known = roleNamed(roles, role);
    return known ? [{ roleId: known.id, minimum, maximum }] : [];
  });
  const { startsAt, endsAt, title, whereText, words } = first;
  return { startsAt, endsAt, title, whereText, words, needs };
};
