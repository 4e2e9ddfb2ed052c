import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { hashToken } from "#core/token.ts";
import { findOpportunity } from "#modules/opportunities/queries.ts";

/** Days after which an organization is asked, reminded twice, and what stays unanswered is paused. */
export const askAfter = [90, 97, 104, 111] as const;

const day = 86_400_000;
/** How long the link of a mail answers. */
export const linkDays = 60;

/** Published offers whose next question is due, with the number of questions so far. */
export const listDue = async (ctx: Context) => {
  const rows = await ctx.db
    .selectFrom("opportunities")
    .select(["id", "title", "organizationId", "confirmedAt", "remindersSent"])
    .where("state", "=", "published")
    .where("confirmedAt", "<=", new Date(+ctx.now - askAfter[0] * day))
    .orderBy("organizationId")
    .orderBy("title")
    .limit(1_000)
    .execute();
  return rows.filter(({ confirmedAt, remindersSent }) => {
    const days = askAfter[remindersSent];
    return confirmedAt !== null && days !== undefined && +ctx.now - +confirmedAt >= days * day;
  });
};

export type DueOffer = Awaited<ReturnType<typeof listDue>>[number];

/** The question behind a link, and the offer it is about. The link is the permission: whoever has it may read both. */
export const findQuestion = async (ctx: Context, token: string) => {
  const row = await ctx.db
    .selectFrom("confirmations")
    .selectAll()
    .where("tokenHash", "=", hashToken(token))
    .executeTakeFirst();
  const offer = row && (await findOpportunity({ ...ctx, actor: system }, row.opportunityId));
  if (!row || !offer) return undefined;
  const expired = +ctx.now - +row.askedAt > linkDays * day;
  return { id: row.id, answer: row.answer, expired, offer };
};

export type Question = NonNullable<Awaited<ReturnType<typeof findQuestion>>>;
