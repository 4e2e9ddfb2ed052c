import { signedIn, system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, Forbidden, found, NotFound } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { admit, give, type Placed } from "#modules/shifts/admission/commands.ts";
import { gateOf, ruleFor, type SignUpRefusal, wrongChoice } from "#modules/shifts/admission/queries.ts";
import { lockNeeds, lockPeople, move, recount, tell } from "#modules/shifts/places/commands.ts";
import { findPlaces, holdsPlace, listHeld, type Place } from "#modules/shifts/places/queries.ts";
import { may } from "#modules/shifts/policy.ts";
import type { Signup } from "#modules/shifts/schema.ts";

type PersonId = Id<"person">;
type NeedId = Id<"shiftNeed">;
type SignupId = Id<"signup">;

export type SignUp = {
  readonly needIds: readonly NeedId[];
  /** Oneself, unless the office, the organization or the house signs somebody up. */
  readonly personId?: PersonId | undefined;
  readonly party?: number | undefined;
  readonly partyNames?: string | undefined;
  readonly words?: string | undefined;
  readonly how?: Signup["how"] | undefined;
};

const isSelf = ({ actor }: Context, personId: PersonId | null): boolean =>
  actor.kind === "person" && actor.id === personId;

/**
 * Signs somebody up for one or more places of one offer: each is confirmed, asked about or waits in the order of
 * arrival; or the whole is refused for one reason and nothing happens.
 */
export const signUp = async (
  ctx: Context,
  { needIds, personId, party = 1, partyNames, words, how = "self" }: SignUp,
): Promise<Outcome<readonly Placed[], SignUpRefusal>> => {
  const who = personId ?? signedIn(ctx.actor).id;
  const wanted = [...new Set(needIds)];
  const places = await findPlaces(ctx, wanted);
  const [first] = places;
  if (!first || places.length < wanted.length) return refused("nothing");
  // The rules and the settings are those of one plan.
  if (places.some(({ opportunityId }) => opportunityId !== first.opportunityId)) return refused("nothing");
  const forOther = !isSelf(ctx, who);
  if (forOther) allow(places.every((place) => may.plan(ctx, place)));
  const wrong = wrongChoice(ctx, places, forOther);
  if (wrong) return refused(wrong);
  const unsure = await gateOf(ctx, places, who, true);
  if (typeof unsure === "string") return refused(unsure);
  const ruling = await ruleFor(ctx, first, who, party);
  return admit(ctx, { places, personId: who, party, partyNames, words, how, ruling, unsure });
};

export type Assignment = {
  readonly needId: NeedId;
  readonly personId: PersonId;
  readonly how: Signup["how"];
  readonly fixed?: boolean | undefined;
  readonly commitmentId?: Id<"commitment"> | undefined;
  readonly party?: number | undefined;
};

const placeToPlan = async (ctx: Context, needId: NeedId): Promise<Place> => {
  const place = found((await findPlaces(ctx, [needId]))[0]);
  allow(may.plan(ctx, place));
  return place;
};

/**
 * Gives somebody a place: by the planner, the plan or a commitment. No rules are asked, but nobody gets two places of
 * one time, and there are never more than there are. Who assigns many in one transaction calls `holdStill` first.
 */
export const assign = async (
  ctx: Context,
  { needId, party = 1, ...gift }: Assignment,
): Promise<Outcome<Placed, "full" | "overlap" | "past" | "already">> => {
  const place = await placeToPlan(ctx, needId);
  if (place.canceledAt !== null || place.endsAt <= ctx.now) return refused("past");
  return give(ctx, place, { ...gift, party });
};

/** Locks the needs and people that one transaction is about to change, so that two such never block each other. */
export const holdStill = async (
  ctx: Context,
  { needIds, personIds }: { readonly needIds: readonly NeedId[]; readonly personIds: readonly PersonId[] },
): Promise<void> => {
  await lockPeople(ctx, personIds);
  await lockNeeds(ctx, needIds);
};

export type WalkIn = { readonly needId: NeedId; readonly party?: number | undefined } & (
  | { readonly name: string; readonly personId?: undefined }
  | { readonly personId: PersonId; readonly name?: undefined }
);

/** Somebody just came along: they are on the list, and the need grows by them when it is full. */
export const addWalkIn = async (
  ctx: Context,
  { needId, party = 1, personId = null as never, name }: WalkIn,
): Promise<Outcome<SignupId, "canceled" | "overlap" | "already">> => {
  const place = await placeToPlan(ctx, needId);
  if (place.canceledAt) return refused("canceled");
  const outcome = await give(ctx, place, { personId, name, party, how: "walk_in", grows: true });
  if (outcome.ok) return done(outcome.value.signupId);
  return outcome.because === "overlap" ? refused("overlap") : refused("already");
};

type Locked = { readonly row: Signup; readonly place: Place };

/** The sign-up as it stands under the lock of its need; for whoever signed up and whoever plans. */
const locked = async (ctx: Context, id: SignupId): Promise<Locked> => {
  const first = await ctx.db.selectFrom("signups").select("needId").where("id", "=", id).executeTakeFirst();
  const { needId } = found(first);
  const place = found((await findPlaces(ctx, [needId]))[0]);
  await lockNeeds(ctx, [needId]);
  const row = found(
    await ctx.db.selectFrom("signups").selectAll().where("id", "=", id).forNoKeyUpdate().executeTakeFirst(),
  );
  if (!isSelf(ctx, row.personId) && !may.plan(ctx, place)) throw new NotFound();
  return { row, place };
};

const lockedToPlan = async (ctx: Context, id: SignupId): Promise<Locked> => {
  const both = await locked(ctx, id);
  if (!may.plan(ctx, both.place)) throw new Forbidden();
  return both;
};

const isLive = ({ state }: Signup): boolean => holdsPlace(state) || state === "waiting";

/** Moves a sign-up on, tells it, and keeps the numbers of the offer true. */
const step = async (
  ctx: Context,
  { row, place }: Locked,
  to: Signup["state"],
  reason: string,
  words = "",
): Promise<void> => {
  await move(ctx, row, { to, reason, words });
  const { id: signupId, personId, party, how, state: was } = row;
  await tell(ctx, { signupId, place, personId, state: to, was, party, how, reason });
  if (holdsPlace(was) !== holdsPlace(to)) await recount(ctx, [place.opportunityId]);
};

const hour = 3_600_000;

/** "Ich kann doch nicht": the place is free at once. Doing it twice changes nothing. */
export const cancelSignup = async (
  ctx: Context,
  id: SignupId,
  words?: string,
): Promise<Outcome<null, "past" | "late">> => {
  const both = await locked(ctx, id);
  const { row, place } = both;
  if (!isLive(row)) return done(null);
  if (place.startsAt <= ctx.now) return refused("past");
  const isLate = +place.startsAt - +ctx.now < place.cancelHours * hour;
  if (isLate && row.state === "confirmed" && !may.plan(ctx, place)) return refused("late");
  await step(ctx, both, "canceled", isSelf(ctx, row.personId) ? "self" : "office", words);
  return done(null);
};

/** The planner takes somebody off the list, and says why. */
export const removeSignup = async (
  ctx: Context,
  id: SignupId,
  words: string,
): Promise<Outcome<null, "past">> => {
  const both = await lockedToPlan(ctx, id);
  if (!isLive(both.row)) return done(null);
  if (both.place.endsAt <= ctx.now) return refused("past");
  await step(ctx, both, "removed", "planner", words);
  return done(null);
};

/** Yes to somebody who was asked about. */
export const approve = async (ctx: Context, id: SignupId): Promise<Outcome<null, "over">> => {
  const both = await lockedToPlan(ctx, id);
  if (both.row.state === "confirmed") return done(null);
  if (both.row.state !== "asked" || both.place.canceledAt) return refused("over");
  await step(ctx, both, "confirmed", "planner");
  return done(null);
};

/** No to somebody who was asked about or waits; the words go to them. */
export const decline = async (ctx: Context, id: SignupId, words = ""): Promise<Outcome<null, "over">> => {
  const both = await lockedToPlan(ctx, id);
  if (both.row.state === "declined") return done(null);
  if (both.row.state !== "asked" && both.row.state !== "waiting") return refused("over");
  await step(ctx, both, "declined", "planner", words);
  return done(null);
};

/** Passes a confirmed place on to somebody else: it is never free in between, so nobody of the line is asked. */
export const passOn = async (
  ctx: Context,
  id: SignupId,
  to: PersonId,
): Promise<Outcome<SignupId, "over" | "overlap" | "already">> => {
  await lockPeople(ctx, [to]);
  const { row, place } = await locked(ctx, id);
  if (row.state !== "confirmed" || place.startsAt <= ctx.now) return refused("over");
  const house = { ...ctx, actor: system };
  const held = await listHeld(ctx, to, place.startsAt, place.endsAt);
  if (held.some(({ needId }) => needId === place.id)) return refused("already");
  if (held.length > 0) return refused("overlap");
  await move(ctx, row, { to: "canceled", reason: "handover" });
  const { personId, party, how } = row;
  // Before it is told that a place is free it is taken again.
  const given = await give(house, place, { personId: to, party: 1, how: "handover" });
  await tell(ctx, {
    signupId: id,
    place,
    personId,
    state: "canceled",
    was: "confirmed",
    party,
    how,
    reason: "handover",
  });
  return given.ok ? done(given.value.signupId) : refused("over");
};
