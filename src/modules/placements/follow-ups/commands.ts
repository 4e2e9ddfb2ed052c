import * as z from "zod";
import type { Context } from "#core/context.ts";
import { dayOnly } from "#core/date.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { paragraph } from "#core/input.ts";
import { instantAt } from "#core/local-time.ts";
import { sendMail } from "#core/mail.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { newToken } from "#core/token.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { type Contact, contactsOf } from "#modules/organizations/queries.ts";
import { paths } from "#modules/placements/paths.ts";
import { may } from "#modules/placements/policy.ts";
import { dueIn, readerOf } from "#modules/placements/queries.ts";
import {
  answerName,
  type FollowUpAnswer,
  followUpAnswers,
  followUpWeeks,
  type GivenWay,
  sides,
  weekName,
} from "#modules/placements/vocabulary.ts";
import { say } from "./messages.ts";
import {
  dueDay,
  type FollowUpRow,
  findFollowUp,
  findFollowUpByToken,
  listDue,
  listSilent,
} from "./queries.ts";

/** Both sides will be asked after 2, 6 and 12 weeks. Planned again from another day, what nobody was asked moves along. */
export const planFollowUps = async (
  ctx: Context,
  referralId: Id<"referral">,
  from: string,
): Promise<void> => {
  await ctx.db
    .insertInto("followUps")
    .values(
      sides.flatMap((side) =>
        followUpWeeks.map((week) => ({ referralId, side, week, dueOn: dueDay(from, week) })),
      ),
    )
    .onConflict((conflict) => conflict.columns(["placeId", "referralId", "side", "week"]).doNothing())
    .execute();
};

/** It is over: what nobody was asked yet will not be asked, and nobody of the office need call. */
export const dropFollowUps = async (ctx: Context, referralId: Id<"referral">): Promise<void> => {
  const all = await ctx.db
    .selectFrom("followUps")
    .select("id")
    .where("referralId", "=", referralId)
    .limit(6)
    .execute();
  for (const { id } of all) await closeTask(ctx, "follow_up", id, say(ctx)("closedOver"));
  await ctx.db
    .deleteFrom("followUps")
    .where("referralId", "=", referralId)
    .where("askedAt", "is", null)
    .where("answeredAt", "is", null)
    .execute();
};

const titleOf = (ctx: Context, row: FollowUpRow): string =>
  say(ctx)(row.side === "person" ? "taskPerson" : "taskOrganization", row);

/** The office calls: there is no address to write to, or nobody answered. */
const handOver = async (ctx: Context, row: FollowUpRow, dueAt: Date): Promise<void> => {
  await ctx.db.updateTable("followUps").set({ handedAt: ctx.now }).where("id", "=", row.id).execute();
  await openTask(ctx, {
    kind: "follow_up",
    subjectId: row.id,
    title: titleOf(ctx, row),
    detail: say(ctx)("taskDetail", {
      day: dayOnly(ctx, row.placedOn ?? row.dueOn),
      organization: row.organization,
      week: weekName(ctx, row.week),
    }),
    path: paths.file(row.personId),
    personId: row.personId,
    ownerId: row.madeBy,
    dueAt,
  });
};

// Whoever did not answer the last question was not reached then; they are asked the new one only.
const giveUpEarlier = async (ctx: Context, row: FollowUpRow): Promise<void> => {
  const earlier = await ctx.db
    .updateTable("followUps")
    .set({ answer: "unreachable", answeredAt: ctx.now })
    .where("referralId", "=", row.referralId)
    .where("side", "=", row.side)
    .where("week", "<", row.week)
    .where("answeredAt", "is", null)
    .returning("id")
    .execute();
  for (const { id } of earlier) await closeTask(ctx, "follow_up", id, say(ctx)("closedUnreached"));
};

const write = async (
  ctx: Context,
  row: FollowUpRow,
  to: Contact & { language?: string },
  token: string,
): Promise<void> => {
  const reader = readerOf(ctx, row.side === "person" ? row.language : null);
  const words = say(reader);
  const facts = {
    ...row,
    name: row.named ? row.name : words("somebody"),
    day: dayOnly(reader, row.placedOn ?? row.dueOn),
    week: weekName(reader, row.week),
  };
  await sendMail(reader, {
    key: `follow_up.asked:${row.id}:${to.email}`,
    kind: "follow_up.asked",
    to: {
      email: to.email,
      name: to.name,
      language: reader.language,
      ...(to.personId ? { personId: to.personId } : {}),
    },
    subject: words("mailSubject", facts),
    paragraphs: [words(row.side === "person" ? "mailPerson" : "mailOrganization", facts), words("mailHow")],
    actions: followUpAnswers.map((answer) => ({
      label: answerName(reader, answer),
      path: `${paths.followUpLink(token)}?antwort=${answer}`,
    })),
  });
};

const ask = async (ctx: Context, row: FollowUpRow): Promise<void> => {
  await giveUpEarlier(ctx, row);
  const person: Contact[] = row.email ? [{ name: row.name, email: row.email, personId: row.personId }] : [];
  const recipients = row.side === "person" ? person : await contactsOf(ctx, row.organizationId);
  if (recipients.length === 0) return handOver(ctx, row, instantAt(row.dueOn));
  const { token, hash } = newToken();
  await ctx.db
    .updateTable("followUps")
    .set({ tokenHash: hash, askedAt: ctx.now })
    .where("id", "=", row.id)
    .execute();
  for (const recipient of recipients) await write(ctx, row, recipient, token);
  await record(ctx, "follow_up.asked", row.id, { referral: row.referralId, side: row.side, week: row.week });
};

/** Asks whoever is due, and hands over to the office what a mail cannot settle. Run twice it does nothing twice. */
export const askDueFollowUps = async (ctx: Context): Promise<void> => {
  for (const row of await listDue(ctx)) await ask(ctx, row);
  for (const row of await listSilent(ctx)) await handOver(ctx, row, dueIn(ctx, 0));
};

export const FollowUpInput = z.object({
  antwort: z.enum(followUpAnswers),
  worte: paragraph(2_000)
    .optional()
    .transform((value) => value ?? ""),
});

export type FollowUpRefusal = "already" | "over";
type Given = { readonly answer: FollowUpAnswer; readonly words: string; readonly channel: GivenWay };

// "Nicht erreicht" is no answer of theirs: who answers after all is heard.
const isAnswered = ({
  answeredAt,
  answer,
}: {
  answeredAt: Date | null;
  answer: FollowUpAnswer | null;
}): boolean => answeredAt !== null && answer !== "unreachable";

const keep = async (
  ctx: Context,
  row: FollowUpRow,
  given: Given,
): Promise<Outcome<FollowUpAnswer, FollowUpRefusal>> => {
  // Two may answer for one side at once; the row lock makes them queue.
  const now = await ctx.db
    .selectFrom("followUps")
    .select(["answeredAt", "answer"])
    .where("id", "=", row.id)
    .forUpdate()
    .executeTakeFirst();
  if (isAnswered(found(now))) return refused("already");
  if (row.state !== "placed") return refused("over");
  const answeredBy = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const { answer, words, channel } = given;
  await ctx.db
    .updateTable("followUps")
    .set({ answer, words, channel, answeredBy, answeredAt: ctx.now })
    .where("id", "=", row.id)
    .execute();
  await closeTask(ctx, "follow_up", row.id, answerName(ctx, answer));
  await record(ctx, "follow_up.answered", row.id, {
    referral: row.referralId,
    side: row.side,
    week: row.week,
    answer,
  });
  if (answer === "unsure" || answer === "not_good") await talk(ctx, row, answer, words);
  return done(answer);
};

const talk = (ctx: Context, row: FollowUpRow, answer: "unsure" | "not_good", detail: string) =>
  openTask(ctx, {
    kind: "follow_up",
    subjectId: row.id,
    title: say(ctx)(answer === "unsure" ? "taskUnsure" : "taskNotGood", {
      who: row.side === "person" ? row.name : row.organization,
      title: row.title,
    }),
    detail,
    path: paths.file(row.personId),
    personId: row.personId,
    ownerId: row.madeBy,
    dueAt: dueIn(ctx, 1),
  });

/** Whoever holds the link of the mail answers for their side. */
export const answerFollowUpByLink = async (
  ctx: Context,
  token: string,
  given: Omit<Given, "channel">,
): Promise<Outcome<FollowUpAnswer, FollowUpRefusal>> =>
  keep(ctx, found(await findFollowUpByToken(ctx, token)), { ...given, channel: "web" });

/** The person or the organization answers when signed in; the office notes what it heard, on whichever way. */
export const answerFollowUp = async (
  ctx: Context,
  id: Id<"followUp">,
  given: Given,
): Promise<Outcome<FollowUpAnswer, FollowUpRefusal>> => {
  const row = found(await findFollowUp(ctx, id));
  allow(row.side === "person" ? may.release(ctx, row) : may.answer(ctx, row));
  return keep(ctx, row, may.consult(ctx) ? given : { ...given, channel: "web" });
};
