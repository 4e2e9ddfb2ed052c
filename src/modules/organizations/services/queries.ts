import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { visible } from "#modules/organizations/queries.ts";
import type { Service } from "#modules/organizations/schema.ts";

/** What an organization offers to people, without what has ended. */
export const listServices = (ctx: Context, organizationId: Id<"organization">): Promise<Service[]> =>
  ctx.db
    .selectFrom("services")
    .selectAll()
    .where("organizationId", "=", organizationId)
    .where("endedAt", "is", null)
    .orderBy(sql`name collate german`)
    .limit(100)
    .execute();

export type ServiceFilter = { readonly need?: string | undefined; readonly group?: string | undefined };

const matching = (ctx: Context, { need, group }: ServiceFilter) =>
  ctx.db
    .selectFrom("services")
    .innerJoin("organizations", "organizations.id", "services.organizationId")
    .leftJoin("sites", "sites.id", "services.siteId")
    .where("services.endedAt", "is", null)
    .where("organizations.hiddenAt", "is", null)
    .where(visible(ctx))
    .$if(need !== undefined, (query) => query.where(sql<boolean>`${need} = any(services.needs)`))
    // What is there for everybody is there for each.
    .$if(group !== undefined, (query) =>
      query.where(
        sql<boolean>`(${group} = any(services.target_groups) or 'everyone' = any(services.target_groups) or services.target_groups = '{}')`,
      ),
    );

/** The services that meet a need of a group, with who offers them and where. */
export const findServices = (ctx: Context, filter: ServiceFilter, limit = 200) =>
  matching(ctx, filter)
    .select([
      "services.id",
      "services.name",
      "services.description",
      "services.needs",
      "services.targetGroups",
      "services.languages",
      "services.fees",
      "services.howToCome",
      "organizations.name as organization",
      "organizations.slug",
      "organizations.sector",
      "organizations.phone",
      "organizations.verifiedAt",
      "sites.name as site",
      "sites.street",
      "sites.postcode",
      "sites.townName",
      "sites.openingHours",
      "sites.accessibility",
    ])
    .orderBy(sql`services.name collate german`)
    .limit(limit)
    .execute();

export type ServiceRow = Awaited<ReturnType<typeof findServices>>[number];

export type Coverage = { readonly needs: ReadonlyMap<string, number>; readonly total: number };

/** How many services there are for each need, for this group: a need without any is a gap. */
export const countByNeed = async (ctx: Context, group: string | undefined): Promise<Coverage> => {
  const rows = await matching(ctx, { group }).select(["services.needs"]).limit(5_000).execute();
  const needs = new Map<string, number>();
  for (const row of rows) for (const need of row.needs) needs.set(need, (needs.get(need) ?? 0) + 1);
  return { needs, total: rows.length };
};
