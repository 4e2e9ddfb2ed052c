import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import type { Meeting } from "#modules/consortium/meetings/queries.ts";

export type Turnout = {
  /** Seats that were there at any time. */
  readonly present: number;
  readonly deputies: number;
  readonly remote: number;
  readonly guests: number;
  /** All seats of that day. */
  readonly all: number;
};

/** How many were there, for everybody: numbers only, names are for the minutes. */
export const countTurnout = async (ctx: Context, { id, startsAt }: Meeting): Promise<Turnout> => {
  const rows = await ctx.db
    .selectFrom("meetingPresences")
    .select(["seatId", "part", "way", "name"])
    .where("meetingId", "=", id)
    .limit(500)
    .execute();
  const day = dayOf(startsAt);
  const { all } = await ctx.db
    .selectFrom("seats")
    .select(({ fn }) => fn.countAll<number>().as("all"))
    .where("startsOn", "<=", day)
    .where((where) => where.or([where("endsOn", "is", null), where("endsOn", ">=", day)]))
    .executeTakeFirstOrThrow();
  const seats = (test: (row: (typeof rows)[number]) => boolean): number =>
    new Set(rows.filter((row) => row.seatId !== null && test(row)).map(({ seatId }) => seatId)).size;
  return {
    present: seats(() => true),
    deputies: seats(({ part }) => part === "deputy"),
    remote: seats(({ way }) => way === "remote"),
    guests: new Set(rows.filter(({ part }) => part === "guest").map(({ name }) => name)).size,
    all: Number(all),
  };
};

/** How many items of an agenda there are, the hidden ones too. */
export const countItems = async (ctx: Context, { id }: Meeting): Promise<number> => {
  const { n } = await ctx.db
    .selectFrom("agendaItems")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("meetingId", "=", id)
    .executeTakeFirstOrThrow();
  return Number(n);
};

/** The bytes of a paper's file. Who may read the paper is asked before. */
export const findPaperFile = (ctx: Context, id: Id<"file">) =>
  ctx.db.selectFrom("files").select(["name", "mediaType", "bytes"]).where("id", "=", id).executeTakeFirst();
