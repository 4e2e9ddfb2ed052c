import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { findDoubles, type Reason } from "#methods/likeness.ts";
import { may } from "#modules/organizations/policy.ts";
import type { Organization } from "#modules/organizations/schema.ts";

type OrganizationId = Id<"organization">;

export type Twin = Pick<
  Organization,
  "id" | "name" | "slug" | "sector" | "street" | "postcode" | "townName" | "registerNumber" | "hiddenAt"
>;

export type DoublePair = {
  readonly first: Twin;
  readonly second: Twin;
  readonly reasons: readonly Reason[];
  readonly score: number;
};

const twin = [
  "id",
  "name",
  "slug",
  "sector",
  "street",
  "postcode",
  "townName",
  "registerNumber",
  "hiddenAt",
] as const;

/** The smaller id first, as the table keeps pairs. */
export const ordered = (a: OrganizationId, b: OrganizationId): readonly [OrganizationId, OrganizationId] =>
  a < b ? [a, b] : [b, a];

/** The pairs that look like one organization, without those the office told apart; the surest first. */
export const listDoubles = async (ctx: Context, limit = 50): Promise<readonly DoublePair[]> => {
  if (!may.merge(ctx)) return [];
  const rows = await ctx.db
    .selectFrom("organizations")
    .select(twin)
    .where("mergedIntoId", "is", null)
    .limit(2_000)
    .execute();
  const apart = await ctx.db.selectFrom("keptApart").select(["firstId", "secondId"]).limit(20_000).execute();
  const told = new Set(apart.map(({ firstId, secondId }) => `${firstId}/${secondId}`));
  const byId = new Map<string, Twin>(rows.map((row) => [row.id, row]));
  return findDoubles(rows, 500)
    .flatMap(({ first, second, reasons, score }) => {
      const [a, b] = [byId.get(first), byId.get(second)];
      if (!a || !b || told.has(ordered(a.id, b.id).join("/"))) return [];
      return [{ first: a, second: b, reasons, score }];
    })
    .slice(0, limit);
};

export type Belongings = {
  readonly contactPoints: number;
  readonly sites: number;
  readonly services: number;
  readonly people: number;
};

/** How much hangs on an organization, to see which of two should live on. */
export const countBelongings = async (ctx: Context, id: OrganizationId): Promise<Belongings> => {
  const { rows } = await sql<Belongings>`
    select (select count(*) from contact_points where organization_id = ${id})::int as "contactPoints",
      (select count(*) from sites where organization_id = ${id})::int as sites,
      (select count(*) from services where organization_id = ${id} and ended_at is null)::int as services,
      (select count(*) from grants where organization_id = ${id} and ended_at is null)::int as people`.execute(
    ctx.db,
  );
  return rows[0] ?? { contactPoints: 0, sites: 0, services: 0, people: 0 };
};
