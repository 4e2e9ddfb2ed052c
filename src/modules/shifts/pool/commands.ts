import { sql } from "kysely";
import * as z from "zod";
import { signedIn } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { line, whole } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { takePeople } from "#modules/people/imports/commands.ts";
import type { PlannedPerson } from "#modules/people/imports/queries.ts";
import { mayBeReferred } from "#modules/people/policy.ts";
import { planToWrite } from "#modules/shifts/commands.ts";
import { findPlan } from "#modules/shifts/queries.ts";
import type { Helper } from "#modules/shifts/schema.ts";
import type { Preference } from "./queries.ts";

type OfferId = Id<"opportunity">;
type HelperId = Id<"helper">;

/** How much somebody can do at most; hours, as people count them. */
export const Limits = z.object({
  mostShifts: whole(1, 100).optional(),
  hoursADay: whole(1, 24).optional(),
  hoursAWeek: whole(1, 168).optional(),
  words: line(500).optional(),
});
export type Limits = z.output<typeof Limits>;

export type Wish = { readonly needId: Id<"shiftNeed">; readonly preference: Preference };

const minutes = (hours: number | undefined): number | null => (hours === undefined ? null : hours * 60);

const columns = ({ mostShifts, hoursADay, hoursAWeek, words }: Limits) => ({
  mostShifts: mostShifts ?? null,
  mostMinutesADay: minutes(hoursADay),
  mostMinutesAWeek: minutes(hoursAWeek),
  words: words ?? "",
});

/** Of these wishes those that speak of places of this offer that are still ahead; each counts once. */
const writeWishes = async (
  ctx: Context,
  offer: OfferId,
  helper: HelperId,
  wishes: readonly Wish[],
): Promise<void> => {
  if (wishes.length === 0) return;
  const last = new Map(wishes.map(({ needId, preference }) => [needId, preference]));
  await sql`
    insert into shift_wishes (helper_id, need_id, preference, told_at)
    select ${helper}, n.id, w.preference, ${ctx.now}
    from unnest(${[...last.keys()]}::uuid[], ${[...last.values()]}::int[]) as w(need_id, preference)
    join shift_needs n on n.id = w.need_id
    join shifts on shifts.place_id = n.place_id and shifts.id = n.shift_id
    where shifts.opportunity_id = ${offer} and shifts.canceled_at is null and shifts.starts_at > ${ctx.now}
    on conflict (place_id, helper_id, need_id)
      do update set preference = excluded.preference, told_at = excluded.told_at`.execute(ctx.db);
};

/**
 * Somebody tells for which places of an offer they would come how gladly, and how often at most. What they told
 * before about the shifts ahead is replaced.
 */
export const tellWishes = async (
  ctx: Context,
  offer: OfferId,
  { wishes, ...limits }: Pick<Limits, "mostShifts" | "words"> & { readonly wishes: readonly Wish[] },
): Promise<Outcome<HelperId, "closed" | "guardian">> => {
  const me = signedIn(ctx.actor);
  const plan = found(await findPlan(ctx, offer));
  if (plan.mode !== "wishes" || plan.state !== "published") return refused("closed");
  const person = await ctx.db.selectFrom("people").selectAll().where("id", "=", me.id).executeTakeFirst();
  if (!mayBeReferred(found(person)).ok) return refused("guardian");
  const own = { mostShifts: limits.mostShifts ?? null, words: limits.words ?? "" };
  const { id } = await ctx.db
    .insertInto("helpers")
    .values({ opportunityId: offer, personId: me.id, ...own, madeBy: me.id })
    .onConflict((conflict) =>
      conflict.columns(["placeId", "opportunityId", "personId"]).doUpdateSet({ ...own, changedAt: ctx.now }),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  await forgetWishes(ctx, id);
  await writeWishes(ctx, offer, id, wishes);
  await record(ctx, "helper.wished", id, { opportunityId: offer, personId: me.id, wishes: wishes.length });
  return done(id);
};

// What was said about shifts that are over stays as it was.
const forgetWishes = (ctx: Context, helper: HelperId) =>
  sql`delete from shift_wishes w using shift_needs n, shifts
    where w.helper_id = ${helper} and n.place_id = w.place_id and n.id = w.need_id
      and shifts.place_id = n.place_id and shifts.id = n.shift_id and shifts.starts_at > ${ctx.now}`.execute(
    ctx.db,
  );

type Bringing = {
  readonly person: PlannedPerson;
  /** The one who seems to be the same, when the planner says so. */
  readonly personId?: string | undefined;
  /** Somebody new, though another one seems to be the same. */
  readonly despite?: boolean | undefined;
};

/** Puts somebody into the pool of an offer, as they told the planner. */
export const addHelper = async (
  ctx: Context,
  offer: OfferId,
  personId: Id<"person">,
  limits: Limits = {},
): Promise<Outcome<HelperId, "already" | "left" | "guardian">> => {
  await planToWrite(ctx, offer);
  const person = found(
    await ctx.db.selectFrom("people").selectAll().where("id", "=", personId).executeTakeFirst(),
  );
  const answer = mayBeReferred(person);
  if (!answer.ok) return refused(answer.because === "left" ? "left" : "guardian");
  const row = await ctx.db
    .insertInto("helpers")
    .values({ opportunityId: offer, personId, ...columns(limits), madeBy: signedOrNobody(ctx) })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return refused("already");
  await record(ctx, "helper.added", row.id, { opportunityId: offer, personId });
  return done(row.id);
};

/** Somebody at the counter or on the phone, as their row of a table would tell of them. */
export const bringHelper = async (
  ctx: Context,
  offer: OfferId,
  { person, personId, despite }: Bringing,
  limits: Limits,
): Promise<Outcome<HelperId, "already" | "left" | "guardian" | "double">> => {
  const { organizationId, title } = await planToWrite(ctx, offer);
  const { draft, state, known } = person;
  if (state === "double" && !despite && personId !== known?.id) return refused("double");
  const same = state === "double" && personId === known?.id;
  const row: PlannedPerson = same ? { ...person, state: "known" } : person;
  const { people } = await takePeople(ctx, [row], { source: title, organizationId }, [draft.line]);
  return addHelper(ctx, offer, found(people.get(draft.line)), limits);
};

const signedOrNobody = ({ actor }: Context) => (actor.kind === "person" ? actor.id : null);

/** Somebody of the pool of this offer, for whoever writes its plan. */
const helperToWrite = async (ctx: Context, offer: OfferId, id: HelperId): Promise<Helper> => {
  await planToWrite(ctx, offer);
  return found(
    await ctx.db
      .selectFrom("helpers")
      .selectAll()
      .where("id", "=", id)
      .where("opportunityId", "=", offer)
      .forUpdate()
      .executeTakeFirst(),
  );
};

/** Changes somebody's limits, and what they told about places when `wishes` are given. */
export const changeHelper = async (
  ctx: Context,
  offer: OfferId,
  id: HelperId,
  { wishes, ...limits }: Limits & { readonly wishes?: readonly Wish[] },
): Promise<Outcome<HelperId, never>> => {
  const { personId } = await helperToWrite(ctx, offer, id);
  await ctx.db
    .updateTable("helpers")
    .set({ ...columns(limits), changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  if (wishes) {
    await forgetWishes(ctx, id);
    await writeWishes(ctx, offer, id, wishes);
  }
  await record(ctx, "helper.changed", id, { opportunityId: offer, personId });
  return done(id);
};

/** Takes somebody out of the pool. Places they hold stay theirs. */
export const removeHelper = async (ctx: Context, offer: OfferId, id: HelperId): Promise<void> => {
  const { personId } = await helperToWrite(ctx, offer, id);
  await ctx.db.deleteFrom("helpers").where("id", "=", id).execute();
  await record(ctx, "helper.removed", id, { opportunityId: offer, personId });
};

/** Two of one pool want to come together, or had better not; without a kind neither is said any more. */
export const pairHelpers = async (
  ctx: Context,
  offer: OfferId,
  two: readonly [HelperId, HelperId],
  kind: "together" | "apart" | undefined,
): Promise<Outcome<null, "self">> => {
  await planToWrite(ctx, offer);
  const [oneId, otherId] = two[0] < two[1] ? two : ([two[1], two[0]] as const);
  if (oneId === otherId) return refused("self");
  const both = await ctx.db
    .selectFrom("helpers")
    .select("id")
    .where("id", "in", [oneId, otherId])
    .where("opportunityId", "=", offer)
    .execute();
  if (both.length < 2) found(undefined);
  if (kind)
    await ctx.db
      .insertInto("helperPairs")
      .values({ oneId, otherId, kind })
      .onConflict((conflict) => conflict.columns(["placeId", "oneId", "otherId"]).doUpdateSet({ kind }))
      .execute();
  else
    await ctx.db
      .deleteFrom("helperPairs")
      .where("oneId", "=", oneId)
      .where("otherId", "=", otherId)
      .execute();
  await record(ctx, "helper.paired", oneId, { opportunityId: offer, otherId, kind: kind ?? null });
  return done(null);
};

/** Takes a person out of every pool: their own wish, or because they leave. */
export const forgetPools = async (ctx: Context, person: Id<"person">): Promise<void> => {
  allow(ctx.actor.kind !== "visitor");
  await ctx.db.deleteFrom("helpers").where("personId", "=", person).execute();
};
