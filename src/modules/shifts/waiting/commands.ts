import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { found, NotFound } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { enqueue } from "#core/jobs.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { newToken } from "#core/token.ts";
import { ruleFor } from "#modules/shifts/admission/queries.ts";
import { tellElsewhere, writeOffer } from "#modules/shifts/letters/commands.ts";
import { lockNeeds, lockPeople, move, recount, tell } from "#modules/shifts/places/commands.ts";
import { findPlaces, type Place } from "#modules/shifts/places/queries.ts";
import type { Signup } from "#modules/shifts/schema.ts";
import { findOffered, listExpired, listLine, listWaitingElsewhere, type Waiting } from "./queries.ts";

const hour = 3_600_000;
const house = (ctx: Context): Context => ({ ...ctx, actor: system });

const note = async (ctx: Context, waiting: Waiting, reason: string): Promise<void> => {
  if (waiting.lastReason === reason) return;
  await ctx.db
    .insertInto("signupStates")
    .values({ signupId: waiting.id, state: "waiting", reason })
    .execute();
};

const offer = async (ctx: Context, place: Place, waiting: Waiting, party: number): Promise<void> => {
  const expiresAt = new Date(Math.min(+ctx.now + place.offerHours * hour, +place.startsAt));
  const { token, hash } = newToken();
  const reason = party < waiting.party ? "part" : "free";
  await move(ctx, waiting, { to: "offered", reason, party, offer: { expiresAt, tokenHash: hash } });
  await writeOffer(ctx, place, { ...waiting, party, expiresAt, token });
  await enqueue(ctx, "waiting.expire", {}, { after: expiresAt, key: waiting.id });
  const { id: signupId, personId, how } = waiting;
  await tell(ctx, { signupId, place, personId, state: "offered", was: "waiting", party, how, reason });
};

/**
 * Offers what is free to those who wait, strictly by number. Who is elsewhere by now keeps the place in the line and is
 * told; a group that needs more than is free is passed over, or offered what there is, as the plan says. Never more
 * places than there are, and none once the shift has begun.
 */
export const moveUp = async (asking: Context, needId: Id<"shiftNeed">): Promise<number> => {
  const ctx = house(asking);
  const [place] = await findPlaces(ctx, [needId]);
  if (!place || place.canceledAt || place.startsAt <= ctx.now) return 0;
  const need = found((await lockNeeds(ctx, [needId])).get(needId));
  let free = need.maximum - need.taken;
  if (free <= 0) return 0;
  const before = await listLine(ctx, needId);
  if (before.length === 0) return 0;
  await lockPeople(
    ctx,
    before.map(({ personId }) => personId),
  );
  let offered = 0;
  // Read once more: somebody may have taken another place while this one waited for them.
  for (const waiting of await listLine(ctx, needId)) {
    if (free === 0) break;
    const party = waiting.party <= free || place.groupWaiting === "skip" ? waiting.party : free;
    if (waiting.isElsewhere) {
      await note(ctx, waiting, "elsewhere");
      await tellElsewhere(ctx, place, waiting);
    } else if (party > free) {
      await note(ctx, waiting, "group");
    } else {
      await offer(ctx, place, waiting, party);
      free -= party;
      offered += 1;
    }
  }
  if (offered > 0) await recount(ctx, [place.opportunityId]);
  return offered;
};

type Freed = { readonly needId: Id<"shiftNeed">; readonly personId: Id<"person"> | null };

/** A place became free: it goes to the next one; and who held it may now move up where they waited at that time. */
export const placeFreed = async (
  ctx: Context,
  id: Id<"signup">,
  { needId, personId }: Freed,
): Promise<void> => {
  await moveUp(ctx, needId);
  if (personId === null) return;
  for (const other of await listWaitingElsewhere(ctx, personId, id)) {
    if (other !== needId) await enqueue(ctx, "waiting.move_up", { need: other }, { key: other });
  }
};

type Locked = { readonly row: Signup; readonly place: Place };

const locked = async (ctx: Context, { id, needId }: Pick<Signup, "id" | "needId">): Promise<Locked> => {
  await lockNeeds(ctx, [needId]);
  const row = await ctx.db.selectFrom("signups").selectAll().where("id", "=", id).executeTakeFirst();
  return { row: found(row), place: found((await findPlaces(house(ctx), [needId]))[0]) };
};

/** Offers that nobody answered in time have passed; the places go on to the next. */
export const passExpired = async (asking: Context): Promise<number> => {
  const ctx = house(asking);
  const expired = await listExpired(ctx);
  await lockNeeds(
    ctx,
    expired.map(({ needId }) => needId),
  );
  for (const one of expired) {
    const { row, place } = await locked(ctx, one);
    if (row.state !== "offered") continue;
    await move(ctx, row, { to: "passed", reason: "expired" });
    const { id: signupId, personId, party, how } = row;
    await tell(ctx, {
      signupId,
      place,
      personId,
      state: "passed",
      was: "offered",
      party,
      how,
      reason: "expired",
    });
    await recount(ctx, [place.opportunityId]);
  }
  return expired.length;
};

export type OfferAnswer = "accept" | "decline";
type OfferRefusal = "answered" | "expired";

const answer = async (
  ctx: Context,
  one: Pick<Signup, "id" | "needId">,
  wanted: OfferAnswer,
): Promise<Outcome<Signup["state"], OfferRefusal>> => {
  const { row, place } = await locked(ctx, one);
  if (row.state === "passed") return refused("expired");
  if (row.state !== "offered" || !row.personId) return refused("answered");
  if ((row.offerExpiresAt ?? ctx.now) <= ctx.now || place.canceledAt) return refused("expired");
  const { id: signupId, personId, party, how } = row;
  const ruling = await ruleFor(house(ctx), place, personId, party);
  const accepted = ruling.state === "confirmed" ? "confirmed" : "asked";
  const to = wanted === "accept" ? accepted : "canceled";
  const reason = wanted === "accept" ? "accepted" : "no_thanks";
  await move(ctx, row, { to, reason });
  await tell(ctx, { signupId, place, personId, state: to, was: "offered", party, how, reason });
  if (to === "canceled") await recount(ctx, [place.opportunityId]);
  return done(to);
};

/** The answer of whoever holds the link of a mail: the link is the permission, and it answers once. */
export const answerByLink = async (ctx: Context, token: string, wanted: OfferAnswer) =>
  answer(ctx, found(await findOffered(ctx, token)), wanted);

/** The same for whoever is signed in and needs no link. */
export const answerOwn = async (ctx: Context, id: Id<"signup">, wanted: OfferAnswer) => {
  const row = await ctx.db
    .selectFrom("signups")
    .select(["id", "needId", "personId"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row || ctx.actor.kind !== "person" || row.personId !== ctx.actor.id) throw new NotFound();
  return answer(ctx, row, wanted);
};
