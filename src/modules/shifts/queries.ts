import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { offersOf, visible } from "#modules/opportunities/queries.ts";
import { hasClash, liveStates } from "#modules/shifts/counts/queries.ts";
import {
  isMoved,
  type NeedRefusal,
  type ShiftInput,
  type SpanRefusal,
  wrongNeeds,
  wrongSpan,
} from "./policy.ts";
import type { ShiftPlan } from "./schema.ts";

export type Settings = Pick<
  ShiftPlan,
  | "mode"
  | "approval"
  | "groupWaiting"
  | "offerHours"
  | "cancelHours"
  | "restMinutes"
  | "selfCheckIn"
  | "checkInCode"
>;

/** How people come to the shifts of an offer as long as nobody says otherwise. */
export const usualSettings: Settings = {
  mode: "open",
  approval: "automatic",
  groupWaiting: "skip",
  offerHours: 24,
  cancelHours: 0,
  restMinutes: 0,
  selfCheckIn: true,
  checkInCode: null,
};

/** The plan of an offer: the offer and how people come to its shifts; nothing when the reader may not see the offer. */
export const findPlan = async (ctx: Context, opportunityId: Id<"opportunity">) => {
  const row = await offersOf(ctx)
    .leftJoin("shiftPlans", "shiftPlans.opportunityId", "opportunities.id")
    .select(["opportunities.id", "opportunities.slug", "opportunities.title", "opportunities.state"])
    .select(["opportunities.organizationId", "organizations.name as organization"])
    .select(["opportunities.minimumAge", "opportunities.street", "opportunities.townName"])
    .select(["mode", "approval", "groupWaiting", "offerHours", "cancelHours", "restMinutes"])
    .select(["selfCheckIn", "checkInCode"])
    .where("opportunities.id", "=", opportunityId)
    .where(visible(ctx))
    .executeTakeFirst();
  if (!row) return undefined;
  const { mode, approval, groupWaiting, offerHours, cancelHours, restMinutes, selfCheckIn, ...offer } = row;
  return {
    ...offer,
    mode: mode ?? usualSettings.mode,
    approval: approval ?? usualSettings.approval,
    groupWaiting: groupWaiting ?? usualSettings.groupWaiting,
    offerHours: offerHours ?? usualSettings.offerHours,
    cancelHours: cancelHours ?? usualSettings.cancelHours,
    restMinutes: restMinutes ?? usualSettings.restMinutes,
    selfCheckIn: selfCheckIn ?? usualSettings.selfCheckIn,
  };
};

export type Plan = NonNullable<Awaited<ReturnType<typeof findPlan>>>;

/** What one does in the shifts of an offer, each with what one must be qualified for; the retired ones when asked for. */
export const listRoles = (
  ctx: Context,
  opportunityId: Id<"opportunity">,
  { withRetired = false }: { readonly withRetired?: boolean } = {},
) =>
  ctx.db
    .selectFrom("shiftRoles")
    .select(["shiftRoles.id", "shiftRoles.name", "shiftRoles.description", "minimumAge", "position"])
    .select("shiftRoles.retiredAt")
    .select(
      sql<readonly { readonly id: Id<"qualification">; readonly name: string }[]>`
        coalesce((select json_agg(json_build_object('id', q.id, 'name', q.name) order by q.name)
          from role_qualifications rq join qualifications q on q.place_id = rq.place_id and q.id = rq.qualification_id
          where rq.place_id = shift_roles.place_id and rq.role_id = shift_roles.id), '[]'::json)`.as(
        "qualifications",
      ),
    )
    .where("opportunityId", "=", opportunityId)
    .$if(!withRetired, (query) => query.where("shiftRoles.retiredAt", "is", null))
    .orderBy("position")
    .orderBy("shiftRoles.name")
    .limit(200)
    .execute();

export type Role = Awaited<ReturnType<typeof listRoles>>[number];

/** How many of a role a shift needs, how many places are held, and how many wait for one. */
export type Need = {
  readonly id: Id<"shiftNeed">;
  readonly roleId: Id<"shiftRole">;
  readonly role: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly taken: number;
  readonly waiting: number;
};

const needs = sql<readonly Need[]>`coalesce((
  select json_agg(json_build_object('id', n.id, 'roleId', n.role_id, 'role', r.name, 'minimum', n.minimum,
      'maximum', n.maximum, 'taken', n.taken, 'waiting', (select count(*) from signups s
        where s.place_id = n.place_id and s.need_id = n.id and s.state = 'waiting')) order by r.position, r.name)
  from shift_needs n join shift_roles r on r.place_id = n.place_id and r.id = n.role_id
  where n.place_id = shifts.place_id and n.shift_id = shifts.id), '[]'::json)`;

const shiftsOf = (ctx: Context) =>
  ctx.db
    .selectFrom("shifts")
    .innerJoin("opportunities", "opportunities.id", "shifts.opportunityId")
    .innerJoin("organizations", "organizations.id", "opportunities.organizationId")
    .selectAll("shifts")
    .select(needs.as("needs"))
    .where(visible(ctx));

export type ShiftRow = Awaited<ReturnType<ReturnType<typeof shiftsOf>["execute"]>>[number];

export type ShiftSearch = {
  /** Shifts that end after this moment. */
  readonly from?: Date | undefined;
  /** Shifts that start before this moment. */
  readonly until?: Date | undefined;
  readonly withCanceled?: boolean | undefined;
  readonly limit: number;
};

/** The shifts of an offer by their start, each with what it needs. */
export const listShifts = (
  ctx: Context,
  opportunityId: Id<"opportunity">,
  { from, until, withCanceled = false, limit }: ShiftSearch,
): Promise<ShiftRow[]> =>
  shiftsOf(ctx)
    .where("shifts.opportunityId", "=", opportunityId)
    .$if(from !== undefined, (query) => query.where("shifts.endsAt", ">", from ?? ctx.now))
    .$if(until !== undefined, (query) => query.where("shifts.startsAt", "<", until ?? ctx.now))
    .$if(!withCanceled, (query) => query.where("shifts.canceledAt", "is", null))
    .orderBy("shifts.startsAt")
    .orderBy("shifts.id")
    .limit(limit)
    .execute();

/** The shifts of the whole town that begin between two moments, by their start, each with its offer. */
export const listShiftsBetween = (ctx: Context, from: Date, until: Date, limit: number) =>
  shiftsOf(ctx)
    .select(["opportunities.title as offer", "opportunities.slug", "organizations.name as organization"])
    .where("opportunities.state", "in", ["published", "paused"])
    .where("shifts.canceledAt", "is", null)
    .where("shifts.startsAt", ">=", from)
    .where("shifts.startsAt", "<", until)
    .orderBy("shifts.startsAt")
    .orderBy("shifts.id")
    .limit(limit)
    .execute();

export type TownShift = Awaited<ReturnType<typeof listShiftsBetween>>[number];

/** One shift with what it needs, canceled or not; nothing when the reader may not see its offer. */
export const findShift = (ctx: Context, shiftId: Id<"shift">): Promise<ShiftRow | undefined> =>
  shiftsOf(ctx).where("shifts.id", "=", shiftId).executeTakeFirst();

/** Is a place of this shift missing to what it needs at least? */
export const isThin = ({ needs: wanted }: Pick<ShiftRow, "needs">): boolean =>
  wanted.some(({ taken, minimum }) => taken < minimum);

/** Who is told when a shift moves or is called off: everybody who has signed up for it, with address and language. */
export const listConcerned = (ctx: Context, { id, canceledAt }: Pick<ShiftRow, "id" | "canceledAt">) =>
  ctx.db
    .selectFrom("signups")
    .innerJoin("people", "people.id", "signups.personId")
    .select(["people.id", "people.name", "people.email", "people.language"])
    .distinct()
    .where("signups.shiftId", "=", id)
    .$if(canceledAt === null, (query) => query.where("signups.state", "in", liveStates))
    // Those whose place ended with the shift itself, and not before.
    .$if(canceledAt !== null, (query) =>
      query.where((is) =>
        is.exists(
          is
            .selectFrom("signupStates")
            .select("signupStates.id")
            .whereRef("signupStates.signupId", "=", "signups.id")
            .where("signupStates.reason", "=", "shift_canceled"),
        ),
      ),
    )
    .limit(1_000)
    .execute();

/** The plan to which a shift belongs, or the page that says it is not there. */
export const planOfShift = async (ctx: Context, shiftId: Id<"shift">) => {
  const shift = found(await findShift(ctx, shiftId));
  return { shift, plan: found(await findPlan(ctx, shift.opportunityId)) };
};

export type ChangeRefusal = SpanRefusal | NeedRefusal | "canceled" | "below" | "occupied" | "overlap";

// One that has begun may still end earlier or later.
const wrongMove = (ctx: Context, shift: ShiftRow, next: ShiftInput): SpanRefusal | undefined => {
  if (!isMoved(shift, next)) return undefined;
  const wrong = wrongSpan(ctx, next);
  const goesOn = +shift.startsAt === +next.startsAt && shift.endsAt > ctx.now && next.endsAt > ctx.now;
  return wrong === "past" && goesOn ? undefined : wrong;
};

/** What speaks against changing a shift like this. */
export const wrongChange = async (
  ctx: Context,
  shift: ShiftRow,
  next: ShiftInput,
): Promise<ChangeRefusal | undefined> => {
  if (shift.canceledAt) return "canceled";
  const kept = shift.needs.map(({ roleId }) => ({ id: roleId }));
  const roles = [...(await listRoles(ctx, shift.opportunityId)), ...kept];
  const wrong = wrongMove(ctx, shift, next) ?? wrongNeeds(next.needs, roles);
  if (wrong) return wrong;
  const wanted = new Map(next.needs.map(({ roleId, maximum }) => [roleId, maximum]));
  const tight = shift.needs.find(({ roleId, taken, waiting }) =>
    wanted.has(roleId) ? (wanted.get(roleId) ?? 0) < taken : taken + waiting > 0,
  );
  if (tight) return wanted.has(tight.roleId) ? "below" : "occupied";
  return isMoved(shift, next) && (await hasClash(ctx, shift.id, next)) ? "overlap" : undefined;
};
