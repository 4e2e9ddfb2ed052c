import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { allow, Forbidden, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { dayOf } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import type { Marks } from "#methods/ballot.ts";
import type { Choice } from "#methods/resolution.ts";
import { lockMotion } from "#modules/consortium/motions/commands.ts";
import { findMotion, type MotionId, type MotionRow, rulesById } from "#modules/consortium/motions/queries.ts";
import { may } from "#modules/consortium/policy.ts";
import { ownSeats, type SeatId } from "#modules/consortium/seats/queries.ts";
import type { VoteMethod } from "#modules/consortium/vocabulary.ts";
import { findVote, type VoteId, type VoteOption, type VoteRow } from "./queries.ts";

/** Fewer slips than this would tell who said what. */
export const fewestSecret = 3;

export type OpenRefusal =
  | "notRunning"
  | "decided"
  | "voting"
  | "nobody"
  | "fewForSecret"
  | "secretSectors"
  | "options";

// Who has a vote on this day, who of them is there, and who has an interest of their own in this item.
const keepSeats = async (ctx: Context, vote: VoteId, motion: MotionRow): Promise<number> => {
  const day = dayOf(ctx.now);
  const { rows } = await sql<{ present: boolean }>`
    insert into vote_seats (vote_id, seat_id, present, biased)
    select ${vote}, s.id,
      exists (select from meeting_presences p where p.meeting_id = ${motion.meetingId} and p.seat_id = s.id
        and p.came_at <= ${ctx.now} and (p.left_at is null or p.left_at > ${ctx.now})),
      exists (select from conflicts_of_interest c where c.agenda_item_id = ${motion.agendaItemId} and c.seat_id = s.id)
    from seats s
    where s.voting and s.starts_on <= ${day} and (s.ends_on is null or s.ends_on >= ${day})
    returning present`.execute(ctx.db);
  return rows.filter(({ present }) => present).length;
};

// Nobody closes the meeting until the vote stands.
const holdRunning = async (ctx: Context, meeting: MotionRow["meetingId"]): Promise<boolean> =>
  (
    await ctx.db
      .selectFrom("meetings")
      .select("state")
      .where("id", "=", meeting)
      .forShare()
      .executeTakeFirst()
  )?.state === "running";

/** Opens a vote on a motion of a running meeting; who is there now may vote. */
export const openVote = async (
  ctx: Context,
  motionId: MotionId,
  { method, options = [] }: { readonly method: VoteMethod; readonly options?: readonly VoteOption[] },
): Promise<Outcome<VoteId, OpenRefusal>> => {
  allow(may.run(ctx));
  const { state } = await lockMotion(ctx, motionId);
  const motion = found(await findMotion(ctx, motionId));
  if (state === "voting") return refused("voting");
  if (state !== "open" && state !== "deferred") return refused("decided");
  if (!(await holdRunning(ctx, motion.meetingId))) return refused("notRunning");
  if (method === "consensing" && options.length < 2) return refused("options");
  const rules = await rulesById(ctx, motion.rulesId);
  if (method === "secret" && rules.sectors.kind !== "none" && rules.sectors.subjects.includes(motion.subject))
    return refused("secretSectors");
  const { last } = await ctx.db
    .selectFrom("motionVotes")
    .select(({ fn }) => fn.max("number").as("last"))
    .where("motionId", "=", motionId)
    .executeTakeFirstOrThrow();
  const { id } = await ctx.db
    .insertInto("motionVotes")
    .values({
      motionId,
      number: Number(last ?? 0) + 1,
      method,
      options: JSON.stringify(options),
      openedAt: ctx.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const present = await keepSeats(ctx, id, motion);
  if (present === 0 || (method === "secret" && present < fewestSecret)) {
    await ctx.db.deleteFrom("motionVotes").where("id", "=", id).execute();
    return refused(present === 0 ? "nobody" : "fewForSecret");
  }
  await ctx.db
    .updateTable("motions")
    .set({ state: "voting", changedAt: ctx.now })
    .where("id", "=", motionId)
    .execute();
  await record(ctx, "vote.opened", id, { motionId, method });
  return done(id);
};

/** What a seat says: yes, no or an abstention; or how much it can bear of each option. */
export type Said = { readonly choice: Choice } | { readonly marks: Marks };

export type CastRefusal = "closed" | "hands" | "notHere" | "biased" | "voted" | "marks";

/** Together with others, but never while somebody closes: no vote comes after the count. */
export const holdVote = async (ctx: Context, id: VoteId, how: "together" | "alone"): Promise<VoteRow> => {
  const query = ctx.db.selectFrom("motionVotes").select("id").where("id", "=", id);
  await (how === "alone" ? query.forUpdate() : query.forShare()).executeTakeFirst();
  return found(await findVote(ctx, id));
};

const fits = ({ method, options }: VoteRow, said: Said): boolean => {
  if (method !== "consensing") return "choice" in said;
  return (
    "marks" in said &&
    options.every(({ key }) => {
      const mark = said.marks[key];
      return mark !== undefined && Number.isSafeInteger(mark) && mark >= 0 && mark <= 10;
    })
  );
};

const keepChoice = async (ctx: Context, voteId: VoteId, seatId: SeatId, said: Said): Promise<void> => {
  const row =
    "choice" in said
      ? { choice: said.choice, marks: null }
      : { choice: null, marks: JSON.stringify(said.marks) };
  await ctx.db
    .insertInto("voteChoices")
    .values({ voteId, seatId, ...row, madeAt: ctx.now })
    .onConflict((conflict) =>
      conflict.columns(["placeId", "voteId", "seatId"]).doUpdateSet({ ...row, madeAt: ctx.now }),
    )
    .execute();
};

/**
 * A seat votes: from the phone of whoever holds it, or typed by whoever runs the meeting. By name it may be changed
 * until the vote is closed; a secret slip lies in the box, without seat and moment, and nobody else's hand puts it in.
 */
export const castVote = async (
  ctx: Context,
  id: VoteId,
  seatId: SeatId,
  said: Said,
): Promise<Outcome<null, CastRefusal>> => {
  const own = (await ownSeats(ctx)).some((seat) => seat.id === seatId);
  const vote = await holdVote(ctx, id, "together");
  if (!own && (!may.run(ctx) || vote.method === "secret")) throw new Forbidden();
  const seat = found(
    await ctx.db
      .selectFrom("voteSeats")
      .select(["present", "biased", "voted"])
      .where("voteId", "=", id)
      .where("seatId", "=", seatId)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (vote.state !== "open") return refused("closed");
  if (vote.method === "hand") return refused("hands");
  if (seat.biased) return refused("biased");
  if (!seat.present) return refused("notHere");
  if (!fits(vote, said)) return refused("marks");
  if (vote.method !== "secret") await keepChoice(ctx, id, seatId, said);
  else if (seat.voted) return refused("voted");
  else if ("choice" in said) {
    await ctx.db
      .updateTable("voteSeats")
      .set({ voted: true })
      .where("voteId", "=", id)
      .where("seatId", "=", seatId)
      .execute();
    await ctx.db.insertInto("voteSlips").values({ voteId: id, choice: said.choice }).execute();
  }
  return done(null);
};

export type TypedVote = { readonly seatId: SeatId; readonly choice: Choice };

/** Whoever runs the meeting types what seats say by name, many at once: all or none. */
export const typeVotes = async (
  ctx: Context,
  id: VoteId,
  said: readonly TypedVote[],
): Promise<Outcome<number, "closed" | "hands" | "notHere">> => {
  allow(may.run(ctx));
  const vote = await holdVote(ctx, id, "together");
  if (vote.state !== "open") return refused("closed");
  if (vote.method !== "named" && vote.method !== "consent") return refused("hands");
  if (said.length === 0) return done(0);
  const seats = await ctx.db
    .selectFrom("voteSeats")
    .select("seatId")
    .where("voteId", "=", id)
    .where(
      "seatId",
      "in",
      said.map(({ seatId }) => seatId),
    )
    .where("present", "=", true)
    .where("biased", "=", false)
    .execute();
  if (seats.length < said.length) return refused("notHere");
  await ctx.db
    .insertInto("voteChoices")
    .values(said.map(({ seatId, choice }) => ({ voteId: id, seatId, choice, madeAt: ctx.now })))
    .onConflict((conflict) =>
      conflict
        .columns(["placeId", "voteId", "seatId"])
        .doUpdateSet(({ ref }) => ({ choice: ref("excluded.choice"), madeAt: ctx.now })),
    )
    .execute();
  return done(said.length);
};

/** Breaks a vote off, as if it had not been: what was said in it is deleted, and the motion is open again. */
export const voidVote = async (ctx: Context, id: VoteId): Promise<Outcome<null, "closed">> => {
  allow(may.run(ctx));
  const vote = await holdVote(ctx, id, "alone");
  if (vote.state !== "open") return refused("closed");
  await ctx.db.deleteFrom("voteChoices").where("voteId", "=", id).execute();
  await ctx.db.deleteFrom("voteSlips").where("voteId", "=", id).execute();
  await ctx.db
    .updateTable("motionVotes")
    .set({ state: "void", closedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await ctx.db
    .updateTable("motions")
    .set({ state: "open", changedAt: ctx.now })
    .where("id", "=", vote.motionId)
    .execute();
  await record(ctx, "vote.voided", id, { motionId: vote.motionId });
  return done(null);
};
