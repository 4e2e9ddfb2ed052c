import { sql } from "kysely";
import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import { findTraceable, type Thing } from "#core/traceable.ts";
import type { Decision } from "#methods/resolution.ts";
import type { MeetingId } from "#modules/consortium/meetings/queries.ts";
import type { Motion } from "#modules/consortium/schema.ts";
import { tie } from "#modules/threads/commands.ts";
import { nameThings } from "#modules/threads/queries.ts";
import type { KeptConflict, ResolutionId } from "./queries.ts";

export type Made = {
  readonly motion: Motion;
  readonly voteId: Id<"motionVote"> | null;
  readonly meetingId: MeetingId | null;
  readonly decision: Decision;
  readonly rulesId: Id<"procedureRule"> | null;
  readonly conflicts: readonly KeptConflict[];
  readonly public: boolean;
};

// Numbers begin anew with each year and are given one after the other, whoever decides at the same moment.
const nextNumber = async (ctx: Context, year: number): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtext('resolutions'), hashtext(${ctx.place.id}))`.execute(ctx.db);
  const { last } = await ctx.db
    .selectFrom("resolutions")
    .select(({ fn }) => fn.max("number").as("last"))
    .where("year", "=", year)
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
};

// What a resolution is about led to it.
const tieThing = async (ctx: Context, thing: Thing, id: ResolutionId): Promise<void> => {
  if (!findTraceable(thing.kind) || !findTraceable("resolution")) return;
  const house = { ...ctx, actor: system };
  if ((await nameThings(house, [thing])).size === 0) return;
  await tie(house, thing, { kind: "resolution", id });
};

/**
 * Keeps what was decided under the next number of its year, with the words as they were voted on; it never changes.
 * Asked only by those who close a vote, within its transaction.
 */
export const makeResolution = async (ctx: Context, made: Made): Promise<ResolutionId> => {
  const { motion, voteId, meetingId, decision, rulesId, conflicts } = made;
  const decidedOn = dayOf(ctx.now);
  const year = Number(decidedOn.slice(0, 4));
  const number = await nextNumber(ctx, year);
  const { id } = await ctx.db
    .insertInto("resolutions")
    .values({
      year,
      number,
      motionId: motion.id,
      voteId,
      meetingId,
      title: motion.title,
      wording: motion.wording,
      reason: motion.reason,
      decision: JSON.stringify(decision),
      rulesId,
      conflicts: JSON.stringify(conflicts),
      public: made.public,
      decidedOn,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { thingKind, thingId } = motion;
  if (thingKind !== null && thingId !== null) await tieThing(ctx, { kind: thingKind, id: thingId }, id);
  await record(ctx, "resolution.made", id, {
    year,
    number,
    motionId: motion.id,
    thingKind,
    thingId,
    meetingId,
  });
  return id;
};
