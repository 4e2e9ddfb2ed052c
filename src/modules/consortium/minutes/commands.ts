import { randomBytes } from "node:crypto";
import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { dayOf } from "#core/local-time.ts";
import { sendMail } from "#core/mail.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { type Minutes, partsOf, sealMinutes } from "#methods/minutes.ts";
import { appendItem } from "#modules/consortium/agenda/commands.ts";
import { listInvited } from "#modules/consortium/invitations/queries.ts";
import { lockMeeting } from "#modules/consortium/meetings/commands.ts";
import { findMeeting, findNext, type Meeting, type MeetingId } from "#modules/consortium/meetings/queries.ts";
import { rulesById } from "#modules/consortium/motions/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { say } from "./messages.ts";
import { composeMinutes, minutesOf, standingMinutes } from "./queries.ts";
import { windowEnd } from "./vocabulary.ts";

export type MinutesRefusal = "notClosed" | "empty" | "sent";

const week = 7 * 86_400_000;

/** The minutes of a meeting, held fast until the end of this transaction; begun when nobody has. */
export const lockMinutes = async (ctx: Context, meetingId: MeetingId) => {
  await ctx.db
    .insertInto("meetingMinutes")
    .values({ meetingId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return ctx.db
    .selectFrom("meetingMinutes")
    .selectAll()
    .where("meetingId", "=", meetingId)
    .forUpdate()
    .executeTakeFirstOrThrow();
};

/** A meeting is over: its minutes wait for being written. */
export const beginMinutes = async (ctx: Context, meetingId: MeetingId): Promise<void> => {
  const meeting = found(await findMeeting(ctx, meetingId));
  await lockMinutes(ctx, meetingId);
  const words = say({ ...ctx, language: "de" });
  await openTask(ctx, {
    kind: "consortium",
    subjectId: meetingId,
    title: words("taskWrite", { title: meeting.title }),
    detail: words("taskWriteText"),
    path: paths.officeMinutes(meetingId),
    dueAt: new Date(+ctx.now + week),
  });
};

/** Who writes the minutes. */
export const nameMinuteTaker = async (ctx: Context, meetingId: MeetingId, name: string): Promise<void> => {
  allow(may.run(ctx));
  await lockMeeting(ctx, meetingId);
  await ctx.db
    .updateTable("meetings")
    .set({ minuteTaker: name, changedAt: ctx.now })
    .where("id", "=", meetingId)
    .execute();
};

type Letter = "sent" | "changed" | "approved";

/** Tells everybody on a seat on the day of the meeting; one letter a person and revision. */
export const tellMinutes = async (
  ctx: Context,
  letter: Letter,
  meeting: Pick<Meeting, "id" | "number" | "title" | "startsAt">,
  { revision, until }: { readonly revision: number; readonly until: Date | null },
): Promise<number> => {
  const readers = (await listInvited(ctx, dayOf(meeting.startsAt))).filter(({ email }) => email !== null);
  const addresses = new Map(readers.map((one) => [one.email, one]));
  for (const { email, name, personId, language } of addresses.values()) {
    const reader = { ...ctx, language: ctx.place.languages.includes(language) ? language : "de" };
    const words = say(reader);
    const about = { title: meeting.title, day: dayWithYear(reader, meeting.startsAt) };
    const last = until ? dayWithYear(reader, new Date(+until - 1)) : "";
    await sendMail(ctx, {
      key: `minutes.${letter}:${meeting.id}:${revision}:${email}`,
      kind: `minutes.${letter}`,
      to: { email: email ?? "", name, language: reader.language, ...(personId ? { personId } : {}) },
      subject: words(`${letter}Subject`, about),
      paragraphs: [
        letter === "approved"
          ? words("approvedText", about)
          : words(`${letter}Text`, { ...about, until: last }),
      ],
      actions: [
        {
          label: words("toMinutes"),
          path: letter === "approved" ? paths.minutes(meeting.number) : paths.ownMinutes(meeting.id),
        },
      ],
    });
  }
  return addresses.size;
};

/** Sends the draft to everybody on a seat. From now on it changes by an objection only, and approves itself. */
export const sendMinutes = async (
  ctx: Context,
  meetingId: MeetingId,
): Promise<Outcome<{ readonly letters: number; readonly until: Date }, MinutesRefusal>> => {
  allow(may.run(ctx));
  const meeting = await lockMeeting(ctx, meetingId);
  if (meeting.state !== "closed") return refused("notClosed");
  const row = await lockMinutes(ctx, meetingId);
  if (row.state !== "draft") return refused("sent");
  const minutes = found(await composeMinutes(ctx, meetingId));
  if (minutes.items.every(({ words }) => words.trim() === "")) return refused("empty");
  const { objectionDays } = await rulesById({ ...ctx, actor: system }, meeting.rulesId);
  const until = windowEnd(ctx.now, objectionDays);
  await ctx.db
    .updateTable("meetingMinutes")
    .set({
      state: "objections",
      sentAt: ctx.now,
      objectionsUntil: until,
      sent: JSON.stringify(minutes),
      changedAt: ctx.now,
    })
    .where("meetingId", "=", meetingId)
    .execute();
  const letters = await tellMinutes(ctx, "sent", meeting, { revision: row.revision, until });
  await closeTask(ctx, "consortium", meetingId, say({ ...ctx, language: "de" })("taskSent"));
  await record(ctx, "minutes.sent", meetingId, { letters, until: until.toISOString() });
  return done({ letters, until });
};

const hasOpenObjection = async (ctx: Context, meetingId: MeetingId): Promise<boolean> =>
  (await ctx.db
    .selectFrom("minutesObjections")
    .select("id")
    .where("meetingId", "=", minutesOf(meetingId))
    .where("state", "=", "open")
    .limit(1)
    .executeTakeFirst()) !== undefined;

/**
 * Approves minutes whose window has closed without an open objection: what they say now is kept and sealed, and never
 * changes again. Answers whether it did.
 */
export const approveMinutes = async (ctx: Context, meetingId: MeetingId): Promise<boolean> => {
  const row = await lockMinutes(ctx, meetingId);
  if (row.state !== "objections" || row.objectionsUntil === null || row.objectionsUntil > ctx.now)
    return false;
  if (await hasOpenObjection(ctx, meetingId)) return false;
  const sent = row.sent as Minutes | null;
  const minutes = found(await standingMinutes(ctx, { meetingId, sent }));
  const salts = partsOf(minutes).map(() => randomBytes(16).toString("hex"));
  const hash = sealMinutes(minutes, salts);
  await ctx.db
    .updateTable("meetingMinutes")
    .set({
      state: "approved",
      approvedAt: ctx.now,
      content: JSON.stringify({ minutes, salts }),
      hash,
      changedAt: ctx.now,
    })
    .where("meetingId", "=", meetingId)
    .execute();
  const meeting = found(await findMeeting({ ...ctx, actor: system }, meetingId));
  await tellMinutes(ctx, "approved", meeting, { revision: row.revision, until: null });
  await record(ctx, "minutes.approved", meetingId, { hash });
  return true;
};

// Objections that nobody answered in time are for the next meeting: they come onto its agenda, once.
const bringUp = async (ctx: Context, meetingId: MeetingId): Promise<void> => {
  const meeting = found(await findMeeting(ctx, meetingId));
  const next = await findNext(ctx, ctx.now);
  if (!next || next.state === "running") return;
  const words = say({ ...ctx, language: "de" });
  const title = words("agendaItem", { day: dayWithYear({ language: "de" }, meeting.startsAt) });
  const already = await ctx.db
    .selectFrom("agendaItems")
    .select("id")
    .where("title", "=", title)
    .limit(1)
    .executeTakeFirst();
  if (already) return;
  const item = { kind: "decision", title, words: words("agendaItemText"), minutes: 5, public: true } as const;
  const added = await appendItem(ctx, next.id, item);
  if (added.ok) await record(ctx, "minutes.brought_up", meetingId, { meetingId: next.id });
};

/** Every quarter of an hour: what is due approves itself, or comes onto the next agenda. */
export const followMinutes = async (ctx: Context): Promise<number> => {
  const due = await ctx.db
    .selectFrom("meetingMinutes")
    .select("meetingId")
    .where("state", "=", "objections")
    .where("objectionsUntil", "<=", ctx.now)
    .orderBy("objectionsUntil")
    .limit(50)
    .execute();
  let approved = 0;
  for (const { meetingId } of due) {
    if (await approveMinutes(ctx, meetingId)) approved += 1;
    else await bringUp(ctx, meetingId);
  }
  return approved;
};
