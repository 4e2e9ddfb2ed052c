import * as z from "zod";
import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found, NotFound } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { paragraph } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { findItem, type ItemId } from "#modules/consortium/agenda/queries.ts";
import { findMeeting, type MeetingId } from "#modules/consortium/meetings/queries.ts";
import { lockMinutes, tellMinutes } from "#modules/consortium/minutes/commands.ts";
import { listSeatsThere, minutesOf } from "#modules/consortium/minutes/queries.ts";
import { windowEnd } from "#modules/consortium/minutes/vocabulary.ts";
import { rulesById } from "#modules/consortium/motions/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { ownSeats, type SeatId } from "#modules/consortium/seats/queries.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { say } from "./messages.ts";
import { listOpenItems } from "./queries.ts";

type ObjectionId = Id<"minutesObjection">;

/** What is wrong in the minutes, in one item or in the head, and how it was. */
export const ObjectionInput = z.object({
  seatId: z.string().refine((text): text is SeatId => isId<"seat">(text), { error: "choose" }),
  agendaItemId: z
    .string()
    .refine((text): text is ItemId => isId<"agendaItem">(text), { error: "choose" })
    .optional()
    .transform((value) => value ?? null),
  words: paragraph(4_000),
});
export type ObjectionInput = z.output<typeof ObjectionInput>;

/** Answered with a change of the words, or without. */
export const AnswerInput = z.object({
  state: z.enum(["accepted", "declined"]),
  answer: paragraph(4_000),
  text: z
    .string()
    .trim()
    .max(20_000)
    .optional()
    .transform((value) => value ?? null),
});
export type AnswerInput = z.output<typeof AnswerInput>;

export type ObjectionRefusal = "closed" | "notThere" | "notOwn" | "several" | "answered" | "unchanged";

const rulesOf = async (ctx: Context, meetingId: MeetingId) => {
  const meeting = found(await findMeeting({ ...ctx, actor: system }, meetingId));
  return { meeting, rules: await rulesById({ ...ctx, actor: system }, meeting.rulesId) };
};

/** A seat that was there objects to the minutes; the window must be open for the item. */
export const objectTo = async (
  ctx: Context,
  meetingId: MeetingId,
  { seatId, agendaItemId, words }: ObjectionInput,
): Promise<Outcome<ObjectionId, ObjectionRefusal>> => {
  allow(may.read(ctx));
  if (!may.run(ctx) && !(await ownSeats(ctx)).some(({ id }) => id === seatId)) return refused("notOwn");
  const row = await lockMinutes(ctx, meetingId);
  if (row.state !== "objections") return refused("closed");
  if (!(await listSeatsThere({ ...ctx, actor: system }, meetingId)).has(seatId)) return refused("notThere");
  const { meeting, rules } = await rulesOf(ctx, meetingId);
  const open = await listOpenItems(ctx, row, rules.objectionDays);
  if (agendaItemId !== null && (await findItem(ctx, agendaItemId))?.meetingId !== meetingId)
    throw new NotFound();
  if (open !== "all" && !(agendaItemId && open.has(agendaItemId))) return refused("closed");
  const before = await ctx.db
    .selectFrom("minutesObjections")
    .select("agendaItemId")
    .where("meetingId", "=", minutesOf(meetingId))
    .where("seatId", "=", seatId)
    .where("state", "=", "open")
    .limit(100)
    .execute();
  if (before.some((one) => one.agendaItemId === agendaItemId)) return refused("several");
  const madeBy = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const { id } = await ctx.db
    .insertInto("minutesObjections")
    .values({ meetingId: minutesOf(meetingId), seatId, agendaItemId, words, madeBy })
    .returning("id")
    .executeTakeFirstOrThrow();
  const house = say({ ...ctx, language: "de" });
  await openTask(ctx, {
    kind: "consortium",
    subjectId: id,
    title: house("taskAnswer", { title: meeting.title }),
    detail: words.slice(0, 300),
    path: paths.officeMinutes(meetingId),
    dueAt: row.objectionsUntil ?? ctx.now,
  });
  await record(ctx, "minutes.objected", meetingId, { objectionId: id });
  return done(id);
};

const lockObjection = async (ctx: Context, id: ObjectionId) =>
  found(
    await ctx.db
      .selectFrom("minutesObjections")
      .selectAll()
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst(),
  );

const settle = async (
  ctx: Context,
  id: ObjectionId,
  state: "accepted" | "declined" | "withdrawn",
  answer: string,
): Promise<void> => {
  await ctx.db
    .updateTable("minutesObjections")
    .set({ state, answer, settledAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await closeTask(ctx, "consortium", id, say({ ...ctx, language: "de" })(`task_${state}`));
};

/** Whoever objected takes it back. */
export const withdrawObjection = async (
  ctx: Context,
  id: ObjectionId,
): Promise<Outcome<null, ObjectionRefusal>> => {
  allow(may.read(ctx));
  const row = await lockObjection(ctx, id);
  if (!may.run(ctx) && !(await ownSeats(ctx)).some((seat) => seat.id === row.seatId))
    return refused("notOwn");
  if (row.state !== "open") return refused("answered");
  await settle(ctx, id, "withdrawn", "");
  await record(ctx, "minutes.objection_withdrawn", row.meetingId, { objectionId: id });
  return done(null);
};

/**
 * Answers an objection. One that is accepted changes the words of its item: the minutes get a new revision, everybody
 * is told, and the window begins anew for this item only. One that is declined stands in the minutes with its answer.
 */
export const answerObjection = async (
  ctx: Context,
  id: ObjectionId,
  { state, answer, text }: AnswerInput,
): Promise<Outcome<null, ObjectionRefusal>> => {
  allow(may.run(ctx));
  const { meetingId: minutesId } = await lockObjection(ctx, id);
  const meetingId = minutesId as string as MeetingId;
  const minutes = await lockMinutes(ctx, meetingId);
  const row = await lockObjection(ctx, id);
  if (row.state !== "open") return refused("answered");
  if (minutes.state !== "objections") return refused("closed");
  if (state === "declined") {
    await settle(ctx, id, state, answer);
    await record(ctx, "minutes.objection_declined", meetingId, { objectionId: id });
    return done(null);
  }
  if (row.agendaItemId !== null) {
    const changed = await ctx.db
      .updateTable("agendaItems")
      .set({ minutesWords: text ?? "" })
      .where("id", "=", row.agendaItemId)
      .where("minutesWords", "<>", text ?? "")
      .executeTakeFirst();
    if (text === null || changed.numUpdatedRows === 0n) return refused("unchanged");
  }
  await settle(ctx, id, state, answer);
  const { meeting, rules } = await rulesOf(ctx, meetingId);
  const until = windowEnd(ctx.now, rules.objectionDays);
  const revision = minutes.revision + 1;
  const last = minutes.objectionsUntil && minutes.objectionsUntil > until ? minutes.objectionsUntil : until;
  await ctx.db
    .updateTable("meetingMinutes")
    .set({ revision, objectionsUntil: last, changedAt: ctx.now })
    .where("meetingId", "=", meetingId)
    .execute();
  await tellMinutes(ctx, "changed", meeting, { revision, until });
  await record(ctx, "minutes.changed", meetingId, { objectionId: id, revision });
  return done(null);
};

/** Whose file is deleted: that their seat objected stays, who wrote it does not. */
export const forgetObjector = async (ctx: Context, person: Id<"person">): Promise<void> => {
  await ctx.db.updateTable("minutesObjections").set({ madeBy: null }).where("madeBy", "=", person).execute();
};
