import { sql } from "kysely";
import type * as z from "zod";
import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { allow, Forbidden, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { day } from "#core/input.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import { sendMail } from "#core/mail.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import type { Choice } from "#methods/resolution.ts";
import { circularSettled } from "#methods/resolution-circular.ts";
import { closeVote } from "#modules/consortium/counting/commands.ts";
import { listInvited } from "#modules/consortium/invitations/queries.ts";
import { addMotion, MotionInput, settleMotion } from "#modules/consortium/motions/commands.ts";
import { findMotion, type MotionId, rulesById } from "#modules/consortium/motions/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { rulesInForce } from "#modules/consortium/procedure/queries.ts";
import { ownSeats, type SeatId } from "#modules/consortium/seats/queries.ts";
import { type CastRefusal, castVote, holdVote, voidVote } from "#modules/consortium/votes/commands.ts";
import { findVote, readBallot, type VoteId } from "#modules/consortium/votes/queries.ts";
import { say } from "./messages.ts";
import { listDue, listWaiting } from "./queries.ts";

export const CircularInput = MotionInput.extend({ dueOn: day });
export type CircularInput = z.output<typeof CircularInput>;

/** The first day on which a letter that goes out today may end. */
export const firstDueDay = async (ctx: Context): Promise<{ readonly day: string; readonly days: number }> => {
  const { rules } = await rulesInForce(ctx);
  return { day: plusDays(dayOf(ctx.now), rules.circular.days), days: rules.circular.days };
};

// Everybody with a vote on this day is asked, wherever they are.
const keepSeats = async (ctx: Context, vote: VoteId): Promise<readonly SeatId[]> => {
  const today = dayOf(ctx.now);
  const { rows } = await sql<{ seatId: SeatId }>`
    insert into vote_seats (vote_id, seat_id, present)
    select ${vote}, s.id, true from seats s
    where s.voting and s.starts_on <= ${today} and (s.ends_on is null or s.ends_on >= ${today})
    returning seat_id`.execute(ctx.db);
  return rows.map(({ seatId }) => seatId);
};

type Kind = "asked" | "reminded";

// Everybody on these seats is written to, once a person.
const write = async (ctx: Context, kind: Kind, motion: MotionId, seats: readonly SeatId[]): Promise<void> => {
  const { title, wording, dueAt } = found(await findMotion(ctx, motion));
  const people = (await listInvited(ctx, dayOf(ctx.now))).filter(({ seatId }) => seats.includes(seatId));
  const addresses = new Map(people.flatMap((one) => (one.email ? [[one.email, one] as const] : [])));
  for (const [email, { name, personId, language, seatTitle }] of addresses) {
    const reader = { ...ctx, language: ctx.place.languages.includes(language) ? language : ctx.language };
    const words = say(reader);
    const until = dueAt ? dayWithYear(reader, dueAt) : "";
    await sendMail(ctx, {
      key: `circular.${kind}:${motion}:${email}`,
      kind: `circular.${kind}`,
      to: { email, name, language: reader.language, ...(personId ? { personId } : {}) },
      subject: words(`${kind}Subject`, { title }),
      paragraphs: [words(`${kind}Text`, { seat: seatTitle, day: until }), wording],
      actions: [{ label: words("toAnswer"), path: paths.circular(motion) }],
    });
  }
};

/** Sends a motion out by letter: every seat with a vote is asked, and has the days that the rules give. */
export const sendCircular = async (
  ctx: Context,
  { dueOn, ...input }: CircularInput,
): Promise<Outcome<MotionId, "early" | "nobody">> => {
  allow(may.run(ctx));
  const { id: rulesId } = await rulesInForce(ctx);
  if (dueOn < (await firstDueDay(ctx)).day) return refused("early");
  const added = await addMotion(ctx, null, { ...input, dueAt: instantAt(dueOn, "23:59"), rulesId });
  if (!added.ok) throw new Error("a letter has no meeting that could be over");
  const motionId = added.value;
  const { id } = await ctx.db
    .insertInto("motionVotes")
    .values({ motionId, number: 1, method: "named", openedAt: ctx.now })
    .returning("id")
    .executeTakeFirstOrThrow();
  const seats = await keepSeats(ctx, id);
  if (seats.length === 0) {
    await ctx.db.deleteFrom("motions").where("id", "=", motionId).execute();
    return refused("nobody");
  }
  await ctx.db.updateTable("motions").set({ state: "voting" }).where("id", "=", motionId).execute();
  await record(ctx, "vote.opened", id, { motionId, method: "circular" });
  await write(ctx, "asked", motionId, seats);
  return done(motionId);
};

export type AnswerRefusal = CastRefusal;

// Nobody waits for a day on which nothing can change any more; but who said something may change it while others think.
const closeIfComplete = async (ctx: Context, id: VoteId): Promise<void> => {
  const vote = found(await findVote(ctx, id));
  const motion = found(await findMotion({ ...ctx, actor: { kind: "system" } }, vote.motionId));
  const ballot = await readBallot(ctx, vote, { subject: motion.subject, announced: true });
  const complete = ballot.seats.every(({ biased, vote: said }) => biased || said !== undefined);
  if (complete && circularSettled(await rulesById(ctx, motion.rulesId), ballot))
    await closeVote({ ...ctx, actor: { kind: "system" } }, id);
};

/** A seat answers by letter: with its vote, or that it has an interest of its own. Once all have answered it is counted. */
export const answerCircular = async (
  ctx: Context,
  id: VoteId,
  seatId: SeatId,
  answer: Choice | "biased",
): Promise<Outcome<null, AnswerRefusal>> => {
  const own = (await ownSeats(ctx)).some((seat) => seat.id === seatId);
  if (!own && !may.run(ctx)) throw new Forbidden();
  // One after the other: the last one sees all others, and closes.
  const vote = await holdVote(ctx, id, "alone");
  const motion = found(await findMotion({ ...ctx, actor: { kind: "system" } }, vote.motionId));
  if (!motion.circular || vote.state !== "open" || !motion.dueAt || motion.dueAt <= ctx.now)
    return refused("closed");
  if (answer === "biased") {
    await ctx.db.deleteFrom("voteChoices").where("voteId", "=", id).where("seatId", "=", seatId).execute();
    await ctx.db
      .updateTable("voteSeats")
      .set({ biased: true })
      .where("voteId", "=", id)
      .where("seatId", "=", seatId)
      .execute();
  } else {
    const cast = await castVote(ctx, id, seatId, { choice: answer });
    if (!cast.ok) return cast;
  }
  await closeIfComplete(ctx, id);
  return done(null);
};

/** Takes a letter back before its day; what was answered is deleted. */
export const recallCircular = async (
  ctx: Context,
  motion: MotionId,
  vote: VoteId,
  words: string,
): Promise<Outcome<null, "closed">> => {
  allow(may.run(ctx));
  const broken = await voidVote(ctx, vote);
  if (!broken.ok) return broken;
  const settled = await settleMotion(ctx, motion, "withdrawn", words);
  return settled.ok ? done(null) : refused("closed");
};

const daysBefore = 3;

/** Counts what is due, and reminds those who have three days left. */
export const watchCirculars = async (ctx: Context): Promise<void> => {
  const soon = new Date(+ctx.now + daysBefore * 86_400_000);
  for (const { id, voteId, dueAt } of await listDue(ctx, soon)) {
    if (dueAt && dueAt <= ctx.now) {
      await closeVote(ctx, voteId);
      continue;
    }
    const seats = (await listInvited(ctx, dayOf(ctx.now))).map(({ seatId }) => seatId);
    const waiting = (await listWaiting(ctx, seats)).filter(({ motionId }) => motionId === id);
    await write(
      ctx,
      "reminded",
      id,
      waiting.map(({ seatId }) => seatId),
    );
  }
};
