import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Purpose } from "#modules/people/vocabulary.ts";

/** What somebody agrees to, and what they once agreed to; the running ones first. */
export const listConsents = (ctx: Context, personId: Id<"person">) =>
  ctx.db
    .selectFrom("consents")
    .leftJoin("people as recorder", (join) => join.onRef("recorder.id", "=", "consents.recordedBy"))
    .select(["purpose", "textVersion", "givenHow", "givenAt", "withdrawnAt", "recorder.name as recorder"])
    .where("personId", "=", personId)
    .orderBy("withdrawnAt", (order) => order.desc().nullsFirst())
    .limit(100)
    .execute();

export type ConsentRow = Awaited<ReturnType<typeof listConsents>>[number];

/** Does somebody agree to this now? */
export const hasConsent = async (
  ctx: Context,
  personId: Id<"person">,
  purpose: Purpose,
): Promise<boolean> => {
  const row = await ctx.db
    .selectFrom("consents")
    .select("id")
    .where("personId", "=", personId)
    .where("purpose", "=", purpose)
    .where("withdrawnAt", "is", null)
    .executeTakeFirst();
  return row !== undefined;
};
