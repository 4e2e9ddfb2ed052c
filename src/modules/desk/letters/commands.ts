import type { Context } from "#core/context.ts";
import { sendMail } from "#core/mail.ts";
import { paths } from "#modules/desk/paths.ts";
import type { Appointment } from "#modules/desk/schema.ts";
import { appointmentName } from "#modules/desk/vocabulary.ts";
import { say } from "./messages.ts";
import { whenOf } from "./queries.ts";

const addressee = ({ name, personId }: Appointment, email: string) => ({
  email,
  name,
  ...(personId ? { personId } : {}),
});

export type News = "booked" | "moved" | "reminder";

/** Tells the guest what was agreed, what has changed, or that it is tomorrow; without an e-mail address nobody is told. */
export const writeTo = async (ctx: Context, row: Appointment, token: string, news: News): Promise<void> => {
  if (!row.email) return;
  const words = say(ctx);
  const { day, when } = whenOf(ctx, row);
  const subject = {
    booked: words("mailSubject", { day }),
    moved: words("mailMovedSubject", { day }),
    reminder: words("reminderSubject", { when }),
  };
  const paragraphs = [words("mailText", { when, kind: appointmentName(ctx, row.kind) })];
  if (row.kind === "visit" && row.whereText) paragraphs.push(words("mailWhere", { where: row.whereText }));
  await sendMail(ctx, {
    key: `appointment.${news}:${row.id}:${row.revision}`,
    kind: `appointment.${news}`,
    to: addressee(row, row.email),
    subject: subject[news],
    paragraphs: [...paragraphs, words("mailChange")],
    actions: [{ label: words("mailAction"), path: paths.own(token) }],
  });
};

/** The office had to cancel: with the way to another time. */
export const writeCancellation = async (ctx: Context, row: Appointment, email: string): Promise<void> => {
  const { day, when } = whenOf(ctx, row);
  await sendMail(ctx, {
    key: `appointment.canceled:${row.id}`,
    kind: "appointment.canceled",
    to: addressee(row, email),
    subject: say(ctx)("mailCanceledSubject", { day }),
    paragraphs: [say(ctx)("mailCanceledText", { when, phone: ctx.place.officePhone })],
    actions: [{ label: say(ctx)("mailCanceledAction"), path: paths.ask }],
  });
};
