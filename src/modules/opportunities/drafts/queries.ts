import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

/** The contact points and sites of an organization, for the choices of the form. */
export const placesOf = async (ctx: Context, organizationId: Id<"organization">) => {
  const [contactPoints, sites] = await Promise.all([
    ctx.db
      .selectFrom("contactPoints")
      .select(["id", "name", "task", "email", "phone", "public"])
      .where("organizationId", "=", organizationId)
      .orderBy("name")
      .limit(50)
      .execute(),
    ctx.db
      .selectFrom("sites")
      .selectAll()
      .where("organizationId", "=", organizationId)
      .orderBy("name")
      .limit(50)
      .execute(),
  ]);
  return { contactPoints, sites };
};
