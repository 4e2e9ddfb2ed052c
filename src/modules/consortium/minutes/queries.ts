import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf, timeOf } from "#core/local-time.ts";
import { type Minutes, type MinutesItem, withCorrections } from "#methods/minutes.ts";
import { listAgenda } from "#modules/consortium/agenda/queries.ts";
import { findMeeting, type Meeting, type MeetingId } from "#modules/consortium/meetings/queries.ts";
import { motionOf, resolutionOf, taskOf } from "#modules/consortium/minutes-parts/queries.ts";
import { listMotions } from "#modules/consortium/motions/queries.ts";
import { may } from "#modules/consortium/policy.ts";
import { listConflicts, listPresences } from "#modules/consortium/presence/queries.ts";
import { findRules } from "#modules/consortium/procedure/queries.ts";
import { listResolutions } from "#modules/consortium/resolutions/queries.ts";
import { currentChair, findConsortium, listSeats } from "#modules/consortium/seats/queries.ts";
import { listMeetingTasks, type TaskRow } from "#modules/consortium/tasks/queries.ts";
import { minutesObjectionStateName } from "#modules/consortium/vocabulary.ts";
import { listVoters, listVotes } from "#modules/consortium/votes/queries.ts";

/** What is kept when minutes are approved: the minutes and one salt a part. */
export type KeptMinutes = { readonly minutes: Minutes; readonly salts: readonly string[] };

/** How far the minutes of a meeting are. */
export const findMinutes = async (ctx: Context, meetingId: MeetingId) => {
  const row = await ctx.db
    .selectFrom("meetingMinutes")
    .select([
      "meetingId",
      "state",
      "revision",
      "sentAt",
      "objectionsUntil",
      "approvedAt",
      "content",
      "hash",
      "sent",
    ])
    .where("meetingId", "=", meetingId)
    // A draft is its writer's; what was sent is for the consortium; what was approved for everybody.
    .$if(!may.run(ctx), (query) => query.where("state", "<>", "draft"))
    .$if(!may.read(ctx), (query) => query.where("state", "=", "approved"))
    .executeTakeFirst();
  return row && { ...row, content: row.content as KeptMinutes | null, sent: row.sent as Minutes | null };
};
export type MinutesRow = NonNullable<Awaited<ReturnType<typeof findMinutes>>>;

/** Which of these meetings have minutes, and how far they are. */
export const listMinutes = (ctx: Context) =>
  ctx.db
    .selectFrom("meetingMinutes as p")
    .innerJoin("meetings as m", "m.id", "p.meetingId")
    .select([
      "p.meetingId",
      "p.state",
      "p.sentAt",
      "p.objectionsUntil",
      "p.approvedAt",
      "m.number",
      "m.title",
    ])
    .select(["m.startsAt"])
    .$if(!may.run(ctx), (query) => query.where("p.state", "<>", "draft"))
    .$if(!may.read(ctx), (query) => query.where("p.state", "=", "approved"))
    .orderBy("m.startsAt", "desc")
    .limit(200)
    .execute();

/** Minutes have no id of their own: they are the minutes of their meeting. */
export const minutesOf = (meetingId: MeetingId) => meetingId as string as Id<"meetingMinutes">;

/** The objections to the minutes of a meeting, oldest first; for the consortium. */
export const listMinutesObjections = async (ctx: Context, meetingId: MeetingId) =>
  may.read(ctx)
    ? ctx.db
        .selectFrom("minutesObjections as o")
        .innerJoin("seats as s", "s.id", "o.seatId")
        .leftJoin("agendaItems as a", "a.id", "o.agendaItemId")
        .select(["o.id", "o.meetingId", "o.agendaItemId", "o.seatId", "o.words", "o.state", "o.answer"])
        .select(["o.madeAt", "o.settledAt", "s.title as seatTitle", "a.title as itemTitle"])
        .where("o.meetingId", "=", minutesOf(meetingId))
        .orderBy("o.madeAt")
        .orderBy("o.id")
        .limit(200)
        .execute()
    : [];
export type MinutesObjectionRow = Awaited<ReturnType<typeof listMinutesObjections>>[number];

const correctionOf = (ctx: Context, row: MinutesObjectionRow) => ({
  seat: row.seatTitle,
  words: row.words,
  state: minutesObjectionStateName(ctx, row.state),
  answer: row.answer,
});

const rollOf = async (ctx: Context, meeting: Meeting): Promise<Minutes["roll"]> => {
  const there = await listPresences(ctx, meeting.id);
  const seats = await listSeats(ctx, dayOf(meeting.startsAt));
  const named = new Set(
    seats.flatMap(({ holders }) => holders.filter((one) => one.public).map(({ id }) => id)),
  );
  const came = new Set(there.map(({ seatId }) => seatId));
  return {
    there: there.map((one) => ({
      seat: one.seatTitle,
      organization: one.organization,
      sector: one.sector,
      voting: one.voting ?? false,
      name: one.name,
      named: one.holderId !== null && named.has(one.holderId),
      part: one.part,
      way: one.way,
      from: timeOf(one.cameAt),
      until: one.leftAt ? timeOf(one.leftAt) : null,
    })),
    missing: seats
      .filter(({ id }) => !came.has(id))
      .map(({ title, organization }) => ({ seat: title, organization })),
  };
};

const itemsOf = async (
  ctx: Context,
  meeting: Meeting,
  tasks: readonly TaskRow[],
  objections: readonly MinutesObjectionRow[],
): Promise<readonly MinutesItem[]> => {
  const agenda = await listAgenda(ctx, meeting);
  const conflicts = await listConflicts(ctx, meeting.id);
  const motions = await listMotions(ctx, meeting.id);
  const votes = await listVotes(
    ctx,
    motions.map(({ id }) => id),
  );
  const voters = await listVoters(
    ctx,
    votes.filter(({ method }) => method === "named").map(({ id }) => id),
  );
  const resolutions = await listResolutions(ctx, { meeting: meeting.id });
  return agenda.map((item) => ({
    number: item.number,
    title: item.title,
    public: item.public,
    words: item.minutesWords,
    conflicts: conflicts
      .filter(({ agendaItemId }) => agendaItemId === item.id)
      .map(({ seatTitle, words }) => ({ seat: seatTitle, words })),
    motions: motions
      .filter(({ agendaItemId }) => agendaItemId === item.id)
      .map((motion) => motionOf(ctx, motion, votes, voters)),
    resolutions: resolutions
      .filter(({ agendaItemId }) => agendaItemId === item.id)
      .map((row) => resolutionOf(ctx, row))
      .reverse(),
    tasks: tasks.filter(({ agendaItemId }) => agendaItemId === item.id).map(taskOf),
    corrections: objections
      .filter(({ agendaItemId, state }) => agendaItemId === item.id && state !== "withdrawn")
      .map((row) => correctionOf(ctx, row)),
  }));
};

/**
 * The minutes of a meeting as they stand now: presence, votes, resolutions, tasks come by themselves from what was
 * done, only the words to each item are written. In German, whoever reads them, so that everybody has the same text.
 */
export const composeMinutes = async (reader: Context, meetingId: MeetingId): Promise<Minutes | undefined> => {
  // The house sees all of it: what a reader may see is cut from the whole.
  const ctx: Context = { ...reader, actor: system, language: "de" };
  const meeting = await findMeeting(ctx, meetingId);
  if (!meeting) return undefined;
  const tasks = await listMeetingTasks(ctx, meetingId);
  const objections = await listMinutesObjections(ctx, meetingId);
  const day = dayOf(meeting.startsAt);
  const chair = await currentChair(ctx, day);
  const rules = meeting.rulesId ? await findRules(ctx, meeting.rulesId) : undefined;
  return {
    head: {
      town: ctx.place.name,
      consortium: (await findConsortium(ctx))?.name ?? "",
      number: meeting.number,
      title: meeting.title,
      day,
      from: timeOf(meeting.openedAt ?? meeting.startsAt),
      until: timeOf(meeting.closedAt ?? meeting.endsAt),
      where: meeting.whereWords,
      online: meeting.onlineWords,
      minuteTaker: meeting.minuteTaker,
      chair: chair?.seatTitle ?? "",
      rules: rules?.number ?? null,
      tasks: tasks.filter(({ agendaItemId }) => agendaItemId === null).map(taskOf),
      corrections: objections
        .filter(({ agendaItemId, state }) => agendaItemId === null && state !== "withdrawn")
        .map((row) => correctionOf(ctx, row)),
    },
    roll: await rollOf(ctx, meeting),
    items: await itemsOf(ctx, meeting, tasks, objections),
  };
};

/** Minutes that are not approved, as they stand: once they were sent, only objections change them. */
export const standingMinutes = async (
  ctx: Context,
  { meetingId, sent }: Pick<MinutesRow, "meetingId" | "sent">,
): Promise<Minutes | undefined> => {
  const now = await composeMinutes(ctx, meetingId);
  return sent && now ? withCorrections(sent, now) : now;
};

/** The minutes the asker may see: as approved, or as they stand; cut down to what is public for everybody else. */
export const readMinutes = async (ctx: Context, row: MinutesRow): Promise<Minutes | undefined> =>
  row.content ? row.content.minutes : standingMinutes(ctx, row);

/** Which of these seats were there at any time, and so may object. */
export const listSeatsThere = async (ctx: Context, meetingId: MeetingId): Promise<ReadonlySet<Id<"seat">>> =>
  new Set((await listPresences(ctx, meetingId)).flatMap(({ seatId }) => seatId ?? []));
