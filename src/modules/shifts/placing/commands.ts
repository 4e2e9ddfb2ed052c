import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { sendMail } from "#core/mail.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { notify } from "#modules/people/notices/commands.ts";
import { refreshOffer } from "#modules/shifts/commands.ts";
import { paths } from "#modules/shifts/paths.ts";
import { lockNeeds, lockPeople } from "#modules/shifts/places/commands.ts";
import { findPlaces, holdsPlace, listHeld, type Place } from "#modules/shifts/places/queries.ts";
import { may } from "#modules/shifts/policy.ts";
import type { Signup } from "#modules/shifts/schema.ts";
import { moveUp } from "#modules/shifts/waiting/commands.ts";
import { say } from "./messages.ts";
import { findContact } from "./queries.ts";

type SignupId = Id<"signup">;
type NeedId = Id<"shiftNeed">;

const threeDays = 3 * 86_400_000;

const rowOf = async (ctx: Context, id: SignupId): Promise<Signup> =>
  found(await ctx.db.selectFrom("signups").selectAll().where("id", "=", id).executeTakeFirst());

const placesOf = async (ctx: Context, from: NeedId, to: NeedId) => {
  const places = await findPlaces(ctx, [from, to]);
  const old = found(places.find(({ id }) => id === from));
  const next = found(
    places.find(({ id, opportunityId }) => id === to && opportunityId === old.opportunityId),
  );
  allow(may.plan(ctx, old));
  return { old, next };
};

/** The sign-up stays the same one, with its code on paper and its line in a calendar; only the place is another. */
const putAt = async (ctx: Context, row: Signup, next: Place, number: number): Promise<Signup["state"]> => {
  const state = row.state === "asked" ? "asked" : "confirmed";
  const byId = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const freed = holdsPlace(row.state) ? row.party : 0;
  await sql`
    with moved as (
      update signups set need_id = ${next.id}, shift_id = ${next.shiftId}, number = ${number}::int, state = ${state},
        state_since = ${ctx.now}, offered_at = null, offer_expires_at = null, token_hash = null,
        during = tstzrange(${next.startsAt}::timestamptz, ${next.endsAt}::timestamptz)
      where id = ${row.id} returning id
    ), emptied as (
      update shift_needs set taken = taken - ${freed}::int where id = ${row.needId}
    ), filled as (
      update shift_needs set taken = taken + ${row.party}::int, entries = ${number}::int where id = ${next.id}
    )
    insert into signup_states (signup_id, state, reason, by_id)
    select id, ${state}, 'moved', ${byId}::uuid from moved`.execute(ctx.db);
  return state;
};

const tellMoved = async (ctx: Context, row: Signup, old: Place, next: Place): Promise<void> => {
  if (row.personId === null) return;
  const person = await findContact(ctx, row.personId);
  if (!person) return;
  const reader = { ...ctx, language: person.language };
  const words = say(reader);
  const when = dayAndTime(reader, next.startsAt, next.endsAt);
  const before = dayAndTime(reader, old.startsAt, old.endsAt);
  const subject = words("movedSubject", { when });
  const text = words("movedText", { offer: next.offer, role: next.role, was: old.role, when, before });
  const key = `signup.moved:${row.id}:${+ctx.now}`;
  const soon = Math.min(+old.startsAt, +next.startsAt) - +ctx.now <= threeDays;
  if (!soon || !person.email) {
    const notice = { kind: "shift", title: subject, text, path: paths.mine, until: next.startsAt };
    return notify(ctx, { personId: row.personId, key, ...notice });
  }
  return sendMail(ctx, {
    key,
    kind: "shift.placed",
    to: { email: person.email, name: person.name, personId: row.personId, language: person.language },
    subject,
    paragraphs: [text, words("movedAsk")],
    actions: [{ label: words("movedAction"), path: paths.mine }],
  });
};

export type MoveRefusal = "full" | "overlap" | "past" | "over" | "already";

const wrongMove = async (
  ctx: Context,
  row: Signup,
  next: Place,
  free: number,
): Promise<MoveRefusal | undefined> => {
  if (!holdsPlace(row.state) && row.state !== "waiting") return "over";
  if (next.canceledAt || next.endsAt <= ctx.now) return "past";
  if (free < row.party) return "full";
  if (row.personId === null) return undefined;
  const held = await listHeld(ctx, row.personId, next.startsAt, next.endsAt);
  if (held.some(({ id, needId }) => id !== row.id && needId === next.id)) return "already";
  return held.some(({ id }) => id !== row.id) ? "overlap" : undefined;
};

/** Moves somebody to another shift or role of the same plan. Who waits for the place that is free now moves up. */
export const moveSignup = async (
  ctx: Context,
  id: SignupId,
  needId: NeedId,
): Promise<Outcome<null, MoveRefusal>> => {
  const first = await rowOf(ctx, id);
  if (first.needId === needId) return done(null);
  const { old, next } = await placesOf(ctx, first.needId, needId);
  const needs = await lockNeeds(ctx, [old.id, next.id]);
  if (first.personId) await lockPeople(ctx, [first.personId]);
  const row = await rowOf(ctx, id);
  // Somebody else has moved them while we waited for the lock.
  if (row.needId !== old.id) return refused("over");
  const need = found(needs.get(next.id));
  const wrong = await wrongMove(ctx, row, next, need.maximum - need.taken);
  if (wrong) return refused(wrong);
  const state = await putAt(ctx, row, next, need.entries + 1);
  const { personId, party } = row;
  const at = { needId: next.id, shiftId: next.shiftId, opportunityId: next.opportunityId };
  await record(ctx, "signup.moved", id, {
    personId,
    party,
    state,
    from: old.id,
    fromShift: old.shiftId,
    ...at,
  });
  await tellMoved(ctx, row, old, next);
  await moveUp(ctx, old.id);
  await refreshOffer(ctx, next.opportunityId);
  return done(null);
};

/** Keeps somebody where they are when a proposal is computed, or leaves them free to be moved. */
export const keepSignup = async (ctx: Context, id: SignupId, fixed: boolean): Promise<void> => {
  const row = await rowOf(ctx, id);
  const place = found((await findPlaces(ctx, [row.needId]))[0]);
  allow(may.plan(ctx, place));
  await ctx.db.updateTable("signups").set({ fixed }).where("id", "=", id).execute();
  await record(ctx, fixed ? "signup.kept" : "signup.loosened", id, { personId: row.personId });
};
