import * as z from "zod";
import type { Context } from "#core/context.ts";
import { amount, type Filled, line, paragraph, read, withError } from "#core/input.ts";
import { mostResults, type NewJoining } from "#modules/participation/joinings/commands.ts";
import { say } from "#modules/participation/joinings/messages.ts";
import type { ProcessId } from "#modules/participation/queries.ts";

const most = 100_000_000_00;
const part = {
  title: line(200).optional(),
  words: paragraph(8_000).optional(),
  cost: amount(1, most).optional(),
};

const Sent = z.object({
  nummern: line(100),
  grund: paragraph(1_000),
  titel1: line(200),
  worte1: paragraph(8_000),
  kosten1: part.cost,
  titel2: part.title,
  worte2: part.words,
  kosten2: part.cost,
  titel3: part.title,
  worte3: part.words,
  kosten3: part.cost,
  titel4: part.title,
  worte4: part.words,
  kosten4: part.cost,
});
type Sent = z.output<typeof Sent>;

const places = [1, 2, 3, 4] as const;

const resultsIn = (sent: Sent, several: boolean): NewJoining["results"] =>
  places.slice(0, several ? mostResults : 1).flatMap((n) => {
    const [title, words] = [sent[`titel${n}`], sent[`worte${n}`]];
    return title && words ? [{ title, words, costCents: sent[`kosten${n}`] ?? null }] : [];
  });

const numbersIn = (text: string): readonly number[] => (text.match(/\d{1,6}/gu) ?? []).map(Number);

type Reading =
  | { readonly ok: true; readonly value: NewJoining; readonly form: Filled }
  | { readonly ok: false; readonly form: Filled };

/** The form of a joining: which proposals by their numbers, and what shall come of them. */
export const readJoining = async (
  ctx: Context,
  process: ProcessId,
  body: Readonly<Record<string, unknown>>,
): Promise<Reading> => {
  const input = read(ctx, Sent, body);
  if (!input.ok) return input;
  const words = say(ctx);
  const numbers = numbersIn(input.value.nummern);
  const rows = await ctx.db
    .selectFrom("proposals")
    .select(["id", "number"])
    .where("processId", "=", process)
    .where("state", "=", "published")
    .where("number", "in", numbers.length > 0 ? numbers : [0])
    .limit(50)
    .execute();
  const missing = numbers.find((number) => !rows.some((row) => row.number === number));
  if (missing !== undefined || numbers.length === 0) {
    const sentence = words("unknownNumber", { number: missing ?? input.value.nummern });
    return { ok: false, form: withError(input.form, "nummern", sentence) };
  }
  const several = body["art"] === "split";
  const results = resultsIn(input.value, several);
  if (several && results.length < 2)
    return { ok: false, form: withError(input.form, "titel2", words("twoResults")) };
  const value = { from: rows.map(({ id }) => id), results, words: input.value.grund };
  return { ok: true, value, form: input.form };
};
