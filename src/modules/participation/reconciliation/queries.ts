import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { countBlanks } from "#modules/participation/blanks/queries.ts";
import { countSheets } from "#modules/participation/box/queries.ts";
import { countRoll } from "#modules/participation/roll/queries.ts";
import type { Ballot } from "#modules/participation/schema.ts";

/** The roll beside the box beside the paper. */
export type Numbers = {
  readonly entitled: number;
  readonly struck: number;
  /** Who voted, as the roll notes it. */
  readonly online: number;
  readonly letter: number;
  readonly counter: number;
  /** What lies in the box. */
  readonly sheetsOnline: number;
  readonly sheetsPaper: number;
  readonly invalid: number;
  readonly printed: number;
  readonly piles: number;
};

/** What two counters signed, with what was left over, counted by hand. */
export type Reconciliation = {
  readonly numbers: Numbers;
  readonly unused: number;
  readonly firstName: string;
  readonly secondName: string;
  /** When, as ISO text. */
  readonly at: string;
};

/** The numbers as they are now, in four queries. */
export const numbersOf = async (ctx: Context, ballotId: Id<"ballot">): Promise<Numbers> => {
  const roll = await countRoll(ctx, ballotId);
  const box = await countSheets(ctx, ballotId);
  const piles = await ctx.db
    .selectFrom("ballotPiles")
    .select((from) => from.fn.countAll<string>().as("n"))
    .where("ballotId", "=", ballotId)
    .executeTakeFirst();
  return {
    ...roll,
    sheetsOnline: box.online,
    sheetsPaper: box.paper,
    invalid: box.invalid,
    printed: await countBlanks(ctx, ballotId),
    piles: Number(piles?.n ?? 0),
  };
};

/** How many piles are not finished. */
export const countOpenPiles = async (ctx: Context, ballotId: Id<"ballot">): Promise<number> => {
  const row = await ctx.db
    .selectFrom("ballotPiles")
    .select((from) => from.fn.countAll<string>().as("n"))
    .where("ballotId", "=", ballotId)
    .where("state", "<>", "agreed")
    .executeTakeFirst();
  return Number(row?.n ?? 0);
};

/** What was signed; nothing when it was not yet. */
export const reconciliationOf = ({ reconciliation }: Pick<Ballot, "reconciliation">) =>
  // Written by the house, in this shape.
  (reconciliation as Reconciliation | null) ?? undefined;

/** Whether what was signed still says how it is. */
export const isCurrent = ({ numbers }: Reconciliation, now: Numbers): boolean =>
  (Object.keys(now) as (keyof Numbers)[]).every((key) => numbers[key] === now[key]);

/** Something that does not come out, and by how many: positive when the roll or the print has more. */
export type Difference = { readonly what: "online" | "paper" | "handedOut"; readonly by: number };

/** Where the roll, the box and the printed papers do not agree. */
export const differencesOf = (numbers: Numbers, unused: number): readonly Difference[] => {
  const online = numbers.online - numbers.sheetsOnline;
  const paper = numbers.letter + numbers.counter - numbers.sheetsPaper;
  const handedOut = numbers.printed - unused - numbers.sheetsPaper;
  return [
    ...(online === 0 ? [] : [{ what: "online" as const, by: online }]),
    ...(paper === 0 ? [] : [{ what: "paper" as const, by: paper }]),
    // More sheets than were ever handed out cannot be; fewer came back is nobody's mistake.
    ...(handedOut < 0 ? [{ what: "handedOut" as const, by: handedOut }] : []),
  ];
};
