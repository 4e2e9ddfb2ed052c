import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt } from "#core/local-time.ts";
import { sendMail } from "#core/mail.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { appendItem, type ItemRefusal } from "#modules/consortium/agenda/commands.ts";
import { type AgendaItem, type ItemId, listAgenda } from "#modules/consortium/agenda/queries.ts";
import { lockMeeting } from "#modules/consortium/meetings/commands.ts";
import {
  findMeeting,
  isAhead,
  listMeetings,
  type Meeting,
  type MeetingId,
} from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { ownSeats } from "#modules/consortium/seats/queries.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { say } from "./messages.ts";
import { deadlineOf, type Invited, listDue, listInvited, type Reply, whenOf } from "./queries.ts";

export type InviteRefusal = "over" | "noAgenda" | "nobody" | "late" | "same";

const myself = ({ actor }: Context): Id<"person"> | null => (actor.kind === "person" ? actor.id : null);

type Letter = "invited" | "again" | "moved" | "canceled";

const paragraphsOf = (ctx: Context, letter: Letter, meeting: Meeting, agenda: readonly AgendaItem[]) => {
  const words = say(ctx);
  const lines = agenda.map(({ number, title }) => `${number}. ${title}`);
  if (letter === "canceled")
    return [words("canceledText", { when: whenOf(ctx, meeting) }), meeting.stateWords].filter(Boolean);
  return [
    words(`${letter}Text`, { title: meeting.title, when: whenOf(ctx, meeting) }),
    meeting.whereWords && words("where", { where: meeting.whereWords }),
    meeting.onlineWords && words("online", { online: meeting.onlineWords }),
    letter !== "moved" && lines.length > 0 && words("agenda", { items: lines.join("; ") }),
    meeting.words,
  ].filter((text): text is string => Boolean(text));
};

/** Writes to everybody on a seat who has an address; a person on two seats gets one letter. */
const write = async (
  ctx: Context,
  letter: Letter,
  meeting: Meeting,
  invited: readonly Invited[],
): Promise<number> => {
  const agenda = await listAgenda(ctx, meeting);
  const addresses = new Map(invited.flatMap((one) => (one.email ? [[one.email, one] as const] : [])));
  for (const [email, { name, personId, language }] of addresses) {
    const reader = { ...ctx, language: ctx.place.languages.includes(language) ? language : ctx.language };
    const words = say(reader);
    await sendMail(ctx, {
      key: `meeting.${letter}:${meeting.id}:${meeting.revision}:${email}`,
      kind: `meeting.${letter}`,
      to: { email, name, language: reader.language, ...(personId ? { personId } : {}) },
      subject: words(`${letter}Subject`, { title: meeting.title, when: whenOf(reader, meeting) }),
      paragraphs: paragraphsOf(reader, letter, meeting, agenda),
      actions:
        letter === "canceled"
          ? [{ label: words("toMeeting"), path: paths.meeting(meeting.number) }]
          : [
              { label: words("toReply"), path: paths.reply(meeting.id) },
              { label: words("toCalendar"), path: paths.meetingCalendar(meeting.number) },
            ],
    });
  }
  return addresses.size;
};

/**
 * Invites everybody on a seat. What stands on the agenda now is announced, and may be decided on (BGB § 32 (1)). After
 * the deadline of the rules it needs words why, and everybody reads them. Once more: what was added goes out as an
 * addition, and is announced if it still is in time.
 */
export const invite = async (
  ctx: Context,
  id: MeetingId,
  reason: string,
): Promise<Outcome<{ readonly letters: number; readonly without: number }, InviteRefusal>> => {
  allow(may.run(ctx));
  const locked = await lockMeeting(ctx, id);
  if (!isAhead(locked.state) || locked.startsAt <= ctx.now) return refused("over");
  const agenda = await listAgenda(ctx, locked);
  if (agenda.length === 0) return refused("noAgenda");
  const invited = await listInvited(ctx, dayOf(locked.startsAt));
  if (invited.length === 0) return refused("nobody");
  const { late } = await deadlineOf(ctx, locked);
  const first = locked.invitedAt === null;
  if (late && first && reason.trim() === "") return refused("late");
  if (!first && agenda.every(({ announced }) => announced)) return refused("same");
  await ctx.db
    .updateTable("meetings")
    .set({
      state: "invited",
      invitedAt: locked.invitedAt ?? ctx.now,
      stateWords: first ? reason.trim() : locked.stateWords,
      revision: locked.revision + 1,
      changedAt: ctx.now,
    })
    .where("id", "=", id)
    .execute();
  if (first || !late)
    await ctx.db.updateTable("agendaItems").set({ announced: true }).where("meetingId", "=", id).execute();
  const meeting = found(await findMeeting(ctx, id));
  const letters = await write(ctx, first ? "invited" : "again", meeting, invited);
  await closeTask(ctx, "consortium", id, say(ctx)("worklistInvited"));
  await record(ctx, "meeting.invited", id, { letters, late });
  return done({ letters, without: invited.filter(({ email }) => email === null).length });
};

/** Somebody says for their seat whether it comes; the office may write it down for them. */
export const replyTo = async (
  ctx: Context,
  meeting: MeetingId,
  seat: Id<"seat">,
  { reply, words }: Pick<Reply, "reply" | "words">,
): Promise<Outcome<null, "over">> => {
  allow(may.run(ctx) || (await ownSeats(ctx)).some(({ id }) => id === seat));
  const { state } = await lockMeeting(ctx, meeting);
  if (!isAhead(state) && state !== "running") return refused("over");
  const said = { reply, words, madeBy: myself(ctx), madeAt: ctx.now };
  await ctx.db
    .insertInto("meetingReplies")
    .values({ meetingId: meeting, seatId: seat, ...said })
    .onConflict((conflict) => conflict.columns(["placeId", "meetingId", "seatId"]).doUpdateSet(said))
    .execute();
  await record(ctx, "meeting_reply.given", meeting, { seatId: seat, reply });
  return done(null);
};

/** A seat wants to talk about something. After the invitation it can be talked about, but not decided on. */
export const propose = async (
  ctx: Context,
  meeting: MeetingId,
  seat: Id<"seat">,
  { title, words }: { readonly title: string; readonly words: string },
): Promise<Outcome<ItemId, ItemRefusal>> => {
  allow((await ownSeats(ctx)).some(({ id }) => id === seat));
  const { state } = await lockMeeting(ctx, meeting);
  if (!isAhead(state)) return refused("over");
  const item = { kind: "discussion", title, words, minutes: 10, public: true } as const;
  return appendItem(ctx, meeting, { ...item, proposedBySeatId: seat });
};

/** Moved or canceled: whoever was invited hears of it at once. */
export const tellInvited = async (
  ctx: Context,
  id: MeetingId,
  letter: "moved" | "canceled",
): Promise<void> => {
  const meeting = await findMeeting({ ...ctx, actor: { kind: "system" } }, id);
  if (letter === "canceled") await closeTask(ctx, "consortium", id, say(ctx)("worklistInvited"));
  if (!meeting || meeting.invitedAt === null) return;
  await write(ctx, letter, meeting, await listInvited(ctx, dayOf(meeting.startsAt)));
};

const ahead = 60 * 86_400_000;

/** Puts invitations that are due on the worklist. */
export const watchInvitations = async (ctx: Context): Promise<number> => {
  const until = new Date(+ctx.now + ahead);
  const due = await listDue(ctx, await listMeetings(ctx, { from: ctx.now, until, states: ["planned"] }));
  for (const meeting of due) {
    const { day } = await deadlineOf(ctx, meeting);
    await openTask(ctx, {
      kind: "consortium",
      subjectId: meeting.id,
      title: say(ctx)("worklistTitle", { title: meeting.title }),
      detail: whenOf(ctx, meeting),
      path: paths.invitation(meeting.id),
      dueAt: instantAt(day),
    });
  }
  return due.length;
};

/** Somebody leaves: what was said for a seat stays, without who said it. */
export const forgetReplies = async (ctx: Context, person: Id<"person">): Promise<void> => {
  await ctx.db
    .updateTable("meetingReplies")
    .set({ madeBy: null, words: "" })
    .where("madeBy", "=", person)
    .execute();
};
