import { type RawBuilder, sql } from "kysely";
import { isStaff, reach } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { may } from "./policy.ts";
import type { Organization } from "./schema.ts";

/**
 * Who may see what: everybody what is shown, its own people what is hidden, the office all but what was
 * merged into another. For queries in which the table keeps its name `organizations`.
 */
export const visible = ({ actor }: Pick<Context, "actor">): RawBuilder<boolean> => {
  if (isStaff(actor)) return sql<boolean>`organizations.merged_into_id is null`;
  const represented = reach(actor, "representative");
  const partnered = reach(actor, "partner");
  if (represented === "everywhere" || partnered === "everywhere")
    return sql<boolean>`organizations.merged_into_id is null`;
  const own = [...represented, ...partnered];
  return sql<boolean>`organizations.merged_into_id is null
    and (organizations.hidden_at is null or organizations.id = any(${own}::uuid[]))`;
};

const card = [
  "organizations.id",
  "organizations.slug",
  "organizations.name",
  "organizations.sector",
  "organizations.summary",
  "organizations.townName",
  "organizations.postcode",
  "organizations.fields",
  "organizations.targetGroups",
  "organizations.latitude",
  "organizations.longitude",
  "organizations.verifiedAt",
  "organizations.hiddenAt",
] as const;

/** What a row of a list shows. */
export type OrganizationCard = Pick<
  Organization,
  | "id"
  | "slug"
  | "name"
  | "sector"
  | "summary"
  | "townName"
  | "postcode"
  | "fields"
  | "targetGroups"
  | "latitude"
  | "longitude"
  | "verifiedAt"
  | "hiddenAt"
>;

const byName = sql`organizations.name collate german`;

/** One organization with all its columns, or nothing when the reader may not see it. */
export const findOrganization = (ctx: Context, id: Id<"organization">): Promise<Organization | undefined> =>
  ctx.db.selectFrom("organizations").selectAll().where("id", "=", id).where(visible(ctx)).executeTakeFirst();

/** The same by its readable name in the address. */
export const findOrganizationBySlug = (ctx: Context, slug: string): Promise<Organization | undefined> =>
  ctx.db
    .selectFrom("organizations")
    .selectAll()
    .where("slug", "=", slug)
    .where(visible(ctx))
    .executeTakeFirst();

/** The organization of an editing page: unseen it is not there, and who may not change it is told so. */
export const openOrganization = async (ctx: Context, id: Id<"organization">): Promise<Organization> => {
  const organization = found(await findOrganization(ctx, id));
  allow(may.change(ctx, organization));
  return organization;
};

/** Where an organization went that was merged into another: the slug of the one that lives on. */
export const findSurvivor = async (ctx: Context, slug: string): Promise<string | undefined> => {
  const { rows } = await sql<{ slug: string }>`
    with recursive trail as (
      select id, merged_into_id, slug, 0 as step from organizations where slug = ${slug}
      union all
      select next.id, next.merged_into_id, next.slug, step + 1
      from organizations next join trail on next.id = trail.merged_into_id where step < 10
    )
    select slug from trail where merged_into_id is null and step > 0`.execute(ctx.db);
  return rows[0]?.slug;
};

/** The organizations of these ids, in the order of the ids. */
export const listCards = async (
  ctx: Context,
  ids: readonly Id<"organization">[],
): Promise<readonly OrganizationCard[]> => {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .selectFrom("organizations")
    .select(card)
    .where("id", "in", [...ids])
    .where(visible(ctx))
    .limit(500)
    .execute();
  const position = new Map(ids.map((id, index) => [id, index]));
  return rows.sort((a, b) => (position.get(a.id) ?? 0) - (position.get(b.id) ?? 0));
};

/** Everything the reader may see, by name; `limit` is also the end for open data. */
export const listOrganizations = (ctx: Context, limit = 5_000): Promise<OrganizationCard[]> =>
  ctx.db
    .selectFrom("organizations")
    .select(card)
    .where(visible(ctx))
    .where("hiddenAt", "is", null)
    .orderBy(byName)
    .limit(limit)
    .execute();

/** Id and name of each, for a choice in a form. */
export const organizationChoices = (ctx: Context): Promise<{ id: Id<"organization">; name: string }[]> =>
  ctx.db
    .selectFrom("organizations")
    .select(["id", "name"])
    .where(visible(ctx))
    .orderBy(byName)
    .limit(2_000)
    .execute();

export type OwnOrganization = {
  readonly id: Id<"organization">;
  readonly name: string;
  readonly slug: string;
  readonly sector: Organization["sector"];
  readonly role: "representative" | "partner";
};

/** The organizations somebody speaks for. */
export const organizationsOf = async (
  ctx: Context,
  personId: Id<"person">,
): Promise<readonly OwnOrganization[]> => {
  const rows = await ctx.db
    .selectFrom("grants")
    .innerJoin("organizations", "organizations.id", "grants.organizationId")
    .select([
      "organizations.id",
      "organizations.name",
      "organizations.slug",
      "organizations.sector",
      "grants.role",
    ])
    .where("grants.personId", "=", personId)
    .where("grants.role", "in", ["representative", "partner"])
    .where("grants.endedAt", "is", null)
    .where("organizations.mergedIntoId", "is", null)
    .orderBy(byName)
    .limit(100)
    .execute();
  return rows.map(({ role, ...organization }) => ({
    ...organization,
    role: role === "partner" ? "partner" : "representative",
  }));
};

export type Contact = {
  readonly name: string;
  readonly email: string;
  readonly personId: Id<"person"> | null;
};

/**
 * Who gets the mail of an organization: the people who speak for it; where there is none, its contact
 * points; where there is none either, the organization's own address.
 */
export const contactsOf = async (
  ctx: Context,
  organizationId: Id<"organization">,
): Promise<readonly Contact[]> => {
  const { rows } = await sql<Contact & { rank: number }>`
    select people.name, coalesce(people.email, accounts.email) as email, people.id as "personId", 1 as rank
    from grants
    join people on people.place_id = grants.place_id and people.id = grants.person_id and people.left_at is null
    left join accounts on accounts.id = people.account_id
    where grants.organization_id = ${organizationId} and grants.ended_at is null
      and grants.role in ('representative', 'partner') and coalesce(people.email, accounts.email) is not null
    union all
    select name, email, null, 2 from contact_points
    where organization_id = ${organizationId} and email is not null
    union all
    select name, email, null, 3 from organizations
    where id = ${organizationId} and email is not null
    order by rank, name limit 50`.execute(ctx.db);
  const best = rows[0]?.rank;
  const seen = new Set<string>();
  return rows.flatMap(({ rank, name, email, personId }) => {
    const key = email.toLowerCase();
    if (rank !== best || seen.has(key)) return [];
    seen.add(key);
    return [{ name, email, personId }];
  });
};
