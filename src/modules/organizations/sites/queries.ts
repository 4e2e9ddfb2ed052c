import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Site } from "#modules/organizations/schema.ts";

/** The places of an organization the reader was already shown. */
export const listSites = (ctx: Context, organizationId: Id<"organization">): Promise<Site[]> =>
  ctx.db
    .selectFrom("sites")
    .selectAll()
    .where("organizationId", "=", organizationId)
    .orderBy("name")
    .limit(50)
    .execute();
