import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import {
  type Counted,
  countTaken,
  type Entry,
  enter,
  enterNext,
  lockNeeds,
  lockPeople,
  move,
  recount,
  tell,
  tellEntered,
} from "#modules/shifts/places/commands.ts";
import { holdsPlace, listHeld, liveStates, overlaps, type Place } from "#modules/shifts/places/queries.ts";
import { noteDecisions } from "#modules/shifts/rules/commands.ts";
import type { Signup } from "#modules/shifts/schema.ts";
import { type Ruling, spanOf } from "./queries.ts";

type PersonId = Id<"person">;
type NeedId = Id<"shiftNeed">;

/** What became of one of the places somebody signed up for. */
export type Placed = {
  readonly signupId: Id<"signup">;
  readonly needId: NeedId;
  readonly shiftId: Id<"shift">;
  readonly state: "confirmed" | "asked" | "waiting";
  /** The place in the line. */
  readonly number: number;
};

export type Admission = Pick<Entry, "party" | "partyNames" | "words" | "how"> & {
  readonly places: readonly Place[];
  readonly personId: PersonId;
  readonly ruling: Ruling;
  /** The needs for which nobody knows whether the person is old enough. */
  readonly unsure: ReadonlySet<NeedId>;
};

const liveAt = (ctx: Context, needIds: readonly NeedId[], personId: PersonId) =>
  ctx.db
    .selectFrom("signups")
    .selectAll()
    .where("personId", "=", personId)
    .where("state", "in", [...liveStates])
    .where("needId", "in", [...needIds])
    .limit(1)
    .executeTakeFirst();

/** As if there were room; whether there is, is decided where it is counted. */
const roomy = { entries: 0, taken: 0, maximum: Number.POSITIVE_INFINITY };

const entryOf = (admission: Admission, place: Place, need: Omit<Counted, "id">): Entry => {
  const { personId, party, partyNames, words, how, ruling, unsure } = admission;
  const base = { place, personId, party, partyNames, words, how, number: need.entries + 1 };
  if (ruling.state === "blocked") return { ...base, state: "declined", reason: "rule" };
  if (need.maximum - need.taken < party) return { ...base, state: "waiting", reason: "full" };
  if (unsure.has(place.id)) return { ...base, state: "asked", reason: "age" };
  return { ...base, state: ruling.state, reason: ruling.reason };
};

/**
 * Lets somebody in: each place is held, asked for or waited for in the order of arrival, or nothing happens at all.
 * The person is locked already, and all that is slow was read before: the needs are locked last and not for long.
 */
export const admit = async (
  ctx: Context,
  admission: Admission,
): Promise<Outcome<readonly Placed[], "already" | "overlap" | "blocked">> => {
  const { places, personId } = admission;
  const needIds = places.map(({ id }) => id);
  const { from, until } = spanOf(places);
  const own = await listHeld(ctx, personId, from, until, liveStates);
  if (own.some(({ needId }) => needIds.includes(needId))) return refused("already");
  const held = own.filter(({ state }) => holdsPlace(state));
  const [only, second] = places;
  // Who wants one place and is free at that time: nothing is left to decide but whether there is room.
  if (only && !second && own.length === 0) {
    const entry = await enterNext(ctx, entryOf(admission, only, roomy));
    return follow(ctx, admission, [entry], new Map([[only.id, entry.id]]));
  }
  const needs = await lockNeeds(ctx, needIds);
  const entries = places.map((place) => entryOf(admission, place, found(needs.get(place.id))));
  // Who only waits may be elsewhere at that time: they can still choose.
  const clashes = ({ place, state }: Entry) => holdsPlace(state) && held.some((one) => overlaps(one, place));
  if (entries.some(clashes)) return refused("overlap");
  const ids = new Map((await enter(ctx, entries)).map(({ id, needId }) => [needId, id]));
  return follow(ctx, admission, entries, ids);
};

/** What follows from being entered: the decision of a rule is noted, who listens is told, the offer counts. */
const follow = async (
  ctx: Context,
  { places, party, ruling }: Admission,
  entries: readonly Entry[],
  ids: ReadonlyMap<NeedId, Id<"signup">>,
): Promise<Outcome<readonly Placed[], "blocked">> => {
  if (ruling.decision) await noteDecisions(ctx, ruling.decision, [...ids.values()]);
  const placed: Placed[] = [];
  for (const entry of entries) {
    const { place, state, number } = entry;
    const signupId = found(ids.get(place.id));
    await tellEntered(ctx, signupId, entry);
    if (state !== "declined")
      placed.push({ signupId, needId: place.id, shiftId: place.shiftId, state, number });
  }
  if (ruling.state === "blocked") return refused("blocked");
  const taken = entries.filter(({ state }) => holdsPlace(state));
  const [first] = places;
  if (first) await countTaken(ctx, first.opportunityId, taken.length * party);
  return done(placed);
};

export type Gift = Pick<Entry, "personId" | "name" | "partyNames" | "how" | "fixed" | "commitmentId"> & {
  readonly party: number;
  /** Who stands at the door is there, whatever the plan said: the need grows by them. */
  readonly grows?: boolean | undefined;
};

const note = (ctx: Context, id: Id<"signup">, { how, fixed, commitmentId }: Gift) =>
  ctx.db
    .updateTable("signups")
    .set({ how, fixed: fixed ?? false, commitmentId: commitmentId ?? null })
    .where("id", "=", id)
    .execute();

/** Gives somebody a place without asking any rule. Who waited or was asked about at this need is confirmed. */
export const give = async (
  ctx: Context,
  place: Place,
  gift: Gift,
): Promise<Outcome<Placed, "full" | "overlap" | "already">> => {
  const { personId, how } = gift;
  if (personId) await lockPeople(ctx, [personId]);
  const need = found((await lockNeeds(ctx, [place.id])).get(place.id));
  const before = personId ? await liveAt(ctx, [place.id], personId) : undefined;
  if (before?.state === "confirmed") return refused("already");
  const party = before?.party ?? gift.party;
  const more = before && holdsPlace(before.state) ? 0 : party;
  const isFull = need.maximum - need.taken < more;
  if (isFull && !gift.grows) return refused("full");
  const held = personId ? await listHeld(ctx, personId, place.startsAt, place.endsAt) : [];
  if (held.some(({ needId }) => needId !== place.id)) return refused("overlap");
  if (isFull) await grow(ctx, place.id, need.taken + more);
  const number = before?.number ?? need.entries + 1;
  const signupId = before ? before.id : await write(ctx, { ...gift, place, number, party });
  if (before) {
    await move(ctx, before, { to: "confirmed", reason: how });
    await note(ctx, before.id, gift);
    const was: Signup["state"] = before.state;
    await tell(ctx, { signupId, place, personId, state: "confirmed", was, party, how, reason: how });
  }
  await recount(ctx, [place.opportunityId]);
  return done({ signupId, needId: place.id, shiftId: place.shiftId, state: "confirmed", number });
};

const grow = (ctx: Context, id: NeedId, maximum: number) =>
  ctx.db.updateTable("shiftNeeds").set({ maximum }).where("id", "=", id).execute();

const write = async (ctx: Context, gift: Omit<Entry, "state" | "reason">): Promise<Id<"signup">> => {
  const entry: Entry = { ...gift, state: "confirmed", reason: gift.how };
  const [entered] = await enter(ctx, [entry]);
  const { id } = found(entered);
  await tellEntered(ctx, id, entry);
  return id;
};
