import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { may } from "#modules/organizations/policy.ts";
import type { ContactPoint } from "#modules/organizations/schema.ts";

/** Whom to ask: everybody sees the public contacts, who may change the profile sees all. */
export const listContactPoints = (
  ctx: Context,
  organizationId: Id<"organization">,
): Promise<ContactPoint[]> => {
  const query = ctx.db.selectFrom("contactPoints").selectAll().where("organizationId", "=", organizationId);
  const shown = may.change(ctx, { id: organizationId }) ? query : query.where("public", "=", true);
  return shown.orderBy("name").limit(50).execute();
};
