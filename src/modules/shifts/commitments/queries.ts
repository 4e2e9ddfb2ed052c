import { sql } from "kysely";
import { isStaff, system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import { occurrences } from "#methods/recurrence.ts";
import { managedBy } from "#modules/opportunities/queries.ts";
import { gateOf, ruleFor } from "#modules/shifts/admission/queries.ts";
import { findPlaces } from "#modules/shifts/places/queries.ts";
import { findPlan } from "#modules/shifts/queries.ts";
import type { Commitment, Signup } from "#modules/shifts/schema.ts";
import { daysAhead, type SeriesRow } from "#modules/shifts/series/queries.ts";

/** Whose commitments somebody sees: their own, and those of the plans they write. */
const visible = ({ actor }: Pick<Context, "actor">) => {
  if (isStaff(actor)) return sql<boolean>`true`;
  if (actor.kind !== "person") return sql<boolean>`false`;
  return sql<boolean>`(commitments.person_id = ${actor.id}
    or opportunities.organization_id = any(${managedBy({ actor })}::uuid[]))`;
};

const rows = (ctx: Context) =>
  ctx.db
    .selectFrom("commitments")
    .innerJoin("shiftSeries", "shiftSeries.id", "commitments.seriesId")
    .innerJoin("shiftRoles", "shiftRoles.id", "commitments.roleId")
    .innerJoin("opportunities", "opportunities.id", "shiftSeries.opportunityId")
    .innerJoin("organizations", "organizations.id", "opportunities.organizationId")
    .innerJoin("people", "people.id", "commitments.personId")
    .selectAll("commitments")
    .select(["shiftRoles.name as role", "people.name", "shiftSeries.opportunityId"])
    .select(["shiftSeries.title", "shiftSeries.rule", "shiftSeries.startsOn as seriesStartsOn"])
    .select(["shiftSeries.startsTime", "shiftSeries.minutes", "shiftSeries.skipsHolidays"])
    .select(["opportunities.title as offer", "opportunities.slug", "opportunities.organizationId"])
    .select("organizations.name as organization")
    .where(visible(ctx));

export type CommitmentRow = Awaited<ReturnType<ReturnType<typeof rows>["execute"]>>[number];

/** One commitment: for whoever made it, and for whoever writes the plan. */
export const findCommitment = (ctx: Context, id: Id<"commitment">): Promise<CommitmentRow | undefined> =>
  rows(ctx).where("commitments.id", "=", id).executeTakeFirst();

/** To what somebody has committed themselves, as long as it runs. */
export const commitmentsOf = (ctx: Context, personId: Id<"person">): Promise<CommitmentRow[]> =>
  rows(ctx)
    .where("commitments.personId", "=", personId)
    .where("commitments.endedAt", "is", null)
    .orderBy("commitments.madeAt")
    .limit(50)
    .execute();

/** Who comes to a series again and again. */
export const listCommitments = (ctx: Context, seriesId: Id<"shiftSeries">): Promise<CommitmentRow[]> =>
  rows(ctx)
    .where("commitments.seriesId", "=", seriesId)
    .where("commitments.endedAt", "is", null)
    .orderBy("people.name")
    .orderBy("commitments.id")
    .limit(200)
    .execute();

type Rhythm = Pick<
  CommitmentRow,
  | "rule"
  | "seriesStartsOn"
  | "startsTime"
  | "every"
  | "startsOn"
  | "endsOn"
  | "pausedFrom"
  | "pausedUntil"
  | "leftOut"
>;

/** Is this day within the pause? */
export const isPaused = (
  { pausedFrom, pausedUntil }: Pick<Commitment, "pausedFrom" | "pausedUntil">,
  day: string,
): boolean => pausedFrom !== null && day >= pausedFrom && (pausedUntil === null || day <= pausedUntil);

export type CommittedDay = {
  readonly day: string;
  readonly at: Date;
  readonly without?: "paused" | "leftOut" | undefined;
};

/**
 * The days of a commitment from now on: every so many of the series, counted from its first one. Days that fall out
 * count as well, so that "every second time" stays the same weeks whatever happens in between.
 */
export const daysOf = (
  ctx: Pick<Context, "now">,
  commitment: Rhythm,
  { days = daysAhead, limit = 60 }: { readonly days?: number; readonly limit?: number } = {},
): CommittedDay[] => {
  const { rule, seriesStartsOn, startsTime, every, startsOn, endsOn, leftOut } = commitment;
  const until = instantAt(plusDays(dayOf(ctx.now), days + 1));
  const series = { rule, startsOn: seriesStartsOn, startsTime };
  return occurrences(series, { from: instantAt(startsOn), until, limit: 2_000 })
    .filter((_, index) => index % every === 0)
    .filter(({ day, at }) => at > ctx.now && (endsOn === null || day <= endsOn))
    .slice(0, limit)
    .map(({ day, at }) => ({
      day,
      at,
      without: leftOut.includes(day) ? "leftOut" : isPaused(commitment, day) ? "paused" : undefined,
    }));
};

export type DayState = {
  readonly day: string;
  readonly startsAt: Date;
  readonly canceledAt: Date | null;
  readonly needId: Id<"shiftNeed">;
  readonly free: number;
  readonly signupId: Id<"signup"> | null;
  readonly state: Signup["state"] | null;
  /** This person was signed up for it by this commitment before. */
  readonly isOwn: boolean;
};

/** The shifts of the series ahead for a role, and how this person stands at each. */
export const statesOf = async (
  ctx: Context,
  { id, personId, seriesId, roleId }: Pick<Commitment, "id" | "personId" | "seriesId" | "roleId">,
): Promise<ReadonlyMap<string, DayState>> => {
  const { rows: list } = await sql<DayState>`
    select sh.series_day as day, sh.starts_at, sh.canceled_at, n.id as need_id, n.maximum - n.taken as free,
      s.id as signup_id, s.state, coalesce(s.commitment_id = ${id}, false) as is_own
    from shifts sh
    join shift_needs n on n.place_id = sh.place_id and n.shift_id = sh.id and n.role_id = ${roleId}
    left join lateral (select s.id, s.state, s.commitment_id from signups s
      where s.place_id = n.place_id and s.need_id = n.id and s.person_id = ${personId}
      order by s.state in ('asked', 'confirmed', 'waiting', 'offered') desc, s.made_at desc limit 1) s on true
    where sh.series_id = ${seriesId} and sh.starts_at > ${ctx.now} and sh.series_day is not null
    order by sh.starts_at limit 200`.execute(ctx.db);
  return new Map(list.map((row) => [row.day, row]));
};

/** The people whose commitments bring them to a series. */
export const listActive = (ctx: Context, seriesId: Id<"shiftSeries">) =>
  ctx.db
    .selectFrom("commitments")
    .select("id")
    .where("seriesId", "=", seriesId)
    .where("endedAt", "is", null)
    .orderBy("madeAt")
    .orderBy("id")
    .limit(200)
    .execute();

/** What somebody has committed themselves to, for their own copy of everything. */
export const showPersonal = async (ctx: Context, personId: Id<"person">) =>
  ctx.db
    .selectFrom("commitments")
    .innerJoin("shiftSeries", "shiftSeries.id", "commitments.seriesId")
    .innerJoin("opportunities", "opportunities.id", "shiftSeries.opportunityId")
    .innerJoin("shiftRoles", "shiftRoles.id", "commitments.roleId")
    .select(["opportunities.title", "shiftRoles.name as role", "commitments.every", "commitments.startsOn"])
    .select(["commitments.endsOn", "pausedFrom", "pausedUntil", "commitments.leftOut", "commitments.words"])
    .select(["commitments.madeAt", "commitments.endedAt"])
    .where("commitments.personId", "=", personId)
    .orderBy("commitments.madeAt")
    .limit(500)
    .execute();

export type CommitmentInput = {
  readonly seriesId: Id<"shiftSeries">;
  readonly roleId: Id<"shiftRole">;
  readonly every?: number | undefined;
  readonly startsOn: string;
  readonly endsOn?: string | null | undefined;
  readonly words?: string | undefined;
  /** Oneself, unless the planner notes what somebody said. */
  readonly personId?: Id<"person"> | undefined;
};

export type CommitmentRefusal =
  | "closed"
  | "ended"
  | "past"
  | "order"
  | "role"
  | "age"
  | "qualification"
  | "guardian"
  | "blocked"
  | "asked"
  | "already";

/** What is wrong with the time. */
export const wrongTime = (
  ctx: Context,
  series: SeriesRow,
  input: CommitmentInput,
): CommitmentRefusal | undefined => {
  if (series.endedAt) return "ended";
  if (input.startsOn < dayOf(ctx.now)) return "past";
  return input.endsOn && input.endsOn < input.startsOn ? "order" : undefined;
};

/** What speaks against it: the rules of the plan, when somebody commits themselves, and what the role asks for. */
export const wrongPerson = async (
  ctx: Context,
  { id, opportunityId }: SeriesRow,
  { roleId, personId }: { readonly roleId: Id<"shiftRole">; readonly personId: Id<"person"> },
  byPlanner: boolean,
): Promise<CommitmentRefusal | undefined> => {
  const plan = found(await findPlan(ctx, opportunityId));
  if (!byPlanner && (plan.mode === "closed" || plan.state !== "published")) return "closed";
  const states = await statesOf(ctx, { id: null as never, personId, seriesId: id, roleId });
  const places = await findPlaces(
    ctx,
    [...states.values()].map(({ needId }) => needId),
  );
  const [place] = places;
  if (!place) return undefined;
  const house = { ...ctx, actor: system };
  const gate = await gateOf(house, places, personId);
  if (typeof gate === "string") return gate;
  if (byPlanner) return undefined;
  if (gate.size > 0) return "asked";
  const { state } = await ruleFor(house, place, personId, 1);
  return state === "confirmed" ? undefined : state;
};
