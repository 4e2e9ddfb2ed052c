import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import { holdsOn, spansHeld } from "#modules/courses/qualifications/queries.ts";
import { listShifts, type Plan, type Role, type ShiftRow } from "#modules/shifts/queries.ts";
import type { SignupRow } from "#modules/shifts/signups/queries.ts";

/** Everybody who helps with an offer already, or could: whom a planner may put on the list. */
export const listCandidates = async (ctx: Context, opportunityId: Id<"opportunity">) => {
  const { rows } = await sql<{ readonly id: Id<"person">; readonly name: string }>`
    select people.id, people.name from people
    where people.id in (select person_id from helpers where opportunity_id = ${opportunityId}
      union select signups.person_id from signups join shifts on shifts.id = signups.shift_id
        where shifts.opportunity_id = ${opportunityId} and signups.person_id is not null)
    order by people.name collate german, people.id limit 1000`.execute(ctx.db);
  return rows;
};

/** How a planner reaches somebody who is on the list. */
export const findContact = (ctx: Context, personId: Id<"person">) =>
  ctx.db
    .selectFrom("people")
    .select(["name", "email", "phone", "language"])
    .where("id", "=", personId)
    .executeTakeFirst();

/** A place somebody could move to: its shift, and how many are free. */
export type Target = {
  readonly needId: Id<"shiftNeed">;
  readonly role: string;
  readonly free: number;
  readonly shift: Pick<ShiftRow, "id" | "startsAt" | "endsAt" | "title">;
};

/** The places ahead that have room for so many, by time. */
export const listTargets = async (
  ctx: Context,
  plan: Pick<Plan, "id">,
  { needId, party }: { readonly needId: Id<"shiftNeed">; readonly party: number },
): Promise<Target[]> => {
  const shifts = await listShifts(ctx, plan.id, { from: ctx.now, limit: 500 });
  return shifts.flatMap((shift) =>
    shift.needs.flatMap(({ id, role, maximum, taken }) =>
      id !== needId && maximum - taken >= party ? [{ needId: id, role, free: maximum - taken, shift }] : [],
    ),
  );
};

/** Which proofs that their role asks for are missing to these sign-ups on the day of the shift: whoever was put there by hand. */
export const listUnproven = async (
  ctx: Context,
  roles: readonly Pick<Role, "id" | "qualifications">[],
  rows: readonly Pick<SignupRow, "id" | "roleId" | "personId" | "startsAt">[],
): Promise<ReadonlyMap<Id<"signup">, readonly string[]>> => {
  const asked = new Map(roles.map(({ id, qualifications }) => [id, qualifications]));
  const concerned = rows.filter(({ roleId, personId }) => personId && asked.get(roleId)?.length);
  const spans = await spansHeld(
    ctx,
    concerned.flatMap(({ personId }) => personId ?? []),
  );
  const lacking = concerned.map(({ id, roleId, personId, startsAt }) => {
    const own = (personId && spans.get(personId)) || [];
    const missing = (asked.get(roleId) ?? []).filter((one) => !holdsOn(own, one.id, dayOf(startsAt)));
    return [id, missing.map(({ name }) => name)] as const;
  });
  return new Map(lacking.filter(([, names]) => names.length > 0));
};
