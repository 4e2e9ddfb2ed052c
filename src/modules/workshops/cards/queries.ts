import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { WorkshopId } from "#modules/workshops/queries.ts";

type PhaseId = Id<"workshopPhase">;

export const mostShown = 2_000;

const columns = ["id", "phaseId", "tableId", "clusterId", "number", "text", "how", "madeAt"] as const;

/** The cards of one part of the day, in the order of their numbers; withdrawn ones are gone. */
export const listCards = (ctx: Context, phase: PhaseId) =>
  ctx.db
    .selectFrom("cards")
    .select(columns)
    .where("phaseId", "=", phase)
    .where("withdrawnAt", "is", null)
    .orderBy("number")
    .limit(mostShown)
    .execute();

export type CardRow = Awaited<ReturnType<typeof listCards>>[number];

type Seat = {
  readonly phase: PhaseId;
  readonly guest: Id<"workshopGuest">;
  readonly table: Id<"workshopTable"> | null;
};

/** What lies on the table of this phone, its own cards among them; the newest first, for a small screen. */
export const listTableCards = async (ctx: Context, { phase, guest, table }: Seat) => {
  const rows = await ctx.db
    .selectFrom("cards")
    .select([...columns, "clientKey", "guestId"])
    .where("phaseId", "=", phase)
    .where("withdrawnAt", "is", null)
    .where((where) =>
      table === null
        ? where("guestId", "=", guest)
        : where.or([where("guestId", "=", guest), where("tableId", "=", table)]),
    )
    .orderBy("number", "desc")
    .limit(100)
    .execute();
  return rows.map(({ guestId, clientKey, ...card }) => {
    const own = guestId === guest;
    return { ...card, own, clientKey: own ? clientKey : "" };
  });
};

export type TableCard = Awaited<ReturnType<typeof listTableCards>>[number];

/** How many cards each part of the day has. */
export const countCards = async (
  ctx: Context,
  workshop: WorkshopId,
): Promise<ReadonlyMap<PhaseId, number>> => {
  const rows = await ctx.db
    .selectFrom("cards")
    .select(["phaseId", (select) => select.fn.countAll<string>().as("n")])
    .where("workshopId", "=", workshop)
    .where("withdrawnAt", "is", null)
    .groupBy("phaseId")
    .limit(100)
    .execute();
  return new Map(rows.map(({ phaseId, n }) => [phaseId, Number(n)]));
};
