import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { listOutdated, liveStates, truthOf } from "./queries.ts";

/** Keeps offers true to their shifts ahead: when, in which parts of the week, how many places, how many held. */
export const refreshOffers = async (ctx: Context, ids: readonly Id<"opportunity">[]): Promise<void> => {
  if (ids.length === 0) return;
  // Held first, so that whoever counts after somebody else sees what they have written.
  await ctx.db
    .selectFrom("opportunities")
    .select("id")
    .where("id", "in", [...ids])
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
  await ctx.db
    .updateTable("opportunities")
    .from(truthOf(ctx, ids).as("truth"))
    .set((set) => ({
      rhythm: "slots",
      startsAt: set.ref("truth.startsAt"),
      endsAt: set.ref("truth.endsAt"),
      times: set.ref("truth.times"),
      seats: set.ref("truth.seats"),
      seatsTaken: set.ref("truth.seatsTaken"),
    }))
    .whereRef("opportunities.id", "=", "truth.opportunityId")
    .execute();
};

/** Every hour: a shift has begun, so the offer speaks of the next one. */
export const refreshOutdated = async (ctx: Context): Promise<void> =>
  refreshOffers(ctx, await listOutdated(ctx));

type Span = { readonly startsAt: Date; readonly endsAt: Date };

/** The shift is at another time now, and so is everybody who comes. */
export const moveSignups = (ctx: Context, shiftId: Id<"shift">, { startsAt, endsAt }: Span) =>
  ctx.db
    .updateTable("signups")
    .set({
      during: sql<string>`tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz)`,
      offerExpiresAt: sql<Date>`least(offer_expires_at, ${startsAt}::timestamptz)`,
    })
    .where("shiftId", "=", shiftId)
    .where("state", "in", liveStates)
    .execute();

/** The shift is called off: all its places are free, and whoever held one is free at that time. */
export const freeSignups = async (ctx: Context, shiftId: Id<"shift">, why: string): Promise<void> => {
  const freed = await ctx.db
    .updateTable("signups")
    .set({ state: "removed", stateSince: ctx.now, offerExpiresAt: null })
    .where("shiftId", "=", shiftId)
    .where("state", "in", liveStates)
    .returning("id as signupId")
    .execute();
  await ctx.db.updateTable("shiftNeeds").set({ taken: 0 }).where("shiftId", "=", shiftId).execute();
  if (freed.length === 0) return;
  const byId = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const step = { state: "removed", reason: "shift_canceled", words: why, byId };
  await ctx.db
    .insertInto("signupStates")
    .values(freed.map((row) => ({ ...row, ...step })))
    .execute();
};
