import { sql } from "kysely";
import { isStaff, system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { hashToken } from "#core/token.ts";
import { gatesClosedFor } from "#methods/match-gates.ts";
import { type Score, scoreOf } from "#methods/match-score.ts";
import { type Opening, openings, weightsOf } from "#modules/opportunities/openings/queries.ts";
import { may } from "#modules/opportunities/policy.ts";
import { findOpportunity, type WholeOpportunity } from "#modules/opportunities/queries.ts";
import { listSeeking, type Profile } from "#modules/opportunities/wishes/queries.ts";
import { choicesOf } from "#modules/people/choices/queries.ts";
import { mayBeMailed } from "#modules/people/queries.ts";

/** The budget is counted over the last 30 days: a calendar month would allow four within two days at its turn. */
export const budgetDays = 30;
const day = 86_400_000;

/**
 * How many more invitations each of these people may get now, across all organizations. Whoever wants no letters at
 * all gets none. To rely on it, the people's rows must be locked first, as `invite` does.
 */
export const budgetLeft = async (
  ctx: Context,
  personIds: readonly Id<"person">[],
): Promise<ReadonlyMap<Id<"person">, number>> => {
  if (personIds.length === 0) return new Map();
  const choices = await choicesOf(ctx, personIds);
  const rows = await ctx.db
    .selectFrom("opportunityInvitations")
    .select(["personId", sql<number>`count(*)`.as("n")])
    .where("personId", "in", [...personIds])
    .where("invitedAt", ">", new Date(+ctx.now - budgetDays * day))
    .groupBy("personId")
    .execute();
  const used = new Map(rows.map(({ personId, n }) => [personId, Number(n)]));
  return new Map(
    personIds.map((id) => {
      const own = choices.get(id);
      const most = !own || own.digest === "never" ? 0 : own.invitationsPerMonth;
      return [id, Math.max(0, most - (used.get(id) ?? 0))];
    }),
  );
};

/** Who of these is not asked about this offer, because they said no, were invited, work there or speak for it. */
export const listSpared = async (
  ctx: Context,
  offer: Pick<WholeOpportunity, "id" | "organizationId">,
  personIds: readonly Id<"person">[],
): Promise<ReadonlySet<Id<"person">>> => {
  if (personIds.length === 0) return new Set();
  const { rows } = await sql<{ personId: Id<"person"> }>`
    select person_id from dismissals where opportunity_id = ${offer.id} and person_id = any(${[...personIds]}::uuid[])
    union select person_id from opportunity_invitations
      where opportunity_id = ${offer.id} and reason = 'fit' and person_id = any(${[...personIds]}::uuid[])
    union select person_id from referrals
      where opportunity_id = ${offer.id} and person_id = any(${[...personIds]}::uuid[])
    union select person_id from grants
      where organization_id = ${offer.organizationId} and ended_at is null and person_id = any(${[...personIds]}::uuid[])`.execute(
    ctx.db,
  );
  return new Set(rows.map(({ personId }) => personId));
};

/** Who of these said "no, thanks" to this offer. */
export const listDeclined = async (
  ctx: Context,
  opportunityId: Id<"opportunity">,
  ids: readonly Id<"person">[],
): Promise<ReadonlySet<Id<"person">>> => {
  const rows = await ctx.db
    .selectFrom("dismissals")
    .select("personId")
    .where("opportunityId", "=", opportunityId)
    .where("personId", "in", [...ids])
    .execute();
  return new Set(rows.map(({ personId }) => personId));
};

export type Fitting = {
  readonly personId: Id<"person">;
  readonly profile: Profile;
  readonly score: Score;
};

const mostPeople = 5_000;
/** From here on we say that somebody fits: well enough, and sure enough. */
const fitsFrom = 0.5;
const sureFrom = 0.3;

const scored = async (ctx: Context, offer: Opening): Promise<Fitting[]> => {
  const weights = await weightsOf(ctx);
  return (await listSeeking(ctx, mostPeople)).flatMap(({ personId, profile }) => {
    // Children are asked by people who know them, never by a letter of the house.
    if (profile.age && profile.age.to < 16) return [];
    if (gatesClosedFor(profile, offer).length > 0) return [];
    const score = scoreOf(profile, offer, weights);
    return score.score >= fitsFrom && score.confidence >= sureFrom ? [{ personId, profile, score }] : [];
  });
};

/** The people whom an open offer fits and who may be asked now, best first; nothing for an offer that is not open. */
export const listFitting = async (ctx: Context, offer: WholeOpportunity): Promise<readonly Fitting[]> => {
  allow(may.change(ctx, offer));
  const opening = (await openings(ctx)).get(offer.id);
  if (!opening || offer.state !== "published") return [];
  const people = await scored(ctx, opening);
  const ids = people.map(({ personId }) => personId);
  const [spared, budget] = [await listSpared(ctx, offer, ids), await budgetLeft(ctx, ids)];
  return people
    .filter(({ personId }) => !spared.has(personId) && (budget.get(personId) ?? 0) > 0)
    .sort((a, b) => b.score.score - a.score.score || (a.personId < b.personId ? -1 : 1));
};

export type Standing = {
  readonly sent: number;
  readonly yes: number;
  readonly no: number;
  readonly waiting: number;
};

/** How the invitations to an offer stand, in numbers. */
export const standingOf = async (ctx: Context, id: Id<"opportunity">): Promise<Standing> => {
  const row = await ctx.db
    .selectFrom("opportunityInvitations")
    .select(sql<number>`count(*)::int`.as("sent"))
    .select(sql<number>`count(*) filter (where answer = 'yes')::int`.as("yes"))
    .select(sql<number>`count(*) filter (where answer = 'no')::int`.as("no"))
    .select(
      sql<number>`count(*) filter (where answer is null and expires_at > ${ctx.now})::int`.as("waiting"),
    )
    .where("opportunityId", "=", id)
    .where("reason", "=", "fit")
    .executeTakeFirst();
  return row ?? { sent: 0, yes: 0, no: 0, waiting: 0 };
};

const withPeople = (ctx: Context, id: Id<"opportunity">) =>
  ctx.db
    .selectFrom("opportunityInvitations")
    .innerJoin("people", "people.id", "opportunityInvitations.personId")
    .select([
      "opportunityInvitations.id",
      "personId",
      "people.name",
      "people.email",
      "people.phone",
      "reasons",
    ])
    .select(["answeredAt", "expiresAt"])
    .where("opportunityId", "=", id)
    .where("reason", "=", "fit")
    .where("people.leftAt", "is", null);

/** Who said yes, and so released name and contact to this organization for this offer. */
export const listYes = async (ctx: Context, offer: WholeOpportunity) => {
  allow(may.change(ctx, offer));
  return withPeople(ctx, offer.id)
    .where("answer", "=", "yes")
    .orderBy("answeredAt", "desc")
    .limit(100)
    .execute();
};
export type Yes = Awaited<ReturnType<typeof listYes>>[number];

/** Whoever does not read mails is asked by the office, on the phone or when they come by. */
export const listToAsk = async (ctx: Context, offer: WholeOpportunity) => {
  allow(isStaff(ctx.actor));
  return withPeople(ctx, offer.id)
    .where("answer", "is", null)
    .where("expiresAt", ">", ctx.now)
    .where((is) => is.not(mayBeMailed))
    .orderBy("invitedAt")
    .limit(50)
    .execute();
};
export type ToAsk = Awaited<ReturnType<typeof listToAsk>>[number];

/** The invitation behind a link, with its offer and what would be passed on. Whoever has the link may read both. */
export const findInvitation = async (
  ctx: Context,
  by: { readonly token: string } | { readonly id: Id<"opportunityInvitation"> },
) => {
  const row = await ctx.db
    .selectFrom("opportunityInvitations")
    .innerJoin("people", "people.id", "opportunityInvitations.personId")
    .selectAll("opportunityInvitations")
    .select(["people.name", "people.email", "people.phone"])
    .$if("token" in by, (query) => query.where("tokenHash", "=", hashToken("token" in by ? by.token : "")))
    .$if("id" in by, (query) => query.where("opportunityInvitations.id", "=", "id" in by ? by.id : null))
    .where("people.leftAt", "is", null)
    .executeTakeFirst();
  const offer = row && (await findOpportunity({ ...ctx, actor: system }, row.opportunityId));
  if (!row || !offer) return undefined;
  return { ...row, offer, expired: row.expiresAt <= ctx.now };
};
export type Invitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

/** Everything that is kept of somebody's invitations, for them to read and to take along. */
export const showInvitations = (ctx: Context, personId: Id<"person">) =>
  ctx.db
    .selectFrom("opportunityInvitations")
    .innerJoin("opportunities", "opportunities.id", "opportunityInvitations.opportunityId")
    .innerJoin("organizations", "organizations.id", "opportunities.organizationId")
    .select(["opportunities.title as opportunity", "organizations.name as organization"])
    .select(["reason", "reasons", "invitedAt", "answer", "answeredAt"])
    .where("personId", "=", personId)
    .orderBy("invitedAt", "desc")
    .limit(500)
    .execute();
