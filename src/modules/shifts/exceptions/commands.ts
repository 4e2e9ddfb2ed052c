import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { cancelShift, changeShift } from "#modules/shifts/commands.ts";
import type { ChangeRefusal } from "#modules/shifts/queries.ts";
import { makeShifts, removeUntouched, seriesToWrite } from "#modules/shifts/series/commands.ts";
import { findMade } from "#modules/shifts/series/queries.ts";

/** Lets one day fall out. Where people come, somebody has to say why: they are told. */
export const leaveOut = async (
  ctx: Context,
  id: Id<"shiftSeries">,
  day: string,
  why = "",
): Promise<Outcome<null, "signedUp" | "past">> => {
  const series = await seriesToWrite(ctx, id);
  const shift = await findMade(ctx, id, day);
  if (shift && !shift.canceledAt) {
    if (shift.startsAt <= ctx.now) return refused("past");
    if (shift.people > 0 && why === "") return refused("signedUp");
    if (shift.touched) await cancelShift(ctx, shift.id, why);
    else await removeUntouched(ctx, series, [shift.id]);
  }
  const leftOut = [...new Set([...series.leftOut, day])].sort();
  await ctx.db.updateTable("shiftSeries").set({ leftOut }).where("id", "=", id).execute();
  await record(ctx, "shift_series.changed", id, { opportunityId: series.opportunityId, leftOut: day });
  return done(null);
};

/** Lets a day that was left out take place after all. What was called off stays so: its people were told. */
export const takeIn = async (
  ctx: Context,
  id: Id<"shiftSeries">,
  day: string,
): Promise<Outcome<null, "canceled">> => {
  const series = await seriesToWrite(ctx, id);
  if ((await findMade(ctx, id, day))?.canceledAt) return refused("canceled");
  const leftOut = series.leftOut.filter((one) => one !== day);
  await ctx.db.updateTable("shiftSeries").set({ leftOut }).where("id", "=", id).execute();
  await record(ctx, "shift_series.changed", id, { opportunityId: series.opportunityId, takenIn: day });
  await makeShifts(ctx, id);
  return done(null);
};

/** Moves one date of a series; everybody who comes is told, and the series goes on as before. */
export const moveDate = async (
  ctx: Context,
  id: Id<"shiftSeries">,
  day: string,
  span: { readonly startsAt: Date; readonly endsAt: Date },
): Promise<Outcome<Id<"shift">, ChangeRefusal>> => {
  await seriesToWrite(ctx, id);
  return changeShift(ctx, found(await findMade(ctx, id, day)).id, span);
};
