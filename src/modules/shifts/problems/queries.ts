import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf, mondayOf } from "#core/local-time.ts";
import type { Plan as Problem } from "#methods/assignment-plan.ts";
import { listQualifications, spansHeld } from "#modules/courses/qualifications/queries.ts";
import { listPairs, listWishes } from "#modules/shifts/pool/queries.ts";
import { listRoles, listShifts, type Plan, type ShiftRow } from "#modules/shifts/queries.ts";
import type { Signup } from "#modules/shifts/schema.ts";

type OfferId = Id<"opportunity">;
type PersonId = Id<"person">;

const mostShifts = 1_000;
const mostHelpers = 5_000;

/** Shifts of an offer that have not begun. */
export const listAhead = async (ctx: Context, offer: OfferId): Promise<ShiftRow[]> => {
  const rows = await listShifts(ctx, offer, { from: ctx.now, limit: mostShifts });
  return rows.filter(({ startsAt }) => startsAt > ctx.now);
};

const oldest = { under16: 15, "16to17": 17 } as const;

/** Everybody of the pool, with their limits. People are named by their id only: a problem is kept for a while. */
const listPool = (ctx: Context, offer: OfferId) =>
  ctx.db
    .selectFrom("helpers as h")
    .innerJoin("people as p", "p.id", "h.personId")
    .select(["h.id", "h.personId", "h.mostShifts", "h.mostMinutesADay", "h.mostMinutesAWeek", "p.ageBand"])
    .where("h.opportunityId", "=", offer)
    .where("p.leftAt", "is", null)
    .orderBy("h.id")
    .limit(mostHelpers)
    .execute();

/** Whoever holds a place in one of these shifts. */
export const listHolding = (ctx: Context, shiftIds: readonly Id<"shift">[]) =>
  ctx.db
    .selectFrom("signups")
    .select(["id", "needId", "shiftId", "personId", "party", "state", "how", "fixed"])
    .where("shiftId", "=", sql<Id<"shift">>`any(${[...shiftIds]}::uuid[])`)
    .where("state", "in", ["asked", "confirmed", "offered"])
    .orderBy("id")
    .limit(20_000)
    .execute();

export type Holding = Awaited<ReturnType<typeof listHolding>>[number];

/**
 * Whether a place was given by the planner or an earlier plan, so that a new plan may move it. What somebody said yes
 * to themselves, and what was fixed, stays.
 */
export const isMovable = ({ state, how, fixed, party }: Pick<Signup, "state" | "how" | "fixed" | "party">) =>
  state === "confirmed" && !fixed && party === 1 && (how === "plan" || how === "office");

/** When these people are needed in other shifts than these. */
const listBusy = async (ctx: Context, people: readonly PersonId[], shifts: readonly ShiftRow[]) => {
  const until = new Date(Math.max(...shifts.map(({ endsAt }) => +endsAt)) + 2 * 86_400_000);
  return ctx.db
    .selectFrom("signups")
    .innerJoin("shifts", "shifts.id", "signups.shiftId")
    .select(["signups.personId", "shifts.startsAt", "shifts.endsAt"])
    .where("signups.personId", "=", sql<PersonId>`any(${[...people]}::uuid[])`)
    .where("signups.state", "in", ["asked", "confirmed", "offered"])
    .where("shifts.canceledAt", "is", null)
    .where("shifts.endsAt", ">", new Date(+ctx.now - 2 * 86_400_000))
    .where("shifts.startsAt", "<", until)
    .where(sql<boolean>`signups.shift_id <> all(${shifts.map(({ id }) => id)}::uuid[])`)
    .limit(20_000)
    .execute();
};

const span = ({ startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date }) => ({
  from: startsAt.toISOString(),
  to: endsAt.toISOString(),
});

/** The shifts ahead of an offer and everything that decides who could come, as the solver reads it. */
export const findProblem = async (ctx: Context, plan: Plan): Promise<Problem> => {
  const shifts = await listAhead(ctx, plan.id);
  const pool = shifts.length > 0 ? await listPool(ctx, plan.id) : [];
  const holding = await listHolding(
    ctx,
    shifts.map(({ id }) => id),
  );
  const people = pool.map(({ personId }) => personId);
  const held = await spansHeld(ctx, people);
  const busy = Map.groupBy(
    people.length > 0 ? await listBusy(ctx, people, shifts) : [],
    ({ personId }) => personId,
  );
  const inPool = new Set<PersonId | null>(people);
  const personOf = new Map(pool.map(({ id, personId }) => [id, personId]));
  const needIds = new Set(shifts.flatMap(({ needs }) => needs.map(({ id }) => id)));
  const ofPool = (await listWishes(ctx, plan.id)).filter(
    ({ needId, personId }) => needIds.has(needId) && inPool.has(personId),
  );
  return {
    kind: "anlaufstelle-plan",
    title: plan.title,
    restMinutes: plan.restMinutes,
    ...(await rolesOf(ctx, plan.id)),
    helpers: pool.map(({ personId, ageBand, ...limits }) => ({
      id: personId,
      name: "",
      qualifications: (held.get(personId) ?? []).map(({ qualificationId, from, until }) => ({
        ...{ id: qualificationId, from, until },
      })),
      oldest: ageBand === null || ageBand === "adult" ? null : oldest[ageBand],
      mostShifts: limits.mostShifts,
      mostMinutesADay: limits.mostMinutesADay,
      mostMinutesAWeek: limits.mostMinutesAWeek,
      busy: (busy.get(personId) ?? []).map(span),
    })),
    ...shiftsAndNeeds(shifts, holding, inPool),
    wishes: ofPool.map(({ personId, needId, preference }) => ({
      ...{ helper: personId, need: needId, preference },
    })),
    pairs: (await listPairs(ctx, plan.id)).flatMap(({ oneId, otherId, kind }) => {
      const [one, other] = [personOf.get(oneId), personOf.get(otherId)];
      return one && other ? [{ one, other, kind }] : [];
    }),
  };
};

const rolesOf = async (ctx: Context, offer: OfferId): Promise<Pick<Problem, "roles" | "qualifications">> => ({
  roles: (await listRoles(ctx, offer, { withRetired: true })).map(
    ({ id, name, minimumAge, qualifications }) => ({
      ...{ id, name, minimumAge },
      qualifications: qualifications.map((one) => one.id),
    }),
  ),
  qualifications: (await listQualifications(ctx, { withRetired: true })).map(({ id, name }) => ({
    id,
    name,
  })),
});

/** A person of the pool who holds a place is assigned; all others who do so leave fewer places. */
const shiftsAndNeeds = (
  shifts: readonly ShiftRow[],
  holding: readonly Holding[],
  inPool: ReadonlySet<PersonId | null>,
): Pick<Problem, "shifts" | "needs" | "assignments"> => {
  const heldByOthers = new Map<Id<"shiftNeed">, number>();
  for (const { needId, personId, party } of holding) {
    const others = inPool.has(personId) ? party - 1 : party;
    heldByOthers.set(needId, (heldByOthers.get(needId) ?? 0) + others);
  }
  return {
    shifts: shifts.map((shift) => {
      const day = dayOf(shift.startsAt);
      return { id: shift.id, title: shift.title, ...span(shift), day, week: mondayOf(day) };
    }),
    needs: shifts.flatMap(({ id: shift, needs }) =>
      needs.map(({ id, roleId, minimum, maximum }) => ({
        ...{ id, shift, role: roleId, minimum, maximum, held: heldByOthers.get(id) ?? 0 },
      })),
    ),
    assignments: holding.flatMap((one) =>
      one.personId && inPool.has(one.personId)
        ? [{ helper: one.personId, need: one.needId, fixed: !isMovable(one) }]
        : [],
    ),
  };
};

/** The names of these people, for whoever writes the plan. */
export const namesOf = async (ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await ctx.db
    .selectFrom("people")
    .select(["id", "name"])
    .where("id", "=", sql<PersonId>`any(${[...new Set(ids)]}::uuid[])`)
    .limit(mostHelpers)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
};
