import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, Forbidden, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { paragraph } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { lockMotion, reviseMotion } from "#modules/consortium/motions/commands.ts";
import { may } from "#modules/consortium/policy.ts";
import { ownSeats, type SeatId } from "#modules/consortium/seats/queries.ts";
import { type CastRefusal, castVote, voidVote } from "#modules/consortium/votes/commands.ts";
import { findVote, type VoteId } from "#modules/consortium/votes/queries.ts";

export type ObjectionId = Id<"motionObjection">;

/** An objection needs a reason and what would have to change; otherwise it is none. */
export const ObjectionInput = z.object({ reason: paragraph(4_000), change: paragraph(4_000) });
export type ObjectionInput = z.output<typeof ObjectionInput>;

/** Other words of the motion that take an objection in, and what is said to it. */
export const TakeInInput = z.object({
  wording: paragraph(10_000),
  answer: paragraph(4_000)
    .optional()
    .transform((value) => value ?? ""),
});

/** A seat cannot live with a motion in a consent. It is that seat's answer; said again, the earlier one is replaced. */
export const objectTo = async (
  ctx: Context,
  voteId: VoteId,
  seatId: SeatId,
  { reason, change }: ObjectionInput,
): Promise<Outcome<ObjectionId, CastRefusal | "noConsent">> => {
  const vote = found(await findVote(ctx, voteId));
  if (vote.method !== "consent") return refused("noConsent");
  const cast = await castVote(ctx, voteId, seatId, { choice: "no" });
  if (!cast.ok) return cast;
  const { version } = await lockMotion(ctx, vote.motionId);
  await ctx.db
    .deleteFrom("motionObjections")
    .where("voteId", "=", voteId)
    .where("seatId", "=", seatId)
    .where("state", "=", "open")
    .execute();
  const { id } = await ctx.db
    .insertInto("motionObjections")
    .values({ motionId: vote.motionId, voteId, seatId, version, reason, change, madeAt: ctx.now })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "objection.made", id, { motionId: vote.motionId, seatId });
  return done(id);
};

export type SettleRefusal = "settled" | "closed" | "same";

const lockObjection = async (ctx: Context, id: ObjectionId) =>
  found(
    await ctx.db
      .selectFrom("motionObjections")
      .selectAll()
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst(),
  );

/** The seat can live with it after all; or whoever runs the meeting hears it say so. */
export const withdrawObjection = async (
  ctx: Context,
  id: ObjectionId,
): Promise<Outcome<null, SettleRefusal>> => {
  const { state, seatId, voteId, motionId } = await lockObjection(ctx, id);
  const own = (await ownSeats(ctx)).some((seat) => seat.id === seatId);
  if (!own && !may.run(ctx)) throw new Forbidden();
  if (state !== "open") return refused("settled");
  if (voteId) {
    const stands = await castVote(ctx, voteId, seatId, { choice: "abstain" });
    if (!stands.ok) return refused("closed");
  }
  await ctx.db
    .updateTable("motionObjections")
    .set({ state: "withdrawn", settledAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "objection.withdrawn", id, { motionId, seatId });
  return done(null);
};

/**
 * Takes an objection into the motion: other words, so another version. The vote that ran is broken off, and everybody
 * is asked anew.
 */
export const takeIn = async (
  ctx: Context,
  id: ObjectionId,
  { wording, answer }: z.output<typeof TakeInInput>,
): Promise<Outcome<{ readonly version: number }, SettleRefusal>> => {
  allow(may.run(ctx));
  const { state, voteId, motionId } = await lockObjection(ctx, id);
  if (state !== "open") return refused("settled");
  const motion = await lockMotion(ctx, motionId);
  if (motion.state === "passed" || motion.state === "withdrawn") return refused("closed");
  if (motion.wording === wording) return refused("same");
  const vote = voteId ? await findVote(ctx, voteId) : undefined;
  if (vote?.state === "open") await voidVote(ctx, vote.id);
  await ctx.db
    .updateTable("motionObjections")
    .set({ state: "integrated", answer, settledAt: ctx.now })
    .where("id", "=", id)
    .execute();
  const version = await reviseMotion(ctx, motionId, wording);
  await record(ctx, "objection.integrated", id, { motionId, version });
  return done({ version });
};
