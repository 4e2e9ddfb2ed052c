import { type RawBuilder, type SelectQueryBuilder, sql } from "kysely";
import { isStaff, reach } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Tables } from "#core/db.ts";
import type { Id } from "#core/id.ts";
import { findPostcode } from "#core/postcodes.ts";
import type { Point } from "#methods/geography.ts";
import type { Opportunity } from "./schema.ts";
import type { State } from "./vocabulary.ts";

/** The organizations somebody manages offers for; null is all of them. */
export const managedBy = ({ actor }: Pick<Context, "actor">): readonly Id<"organization">[] | null => {
  if (isStaff(actor)) return null;
  const own = [reach(actor, "representative"), reach(actor, "partner")];
  return own.includes("everywhere") ? null : own.flatMap((where) => (where === "everywhere" ? [] : where));
};

/**
 * Who may see what: everybody what was published, even when it is paused or over; drafts and what waits for review
 * only its own people and the office. For queries in which the tables keep their names.
 */
export const visible = (ctx: Pick<Context, "actor">): RawBuilder<boolean> => {
  const own = managedBy(ctx);
  if (own === null) return sql<boolean>`true`;
  return sql<boolean>`((opportunities.state in ('published', 'paused', 'ended') and opportunities.published_at is not null
    and organizations.hidden_at is null) or opportunities.organization_id = any(${own}::uuid[]))`;
};

/** What is on offer now: published, by an organization that is shown, and not past. */
export const onOffer = ({ now }: Pick<Context, "now">): RawBuilder<boolean> =>
  sql<boolean>`(opportunities.state = 'published' and organizations.hidden_at is null
    and (opportunities.rhythm not in ('once', 'slots')
      or coalesce(opportunities.ends_at, opportunities.starts_at, ${now}::timestamptz) >= ${now}::timestamptz))`;

/** Offers joined with the organization they are from. */
export const offersOf = (ctx: Context) =>
  ctx.db
    .selectFrom("opportunities")
    .innerJoin("organizations", "organizations.id", "opportunities.organizationId");

type Joined = "opportunities" | "organizations";
type Builder = SelectQueryBuilder<Tables, Joined, object>;

/** What a row of a list shows. */
export const withCard = <B extends Builder>(query: B) =>
  query.select([
    "opportunities.id",
    "opportunities.slug",
    "opportunities.title",
    "opportunities.summary",
    "opportunities.rhythm",
    "opportunities.times",
    "opportunities.startsAt",
    "opportunities.endsAt",
    "opportunities.durationMinutes",
    "opportunities.placeKind",
    "opportunities.townName",
    "opportunities.latitude",
    "opportunities.longitude",
    "opportunities.seats",
    "opportunities.seatsTaken",
    "opportunities.offers",
    "opportunities.state",
    "opportunities.publishedAt",
    "opportunities.organizationId",
    "organizations.name as organization",
    "organizations.slug as organizationSlug",
  ]);

export type OpportunityCard = Pick<
  Opportunity,
  | "id"
  | "slug"
  | "title"
  | "summary"
  | "rhythm"
  | "times"
  | "startsAt"
  | "endsAt"
  | "durationMinutes"
  | "placeKind"
  | "townName"
  | "latitude"
  | "longitude"
  | "seats"
  | "seatsTaken"
  | "offers"
  | "state"
  | "publishedAt"
  | "organizationId"
> & { readonly organization: string; readonly organizationSlug: string };

const whole = (ctx: Context) =>
  offersOf(ctx)
    .selectAll("opportunities")
    .select([
      "organizations.name as organization",
      "organizations.slug as organizationSlug",
      "organizations.sector",
    ])
    .select("organizations.verifiedAt as organizationVerifiedAt")
    .where(visible(ctx));

/** One offer with all its columns and whose it is, or nothing when the reader may not see it. */
export const findOpportunity = (ctx: Context, id: Id<"opportunity">) =>
  whole(ctx).where("opportunities.id", "=", id).executeTakeFirst();

/** The same by its readable name in the address. */
export const findOpportunityBySlug = (ctx: Context, slug: string) =>
  whole(ctx).where("opportunities.slug", "=", slug).executeTakeFirst();

export type WholeOpportunity = NonNullable<Awaited<ReturnType<typeof findOpportunity>>>;

/** The cards of these offers, in the order of the ids. */
export const listCards = async (
  ctx: Context,
  ids: readonly Id<"opportunity">[],
): Promise<OpportunityCard[]> => {
  if (ids.length === 0) return [];
  const rows = await withCard(offersOf(ctx))
    .where("opportunities.id", "in", [...ids])
    .where(visible(ctx))
    .limit(200)
    .execute();
  const position = new Map(ids.map((id, index) => [id, index]));
  return rows.sort((a, b) => (position.get(a.id) ?? 0) - (position.get(b.id) ?? 0));
};

const week = 7 * 86_400_000;

/** What is needed this week: the next dates first, then whatever waits longest for somebody. Full ones are left out. */
export const neededThisWeek = (ctx: Context, limit: number): Promise<OpportunityCard[]> => {
  const end = new Date(+ctx.now + week);
  const soon = sql<boolean>`(opportunities.starts_at between ${ctx.now}::timestamptz and ${end}::timestamptz)`;
  return withCard(offersOf(ctx))
    .where(onOffer(ctx))
    .where(sql<boolean>`(opportunities.seats is null or opportunities.seats > opportunities.seats_taken)`)
    .where(sql<boolean>`(${soon} or opportunities.rhythm in ('weekly', 'monthly', 'flexible'))`)
    .orderBy(sql`case when ${soon} then opportunities.starts_at end`)
    .orderBy("opportunities.publishedAt")
    .limit(limit)
    .execute();
};

export type Managed = {
  readonly state?: State | undefined;
  readonly words?: string | undefined;
  readonly page?: number | undefined;
};
export const managedPage = 20;

const managed = (ctx: Context, words: string | undefined) => {
  const own = managedBy(ctx);
  const wanted = `%${(words ?? "").replace(/[\\%_]/gu, "\\$&")}%`;
  return offersOf(ctx)
    .$if(own !== null, (query) =>
      query.where(sql<boolean>`opportunities.organization_id = any(${own}::uuid[])`),
    )
    .$if(Boolean(words), (query) =>
      query.where(
        sql<boolean>`plain_text(opportunities.title || ' ' || organizations.name) like plain_text(${wanted})`,
      ),
    );
};

/** The offers somebody manages, one state at a time. */
export const listManaged = (ctx: Context, { state, words, page = 1 }: Managed) =>
  withCard(managed(ctx, words))
    .select(["opportunities.stateSince", "opportunities.confirmedAt", "opportunities.remindersSent"])
    .$if(state !== undefined, (query) => query.where("opportunities.state", "=", state ?? "draft"))
    .orderBy("opportunities.stateSince", "desc")
    .orderBy("opportunities.id")
    .limit(managedPage)
    .offset((page - 1) * managedPage)
    .execute();

export type ManagedRow = Awaited<ReturnType<typeof listManaged>>[number];

/** How many of them are in each state. */
export const countManaged = async (
  ctx: Context,
  words?: string,
): Promise<Readonly<Record<State, number>>> => {
  const rows = await managed(ctx, words)
    .select(["opportunities.state", sql<number>`count(*)`.as("n")])
    .groupBy("opportunities.state")
    .limit(5)
    .execute();
  const none = { draft: 0, review: 0, published: 0, paused: 0, ended: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) };
};

/** Each state an offer had, newest first, with who put it there and why. */
export const listStates = (ctx: Context, id: Id<"opportunity">) =>
  ctx.db
    .selectFrom("opportunityStates")
    .leftJoin("people", "people.id", "opportunityStates.byId")
    .select([
      "opportunityStates.state",
      "opportunityStates.reason",
      "opportunityStates.at",
      "people.name as by",
    ])
    .where("opportunityStates.opportunityId", "=", id)
    .orderBy("opportunityStates.at", "desc")
    .orderBy("opportunityStates.id", "desc")
    .limit(100)
    .execute();

export type StateRow = Awaited<ReturnType<typeof listStates>>[number];

/** Does the office look at it first? At offers of unverified organizations, and at the first one of any. */
export const needsReview = async (ctx: Context, organizationId: Id<"organization">): Promise<boolean> => {
  const row = await ctx.db
    .selectFrom("organizations")
    .select("verifiedAt")
    .select(
      sql<boolean>`exists (select from opportunities o where o.organization_id = organizations.id
      and o.published_at is not null)`.as("known"),
    )
    .where("id", "=", organizationId)
    .executeTakeFirst();
  return !row?.verifiedAt || !row.known;
};

/** Where a postcode lies. The town knows its own middle better than the postcode, which it may share with villages. */
export const pointOf = (ctx: Pick<Context, "place">, postcode: string): Point | undefined =>
  postcode === ctx.place.postcode
    ? { latitude: ctx.place.latitude, longitude: ctx.place.longitude }
    : findPostcode(postcode);
