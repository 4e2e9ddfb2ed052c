import { sql } from "kysely";
import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { day, paragraph } from "#core/input.ts";
import { dayOf, plusDays } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { closeTask } from "#modules/desk/commands.ts";
import {
  type AnswerRefusal,
  keepCommitment,
  lockCommitment,
} from "#modules/strategy/commitments/commands.ts";
import { say } from "#modules/strategy/commitments/messages.ts";
import type { CommitmentId } from "#modules/strategy/commitments/queries.ts";
import { isOpen } from "#modules/strategy/measures/queries.ts";
import { may } from "#modules/strategy/policy.ts";

export const RenewalInput = z.object({ endsOn: day });
export const EndInput = z.object({ words: paragraph(1_000) });

export type RenewalRefusal = "notConfirmed" | "renewed" | "closed" | "earlier";

/** The same again from the day after its end; a renewal of a partner is looked at as any offer. */
export const renewCommitment = async (
  ctx: Context,
  id: CommitmentId,
  endsOn: string,
): Promise<Outcome<CommitmentId, RenewalRefusal>> => {
  const row = await lockCommitment(ctx, id);
  allow(may.promise(ctx, row.organizationId) || may.run(ctx));
  if (row.state !== "confirmed") return refused("notConfirmed");
  if (row.renewed) return refused("renewed");
  if (!isOpen(row.measureState)) return refused("closed");
  const startsOn = plusDays(row.endsOn, 1);
  if (endsOn < startsOn) return refused("earlier");
  const { measureId, organizationId, kind, amount: much, words } = row;
  const again = { measureId, organizationId, kind, amount: much, words, startsOn, endsOn, renewsId: id };
  const renewed = await keepCommitment(ctx, again);
  await closeTask(ctx, "strategy", id, say(ctx)("renewed"));
  await record(ctx, "measure_commitment.renewed", id, { by: renewed });
  return done(renewed);
};

/** It ends before its day, or an offer is taken back; with a reason that stands on its page. */
export const endCommitment = async (
  ctx: Context,
  id: CommitmentId,
  words: string,
): Promise<Outcome<null, AnswerRefusal>> => {
  const row = await lockCommitment(ctx, id);
  allow(may.promise(ctx, row.organizationId) || may.run(ctx));
  if (row.state !== "offered" && row.state !== "confirmed") return refused("answered");
  const state = row.state === "offered" ? "declined" : "ended";
  await ctx.db
    .updateTable("measureCommitments")
    .set({
      state,
      stateWords: words,
      // It ends today, unless its day was earlier or it had not begun.
      ...(state === "ended"
        ? { endsOn: sql<string>`greatest(starts_on, least(ends_on, ${dayOf(ctx.now)}::date))` }
        : {}),
      changedAt: ctx.now,
    })
    .where("id", "=", id)
    .execute();
  await closeTask(ctx, "strategy", id, say(ctx)("renewed"));
  await record(ctx, "measure_commitment.ended", id, { measureId: row.measureId, words });
  return done(null);
};

/** What was not renewed ends on its day. */
export const endPast = async (ctx: Context): Promise<number> => {
  const rows = await ctx.db
    .updateTable("measureCommitments")
    .set({ state: "ended", changedAt: ctx.now })
    .where("state", "=", "confirmed")
    .where("endsOn", "<", dayOf(ctx.now))
    .returning(["id", "measureId"])
    .execute();
  for (const { id, measureId } of rows) {
    await closeTask(ctx, "strategy", id, say(ctx)("endedBySilence"));
    await record(ctx, "measure_commitment.ended", id, { measureId, words: "" });
  }
  return rows.length;
};
