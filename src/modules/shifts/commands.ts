import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { enqueue } from "#core/jobs.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { freeSignups, moveSignups, refreshOffers } from "#modules/shifts/counts/commands.ts";
import {
  isMoved,
  may,
  type NeedRefusal,
  type ShiftInput,
  type SpanRefusal,
  wrongNeeds,
  wrongSpan,
} from "./policy.ts";
import {
  type ChangeRefusal,
  findPlan,
  listRoles,
  type Plan,
  planOfShift,
  type Settings,
  wrongChange,
} from "./queries.ts";

const me = ({ actor }: Pick<Context, "actor">) => (actor.kind === "person" ? actor.id : null);

/** The plan of an offer, for somebody who may write it. */
export const planToWrite = async (ctx: Context, opportunityId: Id<"opportunity">): Promise<Plan> => {
  const plan = found(await findPlan(ctx, opportunityId));
  allow(may.plan(ctx, plan));
  return plan;
};

/** Says how people come to the shifts of an offer; what is not named stays as it was. */
export const changeSettings = async (
  ctx: Context,
  opportunityId: Id<"opportunity">,
  input: Partial<Settings>,
): Promise<Outcome<null, never>> => {
  await planToWrite(ctx, opportunityId);
  await ctx.db
    .insertInto("shiftPlans")
    .values({ ...input, opportunityId, madeBy: me(ctx) })
    .onConflict((conflict) =>
      conflict.columns(["placeId", "opportunityId"]).doUpdateSet({ ...input, changedAt: ctx.now }),
    )
    .execute();
  await record(ctx, "shift_plan.changed", opportunityId, { ...input });
  return done(null);
};

export type RoleInput = {
  readonly name: string;
  readonly description?: string | undefined;
  readonly minimumAge?: number | null | undefined;
  readonly qualificationIds?: readonly Id<"qualification">[] | undefined;
};

/** Says without which qualifications nobody takes this role. */
export const setQualifications = async (
  ctx: Context,
  roleId: Id<"shiftRole">,
  ids: readonly Id<"qualification">[] = [],
): Promise<void> => {
  await ctx.db.deleteFrom("roleQualifications").where("roleId", "=", roleId).execute();
  if (ids.length === 0) return;
  await ctx.db
    .insertInto("roleQualifications")
    .columns(["roleId", "qualificationId"])
    .expression((from) =>
      from
        .selectFrom("qualifications")
        .select([sql.val(roleId).$castTo<Id<"shiftRole">>().as("roleId"), "qualifications.id"])
        .where("qualifications.id", "in", [...ids]),
    )
    .execute();
};

/** Adds something one does in the shifts of an offer. One that was retired under this name comes back. */
export const addRole = async (
  ctx: Context,
  opportunityId: Id<"opportunity">,
  { name, description = "", minimumAge = null, qualificationIds }: RoleInput,
): Promise<Outcome<Id<"shiftRole">, "taken">> => {
  await planToWrite(ctx, opportunityId);
  const row = await ctx.db
    .insertInto("shiftRoles")
    .values(({ selectFrom }) => ({
      opportunityId,
      name,
      description,
      minimumAge,
      position: selectFrom("shiftRoles")
        .select(sql<number>`coalesce(max(position), 0) + 1`.as("next"))
        .where("opportunityId", "=", opportunityId),
    }))
    .onConflict((conflict) =>
      conflict
        .columns(["placeId", "opportunityId", "name"])
        .doUpdateSet({ description, minimumAge, retiredAt: null })
        .where("shiftRoles.retiredAt", "is not", null),
    )
    .returning("id")
    .executeTakeFirst();
  if (!row) return refused("taken");
  await setQualifications(ctx, row.id, qualificationIds);
  await record(ctx, "shift_role.added", row.id, { opportunityId, name });
  return done(row.id);
};

/** Where a shift comes from: a series and its day, or a table and its number there. */
export type ShiftOrigin = {
  readonly series?: Id<"shiftSeries"> | undefined;
  readonly seriesDay?: string | undefined;
  readonly source?: string | undefined;
  readonly externalId?: string | undefined;
};

/**
 * Keeps an offer true to its shifts ahead: the next start, the last end, the parts of the week, and how many places
 * there are and are held. Called after every change of shifts and whenever places fill or free.
 */
export const refreshOffer = (ctx: Context, opportunityId: Id<"opportunity">): Promise<void> =>
  refreshOffers(ctx, [opportunityId]);

const writeNeeds = (ctx: Context, shiftId: Id<"shift">, needs: ShiftInput["needs"]) =>
  ctx.db
    .insertInto("shiftNeeds")
    .values(needs.map(({ roleId, minimum, maximum }) => ({ shiftId, roleId, minimum, maximum })))
    .onConflict((conflict) =>
      conflict.columns(["placeId", "shiftId", "roleId"]).doUpdateSet((set) => ({
        minimum: set.ref("excluded.minimum"),
        maximum: set.ref("excluded.maximum"),
      })),
    )
    .execute();

/** Adds a shift to the plan of an offer; one that its series or its table has brought already is not added again. */
export const addShift = async (
  ctx: Context,
  opportunityId: Id<"opportunity">,
  { title = "", startsAt, endsAt, whereText = "", words = "", needs }: ShiftInput,
  { series, seriesDay, source, externalId }: ShiftOrigin = {},
): Promise<Outcome<Id<"shift">, SpanRefusal | NeedRefusal | "already">> => {
  await planToWrite(ctx, opportunityId);
  const roles = await listRoles(ctx, opportunityId);
  const wrong = wrongSpan(ctx, { startsAt, endsAt }) ?? wrongNeeds(needs, roles);
  if (wrong) return refused(wrong);
  const origin = {
    seriesId: series ?? null,
    seriesDay: seriesDay ?? null,
    source: source ?? null,
    externalId: externalId ?? null,
  };
  const row = await ctx.db
    .insertInto("shifts")
    .values({ opportunityId, title, startsAt, endsAt, whereText, words, ...origin, madeBy: me(ctx) })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return refused("already");
  await writeNeeds(ctx, row.id, needs);
  await refreshOffer(ctx, opportunityId);
  await record(ctx, "shift.added", row.id, { opportunityId, startsAt });
  return done(row.id);
};

// Not "for update": whoever signs up refers to this row while they hold the one of the need.
const shiftToWrite = async (ctx: Context, shiftId: Id<"shift">) => {
  await ctx.db.selectFrom("shifts").select("id").where("id", "=", shiftId).forNoKeyUpdate().execute();
  await ctx.db
    .selectFrom("shiftNeeds")
    .select("id")
    .where("shiftId", "=", shiftId)
    .orderBy("id")
    .forUpdate()
    .execute();
  const { shift, plan } = await planOfShift(ctx, shiftId);
  allow(may.plan(ctx, plan));
  return shift;
};

/**
 * Changes a shift; what is not named stays. Whoever has a place keeps it: there are never fewer places than are held.
 * When the time or the place moves, everybody who signed up is told.
 */
export const changeShift = async (
  ctx: Context,
  shiftId: Id<"shift">,
  input: Partial<ShiftInput>,
): Promise<Outcome<Id<"shift">, ChangeRefusal>> => {
  const shift = await shiftToWrite(ctx, shiftId);
  const next = { ...shift, ...input };
  const wrong = await wrongChange(ctx, shift, next);
  if (wrong) return refused(wrong);
  const { title, startsAt, endsAt, whereText, words } = next;
  const isNews = isMoved(shift, next) || shift.whereText !== whereText;
  const revision = shift.revision + 1;
  await ctx.db
    .updateTable("shifts")
    .set({ title, startsAt, endsAt, whereText, words, revision, changedAt: ctx.now })
    .where("id", "=", shiftId)
    .execute();
  await writeNeeds(ctx, shiftId, next.needs);
  await ctx.db
    .deleteFrom("shiftNeeds")
    .where("shiftId", "=", shiftId)
    .where(
      "roleId",
      "not in",
      next.needs.map(({ roleId }) => roleId),
    )
    .execute();
  if (isMoved(shift, next)) await moveSignups(ctx, shiftId, next);
  await refreshOffer(ctx, shift.opportunityId);
  await record(ctx, "shift.changed", shiftId, { opportunityId: shift.opportunityId, moved: isNews });
  if (isNews) await enqueue(ctx, "shift.tell", { shift: shiftId, before: shift.startsAt }, { key: shiftId });
  return done(shiftId);
};

/** Calls a shift off: everybody who signed up is told why, and nobody is kept from another shift at that time. */
export const cancelShift = async (
  ctx: Context,
  shiftId: Id<"shift">,
  why: string,
): Promise<Outcome<null, "past">> => {
  const shift = await shiftToWrite(ctx, shiftId);
  if (shift.canceledAt) return done(null);
  if (shift.endsAt <= ctx.now) return refused("past");
  const revision = shift.revision + 1;
  await ctx.db
    .updateTable("shifts")
    .set({ canceledAt: ctx.now, canceledWhy: why, revision, changedAt: ctx.now })
    .where("id", "=", shiftId)
    .execute();
  await freeSignups(ctx, shiftId, why);
  await refreshOffer(ctx, shift.opportunityId);
  await record(ctx, "shift.canceled", shiftId, { opportunityId: shift.opportunityId, why });
  await enqueue(ctx, "shift.tell", { shift: shiftId, before: shift.startsAt }, { key: shiftId });
  return done(null);
};
