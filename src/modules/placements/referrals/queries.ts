import { type RawBuilder, sql } from "kysely";
import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { hashToken } from "#core/token.ts";
import { sharingStates } from "#modules/placements/policy.ts";
import type { ReferralLink } from "#modules/placements/schema.ts";
import { type ReferralState, referralStates } from "#modules/placements/vocabulary.ts";

/** Who may see a referral with the person's own data: the person and the office. Organizations see `listShared`. */
const visible = ({ actor }: Pick<Context, "actor">): RawBuilder<boolean> => {
  if (isStaff(actor)) return sql<boolean>`true`;
  return actor.kind === "person" ? sql<boolean>`referrals.person_id = ${actor.id}` : sql<boolean>`false`;
};

const rows = (ctx: Context) =>
  ctx.db
    .selectFrom("referrals")
    .innerJoin("people", "people.id", "referrals.personId")
    .innerJoin("opportunities", "opportunities.id", "referrals.opportunityId")
    .innerJoin("organizations", "organizations.id", "referrals.organizationId")
    .selectAll("referrals")
    .select([
      "people.name",
      "people.email",
      "people.phone",
      "people.language",
      "opportunities.title",
      "opportunities.slug",
      "opportunities.street",
      "opportunities.postcode",
      "opportunities.townName",
      "organizations.name as organization",
      "organizations.slug as organizationSlug",
    ]);

export type ReferralRow = Awaited<ReturnType<ReturnType<typeof rows>["execute"]>>[number];

/** One referral, for the person and the office. */
export const findReferral = (ctx: Context, id: Id<"referral">): Promise<ReferralRow | undefined> =>
  rows(ctx).where("referrals.id", "=", id).where(visible(ctx)).executeTakeFirst();

/** The same for whoever holds a link to it; the link is the right. */
export const readReferral = (ctx: Context, id: Id<"referral">): Promise<ReferralRow | undefined> =>
  rows(ctx).where("referrals.id", "=", id).executeTakeFirst();

/** All referrals of a person, the running ones first, then newest first. */
export const referralsOf = (ctx: Context, personId: Id<"person">): Promise<ReferralRow[]> =>
  rows(ctx)
    .where("referrals.personId", "=", personId)
    .where(visible(ctx))
    .orderBy(sql`referrals.state in ('ended', 'declined', 'withdrawn')`)
    .orderBy("madeAt", "desc")
    .limit(100)
    .execute();

export const pageSize = 20;
export type ReferralSearch = {
  readonly state?: ReferralState | undefined;
  readonly words?: string | undefined;
  readonly page?: number | undefined;
};

const sought = (ctx: Context, words: string) => {
  const pattern = `%${words.replace(/[\\%_]/gu, "\\$&")}%`;
  return rows(ctx)
    .where(visible(ctx))
    .$if(words !== "", (query) =>
      query.where(
        sql<boolean>`plain_text(people.name || ' ' || opportunities.title || ' ' || organizations.name) like plain_text(${pattern})`,
      ),
    );
};

/** The list of the office, one state at a time, whatever moved last first. */
export const listReferrals = (
  ctx: Context,
  { state, words = "", page = 1 }: ReferralSearch,
): Promise<ReferralRow[]> =>
  sought(ctx, words.trim())
    .$if(state !== undefined, (query) => query.where("referrals.state", "=", state ?? "proposed"))
    .orderBy("stateSince", "desc")
    .orderBy("referrals.id")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();

/** How many are in each state. */
export const countReferrals = async (
  ctx: Context,
  words = "",
): Promise<Readonly<Record<ReferralState, number>>> => {
  const counted = await ctx.db
    .selectFrom(sought(ctx, words.trim()).as("r"))
    .select(["r.state", sql<number>`count(*)`.as("n")])
    .groupBy("r.state")
    .limit(20)
    .execute();
  const found = new Map(counted.map(({ state, n }) => [state, Number(n)]));
  const entries = referralStates.map((state) => [state, found.get(state) ?? 0] as const);
  return Object.fromEntries(entries) as Record<ReferralState, number>;
};

/** Each step of these referrals, newest first, with who took it. */
export const listSteps = async (ctx: Context, ids: readonly Id<"referral">[]) => {
  if (ids.length === 0) return [];
  return ctx.db
    .selectFrom("referralStates")
    .leftJoin("people", "people.id", "referralStates.byId")
    .select(["referralId", "state", "reason", "words", "channel", "byOrganization", "at"])
    .select(sql<string>`coalesce(people.name, referral_states.by_name)`.as("by"))
    .where("referralId", "in", [...ids])
    .orderBy("at", "desc")
    .orderBy("referralStates.id", "desc")
    .limit(500)
    .execute();
};

export type StepRow = Awaited<ReturnType<typeof listSteps>>[number];

/** What a person released, and until when. */
export const releaseOf = (ctx: Context, referralId: Id<"referral">) =>
  ctx.db
    .selectFrom("releases")
    .leftJoin("people as recorder", "recorder.id", "releases.recordedBy")
    .select(["data", "releases.note", "givenHow", "givenAt", "withdrawnAt", "recorder.name as recorder"])
    .where("referralId", "=", referralId)
    .orderBy("givenAt", "desc")
    .limit(1)
    .executeTakeFirst();

export type ReleaseRow = NonNullable<Awaited<ReturnType<typeof releaseOf>>>;

const released = (column: "name" | "phone" | "email") =>
  sql<
    string | null
  >`case when ${sql.lit(column)} = any(releases.data) then people.${sql.ref(column)}::text end`;

/**
 * The one place that decides what an organization gets: what was released, as long as it is, and only while the
 * referral runs. Mails, the page behind the link and the page of its representatives all read it here.
 */
const sharedRows = (ctx: Context) =>
  ctx.db
    .selectFrom("referrals")
    .innerJoin("releases", "releases.referralId", "referrals.id")
    .innerJoin("people", "people.id", "referrals.personId")
    .innerJoin("opportunities", "opportunities.id", "referrals.opportunityId")
    .innerJoin("organizations", "organizations.id", "referrals.organizationId")
    .where("releases.withdrawnAt", "is", null)
    .where("referrals.state", "in", sharingStates)
    .select([
      "referrals.id",
      "referrals.number",
      "referrals.personId",
      "referrals.organizationId",
      "referrals.state",
      "referrals.stateSince",
      "referrals.trialOn",
      "referrals.placedOn",
      "opportunities.title",
      "opportunities.slug",
      "organizations.name as organization",
    ])
    .select([
      released("name").as("name"),
      released("phone").as("phone"),
      released("email").as("email"),
      sql<string | null>`case when 'note' = any(releases.data) then nullif(releases.note, '') end`.as("note"),
    ]);

export type SharedRow = Awaited<ReturnType<ReturnType<typeof sharedRows>["execute"]>>[number];

/** What the organization may know of this referral; nothing when it may know nothing. */
export const findShared = (ctx: Context, id: Id<"referral">): Promise<SharedRow | undefined> =>
  sharedRows(ctx).where("referrals.id", "=", id).executeTakeFirst();

/** Who was referred to these organizations, as far as they may know. */
export const listShared = (
  ctx: Context,
  organizationIds: readonly Id<"organization">[],
): Promise<SharedRow[]> =>
  sharedRows(ctx)
    .where(sql<boolean>`referrals.organization_id = any(${[...organizationIds]}::uuid[])`)
    .orderBy(sql`referrals.state <> 'sent'`)
    .orderBy("referrals.stateSince", "desc")
    .limit(100)
    .execute();

/** The link somebody holds, even an old one: the page says what became of it. */
export const findLink = (
  ctx: Context,
  token: string,
  purpose: ReferralLink["purpose"],
): Promise<ReferralLink | undefined> =>
  ctx.db
    .selectFrom("referralLinks")
    .selectAll()
    .where("tokenHash", "=", hashToken(token))
    .where("purpose", "=", purpose)
    .executeTakeFirst();
