import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { returnSeat } from "#modules/opportunities/commands.ts";

/** Everything that consultations and referrals keep about a person, for the person. */
export const showPersonal = async (
  ctx: Context,
  personId: Id<"person">,
): Promise<Readonly<Record<string, unknown>>> => {
  const consultations = await ctx.db
    .selectFrom("consultations")
    .select(["kind", "channel", "minutes", "motives", "experience", "situation", "agreed", "heldAt"])
    .where("personId", "=", personId)
    .orderBy("heldAt")
    .limit(500)
    .execute();
  const referrals = await ctx.db
    .selectFrom("referrals")
    .innerJoin("opportunities", "opportunities.id", "referrals.opportunityId")
    .innerJoin("organizations", "organizations.id", "referrals.organizationId")
    .select([
      "referrals.number",
      "referrals.state",
      "referrals.words",
      "referrals.madeAt",
      "referrals.placedOn",
    ])
    .select(["opportunities.title as opportunity", "organizations.name as organization"])
    .where("referrals.personId", "=", personId)
    .orderBy("madeAt")
    .limit(500)
    .execute();
  const releases = await ctx.db
    .selectFrom("releases")
    .innerJoin("referrals", "referrals.id", "releases.referralId")
    .select([
      "referrals.number",
      "releases.data",
      "releases.note",
      "releases.givenHow",
      "releases.givenAt",
      "releases.withdrawnAt",
    ])
    .where("referrals.personId", "=", personId)
    .limit(500)
    .execute();
  const followUps = await ctx.db
    .selectFrom("followUps")
    .innerJoin("referrals", "referrals.id", "followUps.referralId")
    .select([
      "referrals.number",
      "followUps.week",
      "followUps.answer",
      "followUps.words",
      "followUps.answeredAt",
    ])
    .where("referrals.personId", "=", personId)
    .where("followUps.side", "=", "person")
    .limit(500)
    .execute();
  return { consultations, referrals, releases, followUps };
};

/** Forgets all of it; steps, releases and follow-ups go with the referrals they belong to. */
export const erasePersonal = async (ctx: Context, personId: Id<"person">): Promise<void> => {
  await ctx.db.deleteFrom("shortlistEntries").where("personId", "=", personId).execute();
  const gone = await ctx.db
    .deleteFrom("referrals")
    .where("personId", "=", personId)
    .returning(["state", "opportunityId"])
    .execute();
  for (const { state, opportunityId } of gone) if (state === "placed") await returnSeat(ctx, opportunityId);
  await ctx.db.deleteFrom("consultations").where("personId", "=", personId).execute();
};
