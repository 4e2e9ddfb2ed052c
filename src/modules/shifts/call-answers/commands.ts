import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { closeTask } from "#modules/desk/commands.ts";
import { gateOf } from "#modules/shifts/admission/queries.ts";
import { endReached } from "#modules/shifts/calls/commands.ts";
import { findPlaces } from "#modules/shifts/places/queries.ts";
import { assign } from "#modules/shifts/signups/commands.ts";
import { type AskedRow, findAsked, standingOf } from "./queries.ts";

const asHouse = (ctx: Context): Context => ({ ...ctx, actor: system });

const note = async (ctx: Context, row: AskedRow, answer: "yes" | "no"): Promise<void> => {
  await ctx.db
    .updateTable("opportunityInvitations")
    .set({ answer, answeredAt: ctx.now })
    .where("id", "=", row.id)
    .execute();
  await closeTask(ctx, "shift", `call ${row.id}`, answer);
  const { personId, opportunityId, callId } = row;
  await record(ctx, "call.answered", row.id, { personId, opportunityId, callId, answer });
};

const locked = async (ctx: Context, token: string): Promise<AskedRow> => {
  const { id } = found(await findAsked(ctx, token));
  await ctx.db.selectFrom("opportunityInvitations").select("id").where("id", "=", id).forUpdate().execute();
  return found(await findAsked(ctx, token));
};

export type AnswerRefusal = "over" | "canceled" | "filled" | "full" | "overlap" | "unfit";

/** "Ja, ich komme": signed up at once, without signing in, for the link is theirs alone. Twice is once. */
export const acceptCall = async (ctx: Context, token: string): Promise<Outcome<null, AnswerRefusal>> => {
  const row = await locked(ctx, token);
  const standing = standingOf(ctx, row);
  if (standing === "yes") return done(null);
  // Who said no may think better of it, as long as somebody is missing.
  const now = standing === "no" ? standingOf(ctx, { ...row, answer: null }) : standing;
  if (now !== "open") return refused(now === "yes" || now === "no" ? "over" : now);
  const house = asHouse(ctx);
  const places = await findPlaces(house, [row.needId]);
  const gate = await gateOf(house, places, row.personId);
  if (typeof gate === "string" || gate.size > 0) return refused("unfit");
  const placed = await assign(house, { needId: row.needId, personId: row.personId, how: "call" });
  if (!placed.ok && placed.because !== "already") {
    return refused(placed.because === "past" ? "over" : placed.because);
  }
  await note(house, row, "yes");
  await endReached(house, row.needId);
  return done(null);
};

/** "Nein, danke": remembered for this shift; with `never` for the whole offer. */
export const declineCall = async (
  ctx: Context,
  token: string,
  never: boolean,
): Promise<Outcome<null, "signedUp">> => {
  const row = await locked(ctx, token);
  const { personId, opportunityId } = row;
  if (row.answer === "yes") return refused("signedUp");
  if (!row.answer) await note(asHouse(ctx), row, "no");
  if (never) {
    await ctx.db
      .insertInto("dismissals")
      .values({ personId, opportunityId, at: ctx.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return done(null);
};
