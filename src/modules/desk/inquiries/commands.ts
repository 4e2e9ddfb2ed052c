import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { sendMail } from "#core/mail.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { partsIn } from "#methods/week-parts.ts";
import { bookSlot } from "#modules/desk/appointments/commands.ts";
import { closeTask } from "#modules/desk/commands.ts";
import { may } from "#modules/desk/policy.ts";
import { type Answers, answersInWords, keptAnswers } from "#modules/desk/questions/queries.ts";
import type { Inquiry } from "#modules/desk/schema.ts";
import { type AppointmentKind, type ReplyKind, type Result, resultName } from "#modules/desk/vocabulary.ts";
import { readAnswers } from "#modules/opportunities/suggestions/paths.ts";
import { timesIn } from "#modules/opportunities/suggestions/queries.ts";
import { saveWishes } from "#modules/opportunities/wishes/commands.ts";
import { wishesOf } from "#modules/opportunities/wishes/queries.ts";
import { keepPerson } from "#modules/people/commands.ts";
import { findPerson } from "#modules/people/queries.ts";
import { personLanguages } from "#modules/people/vocabulary.ts";
import { say } from "./messages.ts";

const self = ({ actor }: Context): Id<"person"> | null => (actor.kind === "person" ? actor.id : null);

const open = async (ctx: Context, id: Id<"inquiry">): Promise<Inquiry> => {
  allow(may.work(ctx));
  return found(
    await ctx.db.selectFrom("inquiries").selectAll().where("id", "=", id).forUpdate().executeTakeFirst(),
  );
};

/** Writes below an inquiry; an answer goes out by mail. */
export const reply = async (
  ctx: Context,
  id: Id<"inquiry">,
  { kind, words }: { readonly kind: ReplyKind; readonly words: string },
): Promise<Outcome<null, "noEmail">> => {
  const inquiry = await open(ctx, id);
  const address = inquiry.email;
  if (kind === "answer" && !address) return refused("noEmail");
  const { id: replyId } = await ctx.db
    .insertInto("inquiryReplies")
    .values({ inquiryId: id, kind, words, writtenBy: self(ctx) })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (kind === "answer" && address) {
    await sendMail(ctx, {
      key: `inquiry.answer:${replyId}`,
      kind: "inquiry.answer",
      to: { email: address, name: inquiry.name },
      subject: say(ctx)("answerSubject", { number: inquiry.number }),
      paragraphs: words.split(/\n{2,}/u),
    });
  }
  await record(ctx, "inquiry.replied", id, { kind });
  return done(null);
};

/** Says whose inquiry it is. */
export const linkPerson = async (ctx: Context, id: Id<"inquiry">, personId: Id<"person">): Promise<void> => {
  const inquiry = await open(ctx, id);
  found(await findPerson(ctx, personId));
  await ctx.db.updateTable("inquiries").set({ personId }).where("id", "=", id).execute();
  await ctx.db.updateTable("appointments").set({ personId }).where("inquiryId", "=", id).execute();
  await ctx.db
    .updateTable("tasks")
    .set({ personId })
    .where("kind", "=", "inquiry")
    .where("subjectId", "=", id)
    .execute();
  await keepWishes(ctx, personId, keptAnswers(inquiry.answers));
  await record(ctx, "inquiry.linked", id, { personId });
};

// What somebody answered before they had a file are their first wishes; wishes they have already are better.
const keepWishes = async (ctx: Context, personId: Id<"person">, kept: Answers): Promise<void> => {
  if (answersInWords(ctx, kept).length === 0 || (await wishesOf(ctx, personId))) return;
  const said = readAnswers(kept);
  await saveWishes(ctx, personId, {
    fields: [...said.feld],
    targetGroups: [...said.fuer],
    skills: [...said.gern],
    rhythms: [...said.rhythmus],
    times: partsIn(timesIn(said)),
    postcode: said.plz || null,
    radiusKm: said.umkreis ? Number(said.umkreis) : null,
    accessibility: [...said.braucht],
    company: said.mit || null,
    languages: [...said.sprachen],
    notThese: [...said.nicht],
    words: "",
  });
};

/** Starts a file from what the inquiry says, and links both. Somebody who may be known already is asked about first. */
export const keepAsker = async (ctx: Context, id: Id<"inquiry">, { despiteDouble = false } = {}) => {
  const inquiry = await open(ctx, id);
  const language = personLanguages.find((code) => code === inquiry.language) ?? "de";
  const outcome = await keepPerson(
    ctx,
    {
      name: inquiry.name,
      email: inquiry.email ?? undefined,
      phone: inquiry.phone ?? undefined,
      reachable: inquiry.reachable ?? undefined,
      language,
      contactBy: inquiry.email ? "email" : inquiry.phone ? "phone" : "visit",
    },
    { despiteDouble },
  );
  if (outcome.ok) await linkPerson(ctx, id, outcome.value);
  return outcome;
};

/** Agrees on a conversation about the inquiry. */
export const agreeOnTime = async (
  ctx: Context,
  id: Id<"inquiry">,
  slot: Id<"appointment">,
  kind: AppointmentKind,
): Promise<Outcome<null, "taken" | "past">> => {
  const { name, email: address, phone: number, personId } = await open(ctx, id);
  const outcome = await bookSlot(ctx, slot, {
    name,
    email: address,
    phone: number,
    personId,
    inquiryId: id,
    kind,
  });
  return outcome.ok ? done(null) : outcome;
};

/** The inquiry is settled. It stays readable; a second time is told so. */
export const closeInquiry = async (
  ctx: Context,
  id: Id<"inquiry">,
  result: Result,
): Promise<Outcome<null, "closed">> => {
  const inquiry = await open(ctx, id);
  if (inquiry.closedAt) return refused("closed");
  await ctx.db
    .updateTable("inquiries")
    .set({ closedAt: ctx.now, closedBy: self(ctx), result })
    .where("id", "=", id)
    .execute();
  await closeTask(ctx, "inquiry", id, resultName(ctx, result));
  await record(ctx, "inquiry.closed", id, { result });
  return done(null);
};

/** Forgets what a person asked and agreed on. That a conversation took place at a time stays, without a name. */
export const erasePerson = async (ctx: Context, personId: Id<"person">): Promise<void> => {
  await ctx.db.deleteFrom("tasks").where("personId", "=", personId).execute();
  await ctx.db
    .updateTable("appointments")
    .set({ name: "", email: null, phone: null, tokenHash: null, inquiryId: null, personId: null })
    .where("personId", "=", personId)
    .execute();
  await ctx.db.deleteFrom("inquiries").where("personId", "=", personId).execute();
  await record(ctx, "inquiry.erased", personId);
};

const monthsKept = 12;

/** A year after it was closed an inquiry without a file loses its name, its contact and its words; that it came stays. */
export const forgetInquiries = async (ctx: Context): Promise<number> => {
  const before = new Date(ctx.now);
  before.setUTCMonth(before.getUTCMonth() - monthsKept);
  const rows = await ctx.db
    .updateTable("inquiries")
    .set({ name: "", email: null, phone: null, reachable: null, words: "", answers: "{}" })
    .where("closedAt", "<", before)
    .where("personId", "is", null)
    .where("words", "!=", "")
    .returning("id")
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await ctx.db.deleteFrom("inquiryReplies").where("inquiryId", "in", ids).execute();
  for (const id of ids) await record(ctx, "inquiry.forgotten", id);
  return ids.length;
};
