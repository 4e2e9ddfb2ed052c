import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { visible } from "#modules/opportunities/queries.ts";
import { usualSettings } from "#modules/shifts/queries.ts";
import type { Signup } from "#modules/shifts/schema.ts";

const { mode, approval, groupWaiting, offerHours, cancelHours, restMinutes } = usualSettings;

const placesOf = (ctx: Context) =>
  ctx.db
    .selectFrom("shiftNeeds")
    .innerJoin("shifts", "shifts.id", "shiftNeeds.shiftId")
    .innerJoin("shiftRoles", "shiftRoles.id", "shiftNeeds.roleId")
    .innerJoin("opportunities", "opportunities.id", "shifts.opportunityId")
    .innerJoin("organizations", "organizations.id", "opportunities.organizationId")
    .leftJoin("shiftPlans", "shiftPlans.opportunityId", "opportunities.id")
    .select(["shiftNeeds.id", "shiftNeeds.roleId", "shiftNeeds.maximum", "shiftNeeds.taken"])
    .select(["shifts.id as shiftId", "shifts.title", "shifts.startsAt", "shifts.endsAt", "shifts.whereText"])
    .select(["shifts.words", "shifts.canceledAt", "shifts.revision", "shifts.changedAt"])
    .select(["shiftRoles.name as role", "shiftRoles.minimumAge", "opportunities.title as offer"])
    .select(["opportunities.id as opportunityId", "opportunities.slug", "opportunities.state as offerState"])
    .select(["opportunities.street", "opportunities.postcode", "opportunities.townName"])
    .select(["organizations.id as organizationId", "organizations.name as organization"])
    .select([
      sql<typeof mode>`coalesce(shift_plans.mode, ${mode})`.as("mode"),
      sql<typeof approval>`coalesce(shift_plans.approval, ${approval})`.as("approval"),
      sql<typeof groupWaiting>`coalesce(shift_plans.group_waiting, ${groupWaiting})`.as("groupWaiting"),
      sql<number>`coalesce(shift_plans.offer_hours, ${offerHours}::int)`.as("offerHours"),
      sql<number>`coalesce(shift_plans.cancel_hours, ${cancelHours}::int)`.as("cancelHours"),
      sql<number>`coalesce(shift_plans.rest_minutes, ${restMinutes}::int)`.as("restMinutes"),
      sql<boolean>`exists (select from signup_rules rule where rule.organization_id = organizations.id
        and rule.ended_at is null)`.as("hasRules"),
      sql<Id<"qualification">[]>`array(select rq.qualification_id from role_qualifications rq
        where rq.place_id = shift_roles.place_id and rq.role_id = shift_roles.id)`.as("qualificationIds"),
    ]);

/** The places of these needs with their shift, role, offer and plan, as far as the reader may see them. */
export const findPlaces = (ctx: Context, needIds: readonly Id<"shiftNeed">[]) =>
  placesOf(ctx)
    .where("shiftNeeds.id", "in", needIds.length > 0 ? [...needIds] : [null as never])
    .where(visible(ctx))
    .orderBy("shifts.startsAt")
    .orderBy("shiftNeeds.id")
    .limit(200)
    .execute();

export type Place = Awaited<ReturnType<typeof findPlaces>>[number];

type Span = { readonly startsAt: Date; readonly endsAt: Date };

/** Half-open, as the database compares them: what ends at three does not overlap what begins at three. */
export const overlaps = (one: Span, other: Span): boolean =>
  one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** The shifts that touch the time between two moments in which somebody holds a place, or is in one of these states. */
export const listHeld = (
  ctx: Context,
  personId: Id<"person">,
  from: Date,
  until: Date,
  states: readonly Signup["state"][] = ["asked", "confirmed", "offered"],
) =>
  ctx.db
    .selectFrom("signups")
    .innerJoin("shiftNeeds", "shiftNeeds.id", "signups.needId")
    .innerJoin("shifts", "shifts.id", "signups.shiftId")
    .innerJoin("shiftRoles", "shiftRoles.id", "shiftNeeds.roleId")
    .innerJoin("opportunities", "opportunities.id", "shifts.opportunityId")
    .select(["signups.id", "signups.needId", "signups.state", "shifts.startsAt", "shifts.endsAt"])
    .select(["shiftRoles.name as role", "opportunities.title as offer"])
    .where("signups.personId", "=", personId)
    .where("signups.state", "in", [...states])
    .where(sql<boolean>`signups.during && tstzrange(${from}, ${until})`)
    .orderBy("shifts.startsAt")
    .limit(200)
    .execute();

export type Held = Awaited<ReturnType<typeof listHeld>>[number];

/** Does this state of a sign-up hold places? */
export const holdsPlace = (state: string): boolean =>
  state === "asked" || state === "confirmed" || state === "offered";

/** The states in which somebody is on the list: they hold a place or wait for one. */
export const liveStates = ["asked", "confirmed", "waiting", "offered"] as const;
