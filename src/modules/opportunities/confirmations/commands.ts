import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import { sendMail } from "#core/mail.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { newToken } from "#core/token.ts";
import { openTask } from "#modules/desk/commands.ts";
import { manage, paths } from "#modules/opportunities/paths.ts";
import {
  confirmOpportunity,
  moveOpportunity,
  publishOpportunity,
} from "#modules/opportunities/publications/commands.ts";
import { contactsOf } from "#modules/organizations/queries.ts";
import { say } from "./messages.ts";
import { askAfter, type DueOffer, findQuestion, listDue } from "./queries.ts";

const week = 7 * 86_400_000;
const lastQuestion = askAfter.length - 1;

type Letter = "ask" | "remind" | "paused";
const letterOf = ({ remindersSent }: DueOffer): Letter =>
  remindersSent === 0 ? "ask" : remindersSent < lastQuestion ? "remind" : "paused";

const link = async (ctx: Context, { id }: DueOffer): Promise<string> => {
  const { token, hash } = newToken();
  await ctx.db.insertInto("confirmations").values({ opportunityId: id, tokenHash: hash }).execute();
  return paths.confirm(token);
};

const warn = (ctx: Context, offer: DueOffer, detail: "staleNobody" | "stalePaused") =>
  openTask(ctx, {
    kind: "stale",
    subjectId: offer.id,
    title: say(ctx)("staleTitle", { title: offer.title }),
    detail: say(ctx)(detail),
    path: manage.office.show(offer.id),
    dueAt: new Date(+ctx.now + week),
  });

const note = async (ctx: Context, offer: DueOffer): Promise<void> => {
  await ctx.db
    .updateTable("opportunities")
    .set({ remindersSent: offer.remindersSent + 1 })
    .where("id", "=", offer.id)
    .execute();
  await record(ctx, "opportunity.asked", offer.id, { times: offer.remindersSent + 1 });
};

// One letter of each sort per organization, however many offers it is about.
const write = async (
  ctx: Context,
  organizationId: Id<"organization">,
  letter: Letter,
  offers: readonly DueOffer[],
) => {
  const contacts = await contactsOf(ctx, organizationId);
  if (contacts.length === 0) {
    for (const offer of offers) await warn(ctx, offer, "staleNobody");
    return;
  }
  const words = say(ctx);
  const actions = [];
  for (const offer of offers) {
    actions.push({ label: words("askAction", { title: offer.title }), path: await link(ctx, offer) });
  }
  for (const { name, email, personId } of contacts) {
    await sendMail(ctx, {
      key: `opportunity.${letter} ${organizationId} ${dayOf(ctx.now)} ${email}`,
      kind: `opportunity.${letter}`,
      to: { name, email, ...(personId ? { personId } : {}) },
      subject: words(`${letter}Subject`, { n: offers.length }),
      paragraphs: [words(`${letter}Words`), offers.map(({ title }) => `– ${title}`).join("\n")],
      actions,
      closing: words("askClosing", { phone: ctx.place.officePhone }),
    });
  }
};

/**
 * Asks every organization whose offers were not confirmed for 90 days, reminds it after one and two weeks more, and
 * pauses after the third what stays without an answer. Run twice on one day it does nothing twice.
 */
export const askWhetherItHolds = async (ctx: Context): Promise<number> => {
  const due = await listDue(ctx);
  const letters = new Map<string, DueOffer[]>();
  for (const offer of due) {
    const key = `${offer.organizationId} ${letterOf(offer)}`;
    letters.set(key, [...(letters.get(key) ?? []), offer]);
  }
  for (const offers of letters.values()) {
    const [first] = offers;
    if (!first) continue;
    const letter = letterOf(first);
    await write(ctx, first.organizationId, letter, offers);
    for (const offer of offers) {
      await note(ctx, offer);
      if (letter !== "paused") continue;
      await moveOpportunity({ ...ctx, actor: system }, offer.id, "paused", say(ctx)("noAnswer"));
      await warn(ctx, offer, "stalePaused");
    }
  }
  return due.length;
};

export type AnswerRefusal = "answered" | "expired" | "notPublished";

/** The answer of whoever holds the link: it still holds, something is to be changed, or it has ended. */
export const answerQuestion = async (
  ctx: Context,
  token: string,
  answer: "keep" | "edit" | "end",
): Promise<Outcome<Id<"opportunity">, AnswerRefusal>> => {
  const question = found(await findQuestion(ctx, token));
  const { offer } = question;
  const { numUpdatedRows } = await ctx.db
    .updateTable("confirmations")
    .set({ answer, answeredAt: ctx.now })
    .where("id", "=", question.id)
    // Two clicks at once: the first one counts.
    .where((where) => where.or([where("answer", "is", null), where("answer", "=", "edit")]))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return refused("answered");
  if (question.expired) return refused("expired");
  const house = { ...ctx, actor: system };
  await record(ctx, "opportunity.answered", offer.id, { answer });
  if (answer === "edit") return done(offer.id);
  if (answer === "end") {
    if (offer.state !== "ended") await moveOpportunity(house, offer.id, "ended");
    return done(offer.id);
  }
  if (offer.state === "ended") return refused("notPublished");
  if (offer.state === "paused") {
    const outcome = await publishOpportunity(house, offer.id);
    return outcome.ok ? done(offer.id) : refused("notPublished");
  }
  await confirmOpportunity(house, offer.id);
  return done(offer.id);
};
