import { sql } from "kysely";
import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf, plusDays } from "#core/local-time.ts";
import { hashToken } from "#core/token.ts";
import { speaksFor } from "#modules/organizations/policy.ts";
import { may } from "#modules/placements/policy.ts";

/** Follow-ups with whom and what they are about. */
export const rows = (ctx: Context) =>
  ctx.db
    .selectFrom("followUps")
    .innerJoin("referrals", "referrals.id", "followUps.referralId")
    .innerJoin("people", "people.id", "referrals.personId")
    .innerJoin("opportunities", "opportunities.id", "referrals.opportunityId")
    .innerJoin("organizations", "organizations.id", "referrals.organizationId")
    .selectAll("followUps")
    .select([
      "referrals.personId",
      "referrals.organizationId",
      "referrals.state",
      "referrals.placedOn",
      "referrals.madeBy",
      "people.name",
      "people.email",
      "people.language",
      "opportunities.title",
      "organizations.name as organization",
    ])
    // The organization is told the name only as long as the person lets it.
    .select(
      sql<boolean>`exists (select from releases where releases.referral_id = referrals.id
        and withdrawn_at is null and 'name' = any(data))`.as("named"),
    );

export type FollowUpRow = Awaited<ReturnType<ReturnType<typeof rows>["execute"]>>[number];

const maySee = (ctx: Context, row: FollowUpRow): boolean =>
  isStaff(ctx.actor) ||
  (row.side === "person" ? may.isOwn(ctx, row) : speaksFor(ctx.actor, row.organizationId));

/** One follow-up, for the office and for the side that is asked. */
export const findFollowUp = async (ctx: Context, id: Id<"followUp">): Promise<FollowUpRow | undefined> => {
  const row = await rows(ctx).where("followUps.id", "=", id).executeTakeFirst();
  return row && maySee(ctx, row) ? row : undefined;
};

/** The follow-up whose link somebody holds. */
export const findFollowUpByToken = (ctx: Context, token: string): Promise<FollowUpRow | undefined> =>
  rows(ctx).where("followUps.tokenHash", "=", hashToken(token)).executeTakeFirst();

/** All follow-ups of a person's referrals, for their file. */
export const followUpsOf = (ctx: Context, personId: Id<"person">): Promise<FollowUpRow[]> =>
  rows(ctx)
    .where("referrals.personId", "=", personId)
    .$if(!isStaff(ctx.actor), (query) => query.where("followUps.side", "=", "person"))
    .orderBy("dueOn")
    .orderBy("side", "desc")
    .limit(200)
    .execute();

/** Those of a referral. */
export const followUpsOfReferral = (ctx: Context, referralId: Id<"referral">): Promise<FollowUpRow[]> =>
  rows(ctx)
    .where("followUps.referralId", "=", referralId)
    .orderBy("dueOn")
    .orderBy("side", "desc")
    .limit(6)
    .execute();

/** What waits for an answer of these organizations or of this person today. */
export const openFollowUps = (
  ctx: Context,
  personId: Id<"person">,
  organizationIds: readonly Id<"organization">[],
): Promise<FollowUpRow[]> =>
  rows(ctx)
    .where("followUps.answeredAt", "is", null)
    .where("followUps.dueOn", "<=", dayOf(ctx.now))
    .where("referrals.state", "=", "placed")
    .where(
      sql<boolean>`((follow_ups.side = 'person' and referrals.person_id = ${personId})
        or (follow_ups.side = 'organization' and referrals.organization_id = any(${[...organizationIds]}::uuid[])))`,
    )
    .orderBy("dueOn")
    .limit(50)
    .execute();

const most = 500;

/** Due, and nobody has been asked yet. */
export const listDue = (ctx: Context): Promise<FollowUpRow[]> =>
  rows(ctx)
    .where("followUps.answeredAt", "is", null)
    .where("followUps.askedAt", "is", null)
    .where("followUps.handedAt", "is", null)
    .where("followUps.dueOn", "<=", dayOf(ctx.now))
    .where("referrals.state", "=", "placed")
    .orderBy("dueOn")
    .limit(most)
    .execute();

export const daysOfSilence = 7;

/** Asked by mail a week ago, and still without an answer. */
export const listSilent = (ctx: Context): Promise<FollowUpRow[]> =>
  rows(ctx)
    .where("followUps.answeredAt", "is", null)
    .where("followUps.handedAt", "is", null)
    .where("followUps.askedAt", "<", new Date(+ctx.now - daysOfSilence * 86_400_000))
    .where("referrals.state", "=", "placed")
    .limit(most)
    .execute();

/** The day on which a side is asked after so many weeks. */
export const dueDay = (from: string, week: number): string => plusDays(from, 7 * week);
