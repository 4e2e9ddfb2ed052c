import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { dayOf, instantAt } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { listSeats } from "#modules/consortium/seats/queries.ts";
import { askSeats } from "#modules/strategy/packages/commands.ts";
import { findPackage, listPackageStances, type PackageId } from "#modules/strategy/packages/queries.ts";
import { may } from "#modules/strategy/policy.ts";

export type ReminderRefusal = "over" | "today" | "nobody";

// Two who press at once: the second waits for the first and finds it done.
const wasToday = async (ctx: Context, id: PackageId): Promise<boolean> => {
  const row = await ctx.db
    .selectFrom("events")
    .select("id")
    .where("subjectId", "=", id)
    .where("name", "=", "amendment_package.reminded")
    .where("happenedAt", ">=", instantAt(dayOf(ctx.now)))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};

/** Writes to the voting seats that have not said anything to an open package; once a day. Answers how many letters. */
export const remindSeats = async (ctx: Context, id: PackageId): Promise<Outcome<number, ReminderRefusal>> => {
  allow(may.run(ctx));
  await ctx.db.selectFrom("amendmentPackages").select("id").where("id", "=", id).forUpdate().execute();
  const row = found(await findPackage(ctx, id));
  if (row.state !== "open") return refused("over");
  if (await wasToday(ctx, id)) return refused("today");
  const heard = new Set<string>((await listPackageStances(ctx, id)).map(({ seatId }) => seatId));
  const silent = (await listSeats(ctx)).filter(({ id: seat, voting }) => voting && !heard.has(seat));
  const only = new Set<string>(silent.map(({ id: seat }) => seat));
  const letters = await askSeats(ctx, { ...row, kind: "reminded", mark: `${dayOf(ctx.now)}:`, only });
  if (letters === 0) return refused("nobody");
  await record(ctx, "amendment_package.reminded", id, { letters });
  return done(letters);
};
