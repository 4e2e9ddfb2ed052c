import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { dayWithYear, time } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import { dayOf, plusDays } from "#core/local-time.ts";
import { isAhead, type Meeting, type MeetingId } from "#modules/consortium/meetings/queries.ts";
import { may } from "#modules/consortium/policy.ts";
import { rulesInForce } from "#modules/consortium/procedure/queries.ts";
import { listSeats } from "#modules/consortium/seats/queries.ts";

/** Whoever is asked to come: everybody on a seat on the day of the meeting, with a way to reach them or without. */
export const listInvited = async (ctx: Context, day: string) => {
  const { rows } = await sql<Invited>`
    select h.id as holder_id, h.seat_id, h.part, h.name, h.person_id, s.title as seat_title, o.name as organization,
      coalesce(p.email, a.email) as email, coalesce(p.language, 'de') as language
    from seat_holders h
    join seats s on s.place_id = h.place_id and s.id = h.seat_id
      and s.starts_on <= ${day} and (s.ends_on is null or s.ends_on >= ${day})
    left join organizations o on o.place_id = s.place_id and o.id = s.organization_id
    left join people p on p.place_id = h.place_id and p.id = h.person_id and p.left_at is null
    left join accounts a on a.id = p.account_id
    where h.starts_on <= ${day} and (h.ends_on is null or h.ends_on >= ${day})
    order by s.position, s.title, h.part desc, h.name limit 400`.execute(ctx.db);
  return rows;
};

export type Invited = {
  readonly holderId: Id<"seatHolder">;
  readonly seatId: Id<"seat">;
  readonly part: "member" | "deputy";
  readonly name: string;
  readonly personId: Id<"person"> | null;
  readonly seatTitle: string;
  readonly organization: string | null;
  readonly email: string | null;
  readonly language: string;
};

/** "Dienstag, 24. November 2026, 18–20 Uhr" without the weekday: what a letter says of the time. */
export const whenOf = (ctx: Context, { startsAt, endsAt }: Pick<Meeting, "startsAt" | "endsAt">): string =>
  `${dayWithYear(ctx, startsAt)}, ${time(ctx, startsAt, endsAt)}`;

export type Deadline = {
  readonly days: number;
  /** The last day on which an invitation is in time. */
  readonly day: string;
  readonly late: boolean;
};

/** Until when a meeting has to be announced, by the rules in force on its day. */
export const deadlineOf = async (
  ctx: Context,
  { startsAt }: Pick<Meeting, "startsAt">,
): Promise<Deadline> => {
  const { rules } = await rulesInForce(ctx, dayOf(startsAt));
  const day = plusDays(dayOf(startsAt), -rules.noticeDays);
  return { days: rules.noticeDays, day, late: dayOf(ctx.now) > day };
};

/** What the seats said to an invitation; for the consortium and the office. */
export const listReplies = async (ctx: Context, meeting: MeetingId) =>
  may.read(ctx)
    ? ctx.db
        .selectFrom("meetingReplies")
        .select(["seatId", "reply", "words", "madeAt"])
        .where("meetingId", "=", meeting)
        .limit(300)
        .execute()
    : [];

export type Reply = Awaited<ReturnType<typeof listReplies>>[number];

export type Absence = {
  readonly seatId: Id<"seat">;
  readonly title: string;
  /** How many of the latest meetings in a row the seat missed without a word. */
  readonly missed: number;
};

const lookedBack = 12;

/** Seats that missed so many meetings in a row, and sent neither word nor deputy, that one asks them. */
export const listAbsences = async (ctx: Context): Promise<readonly Absence[]> => {
  if (!may.run(ctx)) return [];
  const { rules } = await rulesInForce(ctx);
  if (rules.absencesUntilAsked === 0) return [];
  const meetings = await ctx.db
    .selectFrom("meetings")
    .select(["id", "startsAt"])
    .where("state", "=", "closed")
    .orderBy("startsAt", "desc")
    .limit(lookedBack)
    .execute();
  if (meetings.length === 0) return [];
  const ids = meetings.map(({ id }) => id);
  const present = await ctx.db
    .selectFrom("meetingPresences")
    .select(["meetingId", "seatId"])
    .where("meetingId", "in", ids)
    .where("seatId", "is not", null)
    .limit(3_000)
    .execute();
  const excused = await ctx.db
    .selectFrom("meetingReplies")
    .select(["meetingId", "seatId"])
    .where("meetingId", "in", ids)
    .where("reply", "=", "absent")
    .limit(3_000)
    .execute();
  const heard = new Set([...present, ...excused].map(({ meetingId, seatId }) => `${meetingId} ${seatId}`));
  return (await listSeats(ctx))
    .map(({ id, title, startsOn }) => {
      const own = meetings.filter(({ startsAt }) => dayOf(startsAt) >= startsOn);
      const last = own.findIndex((meeting) => heard.has(`${meeting.id} ${id}`));
      return { seatId: id, title, missed: last === -1 ? own.length : last };
    })
    .filter(({ missed }) => missed >= rules.absencesUntilAsked);
};

/** Meetings whose invitation is due within a few days, and has not gone out. */
export const listDue = async (ctx: Context, ahead: readonly Meeting[]): Promise<readonly Meeting[]> => {
  const due: Meeting[] = [];
  for (const meeting of ahead) {
    if (!isAhead(meeting.state) || meeting.invitedAt !== null) continue;
    const { day } = await deadlineOf(ctx, meeting);
    if (plusDays(day, -5) <= dayOf(ctx.now)) due.push(meeting);
  }
  return due;
};

/** What somebody said for their seats, for their own file. */
export const tellReplies = (ctx: Context, person: Id<"person">) =>
  ctx.db
    .selectFrom("meetingReplies as r")
    .innerJoin("meetings as m", "m.id", "r.meetingId")
    .select(["m.title as meeting", "m.startsAt", "r.reply", "r.words"])
    .where("r.madeBy", "=", person)
    .orderBy("m.startsAt")
    .limit(300)
    .execute();

/** The meetings a person is asked to, on whichever seat; those of the last months and those ahead. */
export const listOwnMeetings = (ctx: Context, person: Id<"person">, from: Date) =>
  ctx.db
    .selectFrom("meetings as m")
    .innerJoin("seatHolders as h", (join) => join.on("h.personId", "=", person))
    .select(["m.id", "m.number", "m.title", "m.startsAt", "m.endsAt", "m.whereWords", "m.onlineWords"])
    .select(["m.state", "m.stateWords", "m.revision", "m.changedAt"])
    .where("m.startsAt", ">=", from)
    .where(
      sql<boolean>`h.starts_on <= m.starts_at::date and (h.ends_on is null or h.ends_on >= m.starts_at::date)`,
    )
    .groupBy(["m.placeId", "m.id"])
    .orderBy("m.startsAt")
    .limit(60)
    .execute();

/** The meetings for which one of these seats has answered. */
export const listOwnReplies = async (
  ctx: Context,
  meetings: readonly Meeting[],
  seats: readonly { readonly id: Id<"seat"> }[],
): Promise<ReadonlySet<MeetingId>> => {
  if (meetings.length === 0 || seats.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom("meetingReplies")
    .select("meetingId")
    .where(
      "meetingId",
      "in",
      meetings.map(({ id }) => id),
    )
    .where(
      "seatId",
      "in",
      seats.map(({ id }) => id),
    )
    .limit(100)
    .execute();
  return new Set(rows.map(({ meetingId }) => meetingId));
};
