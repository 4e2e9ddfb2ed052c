import { signedIn } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { enqueue } from "#core/jobs.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { hashToken, newToken } from "#core/token.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { writeCancellation, writeTo } from "#modules/desk/letters/commands.ts";
import { whenOf } from "#modules/desk/letters/queries.ts";
import { paths } from "#modules/desk/paths.ts";
import { may } from "#modules/desk/policy.ts";
import type { Appointment } from "#modules/desk/schema.ts";
import { type AppointmentKind, appointmentName } from "#modules/desk/vocabulary.ts";
import { say } from "./messages.ts";

export type Guest = {
  readonly name: string;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly personId?: Id<"person"> | null | undefined;
  readonly inquiryId?: Id<"inquiry"> | null | undefined;
  readonly kind?: AppointmentKind | undefined;
};

export type Booking = { readonly id: Id<"appointment">; readonly token: string };

const locked = async (ctx: Context, id: Id<"appointment">): Promise<Appointment> =>
  found(
    await ctx.db.selectFrom("appointments").selectAll().where("id", "=", id).forUpdate().executeTakeFirst(),
  );

const isFree = (row: Appointment): boolean => row.bookedAt === null && row.canceledAt === null;

/** Takes a free time for somebody. Two who reach for it at once queue at its row; the second is told. */
export const bookSlot = async (
  ctx: Context,
  id: Id<"appointment">,
  guest: Guest,
): Promise<Outcome<Booking, "taken" | "past">> => {
  const slot = await locked(ctx, id);
  if (!isFree(slot)) return refused("taken");
  if (slot.startsAt <= ctx.now) return refused("past");
  const { token, hash } = newToken();
  const { name, email = null, phone = null, personId = null, inquiryId = null, kind = "visit" } = guest;
  const booked = { bookedAt: ctx.now, tokenHash: hash, kind, name, email, phone, personId, inquiryId };
  await ctx.db.updateTable("appointments").set(booked).where("id", "=", id).execute();
  await announce(ctx, { ...slot, ...booked }, token, "booked");
  await record(ctx, "appointment.booked", id, { personId: booked.personId });
  return done({ id, token });
};

/** Puts the conversation on the adviser's worklist, tells the guest, and has them reminded the day before. */
const announce = async (
  ctx: Context,
  row: Appointment,
  token: string,
  news: "booked" | "moved",
): Promise<void> => {
  await openTask(ctx, {
    kind: "appointment",
    subjectId: row.id,
    title: say(ctx)("taskTitle", { name: row.name }),
    detail: [appointmentName(ctx, row.kind), row.kind === "visit" ? row.whereText : ""]
      .filter(Boolean)
      .join(", "),
    path: row.personId ? paths.file(row.personId) : paths.appointment(row.id),
    personId: row.personId,
    ownerId: row.adviserId,
    dueAt: row.startsAt,
  });
  if (!row.email) return;
  await writeTo(ctx, row, token, news);
  const eve = instantAt(plusDays(dayOf(row.startsAt), -1), "10:00");
  if (eve <= ctx.now) return;
  const data = { appointment: row.id, revision: row.revision, token };
  await enqueue(ctx, "appointment.remind", data, { after: eve, key: `${row.id} ${row.revision}` });
};

type Reminder = {
  readonly appointment: Id<"appointment">;
  readonly revision: number;
  readonly token: string;
};

/** The day before: unless the appointment was moved or canceled in the meantime. */
export const remindGuest = async (
  ctx: Context,
  { appointment, revision, token }: Reminder,
): Promise<void> => {
  const row = await ctx.db
    .selectFrom("appointments")
    .selectAll()
    .where("id", "=", appointment)
    .executeTakeFirst();
  if (!row || !isOpen(row) || row.revision !== revision || row.startsAt <= ctx.now) return;
  await writeTo(ctx, row, token, "reminder");
};

const isOpen = (row: Appointment): boolean =>
  row.bookedAt !== null && row.canceledAt === null && row.heldAt === null && row.missedAt === null;

const offerAgain = async (ctx: Context, row: Appointment): Promise<void> => {
  if (row.startsAt <= ctx.now) return;
  const { startsAt, endsAt, adviserId, whereText } = row;
  await ctx.db.insertInto("appointments").values({ startsAt, endsAt, adviserId, whereText }).execute();
};

const cancel = async (ctx: Context, row: Appointment): Promise<Outcome<null, "over">> => {
  if (row.canceledAt !== null) return done(null);
  if (!isOpen(row)) return refused("over");
  const revision = row.revision + 1;
  await ctx.db
    .updateTable("appointments")
    .set({ canceledAt: ctx.now, revision })
    .where("id", "=", row.id)
    .execute();
  await offerAgain(ctx, row);
  await closeTask(ctx, "appointment", row.id, say(ctx)("canceled"));
  await record(ctx, "appointment.canceled", row.id, { personId: row.personId });
  return done(null);
};

const lockedByToken = async (ctx: Context, token: string): Promise<Appointment> =>
  found(
    await ctx.db
      .selectFrom("appointments")
      .selectAll()
      .where("tokenHash", "=", hashToken(token))
      .forUpdate()
      .executeTakeFirst(),
  );

// Whether somebody came is for the office to write down, once the time is over.
const cancelAhead = async (ctx: Context, row: Appointment): Promise<Outcome<null, "over">> =>
  row.startsAt <= ctx.now ? refused("over") : cancel(ctx, row);

/** "Ich kann nicht kommen": the time is free for others at once. A second time changes nothing. */
export const cancelOwn = async (ctx: Context, token: string): Promise<Outcome<null, "over">> =>
  cancelAhead(ctx, await lockedByToken(ctx, token));

/** The same for whoever is signed in and needs no link. */
export const cancelMine = async (ctx: Context, id: Id<"appointment">): Promise<Outcome<null, "over">> => {
  const row = await locked(ctx, id);
  return cancelAhead(ctx, found(row.personId === signedIn(ctx.actor).id ? row : undefined));
};

/** The office cancels and the guest is told; a time nobody took is simply taken back. */
export const cancelAppointment = async (
  ctx: Context,
  id: Id<"appointment">,
): Promise<Outcome<null, "over">> => {
  allow(may.work(ctx));
  const row = await locked(ctx, id);
  if (isFree(row)) {
    await ctx.db.updateTable("appointments").set({ canceledAt: ctx.now }).where("id", "=", id).execute();
    await record(ctx, "appointment.withdrawn", id);
    return done(null);
  }
  const outcome = await cancel(ctx, row);
  if (!outcome.ok || row.canceledAt || !row.email) return outcome;
  await writeCancellation(ctx, row, row.email);
  return outcome;
};

/** Moves to another free time. The appointment keeps its link and its place in the guest's calendar. */
export const moveOwn = async (
  ctx: Context,
  token: string,
  to: Id<"appointment">,
): Promise<Outcome<null, "taken" | "past" | "over">> => {
  const row = await lockedByToken(ctx, token);
  if (!isOpen(row)) return refused("over");
  const slot = await ctx.db
    .selectFrom("appointments")
    .selectAll()
    .where("id", "=", to)
    .forUpdate()
    .executeTakeFirst();
  if (!slot || !isFree(slot)) return refused("taken");
  if (slot.startsAt <= ctx.now) return refused("past");
  await ctx.db.deleteFrom("appointments").where("id", "=", slot.id).execute();
  const { startsAt, endsAt, adviserId, whereText } = slot;
  const moved = { startsAt, endsAt, adviserId, whereText, revision: row.revision + 1 };
  await ctx.db.updateTable("appointments").set(moved).where("id", "=", row.id).execute();
  await offerAgain(ctx, row);
  await announce(ctx, { ...row, ...moved }, token, "moved");
  await record(ctx, "appointment.moved", row.id, { personId: row.personId });
  return done(null);
};

/** The conversation took place, or nobody came: then the office asks for another time. */
export const recordAppointment = async (
  ctx: Context,
  id: Id<"appointment">,
  result: "held" | "missed",
): Promise<Outcome<null, "over">> => {
  allow(may.work(ctx));
  const row = await locked(ctx, id);
  if (!isOpen(row)) return refused("over");
  const column = result === "held" ? "heldAt" : "missedAt";
  await ctx.db
    .updateTable("appointments")
    .set({ [column]: ctx.now })
    .where("id", "=", id)
    .execute();
  await closeTask(ctx, "appointment", id, say(ctx)(result));
  await record(ctx, `appointment.${result}`, id, { personId: row.personId });
  if (result === "held") return done(null);
  await openTask(ctx, {
    kind: "reminder",
    subjectId: id,
    title: say(ctx)("missedTask", { name: row.name }),
    detail: say(ctx)("missedDetail", { day: whenOf(ctx, row).day }),
    path: row.personId ? paths.file(row.personId) : paths.appointment(id),
    personId: row.personId,
    ownerId: row.adviserId,
    dueAt: instantAt(plusDays(dayOf(ctx.now), 1)),
  });
  return done(null);
};
