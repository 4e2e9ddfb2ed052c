import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import type { ProcedureRules } from "#methods/resolution.ts";
import type { ItemId } from "#modules/consortium/agenda/queries.ts";
import { lockMeeting } from "#modules/consortium/meetings/commands.ts";
import type { MeetingId } from "#modules/consortium/meetings/queries.ts";
import { may } from "#modules/consortium/policy.ts";
import { rulesOfMeeting } from "#modules/consortium/procedure/queries.ts";
import { ownSeats } from "#modules/consortium/seats/queries.ts";
import type { PresenceId } from "./queries.ts";

type Way = { readonly way: "room" | "remote" };

/** Who comes on a seat: its member or a deputy. */
export type SeatArrival = Way & {
  readonly seatId: Id<"seat">;
  readonly part: "member" | "deputy";
  readonly holderId?: Id<"seatHolder"> | null | undefined;
  readonly name: string;
};

/** Who comes, on a seat or as a guest; now, when no moment is named. */
export type Arrival = (SeatArrival | (Way & { readonly guest: string })) & { readonly at?: Date | undefined };

export type ArrivalRefusal = "notRunning" | "there" | "future" | "noDeputy" | "noRemote";

const myself = ({ actor }: Context): Id<"person"> | null => (actor.kind === "person" ? actor.id : null);

// Whoever holds or deputizes a seat may say for it that they are there.
const isOwn = async (ctx: Context, seat: Id<"seat">): Promise<boolean> =>
  (await ownSeats(ctx)).some(({ id }) => id === seat);

const mayFor = async (ctx: Context, seat: Id<"seat"> | null): Promise<boolean> =>
  may.run(ctx) || (seat !== null && (await isOwn(ctx, seat)));

/** What the rules say against it: that a deputy, or somebody from afar, is there for a seat. */
const against = (rules: ProcedureRules, { part, way }: SeatArrival): "noDeputy" | "noRemote" | undefined => {
  if (part === "deputy" && !rules.deputies) return "noDeputy";
  return way === "remote" && !rules.remote ? "noRemote" : undefined;
};

// From this moment on the seat is there, or it is noted for a later time already.
const isTaken = async (ctx: Context, meeting: MeetingId, seat: Id<"seat">, from: Date): Promise<boolean> =>
  (await ctx.db
    .selectFrom("meetingPresences")
    .select("id")
    .where("meetingId", "=", meeting)
    .where("seatId", "=", seat)
    .where((where) => where.or([where("leftAt", "is", null), where("leftAt", ">", from)]))
    .limit(1)
    .executeTakeFirst()) !== undefined;

/**
 * Writes down that somebody is there. A seat is there once at a time, by its member or by a deputy; whom the rules of
 * the meeting do not count for a seat may listen as a guest.
 */
export const come = async (
  ctx: Context,
  meeting: MeetingId,
  arrival: Arrival,
): Promise<Outcome<PresenceId, ArrivalRefusal>> => {
  const seatId = "guest" in arrival ? null : arrival.seatId;
  allow(await mayFor(ctx, seatId));
  const { state, rulesId, startsAt } = await lockMeeting(ctx, meeting);
  if (state !== "running") return refused("notRunning");
  const cameAt = arrival.at ?? ctx.now;
  if (cameAt > ctx.now) return refused("future");
  if (!("guest" in arrival)) {
    const objection = against(await rulesOfMeeting(ctx, { rulesId, startsAt }), arrival);
    if (objection) return refused(objection);
    if (await isTaken(ctx, meeting, arrival.seatId, cameAt)) return refused("there");
  }
  const who =
    "guest" in arrival
      ? { part: "guest" as const, name: arrival.guest }
      : { part: arrival.part, name: arrival.name, seatId, holderId: arrival.holderId ?? null };
  const row = await ctx.db
    .insertInto("meetingPresences")
    .values({ ...who, meetingId: meeting, way: arrival.way, cameAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return refused("there");
  await record(ctx, "presence.come", meeting, { seatId, part: who.part, way: arrival.way });
  return done(row.id);
};

const lockPresence = async (ctx: Context, id: PresenceId) =>
  found(
    await ctx.db
      .selectFrom("meetingPresences")
      .selectAll()
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst(),
  );

/** Somebody leaves, now or at a moment since they came. */
export const leave = async (
  ctx: Context,
  id: PresenceId,
  at: Date = ctx.now,
): Promise<Outcome<null, "notRunning" | "order">> => {
  const row = await lockPresence(ctx, id);
  allow(await mayFor(ctx, row.seatId));
  const { state } = await lockMeeting(ctx, row.meetingId);
  if (state !== "running") return refused("notRunning");
  if (row.leftAt !== null) return done(null);
  if (at < row.cameAt || at > ctx.now) return refused("order");
  await ctx.db.updateTable("meetingPresences").set({ leftAt: at }).where("id", "=", id).execute();
  await record(ctx, "presence.left", row.meetingId, { seatId: row.seatId });
  return done(null);
};

/** Ticked by mistake: it is as if they had not come. Not after a vote, for then it was counted. */
export const strike = async (
  ctx: Context,
  id: PresenceId,
): Promise<Outcome<null, "notRunning" | "counted">> => {
  allow(may.run(ctx));
  const row = await lockPresence(ctx, id);
  const { state } = await lockMeeting(ctx, row.meetingId);
  if (state !== "running") return refused("notRunning");
  if (row.seatId !== null && (await wasCounted(ctx, row.meetingId, row.seatId))) return refused("counted");
  await ctx.db.deleteFrom("meetingPresences").where("id", "=", id).execute();
  await record(ctx, "presence.struck", row.meetingId, { seatId: row.seatId });
  return done(null);
};

const wasCounted = async (ctx: Context, meeting: MeetingId, seat: Id<"seat">): Promise<boolean> =>
  (await ctx.db
    .selectFrom("voteSeats as w")
    .innerJoin("motionVotes as v", "v.id", "w.voteId")
    .innerJoin("motions as o", "o.id", "v.motionId")
    .innerJoin("agendaItems as a", "a.id", "o.agendaItemId")
    .select("w.seatId")
    .where("a.meetingId", "=", meeting)
    .where("w.seatId", "=", seat)
    .where("w.present", "=", true)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** This seat has an interest of its own in an item: it neither counts nor votes there, and the minutes say so. */
export const declareConflict = async (
  ctx: Context,
  item: ItemId,
  seat: Id<"seat">,
  words: string,
): Promise<Outcome<null, "voting" | "over">> => {
  allow(await mayFor(ctx, seat));
  const fixed = await whyFixed(ctx, item);
  if (fixed) return refused(fixed);
  await ctx.db
    .insertInto("conflictsOfInterest")
    .values({ agendaItemId: item, seatId: seat, words, madeBy: myself(ctx) })
    .onConflict((conflict) => conflict.columns(["placeId", "agendaItemId", "seatId"]).doUpdateSet({ words }))
    .execute();
  await record(ctx, "conflict.declared", item, { seatId: seat });
  return done(null);
};

/** It was none after all. */
export const withdrawConflict = async (
  ctx: Context,
  item: ItemId,
  seat: Id<"seat">,
): Promise<Outcome<null, "voting" | "over">> => {
  allow(may.run(ctx));
  const fixed = await whyFixed(ctx, item);
  if (fixed) return refused(fixed);
  await ctx.db
    .deleteFrom("conflictsOfInterest")
    .where("agendaItemId", "=", item)
    .where("seatId", "=", seat)
    .execute();
  await record(ctx, "conflict.withdrawn", item, { seatId: seat });
  return done(null);
};

// While a vote is open its seats stand fixed, so it is asked before; after the meeting the minutes say how it was.
const whyFixed = async (ctx: Context, item: ItemId): Promise<"voting" | "over" | undefined> => {
  const { meetingId } = found(
    await ctx.db.selectFrom("agendaItems").select("meetingId").where("id", "=", item).executeTakeFirst(),
  );
  const { state } = await lockMeeting(ctx, meetingId);
  if (state === "closed" || state === "canceled") return "over";
  const open = await ctx.db
    .selectFrom("motionVotes as v")
    .innerJoin("motions as o", "o.id", "v.motionId")
    .select("v.id")
    .where("o.agendaItemId", "=", item)
    .where("v.state", "=", "open")
    .limit(1)
    .executeTakeFirst();
  return open ? "voting" : undefined;
};

/** How many came, and how many the rules do not count for their seat. */
export type Gathering = { readonly come: number; readonly left: number };

/** Those who said that they come are there, all at once; whoever is there already stays as they are. */
export const comeTogether = async (
  ctx: Context,
  meeting: MeetingId,
  arrivals: readonly SeatArrival[],
): Promise<Outcome<Gathering, "notRunning">> => {
  allow(may.run(ctx));
  const { state, rulesId, startsAt } = await lockMeeting(ctx, meeting);
  if (state !== "running") return refused("notRunning");
  const rules = await rulesOfMeeting(ctx, { rulesId, startsAt });
  const counted = arrivals.filter((arrival) => against(rules, arrival) === undefined);
  const left = arrivals.length - counted.length;
  if (counted.length === 0) return done({ come: 0, left });
  const rows = await ctx.db
    .insertInto("meetingPresences")
    .values(
      counted.map(({ seatId, part, holderId = null, name, way }) => ({
        ...{ meetingId: meeting, seatId, part, holderId, name, way },
        cameAt: ctx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning("seatId")
    .execute();
  await record(ctx, "presence.come", meeting, { seats: rows.map(({ seatId }) => seatId) });
  return done({ come: rows.length, left });
};

/** Somebody leaves the house: that their seat was there stays, their name does not. */
export const forgetPresences = async (ctx: Context, person: Id<"person">): Promise<void> => {
  await sql`update meeting_presences set name = '–' where holder_id in
    (select id from seat_holders where person_id = ${person})`.execute(ctx.db);
  await ctx.db
    .updateTable("conflictsOfInterest")
    .set({ madeBy: null })
    .where("madeBy", "=", person)
    .execute();
};
