import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { type Id, isId } from "#core/id.ts";
import type { Plan as Problem } from "#methods/assignment-plan.ts";
import type { ProposalRow } from "#modules/shifts/computing/queries.ts";
import { type Holding, isMovable, listAhead, listHolding } from "#modules/shifts/problems/queries.ts";
import type { ShiftRow } from "#modules/shifts/queries.ts";
import type { Change, Situation } from "./policy.ts";

type PersonId = Id<"person">;

/** Today's plan as far as a proposal speaks of it, and who has left which place since it was asked for. */
export type Today = {
  readonly shifts: readonly ShiftRow[];
  readonly holding: readonly Holding[];
  readonly left: ReadonlySet<string>;
};

const keyOf = (personId: string | null, needId: string): string => `${personId} ${needId}`;

export const findToday = async (
  ctx: Context,
  { opportunityId, madeAt }: Pick<ProposalRow, "opportunityId" | "madeAt">,
): Promise<Today> => {
  const shifts = await listAhead(ctx, opportunityId);
  const ids = shifts.map(({ id }) => id);
  const left = await ctx.db
    .selectFrom("signups")
    .select(["personId", "needId"])
    .where("shiftId", "=", sql<Id<"shift">>`any(${ids}::uuid[])`)
    .where("state", "in", ["canceled", "removed", "declined", "passed"])
    .where("stateSince", ">=", madeAt)
    .limit(20_000)
    .execute();
  return {
    shifts,
    holding: await listHolding(ctx, ids),
    left: new Set(left.map(({ personId, needId }) => keyOf(personId, needId))),
  };
};

/**
 * What a proposal changes in today's plan. Only places that the planner or an earlier plan had given, and that were
 * there when it was computed, can end: whatever came meanwhile stays. Whoever left a place is not put back into it.
 */
export const changesOf = (problem: Problem, { state, result }: ProposalRow, today: Today): Change[] => {
  const assignments = result.answer?.assignments ?? [];
  const ahead = new Set<string>(today.shifts.flatMap(({ needs }) => needs.map(({ id }) => id)));
  const holds = new Set(today.holding.map(({ personId, needId }) => keyOf(personId, needId)));
  const wanted = new Set(assignments.map(([person, need]) => keyOf(person, need)));
  const before = new Map(problem.assignments.map((one) => [keyOf(one.helper, one.need), one.fixed]));
  const ending = today.holding.flatMap((one): Change[] => {
    const { personId, needId, id: signupId } = one;
    const key = keyOf(personId, needId);
    const ends = personId && !wanted.has(key) && before.get(key) === false && isMovable(one);
    return ends ? [{ personId, needId, signupId }] : [];
  });
  const added = assignments.flatMap(([personId, needId]): Change[] => {
    const key = keyOf(personId, needId);
    if (holds.has(key) || before.has(key) || today.left.has(key)) return [];
    // What is over or was called off is said once, and no more when the proposal is history.
    if (!ahead.has(needId) && state === "adopted") return [];
    return isId<"person">(personId) && isId<"shiftNeed">(needId) ? [{ personId, needId }] : [];
  });
  return [...ending, ...added];
};

/** How things stand for these changes; to be read under the locks of `holdStill` before they are made. */
export const situationOf = async (
  ctx: Context,
  changes: readonly Change[],
  { shifts }: Today,
): Promise<Situation> => {
  const people = [...new Set(changes.map(({ personId }) => personId))];
  const held = await ctx.db
    .selectFrom("signups")
    .innerJoin("shifts", "shifts.id", "signups.shiftId")
    .select(["signups.id as signupId", "signups.personId", "shifts.startsAt", "shifts.endsAt"])
    .where("signups.personId", "=", sql<PersonId>`any(${people}::uuid[])`)
    .where("signups.state", "in", ["asked", "confirmed", "offered"])
    .where("shifts.endsAt", ">", ctx.now)
    .limit(20_000)
    .execute();
  const present = await ctx.db
    .selectFrom("people")
    .select("id")
    .where("id", "=", sql<PersonId>`any(${people}::uuid[])`)
    .where("leftAt", "is", null)
    .limit(5_000)
    .execute();
  const byPerson = new Map<PersonId, (typeof held)[number][]>();
  for (const row of held) {
    if (row.personId) byPerson.set(row.personId, [...(byPerson.get(row.personId) ?? []), row]);
  }
  const needs = shifts.flatMap(({ startsAt, endsAt, needs: own }) =>
    own.map(({ id, maximum, taken, waiting }) => ({
      id,
      place: { startsAt, endsAt, free: maximum - taken, waiting },
    })),
  );
  return {
    needs: new Map(needs.map(({ id, place }) => [id, place])),
    held: byPerson,
    present: new Set(present.map(({ id }) => id)),
  };
};
