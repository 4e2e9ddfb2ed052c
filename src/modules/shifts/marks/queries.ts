import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

/** The sign-ups of this plan among these that may be marked, locked in one order until the transaction ends. */
export const lockMarkable = async (
  ctx: Context,
  opportunityId: Id<"opportunity">,
  signupIds: readonly Id<"signup">[],
) => {
  if (signupIds.length === 0) return new Map<Id<"signup">, never>();
  const rows = await ctx.db
    .selectFrom("signups")
    .innerJoin("shifts", "shifts.id", "signups.shiftId")
    .leftJoin("attendances", "attendances.signupId", "signups.id")
    .select(["signups.id", "signups.state", "attendances.state as attendance"])
    .select(["shifts.startsAt", "shifts.endsAt", "shifts.canceledAt"])
    .where("signups.id", "in", [...signupIds])
    .where("shifts.opportunityId", "=", opportunityId)
    .where((where) =>
      where.or([where("signups.state", "=", "confirmed"), where("attendances.signupId", "is not", null)]),
    )
    .orderBy("signups.id")
    .forNoKeyUpdate("signups")
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
};

/** The time of the shift that a mark is about. */
export type Markable = {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly canceledAt: Date | null;
};

/** The needs of this plan among these, each with the time of its shift. */
export const listNeeds = async (
  ctx: Context,
  opportunityId: Id<"opportunity">,
  needIds: readonly Id<"shiftNeed">[],
) => {
  if (needIds.length === 0) return new Map<Id<"shiftNeed">, never>();
  const rows = await ctx.db
    .selectFrom("shiftNeeds")
    .innerJoin("shifts", "shifts.id", "shiftNeeds.shiftId")
    .select(["shiftNeeds.id", "shifts.startsAt", "shifts.endsAt", "shifts.canceledAt"])
    .where("shiftNeeds.id", "in", [...needIds])
    .where("shifts.opportunityId", "=", opportunityId)
    .orderBy("shiftNeeds.id")
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
};

/** For which sign-up each of these marks stands, as far as they are known in this plan. */
export const listMarked = (
  ctx: Context,
  opportunityId: Id<"opportunity">,
  markIds: readonly Id<"attendanceMark">[],
) =>
  markIds.length === 0
    ? []
    : ctx.db
        .selectFrom("attendanceMarks")
        .innerJoin("signups", "signups.id", "attendanceMarks.signupId")
        .innerJoin("shifts", "shifts.id", "signups.shiftId")
        .select(["attendanceMarks.id", "attendanceMarks.signupId"])
        .where("attendanceMarks.id", "in", [...markIds])
        .where("shifts.opportunityId", "=", opportunityId)
        .limit(markIds.length)
        .execute();
