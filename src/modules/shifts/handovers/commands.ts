import { signedIn, system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { found, NotFound } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { newToken } from "#core/token.ts";
import { gateOf, ruleFor } from "#modules/shifts/admission/queries.ts";
import { tellGiver, tellReceivers, tellSpeakers } from "#modules/shifts/handover-letters/commands.ts";
import { findPlaces, listHeld } from "#modules/shifts/places/queries.ts";
import { holdStill, passOn } from "#modules/shifts/signups/commands.ts";
import { findSignup, type SignupRow } from "#modules/shifts/signups/queries.ts";
import {
  findGiven,
  findHandover,
  type HandoverRow,
  listFellows,
  listSpeakers,
  openHandover,
  readHandover,
  standingOf,
} from "./queries.ts";

type PersonId = Id<"person">;
type SignupId = Id<"signup">;

const asHouse = (ctx: Context): Context => ({ ...ctx, actor: system });

/** Does nothing stand against this person taking this place: age, qualification, a rule, another shift at that time? */
const wrongTaker = async (
  ctx: Context,
  needId: Id<"shiftNeed">,
  personId: PersonId,
  without: readonly SignupId[] = [],
): Promise<"age" | "qualification" | "guardian" | "blocked" | "overlap" | undefined> => {
  const house = asHouse(ctx);
  const [place] = await findPlaces(house, [needId]);
  const here = found(place);
  const gate = await gateOf(house, [here], personId);
  if (typeof gate === "string") return gate;
  if (gate.size > 0) return "age";
  if ((await ruleFor(house, here, personId, 1)).state === "blocked") return "blocked";
  const held = await listHeld(house, personId, here.startsAt, here.endsAt);
  return held.some(({ id }) => !without.includes(id)) ? "overlap" : undefined;
};

export type HandoverInput = {
  /** To one person, against one of their shifts, or else to whoever of the offer takes it. */
  readonly toId?: PersonId | undefined;
  readonly returnId?: SignupId | undefined;
  readonly words?: string | undefined;
};

export type GiveRefusal = "over" | "group" | "already" | "receiver";

const receiverOf = async (
  ctx: Context,
  signup: SignupRow,
  { toId, returnId }: HandoverInput,
): Promise<PersonId | null | undefined> => {
  const me = signedIn(ctx.actor).id;
  if (returnId) {
    const given = await findGiven(ctx, returnId);
    const fits = given?.opportunityId === signup.opportunityId && given.state === "confirmed";
    return fits && given.party === 1 && given.personId !== me ? (given.personId ?? undefined) : undefined;
  }
  if (!toId) return null;
  const fellows = await listFellows(ctx, signup.opportunityId, me);
  return fellows.find(({ id }) => id === toId)?.id;
};

/** "Ich kann nicht – kommt jemand an meiner Stelle?": the place stays one's own until somebody has taken it. */
export const offerHandover = async (
  ctx: Context,
  signupId: SignupId,
  input: HandoverInput,
): Promise<Outcome<{ readonly id: Id<"handover">; readonly token: string }, GiveRefusal>> => {
  const me = signedIn(ctx.actor).id;
  const signup = found(await findSignup(ctx, signupId));
  if (signup.personId !== me) throw new NotFound();
  if (signup.state !== "confirmed" || signup.canceledAt || signup.startsAt <= ctx.now) return refused("over");
  if (signup.party > 1) return refused("group");
  const toId = await receiverOf(ctx, signup, input);
  if (toId === undefined) return refused("receiver");
  const { token, hash } = newToken();
  const row = await ctx.db
    .insertInto("handovers")
    .values({
      signupId,
      fromId: me,
      toId,
      returnId: input.returnId ?? null,
      words: input.words ?? "",
      tokenHash: hash,
      expiresAt: signup.startsAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return refused("already");
  await record(ctx, "handover.offered", row.id, { signupId, toId, opportunityId: signup.opportunityId });
  const handover = found(await readHandover(ctx, row.id));
  await tellReceivers(ctx, handover, token, await receivers(ctx, handover));
  return done({ id: row.id, token });
};

const mostAsked = 30;

/** Who is told: the one it is meant for, or those of the offer who could come. */
const receivers = async (ctx: Context, handover: HandoverRow) => {
  const fellows = await listFellows(ctx, handover.opportunityId, handover.fromId);
  if (handover.toId) return fellows.filter(({ id }) => id === handover.toId);
  const fitting: typeof fellows = [];
  for (const fellow of fellows.slice(0, mostAsked)) {
    if (!(await wrongTaker(ctx, handover.needId, fellow.id))) fitting.push(fellow);
  }
  return fitting;
};

/** Comes oneself after all. */
export const withdrawHandover = async (ctx: Context, signupId: SignupId): Promise<Outcome<null, "taken">> => {
  const open = await openHandover(ctx, signupId);
  if (!open) return refused("taken");
  if (open.fromId !== signedIn(ctx.actor).id) throw new NotFound();
  await ctx.db.selectFrom("handovers").select("id").where("id", "=", open.id).forUpdate().execute();
  const { numUpdatedRows } = await ctx.db
    .updateTable("handovers")
    .set({ withdrawnAt: ctx.now })
    .where("id", "=", open.id)
    .where("takenAt", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return refused("taken");
  await record(ctx, "handover.withdrawn", open.id, { signupId, opportunityId: open.opportunityId });
  return done(null);
};

export type TakeRefusal =
  | "gone"
  | "own"
  | "notYours"
  | "age"
  | "qualification"
  | "guardian"
  | "blocked"
  | "overlap";

const lockedByToken = async (ctx: Context, token: string): Promise<HandoverRow> => {
  const { id } = found(await findHandover(ctx, token));
  await ctx.db.selectFrom("handovers").select("id").where("id", "=", id).forUpdate().execute();
  return found(await readHandover(ctx, id));
};

/** The shift of the taker that goes to the giver, when it is a swap; nothing when it cannot go any more. */
const returned = async (ctx: Context, { returnId, fromId, signupId }: HandoverRow, me: PersonId) => {
  if (!returnId) return null;
  const given = await findGiven(ctx, returnId);
  if (given?.personId !== me || given.state !== "confirmed" || given.startsAt <= ctx.now) return undefined;
  return (await wrongTaker(ctx, given.needId, fromId, [signupId])) ? undefined : given;
};

/** Takes the shift of somebody else. Two who want it take turns at its row: the second is told that it is gone. */
export const takeHandover = async (ctx: Context, token: string): Promise<Outcome<SignupId, TakeRefusal>> => {
  const me = signedIn(ctx.actor).id;
  const row = await lockedByToken(ctx, token);
  if (standingOf(ctx, row) !== "open") return refused("gone");
  if (row.fromId === me) return refused("own");
  if (row.toId && row.toId !== me) return refused("notYours");
  const back = await returned(ctx, row, me);
  if (back === undefined) return refused("gone");
  const wrong = await wrongTaker(ctx, row.needId, me, back ? [back.id] : []);
  if (wrong) return refused(wrong);
  const house = asHouse(ctx);
  const needIds = [row.needId, ...(back ? [back.needId] : [])];
  await holdStill(house, { needIds, personIds: [me, row.fromId] });
  const passed = await passOn(house, row.signupId, me);
  if (!passed.ok) return refused(passed.because === "over" ? "gone" : "overlap");
  if (back) {
    const swapped = await passOn(house, back.id, row.fromId);
    // Nothing half: the error undoes the first half as well.
    if (!swapped.ok) throw new Error(`a swap went only one way: ${swapped.because}`);
  }
  await ctx.db
    .updateTable("handovers")
    .set({ takenBy: me, takenAt: ctx.now })
    .where("id", "=", row.id)
    .execute();
  const { signupId, opportunityId, fromId } = row;
  await record(ctx, "handover.taken", row.id, { signupId, opportunityId, fromId, takenBy: me });
  const taker = signedIn(ctx.actor).name;
  await tellGiver(ctx, row, taker, back);
  await tellSpeakers(ctx, row, taker, await listSpeakers(ctx, row.organizationId));
  return done(passed.value);
};
