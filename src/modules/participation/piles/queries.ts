import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { BallotOption, BallotRule, Marks } from "#methods/ballot.ts";
import { checkMarks, type MarkProblem } from "#methods/ballot-marks.ts";
import { readReceipt } from "#methods/ballot-receipt.ts";
import type { BallotPile } from "#modules/participation/schema.ts";
import { type InvalidReason, invalidReasons } from "./vocabulary.ts";

type BallotId = Id<"ballot">;
export type PileId = Id<"ballotPile">;

/** The most sheets of one pile: what two people count in an hour. */
export const mostSheets = 500;

export type PileRow = BallotPile & {
  /** How many lines the first and the second counter have typed. */
  readonly typed: readonly [number, number];
};

/** What a counter read on a sheet. */
export type Reading = {
  readonly receipt: string;
  readonly marks: Marks;
  readonly invalid: boolean;
  readonly reason: InvalidReason | null;
};

export type Line = Reading & { readonly counting: number; readonly line: number };

const piles = (ctx: Context, ballotId: BallotId) =>
  ctx.db
    .selectFrom("ballotPiles")
    .selectAll("ballotPiles")
    .select((from) =>
      ([1, 2] as const).map((counting) =>
        from
          .selectFrom("ballotPileLines")
          .select((inner) => inner.fn.countAll<string>().as("n"))
          .whereRef("ballotPileLines.placeId", "=", "ballotPiles.placeId")
          .whereRef("ballotPileLines.pileId", "=", "ballotPiles.id")
          .where("counting", "=", counting)
          .as(counting === 1 ? "typedFirst" : "typedSecond"),
      ),
    )
    .where("ballotId", "=", ballotId);

type Raw = BallotPile & { readonly typedFirst: string | null; readonly typedSecond: string | null };

const shaped = ({ typedFirst, typedSecond, ...row }: Raw): PileRow => ({
  ...row,
  typed: [Number(typedFirst ?? 0), Number(typedSecond ?? 0)],
});

/** The piles of a ballot, in their order. */
export const listPiles = async (ctx: Context, ballotId: BallotId): Promise<readonly PileRow[]> => {
  const rows = await piles(ctx, ballotId).orderBy("number").limit(500).execute();
  return rows.map(shaped);
};

export const findPile = async (
  ctx: Context,
  ballotId: BallotId,
  id: PileId,
): Promise<PileRow | undefined> => {
  const row = await piles(ctx, ballotId).where("ballotPiles.id", "=", id).executeTakeFirst();
  return row && shaped(row);
};

/** All that was typed of a pile. */
export const listLines = async (ctx: Context, id: PileId): Promise<readonly Line[]> => {
  const rows = await ctx.db
    .selectFrom("ballotPileLines")
    .select(["counting", "line", "receipt", "marks", "invalid", "reason"])
    .where("pileId", "=", id)
    .orderBy("counting")
    .orderBy("line")
    .limit(2 * mostSheets)
    .execute();
  return rows.map((row) => ({ ...row, marks: row.marks as Marks }));
};

/** The first sheet that this counter has still to type; nothing when all are there. */
export const nextLine = (
  { sheets }: Pick<PileRow, "sheets">,
  lines: readonly Line[],
  counting: 1 | 2,
): number | undefined => {
  const there = new Set(lines.filter((line) => line.counting === counting).map(({ line }) => line));
  return Array.from({ length: sheets }, (_, index) => index + 1).find((line) => !there.has(line));
};

/** The same sheet as the first and as the second counter read it; one of them may lack it. */
export type Pair = { readonly first?: Line; readonly second?: Line };

const isSame = (one: Reading, other: Reading): boolean => {
  const keys = Object.keys(one.marks);
  return (
    one.receipt === other.receipt &&
    one.invalid === other.invalid &&
    keys.length === Object.keys(other.marks).length &&
    keys.every((key) => one.marks[key] === other.marks[key])
  );
};

/**
 * Where two counts differ. Sheets are found again by their receipt, whatever order each counter took them in; what is
 * left on both sides is taken together in order: then the number itself was read differently.
 */
export const differencesIn = (lines: readonly Line[]): readonly Pair[] => {
  const first = lines.filter(({ counting }) => counting === 1);
  const second = lines.filter(({ counting }) => counting === 2);
  const byReceipt = new Map(second.filter(({ receipt }) => receipt).map((line) => [line.receipt, line]));
  const receipts = new Set(first.map(({ receipt }) => receipt));
  const pairs = first.flatMap((line): Pair[] => {
    const other = byReceipt.get(line.receipt);
    return other ? [{ first: line, second: other }] : [];
  });
  const alone = first.filter(({ receipt }) => !byReceipt.has(receipt));
  const others = second.filter(({ receipt }) => receipt === "" || !receipts.has(receipt));
  const rest = Array.from({ length: Math.max(alone.length, others.length) }, (_, index): Pair => {
    const [one, other] = [alone[index], others[index]];
    return { ...(one ? { first: one } : {}), ...(other ? { second: other } : {}) };
  });
  return [...pairs, ...rest].filter(({ first: one, second: other }) => !(one && other && isSame(one, other)));
};

type Fields = Readonly<Record<string, unknown>>;

export type ReadProblem =
  | { readonly field: "nummer"; readonly why: "receiptMissing" | "receiptWrong" }
  | { readonly field: string; readonly why: "marksMissing" | "notANumber" }
  | { readonly field: string; readonly why: "marks"; readonly problem: MarkProblem };

const textOf = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === "string" ? value.trim() : "";
};

const isList = ({ paper }: BallotRule): boolean => paper === "yesNo" || paper === "approval";

/** The name of the field in which marks are typed: one for crosses, one for each option where numbers are written. */
export const firstField = (rule: BallotRule): string => (isList(rule) ? "kreuze" : "o1");

const fromList = (options: readonly BallotOption[], text: string): Marks | undefined => {
  const numbers = text.split(/[\s,;.]+/u).filter(Boolean);
  if (numbers.length === 1 && numbers[0] === "0") return {};
  const chosen = numbers.map((one) => (/^\d{1,4}$/u.test(one) ? options[Number(one) - 1] : undefined));
  const ids = chosen.flatMap((option) => (option ? [option.id] : []));
  if (ids.length < numbers.length || new Set(ids).size < ids.length) return undefined;
  return Object.fromEntries(ids.map((id) => [id, 1]));
};

const fromNumbers = (options: readonly BallotOption[], fields: Fields): Marks | string => {
  const marks: Record<string, number> = {};
  for (const [index, { id }] of options.entries()) {
    const text = textOf(fields, `o${index + 1}`);
    if (text === "") continue;
    if (!/^\d{1,6}$/u.test(text)) return `o${index + 1}`;
    marks[id] = Number(text);
  }
  return marks;
};

const marksIn = (
  rule: BallotRule,
  options: readonly BallotOption[],
  fields: Fields,
): { readonly marks: Marks } | ReadProblem => {
  const field = firstField(rule);
  if (isList(rule)) {
    const text = textOf(fields, "kreuze");
    if (text === "") return { field, why: "marksMissing" };
    const marks = fromList(options, text);
    return marks ? { marks } : { field, why: "notANumber" };
  }
  const marks = fromNumbers(options, fields);
  if (typeof marks === "string") return { field: marks, why: "notANumber" };
  const given = rule.paper === "points" ? withoutZeros(marks) : marks;
  if (Object.keys(given).length === 0 && fields["leer"] !== "on") return { field, why: "marksMissing" };
  return { marks: given };
};

// A zero on a paper for points is no point.
const withoutZeros = (marks: Marks): Marks =>
  Object.fromEntries(Object.entries(marks).filter(([, mark]) => mark > 0));

/** A sheet as it was typed: its number, and what is marked on it, or why it counts for nobody. */
export const readSheet = (
  rule: BallotRule,
  options: readonly BallotOption[],
  fields: Fields,
): { readonly reading: Reading } | ReadProblem => {
  const reason = invalidReasons.find((one) => one === fields["grund"]) ?? null;
  const typed = textOf(fields, "nummer");
  const receipt = readReceipt(typed);
  if (!receipt && reason !== "foreign")
    return { field: "nummer", why: typed === "" ? "receiptMissing" : "receiptWrong" };
  if (reason) {
    const number = reason === "foreign" ? "" : (receipt ?? "");
    return { reading: { receipt: number, marks: {}, invalid: true, reason } };
  }
  const found = marksIn(rule, options, fields);
  if ("why" in found) return found;
  const [problem] = checkMarks(rule, options, found.marks);
  if (problem) return { field: firstField(rule), why: "marks", problem };
  return { reading: { receipt: receipt ?? "", marks: found.marks, invalid: false, reason: null } };
};

/** What was typed, as the fields of the form show it again. */
export const fieldsFrom = (
  rule: BallotRule,
  options: readonly BallotOption[],
  { receipt, marks, invalid, reason }: Reading,
): Readonly<Record<string, string>> => {
  const fields = { nummer: receipt, grund: reason ?? "" };
  if (invalid) return fields;
  const isEmpty = Object.keys(marks).length === 0;
  if (isList(rule)) {
    const numbers = options.flatMap(({ id }, index) => (marks[id] ? [String(index + 1)] : []));
    return { ...fields, kreuze: isEmpty ? "0" : numbers.join(" ") };
  }
  const numbers = options.flatMap(({ id }, index) => {
    const mark = marks[id];
    return mark === undefined ? [] : [[`o${index + 1}`, String(mark)] as const];
  });
  return { ...fields, ...Object.fromEntries(numbers), ...(isEmpty ? { leer: "on" } : {}) };
};
