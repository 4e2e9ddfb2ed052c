import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { ItemId } from "#modules/consortium/agenda/queries.ts";
import type { MeetingId } from "#modules/consortium/meetings/queries.ts";

export type PresenceId = Id<"meetingPresence">;

const presences = (ctx: Context, meeting: MeetingId) =>
  ctx.db
    .selectFrom("meetingPresences as p")
    .leftJoin("seats as s", "s.id", "p.seatId")
    .leftJoin("organizations as o", "o.id", "s.organizationId")
    .select([
      "p.id",
      "p.seatId",
      "p.holderId",
      "p.name",
      "p.part",
      "p.way",
      "p.cameAt",
      "p.leftAt",
      "s.title as seatTitle",
      "s.sector",
      "s.voting",
      "s.position",
      "o.name as organization",
    ])
    .where("p.meetingId", "=", meeting);

/** Everybody who was there, each from when to when; who left and came again has two lines. */
export const listPresences = (ctx: Context, meeting: MeetingId) =>
  presences(ctx, meeting).orderBy("s.position").orderBy("p.cameAt").limit(500).execute();

export type Presence = Awaited<ReturnType<typeof listPresences>>[number];

/** The seats that are there at a moment, and by whom; guests have no seat and are left out. */
export const listPresent = async (
  ctx: Context,
  meeting: MeetingId,
  at: Date = ctx.now,
): Promise<readonly SeatPresence[]> => {
  const rows = await presences(ctx, meeting)
    .where("p.seatId", "is not", null)
    .where("p.cameAt", "<=", at)
    .where((where) => where.or([where("p.leftAt", "is", null), where("p.leftAt", ">", at)]))
    .orderBy("s.position")
    .limit(200)
    .execute();
  return rows.flatMap((row) => (row.seatId === null ? [] : [{ ...row, seatId: row.seatId }]));
};

export type SeatPresence = Presence & { readonly seatId: Id<"seat"> };

/** Which seats have an interest of their own in which items of a meeting, and why. */
export const listConflicts = (ctx: Context, meeting: MeetingId, item?: ItemId) =>
  ctx.db
    .selectFrom("conflictsOfInterest as c")
    .innerJoin("agendaItems as a", "a.id", "c.agendaItemId")
    .innerJoin("seats as s", "s.id", "c.seatId")
    .leftJoin("organizations as o", "o.id", "s.organizationId")
    .select([
      "c.agendaItemId",
      "c.seatId",
      "c.words",
      "c.madeAt",
      "s.title as seatTitle",
      "s.sector",
      "o.name as organization",
    ])
    .where("a.meetingId", "=", meeting)
    .$if(item !== undefined, (query) => query.where("a.id", "=", item as ItemId))
    .orderBy("c.madeAt")
    .limit(500)
    .execute();

export type Conflict = Awaited<ReturnType<typeof listConflicts>>[number];

/** When somebody was there, and on which seat, for their own file. */
export const tellPresences = (ctx: Context, person: Id<"person">) =>
  ctx.db
    .selectFrom("meetingPresences as p")
    .innerJoin("seatHolders as h", "h.id", "p.holderId")
    .innerJoin("meetings as m", "m.id", "p.meetingId")
    .select(["m.title as meeting", "p.name", "p.part", "p.way", "p.cameAt", "p.leftAt"])
    .where("h.personId", "=", person)
    .orderBy("p.cameAt")
    .limit(500)
    .execute();
