import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { type Presence, presenceOf, type Tick } from "#methods/attendance.ts";
import { notify, unnotify } from "#modules/people/notices/commands.ts";
import { paths } from "#modules/shifts/paths.ts";
import { tellMissed } from "./messages.ts";

/** A shift is counted so long after its end, when nobody closed the day before. */
const patience = 2 * 3_600_000;

const twoWeeks = 14 * 86_400_000;

const missedKey = (signupId: string): string => `missed ${signupId}`;

const marksOf = (ctx: Context, signupIds: readonly Id<"signup">[]) =>
  ctx.db
    .selectFrom("attendanceMarks")
    .select(["id", "signupId", "mark", "how", "markedAt", "people"])
    .where("signupId", "in", [...signupIds])
    .limit(20_000)
    .execute();

const signupsOf = (ctx: Context, signupIds: readonly Id<"signup">[]) =>
  ctx.db
    .selectFrom("signups")
    .innerJoin("shifts", "shifts.id", "signups.shiftId")
    .leftJoin("attendances", "attendances.signupId", "signups.id")
    .select(["signups.id", "signups.party", "signups.shiftId", "shifts.opportunityId"])
    .select(["startsAt", "endsAt", "attendances.state", "attendances.people", "minutes", "countedMinutes"])
    .select(["attendances.arrivedAt", "attendances.leftAt"])
    .where("signups.id", "in", [...signupIds])
    .orderBy("signups.id")
    .execute();

type Known = Awaited<ReturnType<typeof signupsOf>>[number];

const isSame = (row: Known, presence: Presence | undefined): boolean =>
  row.state === (presence?.state ?? null) &&
  row.people === (presence?.people ?? null) &&
  row.minutes === (presence?.minutes ?? null) &&
  +(row.arrivedAt ?? 0) === +(presence?.arrivedAt ?? 0) &&
  +(row.leftAt ?? 0) === +(presence?.leftAt ?? 0);

const write = async (ctx: Context, rows: readonly (Presence & { signupId: Id<"signup"> })[]) => {
  if (rows.length === 0) return;
  await ctx.db
    .insertInto("attendances")
    .values(rows.map((row) => ({ ...row, changedAt: ctx.now })))
    .onConflict((conflict) =>
      conflict.columns(["placeId", "signupId"]).doUpdateSet((set) => ({
        state: set.ref("excluded.state"),
        arrivedAt: set.ref("excluded.arrivedAt"),
        leftAt: set.ref("excluded.leftAt"),
        people: set.ref("excluded.people"),
        minutes: set.ref("excluded.minutes"),
        changedAt: set.ref("excluded.changedAt"),
      })),
    )
    .execute();
};

const counted = (ctx: Context) =>
  ctx.db
    .selectFrom("attendances")
    .innerJoin("signups", "signups.id", "attendances.signupId")
    .innerJoin("shifts", "shifts.id", "signups.shiftId")
    .innerJoin("opportunities", "opportunities.id", "shifts.opportunityId")
    .innerJoin("organizations", "organizations.id", "opportunities.organizationId")
    .leftJoin("people", "people.id", "signups.personId")
    .select(["signups.id", "signups.personId", "signups.shiftId", "attendances.state", "attendances.people"])
    .select(["minutes", "countedMinutes", "shifts.opportunityId", "opportunities.organizationId"])
    .select(["opportunities.title", "organizations.name as organization", "shifts.startsAt"])
    .select(["shifts.endsAt", "people.language"])
    .where(sql<boolean>`attendances.counted_minutes is distinct from attendances.minutes`)
    .orderBy("signups.id")
    .limit(2000)
    .forUpdate("attendances");

type Uncounted = Awaited<ReturnType<ReturnType<typeof counted>["execute"]>>[number];

/** Tells the modules above, once, what came of it; a correction names what was told before. */
const tell = async (ctx: Context, row: Uncounted): Promise<void> => {
  const { id, personId, opportunityId, organizationId, shiftId } = row;
  const minutes = row.minutes ?? 0;
  const before = row.countedMinutes ?? 0;
  if (!personId) return;
  if (row.state === "missed") {
    const words = tellMissed({ ...ctx, language: row.language ?? ctx.language }, row);
    await notify(ctx, {
      personId,
      key: missedKey(id),
      kind: "shift",
      path: paths.mySignup(id),
      // Weeks later the question helps nobody.
      until: new Date(+row.endsAt + twoWeeks),
      ...words,
    });
  } else await unnotify(ctx, personId, missedKey(id));
  if (minutes === before) return;
  const data = { personId, opportunityId, organizationId, shiftId, minutes, people: row.people };
  await record(ctx, "shift.attended", id, row.countedMinutes === null ? data : { ...data, before });
};

const count = async (ctx: Context, rows: readonly Uncounted[]): Promise<number> => {
  if (rows.length === 0) return 0;
  for (const row of rows) await tell(ctx, row);
  await ctx.db
    .updateTable("attendances")
    .set(({ ref }) => ({ countedMinutes: ref("minutes") }))
    .where(
      "signupId",
      "in",
      rows.map(({ id }) => id),
    )
    .execute();
  return rows.length;
};

/** Counts what is over: each attendance once, and again only when it was corrected. */
export const countEnded = async (ctx: Context): Promise<number> =>
  count(
    ctx,
    await counted(ctx)
      .where("shifts.endsAt", "<", new Date(+ctx.now - patience))
      .execute(),
  );

/** "Tag abschließen": counts these shifts now. */
export const countShifts = async (ctx: Context, shiftIds: readonly Id<"shift">[]): Promise<number> =>
  shiftIds.length === 0
    ? 0
    : count(
        ctx,
        await counted(ctx)
          .where("signups.shiftId", "in", [...shiftIds])
          .execute(),
      );

/**
 * Makes from all marks of these sign-ups what came of them. The rows of the sign-ups are locked by whoever marks, so
 * two phones at once queue here. What was counted before is told again as a correction.
 */
export const reckon = async (ctx: Context, signupIds: readonly Id<"signup">[]): Promise<void> => {
  if (signupIds.length === 0) return;
  const rows = await signupsOf(ctx, signupIds);
  const ticks = Map.groupBy(await marksOf(ctx, signupIds), ({ signupId }) => signupId);
  const changed = rows.flatMap((row) => {
    const presence = presenceOf((ticks.get(row.id) ?? []) satisfies readonly Tick[], row, row.party);
    return isSame(row, presence) ? [] : [{ row, presence }];
  });
  const cleared = changed.filter(({ presence }) => !presence).map(({ row }) => row);
  await write(
    ctx,
    changed.flatMap(({ row, presence }) => (presence ? [{ ...presence, signupId: row.id }] : [])),
  );
  await clear(ctx, cleared);
  for (const { row, presence } of changed) {
    const { shiftId, opportunityId } = row;
    const { state = null, people = 0, minutes = 0 } = presence ?? {};
    await record(ctx, "attendance.marked", row.id, { shiftId, opportunityId, state, people, minutes });
  }
  const again = changed.filter(({ row }) => row.countedMinutes !== null).map(({ row }) => row.id);
  await recount(ctx, again);
};

// "Missed" and "excused" both count nothing, yet the person is to hear of the one and not of the other.
const recount = async (ctx: Context, signupIds: readonly Id<"signup">[]): Promise<void> => {
  if (signupIds.length === 0) return;
  await ctx.db
    .updateTable("attendances")
    .set({ countedMinutes: null })
    .where("signupId", "in", [...signupIds])
    .where("minutes", "=", 0)
    .where("countedMinutes", "=", 0)
    .execute();
  await count(
    ctx,
    await counted(ctx)
      .where("signups.id", "in", [...signupIds])
      .execute(),
  );
};

// What was counted must be taken back before the row is gone that remembers it.
const clear = async (ctx: Context, rows: readonly Known[]): Promise<void> => {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  const told = rows.filter(({ countedMinutes }) => countedMinutes !== null).map(({ id }) => id);
  if (told.length > 0) {
    const none = { state: "excused" as const, people: 0, minutes: 0 };
    await ctx.db.updateTable("attendances").set(none).where("signupId", "in", told).execute();
    await recount(ctx, told);
  }
  await ctx.db.deleteFrom("attendances").where("signupId", "in", ids).execute();
};

/** Of somebody who leaves stays no trace as the one who marked; their own attendance goes with their sign-ups. */
export const erasePersonal = async (ctx: Context, personId: Id<"person">): Promise<void> => {
  await ctx.db
    .updateTable("attendanceMarks")
    .set({ markedBy: null })
    .where("markedBy", "=", personId)
    .execute();
};
