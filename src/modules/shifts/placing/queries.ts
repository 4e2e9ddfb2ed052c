import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { listShifts, type Plan, type ShiftRow } from "#modules/shifts/queries.ts";

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
