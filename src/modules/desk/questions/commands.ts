import { sql } from "kysely";
import * as z from "zod";
import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { dayLong } from "#core/date.ts";
import { allow } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { email, line, paragraph, phone } from "#core/input.ts";
import { sendMail } from "#core/mail.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { nextOpeningEnd } from "#methods/opening-hours.ts";
import { bookSlot } from "#modules/desk/appointments/commands.ts";
import { openTask } from "#modules/desk/commands.ts";
import { paths } from "#modules/desk/paths.ts";
import { may } from "#modules/desk/policy.ts";
import type { Inquiry } from "#modules/desk/schema.ts";
import { type Channel, channelName, topicName, topics } from "#modules/desk/vocabulary.ts";
import { personLanguages } from "#modules/people/vocabulary.ts";
import { say } from "./messages.ts";

/** What somebody asks, as the form says it. */
export const Question = z.object({
  thema: z.enum(topics).default("other"),
  worte: paragraph(5_000),
  name: line(200),
  email: email.optional(),
  telefon: phone.optional(),
  erreichbar: line(300).optional(),
  sprache: z.enum(personLanguages).default("de"),
});

export type Asked = z.output<typeof Question> & {
  readonly channel: Channel;
  /** What came along from the six questions or from an offer. */
  readonly answers?: Readonly<Record<string, string | readonly string[]>> | undefined;
  readonly personId?: Id<"person"> | null | undefined;
  readonly slot?: Id<"appointment"> | undefined;
  readonly ownerId?: Id<"person"> | null | undefined;
};

export type Kept = { readonly id: Id<"inquiry">; readonly number: number; readonly token: string | null };

const self = ({ actor }: Context): Id<"person"> | null => (actor.kind === "person" ? actor.id : null);

const firstWords = (words: string): string => {
  const plain = words.replace(/\s+/gu, " ");
  return plain.length <= 60 ? plain : `${plain.slice(0, 60).replace(/\s\S*$/u, "")} …`;
};

/** When whoever asks can expect an answer: at the end of the next opening hours. */
export const answerBy = ({ place, now }: Pick<Context, "place" | "now">): Date =>
  nextOpeningEnd(place.openingHours, now);

const insert = async (
  ctx: Context,
  asked: Asked,
  personId: Id<"person"> | null,
): Promise<Pick<Inquiry, "id" | "number">> => {
  // Numbers have no gaps and no doubles: whoever asks at the same moment waits here for the next one.
  await sql`select pg_advisory_xact_lock(hashtextextended('inquiries ' || current_place()::text, 0))`.execute(
    ctx.db,
  );
  return ctx.db
    .insertInto("inquiries")
    .values(({ selectFrom }) => ({
      number: selectFrom("inquiries").select(sql<number>`coalesce(max(number), 0) + 1`.as("next")),
      channel: asked.channel,
      topic: asked.thema,
      words: asked.worte,
      name: asked.name,
      email: asked.email ?? null,
      phone: asked.telefon ?? null,
      reachable: asked.erreichbar ?? null,
      language: asked.sprache,
      answers: JSON.stringify(asked.answers ?? {}),
      personId,
      notedBy: asked.channel === "web" ? null : self(ctx),
    }))
    .returning(["id", "number"])
    .executeTakeFirstOrThrow();
};

const thank = async (
  ctx: Context,
  asked: Asked,
  { id, number }: Pick<Inquiry, "id" | "number">,
): Promise<void> => {
  if (!asked.email) return;
  const words = say(ctx);
  await sendMail(ctx, {
    key: `inquiry.received:${id}`,
    kind: "inquiry.received",
    to: { email: asked.email, name: asked.name },
    subject: words("receivedSubject", { number }),
    paragraphs: [
      words("receivedText", { day: dayLong(ctx, answerBy(ctx)) }),
      words("receivedWords", { words: asked.worte }),
      ...(ctx.place.officePhone ? [words("receivedCall", { phone: ctx.place.officePhone })] : []),
    ],
  });
};

/**
 * Somebody asks the contact point: on the web for themselves, or the office writes it down. It waits on the list
 * until somebody takes it; a chosen time is booked with it, or nothing happens at all.
 */
export const ask = async (ctx: Context, asked: Asked): Promise<Outcome<Kept, "taken" | "past">> => {
  const byOffice = asked.channel !== "web";
  if (byOffice) allow(may.work(ctx));
  const personId = byOffice ? (asked.personId ?? null) : isStaff(ctx.actor) ? null : self(ctx);
  const guest = { name: asked.name, email: asked.email, phone: asked.telefon, personId };
  const booking = asked.slot ? await bookSlot(ctx, asked.slot, guest) : undefined;
  if (booking && !booking.ok) return refused(booking.because);
  const inquiry = await insert(ctx, asked, personId);
  if (booking) {
    await ctx.db
      .updateTable("appointments")
      .set({ inquiryId: inquiry.id })
      .where("id", "=", booking.value.id)
      .execute();
  }
  const words = say(ctx);
  await openTask(ctx, {
    kind: "inquiry",
    subjectId: inquiry.id,
    title: byOffice
      ? words("taskTitleOf", { name: asked.name, words: firstWords(asked.worte) })
      : words("taskTitle", { words: firstWords(asked.worte) }),
    detail: words("taskDetail", {
      topic: topicName(ctx, asked.thema),
      channel: channelName(ctx, asked.channel),
    }),
    path: paths.inquiry(inquiry.id),
    personId,
    ownerId: asked.ownerId ?? null,
    dueAt: answerBy(ctx),
  });
  if (!byOffice) await thank(ctx, asked, inquiry);
  await record(ctx, "inquiry.arrived", inquiry.id, { channel: asked.channel, topic: asked.thema, personId });
  return done({ ...inquiry, token: booking?.value.token ?? null });
};
